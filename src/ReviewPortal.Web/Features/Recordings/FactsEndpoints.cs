using ReviewPortal.Infrastructure.Vault;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>What was made from a recording, for those who may play the recording, and for nobody else.</summary>
internal static class FactsEndpoints
{
    public static void MapFacts(this WebApplication app)
    {
        var media = app.MapGroup("/media/{recording:guid}").RequireAuthorization().RequireRateLimiting(RangeLimit.Name);
        media.MapGet("/storyboard", (Guid recording, [AsParameters] Asked asked, CancellationToken ct) => asked.SendAsync(recording, DerivedFiles.Storyboard, "image/jpeg", ct))
            .WithName("Storyboard")
            .WithSummary("Small pictures of key frames on one sheet, ten in a row; their times are facts of the recording.")
            .Produces(200, contentType: "image/jpeg").Produces(404).Produces(429).ProducesProblem(500);
        media.MapGet("/waveform", (Guid recording, [AsParameters] Asked asked, CancellationToken ct) => asked.SendAsync(recording, DerivedFiles.Waveform, "application/octet-stream", ct))
            .WithName("Waveform")
            .WithSummary("How loud the recording is, in the data format of audiowaveform: version 2, 8 bits, 8000 samples a second, 400 samples a pixel.")
            .Produces(200, contentType: "application/octet-stream").Produces(404).Produces(429).ProducesProblem(500);
    }

    private readonly record struct Asked(HttpContext Context, PlayPermits Permits, DerivedFiles Derived, DamagedAnswer Damaged)
    {
        public async Task<IResult> SendAsync(Guid recording, string name, string contentType, CancellationToken ct)
        {
            if (await Permits.AskAsync(recording, Context.User.PersonId(), ct) is null) return Results.NotFound();
            var (derived, headers) = (Derived, Context.Response.Headers);
            return await Damaged.InsteadOfAsync(recording, async () =>
            {
                if (await derived.ReadAsync(recording, name, ct) is not { } bytes) return Results.NotFound();
                (headers.CacheControl, headers.XContentTypeOptions) = ("private, no-cache", "nosniff");
                return Results.Bytes(bytes, contentType);
            });
        }
    }
}

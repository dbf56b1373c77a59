using Microsoft.EntityFrameworkCore;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Vault;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>What was made from a recording, for those who may play the recording, and for nobody else.</summary>
internal static class FactsEndpoints
{
    public static void MapFacts(this WebApplication app)
    {
        var media = app.MapGroup("/media/{recording:guid}").RequireAuthorization();
        media.MapGet("/storyboard", (Guid recording, [AsParameters] Asked asked, CancellationToken ct) => asked.SendAsync(recording, DerivedFiles.Storyboard, "image/jpeg", ct))
            .WithName("Storyboard")
            .WithSummary("Small pictures of key frames on one sheet, ten in a row; their times are facts of the recording.")
            .Produces(200, contentType: "image/jpeg").Produces(404);
        media.MapGet("/waveform", (Guid recording, [AsParameters] Asked asked, CancellationToken ct) => asked.SendAsync(recording, DerivedFiles.Waveform, "application/octet-stream", ct))
            .WithName("Waveform")
            .WithSummary("How loud the recording is, in the data format of audiowaveform: version 2, 8 bits, 8000 samples a second, 400 samples a pixel.")
            .Produces(200, contentType: "application/octet-stream").Produces(404);
    }

    private readonly record struct Asked(HttpContext Context, PortalDbs Dbs, CaseDoor Door, DerivedFiles Derived)
    {
        public async Task<IResult> SendAsync(Guid recording, string name, string contentType, CancellationToken ct)
        {
            await using var db = await Dbs.LookAsync(ct);
            var found = await db.Recordings.FirstOrDefaultAsync(item => item.Id == recording, ct);
            if (found is null || await Door.ToPlayAsync(found.Sitting, Context.User.PersonId(), ct) is null) return Results.NotFound();
            if (await Derived.ReadAsync(recording, name, ct) is not { } bytes) return Results.NotFound();
            (Context.Response.Headers.CacheControl, Context.Response.Headers.XContentTypeOptions) = ("private, no-cache", "nosniff");
            return Results.Bytes(bytes, contentType);
        }
    }
}

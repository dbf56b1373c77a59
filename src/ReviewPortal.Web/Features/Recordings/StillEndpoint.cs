using ReviewPortal.Infrastructure.Vault;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>Serves one screenshot to those who may play the recordings of its sitting, and to nobody else.</summary>
internal static class StillEndpoint
{
    public static void MapStills(this WebApplication app) => app.MapGet("/media/stills/{track:guid}/{n:int:min(0)}", ServeAsync)
        .RequireAuthorization()
        .RequireRateLimiting(RangeLimit.Name)
        .WithName("Still")
        .WithSummary("One screenshot as it came, by its place in order of time; only for those with a task in its case.")
        .Produces(200, contentType: "image/png").Produces(304).Produces(404).Produces(429).ProducesProblem(500);

    private static async Task<IResult> ServeAsync(Guid track, int n, HttpContext context, PlayPermits permits, StillFiles stills, DamagedAnswer damaged, CancellationToken ct)
    {
        if (await permits.AskForStillsAsync(track, context.User.PersonId(), ct) is null) return Results.NotFound();
        return await damaged.InsteadOfAsync(track, async () =>
        {
            if (await stills.PictureAsync(track, n, ct) is not { } picture) return Results.NotFound();
            var headers = context.Response.Headers;
            // A picture from elsewhere is shown as a picture and as nothing else.
            (headers.CacheControl, headers.XContentTypeOptions) = ("private, no-cache", "nosniff");
            return Results.Bytes(picture.Bytes, picture.ContentType, entityTag: new($"\"{picture.Sha256}\""));
        });
    }
}

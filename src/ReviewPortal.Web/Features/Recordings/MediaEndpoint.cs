using ReviewPortal.Infrastructure.Vault;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>Serves a recording to those who have a task with it, and to nobody else.</summary>
internal static class MediaEndpoint
{
    public static void MapMedia(this WebApplication app) => app.MapMethods("/media/{recording:guid}", ["GET", "HEAD"], ServeAsync)
        .RequireAuthorization()
        .RequireRateLimiting(RangeLimit.Name)
        .WithName("Media")
        .WithSummary("A recording, whole or one stretch of bytes; only for those with a task in its case.")
        .Produces(200).Produces(206).Produces(404).Produces(416).Produces(429).ProducesProblem(500);

    private static async Task<IResult> ServeAsync(Guid recording, HttpContext context, PlayPermits permits, RecordingVault vault, DamagedAnswer damaged, WatchingHere watching, CancellationToken ct) =>
        await permits.AskAsync(recording, context.User.PersonId(), ct) is { } permit
            ? await damaged.InsteadOfAsync(recording, async () =>
            {
                if (await vault.OpenAsync(recording, permit.Sha256, ct) is not { } opened) return Results.NotFound();
                watching.Hear(opened, context.Connection.RemoteIpAddress);
                return new MediaResponse(opened, permit.ContentType);
            })
            : Results.NotFound();
}

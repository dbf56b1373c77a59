using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Vault;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>Serves a recording to those who have a task with it, and to nobody else.</summary>
internal static partial class MediaEndpoint
{
    public static void MapMedia(this WebApplication app) => app.MapMethods("/media/{recording:guid}", ["GET", "HEAD"], ServeAsync)
        .RequireAuthorization()
        .WithName("Media")
        .WithSummary("A recording, whole or one stretch of bytes; only for those with a task in its case.")
        .Produces(200).Produces(206).Produces(404).Produces(416).ProducesProblem(500);

    private static async Task<IResult> ServeAsync(
        Guid recording, HttpContext context, PortalDbs dbs, CaseDoor door, RecordingVault vault, IStringLocalizer<RecordingPageTexts> texts, ILogger<RecordingVault> log, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        var found = await db.Recordings.FirstOrDefaultAsync(item => item.Id == recording, ct);
        if (found is null || await door.ToPlayAsync(found.Sitting, context.User.PersonId(), ct) is null) return Results.NotFound();
        try
        {
            return await vault.OpenAsync(recording, found.Sha256, ct) is { } opened ? new MediaResponse(opened, found.ContentType) : Results.NotFound();
        }
        catch (DamagedRecordingException damaged)
        {
            LogDamaged(log, recording, damaged);
            return Results.Problem(texts["Damaged", recording], statusCode: StatusCodes.Status500InternalServerError);
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "Recording {Recording} at rest is not what was sealed; restore it from a backup and run verify")]
    private static partial void LogDamaged(ILogger log, Guid recording, Exception damaged);
}

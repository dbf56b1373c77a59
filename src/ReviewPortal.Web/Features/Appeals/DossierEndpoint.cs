using Microsoft.Extensions.Localization;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Vault;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Appeals;

/// <summary>
/// The file of a case for the body that decides on the appeal. Without an appeal there is nobody to send it to. Taking it out of the portal is written
/// down, with its purpose (AP-DOEL-2).
/// </summary>
internal static class DossierEndpoint
{
    public static void MapDossier(this WebApplication app) => app.MapGet("/appeals/{number}/dossier.zip", SendAsync).NeverStored().RequireAuthorization()
        .WithName("Dossier").WithSummary("The file of a case for the appeals board, with an index of hashes.").Produces(200, contentType: "application/zip").Produces(404);

    private static async Task<IResult> SendAsync(string number, HttpContext context, CaseDoor door, CaseFiles files, AttachmentFiles attachments, PortalDbs dbs, TimeProvider clock, IStringLocalizer<AppealPageTexts> texts, CancellationToken ct)
    {
        var by = context.User.PersonId();
        if (await door.OpenAsync(number, Room.Appeals, by, ct) is not { } head) return Results.NotFound();
        var (purpose, zip) = await files.LookAsync(
            head.Id, by,
            async file => DossierBundle.PurposeOf(file) is { } purpose ? (purpose, await DossierBundle.OfAsync(file, attachments, ct)) : default,
            ct);
        if (purpose is null || zip is null) return Results.Problem(texts["Dossier.NoAppeal"], statusCode: StatusCodes.Status404NotFound);

        await dbs.ChangeAsync(
            async db =>
            {
                if (await db.PersonAsync(by, ct) is not { } person) return false;
                await db.AuditAsync(person, "dossier.export", $"case/{head.Id}", new { number = head.Number.ToString(), purpose, bytes = zip.Length }, clock.GetUtcNow(), ct);
                await db.SaveChangesAsync(ct);
                return true;
            },
            ct);
        return Results.File(zip, "application/zip", FileNames.OfDossier(head.Number.ToString(), clock.GetUtcNow(), Here.Language));
    }
}

using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>The bytes of what came back about a letter, for the board's secretary, who must be able to show them (Awb 2:25). Strangers wrote them: they are given as a file to keep, never shown.</summary>
internal static class ReturnedMailEndpoint
{
    public static void MapReturnedMail(this WebApplication app) => app.MapGet("/letters/returned/{report:guid}", WriteAsync)
        .NeverStored()
        .RequireAuthorization()
        .WithName("ReturnedMail")
        .WithSummary("What a mail server sent back about the e-mail on a letter, byte for byte, as a file.")
        .Produces(200, contentType: "application/octet-stream")
        .Produces(404);

    private static async Task<IResult> WriteAsync(Guid report, HttpContext context, CaseDoor door, PortalDbs dbs, CancellationToken ct)
    {
        var by = context.User.PersonId();
        await using var db = await dbs.LookAsync(ct);
        var found = await db.MailReports.Where(item => item.Id == report)
            .Join(db.Notifications, item => item.Notification, mail => mail.Id, (item, mail) => new { item.Sha256, Letter = db.Letters.First(letter => letter.Id == mail.Letter) }).FirstOrDefaultAsync(ct);
        if (found is null || await db.PersonAsync(by, ct) is not { } actor || !actor.Is(Role.BoardSecretary)) return Results.NotFound();
        var (reader, _) = await LetterDocuments.ReaderAsync(db, found.Letter, door, by, ct);
        if (reader is not LetterReader.Board) return Results.NotFound();
        var content = await db.Files.Where(file => file.Sha256 == found.Sha256).Select(file => file.Content).SingleOrDefaultAsync(ct);
        // Other bytes than those that came in prove nothing; the verifier names them.
        return content is null || KeptFile.HashOf(content) != found.Sha256 ? Results.NotFound() : Results.File(content, "application/octet-stream", $"{found.Sha256[..12]}.eml");
    }
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>The delivery log of a letter as a file: for the student it is meant for, who may ask for it, and for the board's secretary, who must show it (Awb 2:25).</summary>
internal static class DeliveryLogEndpoint
{
    private static readonly string[] Columns = ["Log.At", "Log.What", "Log.Detail"];

    public static void MapDeliveryLog(this WebApplication app) => app.MapGet("/letters/log/{letter:guid}", WriteAsync)
        .NeverStored()
        .RequireAuthorization()
        .WithName("DeliveryLog")
        .WithSummary("How a letter was sent, notified, opened and downloaded, each with its moment, as CSV.")
        .Produces(200, contentType: CsvFile.ContentType)
        .Produces(404);

    private static async Task<IResult> WriteAsync(Guid letter, HttpContext context, CaseDoor door, PortalDbs dbs, IStringLocalizer<LetterPageTexts> texts, IStringLocalizer<MailTexts> mails, CancellationToken ct)
    {
        var by = context.User.PersonId();
        await using var db = await dbs.LookAsync(ct);
        if (await db.Letters.FirstOrDefaultAsync(item => item.Id == letter, ct) is not { } found) return Results.NotFound();
        var (reader, number) = await LetterDocuments.ReaderAsync(db, found, door, by, ct);
        var asSecretary = reader is LetterReader.Board && await db.PersonAsync(by, ct) is { } actor && actor.Is(Role.BoardSecretary);
        if (!asSecretary && reader is not LetterReader.Addressee) return Results.NotFound();
        var lines = (await DeliveryLog.OfAsync(db, found, ct)).Where(line => asSecretary || line.IsForTheStudent).Select(line => asSecretary ? line : line.ForTheStudent());
        return Results.File(CsvFile.Of([Columns.Select(column => texts[column].Value), .. lines.Select(line => Fields(line, texts, mails))], Here.Language), CsvFile.ContentType, FileNames.LogOf(found, number, Here.Language));
    }

    private static string?[] Fields(DeliveryLine line, IStringLocalizer<LetterPageTexts> texts, IStringLocalizer<MailTexts> mails) =>
    [
        Amsterdam.Wall(line.At).ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture),
        texts["Log." + line.What],
        string.Join(": ", new[] { line.End is { } end ? mails["Mail.End." + end].Value : null, line.Channel is { } channel ? texts["Channel." + channel].Value : null, line.Report is { } report ? mails[report.Key()].Value : null, line.Detail }.Where(part => part is { Length: > 0 })),
    ];
}

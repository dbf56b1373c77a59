using System.Globalization;
using Microsoft.Extensions.Localization;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Access;

/// <summary>The lines somebody found in the audit log, as a file; that they took them along is written down as well.</summary>
internal static class AuditExport
{
    private const int Most = 100_000;

    private static readonly string[] Columns = ["Seq", "At", "Who", "What", "Case", "Gist", "Detail", "Action", "Subject", "Hash"];

    public static void MapAuditExport(this WebApplication app) => app.MapGet(Links.AuditCsv, WriteAsync)
        .NeverStored()
        .RequireAuthorization(RolePages.Audit)
        .WithName("AuditLog")
        .WithSummary("The lines of the audit log that were asked for, as CSV.")
        .Produces(200, contentType: CsvFile.ContentType);

    private static async Task<IResult> WriteAsync(string? words, string? action, DateOnly? from, DateOnly? to, HttpContext context, AuditLog log, PortalDbs dbs, TimeProvider clock, IStringLocalizer<AccessTexts> texts, CancellationToken ct)
    {
        var (by, asked) = (context.User.PersonId(), new AuditQuestion(words, action, from, to));
        var (lines, total) = await log.ReadAsync(by, asked, 0, Most, ct);
        await dbs.ChangeAsync(
            async db =>
            {
                if (await db.PersonAsync(by, ct) is { } actor) await db.AuditAsync(actor, "audit.export", "audit", new { words, action, from, to, lines = lines.Count }, clock.GetUtcNow(), ct);
                await db.SaveChangesAsync(ct);
                return 0;
            },
            ct);
        var say = new AuditWords(texts, Here.Language);
        IEnumerable<string?>[] cut = total > lines.Count ? [[texts["Audit.Cut", lines.Count, total].Value]] : [];
        return Results.File(
            CsvFile.Of([Columns.Select(column => texts["Audit." + column].Value), .. lines.Select(line => Fields(line, say)), .. cut], Here.Language),
            CsvFile.ContentType, "audit.csv");
    }

    private static string?[] Fields(AuditLine line, AuditWords say) =>
    [
        line.Seq.ToString(CultureInfo.InvariantCulture), line.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture), line.Who,
        say.Did(line.Action), line.Case?.ToString(), say.Gist(line), line.Detail, line.Action, line.Subject, line.Hash,
    ];
}

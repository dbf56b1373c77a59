using System.Globalization;
using Microsoft.Extensions.Localization;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Retention;

/// <summary>The reports of visible citizen service numbers as a file, in the order and with the filter of the page: a register that the supervisor can ask for (AVG 33 lid 5).</summary>
internal static class BsnCsv
{
    private static readonly string[] Columns = ["Case", "Track", "From", "To", "Note", "By", "At", "State", "HandledBy", "HandledAt", "Handling"];

    public static void MapBsnCsv(this WebApplication app) => app.MapGet(Links.BsnIncidentsCsv, WriteAsync)
        .NeverStored()
        .RequireAuthorization(RolePages.BsnIncidents)
        .WithName("BsnIncidents")
        .WithSummary("The reports of visible citizen service numbers, as CSV; the numbers themselves are kept nowhere.")
        .Produces(200, contentType: CsvFile.ContentType);

    private static async Task<IResult> WriteAsync(bool? open, string? words, BsnOrder? order, bool? down, HttpContext context, BsnIncidents incidents, IStringLocalizer<BsnTexts> texts, CancellationToken ct)
    {
        var rows = await incidents.ReadAsync(context.User.PersonId(), new BsnQuestion(open, words, order ?? BsnOrder.At, down ?? true), ct);
        return Results.File(CsvFile.Of([Columns.Select(column => texts["Csv." + column].Value), .. rows.Select(row => Fields(row, texts))], Here.Language), CsvFile.ContentType, "bsn.csv");
    }

    private static string?[] Fields(BsnRow row, IStringLocalizer<BsnTexts> texts) =>
    [
        row.Number.ToString(), row.Track is { } track ? RecordingTexts.Of(track, Here.Language) : "", Timecode.Of(row.Fragment.From), Timecode.Of(row.Fragment.To), row.Note, row.By, Moment(row.At),
        texts[row.HandledAt is null ? "Open" : "Handled"], row.HandledBy, Moment(row.HandledAt), row.Handling,
    ];

    private static string? Moment(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}

using System.Globalization;
using Microsoft.Extensions.Localization;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>The list of sittings as a file for a spreadsheet: what the page shows under the same address, without its pages.</summary>
internal static class SittingCsv
{
    private const int MostRows = 10_000;

    public static void MapSittingCsv(this WebApplication app) => app.MapGet(Links.SittingsCsv, WriteAsync)
        .NeverStored()
        .RequireAuthorization()
        .WithName("SittingsCsv")
        .WithSummary("The sittings the signed-in person may see, filtered as the address says, as CSV.")
        .Produces(200, contentType: CsvFile.ContentType);

    private static async Task<IResult> WriteAsync(HttpContext context, SittingList sittings, IStringLocalizer<RecordingPageTexts> page, IStringLocalizer<SittingTexts> texts, IStringLocalizer<DividingTexts> words, CancellationToken ct)
    {
        var (rows, total) = await sittings.RowsAsync(context.User.PersonId(), SittingFilter.Parse(context.Request.QueryString.Value), MostRows, ct);
        string[] head =
        [
            page["Column.Case"], page["Column.Exam"], page["Column.Start"], texts["Csv.Seconds"], page["Column.Candidate"], texts["Csv.Covered"], texts["Csv.Gap"], page["Column.Signals"],
            page["Column.Reports"], page["Column.State"], words["Column.Due"], page["Column.Reviewer"],
        ];
        // Where there are more than it holds, its last line says so.
        IEnumerable<string?>[] cut = total > rows.Length ? [[texts["Csv.Cut", rows.Length, total], .. head.Skip(1).Select(_ => "")]] : [];
        return Results.File(CsvFile.Of([head, .. rows.Select(row => Fields(row, Here.Language)), .. cut], Here.Language), CsvFile.ContentType, "sittings.csv");
    }

    private static string?[] Fields(SittingRow row, Language language) =>
    [
        row.Number.ToString(),
        row.Exam,
        Amsterdam.Wall(row.Start).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        Number(row.Seconds, language),
        row.Pseudonym,
        Number(row.Covered * 100, language),
        Number(row.LongestGap, language),
        Number(row.Signals, language),
        Number(row.Reports, language),
        StateWords.Of(row.State, row.Outcome, row.IsProposed, language, row.IsToPost),
        IsoDay.Of(row.Due),
        row.Reviewer,
    ];

    // As a spreadsheet of this language reads a number.
    private static string Number(double number, Language language) => number.ToString("0.#", language.Culture());
}

using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Worklist;

/// <summary>A list of cases as a file for a spreadsheet: the same cases, in the same words, as the page shows.</summary>
internal static class CaseCsv
{
    private const int MostRows = 10_000;

    private static readonly string[] Columns = ["Case", "Exam", "Date", "Candidate", "State", "Due", "Reviewer"];

    public static void MapCaseCsv(this WebApplication app) => app.MapGet(Links.CasesCsv, WriteAsync)
        .NeverStored()
        .RequireAuthorization()
        .WithName("Cases")
        .WithSummary("The cases the signed-in person may see, as CSV.")
        .Produces(200, contentType: CsvFile.ContentType);

    private static async Task<IResult> WriteAsync(Room? room, string? words, HttpContext context, CaseLists lists, CancellationToken ct)
    {
        var found = await lists.CasesAsync(context.User.PersonId(), room is { } only ? RoomStates.Of(only) : [], words, new ListPage(0, MostRows, nameof(CaseRow.Number)), ct);
        return Results.File(Of(found, Here.Language), CsvFile.ContentType, "cases.csv");
    }

    /// <summary>The file; where there are more cases than it holds, its last line says so.</summary>
    internal static byte[] Of(CaseRows found, Language language)
    {
        IEnumerable<string?>[] cut = found.Total > found.Rows.Count ? [[TaskNames.Cut(found.Rows.Count, found.Total, language), .. Columns.Skip(1).Select(_ => "")]] : [];
        return CsvFile.Of([Columns.Select(column => TaskNames.Column(column, language)), .. found.Rows.Select(row => Fields(row, language)), .. cut], language);
    }

    private static string?[] Fields(CaseRow row, Language language) =>
    [
        row.Number.ToString(),
        row.Exam,
        IsoDay.Of(Amsterdam.DateOf(row.Start)),
        row.Pseudonym,
        StateWords.Of(row.State, row.Outcome, row.IsProposed, language, row.IsToPost),
        IsoDay.Of(row.Due),
        row.Reviewer,
    ];
}

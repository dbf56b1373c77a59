using System.Globalization;
using Microsoft.Extensions.Localization;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Worklist;

/// <summary>The workload as a file for a spreadsheet: what the page shows to this person under the same address, without its pages.</summary>
internal static class WorkloadCsv
{
    private static readonly string[] Columns = ["Name", "InHand", "SecondInHand", "ToWatch", "Finished", "Second", "Days", "Watched", "AwayFrom", "AwayUntil", "MostHours"];

    public static void MapWorkloadCsv(this WebApplication app) => app.MapGet(Links.WorkloadCsv, WriteAsync)
        .NeverStored()
        .RequireAuthorization(RolePages.Workload)
        .WithName("WorkloadCsv")
        .WithSummary("How much review work lies where, as far as the signed-in person may see it, as CSV.")
        .Produces(200, contentType: CsvFile.ContentType);

    private static async Task<IResult> WriteAsync(HttpContext context, WorkloadViews views, IStringLocalizer<WorkloadTexts> texts, CancellationToken ct)
    {
        var list = await views.OfAsync(context.User.PersonId(), WorkloadFilter.Parse(context.Request.QueryString.Value), ct);
        string[] head = [.. Columns.Select(column => texts["Column." + column].Value), .. list.Weeks.Select(week => texts["Csv.Week", IsoDay.Of(week)!].Value)];
        return Results.File(CsvFile.Of([head, .. list.Rows.Select(row => Fields(row, Here.Language))], Here.Language), CsvFile.ContentType, "workload.csv");
    }

    private static string?[] Fields(PersonWork row, Language language) =>
    [
        row.Name, Number(row.InHand), Number(row.SecondInHand), Hours.Number(row.ToWatch, language), Number(row.FinishedInAll), Number(row.SecondFinished), row.Days?.ToString("0.0", language.Culture()), Hours.Number(row.Watched, language),
        IsoDay.Of(row.Availability?.AwayFrom), IsoDay.Of(row.Availability?.AwayUntil), row.Availability?.MostHours is { } most ? Number(most) : null,
        .. row.Finished.Select(Number),
    ];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

using System.Text;
using Bunit;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Features.Retention;
using ReviewPortal.Web.Features.Worklist;
using ReviewPortal.Web.Tests.Pages;

namespace ReviewPortal.Web.Tests.Features.Worklist;

/// <summary>A list that stops before its end says so.</summary>
public sealed class CutListsTests
{
    private static readonly CaseRow Row = new()
    {
        Number = CaseNumber.Parse("2026-0001")!.Value, Exam = "Toets", Start = APortal.Delivered, Pseudonym = "C-1", State = CaseState.Imported, Outcome = null, Due = null, Reviewer = null,
    };

    [Theory]
    [InlineData(Language.Dutch, "de eerste 1 van 10001 zaken")]
    [InlineData(Language.English, "the first 1 of 10001 cases")]
    public void A_file_for_a_spreadsheet_that_does_not_hold_every_case_says_so_in_its_last_line(Language language, string says)
    {
        Assert.Contains(says, Text(new CaseRows([Row], 10_001), language).TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
        Assert.Contains("2026-0001", Text(new CaseRows([Row], 1), language).TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_what_is_kept_says_how_many_it_leaves_out()
    {
        var (portal, _) = await Stages.AtAsync(Stage.Cleared);
        await using var closing = portal;
        await Sql.RunAsync(portal.DatabaseFile, """
            INSERT INTO Cases (Id, Number, Sitting, State, Since, Due, Version)
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 204)
            SELECT printf('%08X-0000-4000-8000-%012X', i, i), Number + i, printf('%08X-0000-4000-8001-%012X', i, i), State, Since + i, Due, Version FROM Cases, n
            """);
        await using var page = APage.For(portal, "archief");
        var shown = page.Render<RetentionPage>();
        shown.WaitForAssertion(() => Assert.Contains("Nog 5 afgeronde zaken", shown.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
    }

    private static string Text(CaseRows found, Language language) => Encoding.UTF8.GetString(CaseCsv.Of(found, language));
}

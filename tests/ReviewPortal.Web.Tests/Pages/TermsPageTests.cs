using AngleSharp.Dom;
using Bunit;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Features.Appeals;

namespace ReviewPortal.Web.Tests.Pages;

public sealed class TermsPageTests
{
    [Theory]
    [InlineData("nl", "zes weken", "blijft staan: teruggeteld", "Goede Vrijdag")]
    [InlineData("en", "six weeks", "stays: counted back", "Good Friday")]
    public async Task The_page_shows_every_term_with_its_source_and_the_holidays_of_the_years_around(string language, string length, string stays, string holiday)
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await using var page = APage.For(portal, "secretaris", language);
        var shown = page.Render<TermsPage>();

        var terms = Rows(shown.FindAll("section.card")[0]);
        Assert.Equal(StatutoryTerms.All.Concat(ProtocolTerms.All).Select(term => Sources.Cited(term.Basis, Languages.Parse(language)!.Value)), terms.Select(row => row[3]));
        Assert.Equal((length, stays), (terms[0][1], terms[^1][2]));

        Assert.Equal(HouseTerms.Current.States.Select(term => term.Days).Append(HouseTerms.Current.NoticeWorkingDays), Rows(shown.FindAll("section.card")[1]).Select(row => int.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture)));

        var thisYear = Amsterdam.DateOf(portal.Clock.GetUtcNow()).Year;
        var years = shown.FindAll("section.card").Skip(2).ToArray();
        Assert.Equal(Enumerable.Range(thisYear - 1, Holidays.LastYearWithDecree - thisYear + 3), years.Select(card => int.Parse(card.QuerySelector("h2")!.TextContent[^4..], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.All(years, card => Assert.Contains(Rows(card), row => row[1] == holiday && row[2] is "Algemene termijnenwet art. 3 lid 2"));
    }

    /// <summary>Algemene termijnenwet art. 3 lid 3: without the decree a day may be equated without our knowing.</summary>
    [Fact]
    public async Task A_year_names_its_decree_or_warns_that_none_is_known()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await using var page = APage.For(portal, "secretaris");
        var years = page.Render<TermsPage>().FindAll("section.card").Skip(2).ToArray();

        Assert.All(years[..^1], card =>
        {
            Assert.Null(card.QuerySelector(".failure"));
            Assert.Contains("Besluit gelijkstelling van", card.TextContent, StringComparison.Ordinal);
            Assert.Contains("nog te vergelijken met de Staatscourant", card.TextContent, StringComparison.Ordinal);
            Assert.Contains(Rows(card), row => row[1] is "gelijkgestelde dag");
        });
        Assert.Contains("niet bekend", years[^1].QuerySelector(".failure")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Rows(years[^1]), row => row[1] is "gelijkgestelde dag");
    }

    [Fact]
    public async Task The_appeal_page_of_a_case_shows_each_step_and_leads_to_the_terms()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Notified);
        await using var closing = portal;
        await using var page = APage.For(portal, "secretaris");
        var number = (await @case.NowAsync()).Number.ToString();
        var shown = page.Render<AppealPage>(parameters => parameters.Add(item => item.Number, number));
        shown.WaitForState(() => shown.FindAll("ol.timeline li").Count > 0, TimeSpan.FromSeconds(10));

        var steps = shown.FindAll("ol.timeline li");
        Assert.StartsWith("Bekendgemaakt op vrijdag 20 november 2026", steps[0].TextContent.Trim(), StringComparison.Ordinal);
        Assert.Contains("Vrijdag 1 januari 2027 is Nieuwjaarsdag: een dag later", shown.Markup, StringComparison.Ordinal);
        Assert.Equal("Laatste dag om beroep in te stellen: maandag 4 januari 2027 WHW 7.59a; Awb 6:7, 6:8", steps[^1].TextContent.Trim());
        Assert.All(steps, step => Assert.NotEmpty(step.QuerySelector(".cite")!.TextContent));
        Assert.NotNull(shown.Find("a[href='/appeals/terms']"));
    }

    private static string[][] Rows(IElement card) => [.. card.QuerySelectorAll("tbody tr").Select(row => row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ToArray())];
}

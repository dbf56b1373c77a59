using Bunit;
using ReviewPortal.Web.Features.Recordings;

namespace ReviewPortal.Web.Tests.Pages;

/// <summary>What a coordinator reads before a sitting goes to somebody, and before its target date moves.</summary>
public sealed class AssignCardTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Awb 2:4.</summary>
    [Fact]
    public async Task Who_gave_it_back_stands_there_with_the_reason_and_beside_the_name()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Marked);
        await using var closing = portal;
        await ACase.DoneAsync(@case.HandBackAsync());
        await using var page = APage.For(portal, "coordinator");
        var shown = await ShowAsync(page, @case);
        shown.WaitForAssertion(() => Assert.Contains("Noor van Dam gaf deze zaak terug op 4 november 2026", shown.Markup, StringComparison.Ordinal), Patience);
        Assert.Contains("“Ik ken de student.”", shown.Markup, StringComparison.Ordinal);
        var marked = Assert.Single(shown.FindAll("option"), option => option.TextContent.Contains("gaf deze zaak terug", StringComparison.Ordinal));
        Assert.StartsWith("Noor van Dam", marked.TextContent, StringComparison.Ordinal);
        shown.Find("select").Change(portal.Who("reviewer").Id.ToString());
        Assert.Contains("alleen opnieuw aan deze reviewer toe", shown.Markup, StringComparison.Ordinal);
        Assert.Contains(shown.FindAll("footer button"), button => button.TextContent is "Toch toewijzen");
        shown.Find("select").Change(portal.Who("reviewer2").Id.ToString());
        Assert.DoesNotContain("Toch toewijzen", shown.Markup, StringComparison.Ordinal);
    }

    /// <summary>AVG 18.</summary>
    [Fact]
    public async Task A_restriction_is_told_before_it_is_assigned()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Imported);
        await using var closing = portal;
        await using var page = APage.For(portal, "coordinator");
        var shown = await ShowAsync(page, @case);
        shown.WaitForElement("select", Patience);
        Assert.Empty(shown.FindAll(".restricted"));
        await ACase.DoneAsync(@case.RestrictAsync());
        shown.WaitForAssertion(() => Assert.Contains("kan de opname niet afspelen", shown.Find(".restricted").TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task A_day_in_the_past_is_told_to_be_one()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.InReview);
        await using var closing = portal;
        await using var page = APage.For(portal, "coordinator");
        var shown = await ShowAsync(page, @case);
        shown.WaitForElement("input[type=date]", Patience).Change("2026-11-02");
        shown.WaitForAssertion(() => Assert.Contains("Deze dag is al voorbij", shown.Find("#target-missing").TextContent, StringComparison.Ordinal), Patience);
        shown.Find("input[type=date]").Change("2026-11-06");
        shown.WaitForAssertion(() => Assert.Contains("waarom de streefdatum verandert", shown.Find("#target-missing").TextContent, StringComparison.Ordinal), Patience);
        Assert.True(shown.Find("[aria-describedby=target-missing]").HasAttribute("disabled"));
        shown.Find("input[maxlength='500']").Input("Er is haast bij.");
        shown.WaitForAssertion(() => Assert.Empty(shown.Find("#target-missing").TextContent), Patience);
        Assert.False(shown.Find("[aria-describedby=target-missing]").HasAttribute("disabled"));
    }

    private static async Task<IRenderedComponent<SittingPage>> ShowAsync(APage page, ACase @case)
    {
        var number = (await @case.NowAsync()).Number.ToString();
        return page.Render<SittingPage>(parameters => parameters.Add(item => item.Number, number));
    }
}

using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Features.Recordings;
using ReviewPortal.Web.Features.Worklist;

namespace ReviewPortal.Web.Tests.Pages;

/// <summary>The pages on which work is divided, taken and counted.</summary>
public sealed class WorkloadPageTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_coordinator_asks_for_a_proposal_and_nothing_is_given_before_it_is_pressed()
    {
        await using var portal = await WaitingAsync();
        await using var page = APage.For(portal, "coordinator");
        Navigate(page, "/recordings");
        var shown = page.Render<SittingsPage>();
        Press(shown, "Stel een verdeling voor van alles wat wacht");
        shown.WaitForAssertion(() => Assert.Contains("Er is nog niets toegewezen", shown.Find(".proposal").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal(0, await InReviewAsync(portal));
        Press(shown, "Wijs toe (2)");
        shown.WaitForAssertion(() => Assert.Contains("2 afnames zijn toegewezen.", shown.Markup, StringComparison.Ordinal), Patience);
        Assert.Equal(2, await InReviewAsync(portal));

        Press(shown, "Stel een verdeling voor van alles wat wacht");
        shown.WaitForAssertion(() => Assert.Contains("Er wacht geen afname op een reviewer", shown.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task A_reviewer_takes_the_next_from_the_worklist_and_goes_there()
    {
        await using var portal = await WaitingAsync();
        await using var page = APage.For(portal, "reviewer");
        var shown = page.Render<WorklistPage>();
        shown.WaitForAssertion(() => Assert.Contains("Er wachten 2 afnames", shown.Markup, StringComparison.Ordinal), Patience);
        Press(shown, "Neem de volgende afname");
        shown.WaitForAssertion(() => Assert.EndsWith("/review/2026-0001", page.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal), Patience);
        Assert.Equal(1, await InReviewAsync(portal));
    }

    [Fact]
    public async Task The_workload_says_what_it_is_for_and_the_coordinator_changes_who_is_there()
    {
        await using var portal = await WaitingAsync();
        await using var page = APage.For(portal, "coordinator");
        Navigate(page, "/workload?words=ruben");
        var shown = page.Render<WorkloadPage>();
        shown.WaitForAssertion(() => Assert.Single(shown.FindAll(".people tbody tr")), Patience);
        Assert.Contains("niet om mensen te beoordelen", shown.Markup, StringComparison.Ordinal);
        Press(shown, "Wijzig");
        var days = shown.FindAll("form input[type=date]");
        days[0].Change("2026-11-09");
        shown.FindAll("form input[type=date]")[1].Change("2026-11-08");
        shown.Find("form").Submit();
        shown.WaitForAssertion(() => Assert.Contains("Geef een begindag", shown.Markup, StringComparison.Ordinal), Patience);
        shown.FindAll("form input[type=date]")[1].Change("2026-11-13");
        shown.Find("form").Submit();
        shown.WaitForAssertion(() => Assert.Contains("afwezig van 9 nov", shown.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task A_reviewer_sees_the_own_figures_and_nobody_elses()
    {
        await using var portal = await WaitingAsync();
        await using var page = APage.For(portal, "reviewer");
        Navigate(page, "/workload");
        var shown = page.Render<WorkloadPage>();
        shown.WaitForAssertion(() => Assert.Equal("Noor van Dam", Assert.Single(shown.FindAll(".people tbody tr")).FirstElementChild!.TextContent), Patience);
        Assert.Contains("Dit is alles wat over uw werk wordt geteld", shown.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(shown.FindAll("button"), button => button.TextContent is "Wijzig");
        Assert.DoesNotContain("Ruben", shown.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_period_begins_with_the_newest_week()
    {
        await using var portal = await WaitingAsync();
        await using var page = APage.For(portal, "reviewer");
        Navigate(page, "/workload?weeks=26");
        var shown = page.Render<WorkloadPage>();
        shown.WaitForAssertion(() => Assert.Equal(26, shown.FindAll(".weeks thead .number").Count), Patience);
        Assert.Contains("45", shown.FindAll(".weeks thead .number")[0].TextContent, StringComparison.Ordinal);
    }

    private static async Task<APortal> WaitingAsync()
    {
        var portal = await APortal.WithDemoPeopleAsync();
        await portal.ImportedAsync();
        await portal.ImportedAsync("C-4711", "0412711");
        return portal.On(11, 3);
    }

    private static Task<int> InReviewAsync(APortal portal) => portal.ReadAsync(db => db.Cases.CountAsync(item => item.State == CaseState.InReview, Ct));

    private static void Navigate(APage page, string address) => page.Services.GetRequiredService<NavigationManager>().NavigateTo(address);

    private static void Press<T>(IRenderedComponent<T> shown, string name)
        where T : IComponent
    {
        shown.WaitForAssertion(() => Assert.Contains(shown.FindAll("button"), button => button.TextContent.Trim() == name), Patience);
        shown.FindAll("button").First(button => button.TextContent.Trim() == name).Click();
    }
}

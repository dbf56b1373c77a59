using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Features.Recordings;

namespace ReviewPortal.Web.Tests.Pages;

/// <summary>The list of sittings: what the address asks is what is shown, and a view can be kept under a name.</summary>
public sealed class SittingsPageTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_address_filters_and_a_filter_becomes_the_address()
    {
        var (portal, page) = await OpenAsync("/recordings?words=4711");
        await using var _ = portal;
        await using var __ = page;
        var shown = page.Render<SittingsPage>();
        shown.WaitForAssertion(() => Assert.Equal(["C-4711"], Candidates(shown)), Patience);

        shown.Find("select").Change("INFOB1PICA-2026-T1");
        Assert.EndsWith("/recordings?words=4711&exam=INFOB1PICA-2026-T1", Navigation(page).Uri, StringComparison.Ordinal);
        shown.FindAll("button").Single(button => button.TextContent is "Wis filters").Click();
        shown.WaitForAssertion(() => Assert.Equal(2, Candidates(shown).Length), Patience);
        Assert.EndsWith("/recordings", Navigation(page).Uri, StringComparison.Ordinal);

        // "Back" and links are addresses too.
        Navigation(page).NavigateTo("/recordings?state=SecondReview");
        shown.WaitForAssertion(() => Assert.Contains("Geen afname past bij dit filter.", shown.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task A_header_is_a_link_that_sorts_and_says_how_the_list_is_sorted()
    {
        var (portal, page) = await OpenAsync("/recordings?sort=candidate");
        await using var _ = portal;
        await using var __ = page;
        var shown = page.Render<SittingsPage>();
        shown.WaitForAssertion(() => Assert.Equal(["C-4701", "C-4711"], Candidates(shown)), Patience);
        var header = shown.Find("th[aria-sort]");
        Assert.Equal(("ascending", "/recordings?sort=candidate&order=reversed"), (header.GetAttribute("aria-sort"), header.QuerySelector("a")!.GetAttribute("href")));
    }

    [Fact]
    public async Task A_view_is_kept_renamed_opened_and_taken_away_and_is_nobody_elses()
    {
        var (portal, page) = await OpenAsync("/recordings?recorded=little&page=7");
        await using var _ = portal;
        await using var __ = page;
        var shown = page.Render<SittingsPage>();
        shown.WaitForAssertion(() => Assert.NotEmpty(Candidates(shown)), Patience);
        Press(shown, "Bewaar deze weergave");
        shown.Find("form input").Input("  Weinig beeld ");
        shown.Find("form").Submit();
        shown.WaitForAssertion(() => Assert.Contains("Weinig beeld", Views(shown)), Patience);
        var own = shown.FindAll("a.view").Single(view => view.TextContent is "Weinig beeld");
        Assert.Equal(("/recordings?recorded=little", "true"), (own.GetAttribute("href"), own.GetAttribute("aria-current")));

        Press(shown, "Hernoemen");
        shown.Find("form input").Input("Te weinig beeld");
        shown.Find("form").Submit();
        shown.WaitForAssertion(() => Assert.Contains("Te weinig beeld", Views(shown)), Patience);

        var views = portal.Get<SavedViews>();
        var kept = Assert.Single(await views.OfAsync(portal.Who("coordinator").Id, Ct));
        Assert.Empty(await views.OfAsync(portal.Who("secretaris").Id, Ct));
        Assert.False(await views.RenameAsync(kept.Id, "van mij", portal.Who("secretaris").Id, Ct));
        Assert.False(await views.DeleteAsync(kept.Id, portal.Who("secretaris").Id, Ct));

        Press(shown, "Verwijderen");
        shown.WaitForAssertion(() => Assert.DoesNotContain("Te weinig beeld", Views(shown)), Patience);
        Assert.Empty(await views.OfAsync(portal.Who("coordinator").Id, Ct));
    }

    [Fact]
    public async Task A_view_needs_a_name_of_its_own_and_there_are_thirty_at_most()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var (views, by) = (portal.Get<SavedViews>(), portal.Who("coordinator").Id);
        Assert.Null(await views.SaveAsync("  ", SittingFilter.Everything, by, Ct));
        Assert.Null(await views.SaveAsync(new string('x', 61), SittingFilter.Everything, by, Ct));
        for (var at = 0; at < 30; at++) Assert.NotNull(await views.SaveAsync($"Weergave {at}", new SittingFilter { Page = 4, State = CaseState.InReview }, by, Ct));
        Assert.Null(await views.SaveAsync("Nog een", SittingFilter.Everything, by, Ct));
        Assert.NotNull(await views.SaveAsync("Weergave 3", new SittingFilter { Words = "x" }, by, Ct));
        var all = await views.OfAsync(by, Ct);
        Assert.Equal((30, "x"), (all.Length, all.Single(view => view.Name is "Weergave 3").Filter.Words));
        Assert.All(all, view => Assert.Equal(1, view.Filter.Page));
        Assert.False(await views.RenameAsync(all[0].Id, all[1].Name, by, Ct));
    }

    [Fact]
    public async Task Several_sittings_are_given_away_at_once_and_only_new_ones_can_be_ticked()
    {
        var (portal, page) = await OpenAsync("/recordings");
        await using var _ = portal;
        await using var __ = page;
        await portal.ImportedAsync("C-4712", "0412712");
        portal.On(11, 3);
        var shown = page.Render<SittingsPage>();
        shown.WaitForAssertion(() => Assert.Equal(3, Candidates(shown).Length), Patience);
        Assert.Equal(2, shown.FindAll("td.pick input").Count);

        shown.Find("th.pick input").Change(true);
        shown.Find(".assign select").Change(portal.Who("reviewer2").Id.ToString());
        Press(shown, "Toewijzen (2)");
        shown.WaitForAssertion(() => Assert.Empty(shown.FindAll("td.pick input")), Patience);
        Assert.Equal(3, (await portal.Get<SittingList>().RowsAsync(portal.Who("coordinator").Id, SittingFilter.Parse("?state=InReview"), Ct)).Total);
    }

    private static async Task<(APortal Portal, APage Page)> OpenAsync(string address)
    {
        var portal = await APortal.WithDemoPeopleAsync();
        var first = await portal.ImportedAsync();
        await portal.ImportedAsync("C-4711", "0412711");
        await ACase.DoneAsync(portal.On(11, 3).Then(() => first.AssignAsync()));
        var page = APage.For(portal, "coordinator");
        Navigation(page).NavigateTo(address);
        return (portal, page);
    }

    private static NavigationManager Navigation(APage page) => page.Services.GetRequiredService<NavigationManager>();

    private static string[] Candidates(IRenderedComponent<SittingsPage> shown) => [.. shown.FindAll("tbody tr").Select(row => row.QuerySelectorAll("td.mono")[1].TextContent)];

    private static string[] Views(IRenderedComponent<SittingsPage> shown) => [.. shown.FindAll("a.view").Select(view => view.TextContent)];

    private static void Press(IRenderedComponent<SittingsPage> shown, string name) => shown.FindAll("button").Single(button => button.TextContent.Trim() == name).Click();
}

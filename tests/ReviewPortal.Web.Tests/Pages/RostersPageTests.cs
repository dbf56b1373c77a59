using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using ReviewPortal.Web.Features.Recordings;

namespace ReviewPortal.Web.Tests.Pages;

public sealed class RostersPageTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("nl", "Er zijn nog geen roosters.", "regel 3: Het studentnummer ontbreekt.", "20 minuten extra tijd", "Ontbreken (1)")]
    [InlineData("en", "There are no rosters yet.", "line 3: The student number is missing.", "20 minutes extra time", "Missing (1)")]
    public async Task An_exam_shows_its_candidates_and_a_roster_its_bad_lines(string language, string none, string problem, string extra, string missing)
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await using var page = APage.For(portal, "coordinator", language);
        var shown = page.Render<RostersPage>();
        shown.WaitForAssertion(() => Assert.Contains(none, shown.Markup, StringComparison.Ordinal), Patience);

        await portal.ImportedAsync();
        var roster = $"studentnummer;toetscode;naam;extra tijd\n{ADelivery.StudentNumber};INFOB1PICA-2026-T1;Lotte Smit;20\n;INFOB1PICA-2026-T1;Niemand;\n0499999;INFOB1PICA-2026-T1;孝慈;\n";
        await portal.Get<TakeInRoster>().ReceiveAsync(System.Text.Encoding.UTF8.GetBytes(roster), "rooster.csv", portal.Who("coordinator").Id, Ct);
        page.Services.GetRequiredService<NavigationManager>().NavigateTo("/recordings/rosters?exam=INFOB1PICA-2026-T1");
        shown = page.Render<RostersPage>();
        shown.WaitForAssertion(() => Assert.Contains(extra, shown.Markup, StringComparison.Ordinal), Patience);
        Assert.Contains(problem, shown.Markup, StringComparison.Ordinal);

        shown.FindAll("button.chip").Single(chip => chip.TextContent == missing).Click();
        Assert.DoesNotContain("Lotte Smit", shown.Markup, StringComparison.Ordinal);
        Assert.Contains("孝慈", shown.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removing_a_roster_is_asked_first()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await portal.Get<TakeInRoster>().ReceiveAsync("studentnummer;toetscode\n1;T-1\n"u8.ToArray(), "r.csv", portal.Who("coordinator").Id, Ct);
        await using var page = APage.For(portal, "coordinator");
        page.Services.GetRequiredService<NavigationManager>().NavigateTo("/recordings/rosters?exam=T-1");
        var shown = page.Render<RostersPage>();
        shown.WaitForAssertion(() => Assert.NotEmpty(shown.FindAll("footer button")), Patience);
        shown.Find("footer button").Click();
        Assert.Single(await portal.Get<RosterViews>().ExamsAsync(portal.Who("coordinator").Id, Ct));
        shown.FindAll("footer button").Single(button => button.TextContent is "Ja, verwijderen").Click();
        shown.WaitForAssertion(() => Assert.EndsWith("/recordings/rosters", page.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal), Patience);
        Assert.Empty(await portal.Get<RosterViews>().ExamsAsync(portal.Who("coordinator").Id, Ct));
    }
}

using System.Net;
using Bunit;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Demo;
using ReviewPortal.Web.Features.Committee;
using ReviewPortal.Web.Features.Decisions;
using ReviewPortal.Web.Features.Worklist;
using ReviewPortal.Web.Tests.Http;
using ReviewPortal.Web.Tests.Pages;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Features.Committee;

/// <summary>Awb 2:4: whoever declared an interest in a case loses sight of it, on pages, in files and in lists, before and after the decision.</summary>
public sealed class SteppedBackTests
{
    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Stage.Reported)]
    [InlineData(Stage.Deliberation)]
    [InlineData(Stage.CoSigned)]
    [InlineData(Stage.Notified)]
    [InlineData(Stage.AppealPending)]
    [InlineData(Stage.Annulled)]
    [InlineData(Stage.Irrevocable)]
    public async Task The_case_is_gone_from_rooms_lists_and_search_and_stays_for_the_others(Stage stage)
    {
        var (portal, @case) = await Stages.AtAsync(stage);
        await using var _ = portal;
        var number = (await @case.NowAsync()).Number;
        Assert.Equal(1, await SeenAsync(portal, "lid1", null));
        await ACase.DoneAsync(@case.DeclareConflictAsync("lid1"));

        var door = portal.Get<CaseDoor>();
        foreach (var room in Enum.GetValues<Room>()) Assert.Null(await door.OpenAsync(number.ToString(), room, portal.Who("lid1").Id, Ct));
        Assert.Null(await door.ToPlayAsync(@case.Sitting, portal.Who("lid1").Id, Ct));
        Assert.Equal(0, await SeenAsync(portal, "lid1", null));
        Assert.Equal(0, await SeenAsync(portal, "lid1", number.ToString()));

        Assert.NotNull(await door.OpenAsync(number.ToString(), Room.Committee, portal.Who("lid2").Id, Ct));
        Assert.Equal(1, await SeenAsync(portal, "lid2", number.ToString()));
    }

    [Fact]
    public async Task Not_one_file_or_list_opens_to_them_over_the_network()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Notified);
        await using var _ = portal;
        await ACase.DoneAsync(@case.DeclareConflictAsync("lid1"));
        await portal.StartAsync();
        using var visitor = await Visitor.AsAsync(portal, DemoAccounts.Email("lid1"));
        using var other = await Visitor.AsAsync(portal, DemoAccounts.Email("lid2"));
        var number = (await @case.NowAsync()).Number.ToString();
        var opened = 0;
        foreach (var door in (await Door.AllAsync(portal, @case)).Where(door => door.IsOfTheCase))
        {
            using var answer = await visitor.GetAsync(door.Address);
            using var theirs = await other.GetAsync(door.Address);
            opened += theirs.StatusCode is HttpStatusCode.OK ? 1 : 0;
            if (door.Reveals is null) Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            else Assert.DoesNotContain(number, await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        }

        Assert.True(opened >= 5, $"Only {opened} of the addresses open to anybody of the board");
    }

    [Fact]
    public async Task The_page_says_why_and_to_whom_to_turn_and_nothing_of_the_case()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Notified);
        await using var _ = portal;
        var number = (await @case.NowAsync()).Number.ToString();
        var pseudonym = await portal.ReadAsync(db => db.Sittings.Select(sitting => sitting.Pseudonym).SingleAsync(Ct));
        await ACase.DoneAsync(@case.DeclareConflictAsync("secretaris"));

        await using (var secretary = APage.For(portal, "secretaris"))
        {
            var dossier = secretary.Render<DossierPage>(parameters => parameters.Add(page => page.Number, number));
            dossier.WaitForAssertion(() => Assert.Contains($"Zaak {number} is voor u gesloten", dossier.Markup, StringComparison.Ordinal));
            Assert.Contains("Wend u tot Hanneke Willems.", dossier.Markup, StringComparison.Ordinal);
            Assert.DoesNotContain(pseudonym, dossier.Markup, StringComparison.Ordinal);
            Assert.Contains("is voor u gesloten", secretary.Render<DecisionPage>(parameters => parameters.Add(page => page.Number, number)).Markup, StringComparison.Ordinal);
        }

        // Somebody who declared nothing is told nothing.
        await using var reviewer = APage.For(portal, "reviewer");
        Assert.DoesNotContain("gesloten", reviewer.Render<DossierPage>(parameters => parameters.Add(page => page.Number, number)).Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Stage.Notified)]
    [InlineData(Stage.AppealPending)]
    [InlineData(Stage.Annulled)]
    public async Task Stepping_back_after_publication_leaves_the_session_as_it_was_and_bars_from_deciding_again(Stage stage)
    {
        var (portal, @case) = await Stages.AtAsync(stage);
        await using var _ = portal;
        var before = await MembersAsync(portal);
        await ACase.DoneAsync(@case.DeclareConflictAsync("lid1"));
        Assert.Equal(before, await MembersAsync(portal));

        if (stage is Stage.Annulled)
        {
            await ACase.DoneAsync(@case.RedecideAsync());
            Assert.Equal([Requirement.QuorumWithoutConflict], Assert.IsType<Refused>(await @case.DeliberateAsync()).Unmet);
            await ACase.DoneAsync(@case.DeliberateAsync("secretaris", "lid2", "voorzitter"));
        }
        else
        {
            Assert.Contains(Requirement.NoConflictOfInterest, Assert.IsType<Refused>(await @case.RedecideAsync(by: "lid1")).Unmet);
        }
    }

    [Fact]
    public async Task The_executive_board_is_not_shown_what_was_decided_in_other_cases()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.TerminationProposed);
        await using var _ = portal;
        var number = (await @case.NowAsync()).Number.ToString();
        await using (var executive = APage.For(portal, "cvb"))
        {
            var page = executive.Render<DecisionPage>(parameters => parameters.Add(decision => decision.Number, number));
            Assert.Contains("Beëindiging van de inschrijving", page.Markup, StringComparison.Ordinal);
            Assert.DoesNotContain("Vergelijkbare besluiten", page.Markup, StringComparison.Ordinal);
        }

        await using var member = APage.For(portal, "lid1");
        Assert.Contains("Vergelijkbare besluiten", member.Render<DecisionPage>(parameters => parameters.Add(decision => decision.Number, number)).Markup, StringComparison.Ordinal);
    }

    private static async Task<string[]> MembersAsync(APortal portal) => [.. (await portal.ReadAsync(db => db.Sessions.ToListAsync(Ct))).SelectMany(session => session.Members).Select(member => member.Name)];

    private static async Task<int> SeenAsync(APortal portal, string who, string? words) =>
        (await portal.Get<CaseLists>().CasesAsync(portal.Who(who).Id, [], words, new ListPage(0, 9, ""), Ct)).Total;
}

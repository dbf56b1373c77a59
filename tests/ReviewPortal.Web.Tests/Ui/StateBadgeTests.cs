using Bunit;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Features.Committee;
using ReviewPortal.Web.Features.Recordings;
using ReviewPortal.Web.Features.Worklist;
using ReviewPortal.Web.Tests.Pages;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Ui;

/// <summary>Only a decided outcome has a colour, and one signature decides nothing.</summary>
public sealed class StateBadgeTests
{
    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Stage.Decided, true)]
    [InlineData(Stage.CoSigned, false)]
    public async Task Until_the_second_signature_every_list_and_page_knows_it_for_a_proposal(Stage stage, bool proposed)
    {
        var (portal, @case) = await Stages.AtAsync(stage);
        await using var _ = portal;
        var by = portal.Who("secretaris").Id;
        var head = (await portal.Get<CaseDoor>().OpenAsync((await @case.NowAsync()).Number.ToString(), Room.Decisions, by, Ct))!;
        var line = Assert.Single((await portal.Get<CaseLists>().CasesAsync(by, [], null, new ListPage(0, 50, ""), Ct)).Rows);
        var sitting = Assert.Single((await portal.Get<SittingList>().RowsAsync(by, SittingFilter.Everything, Ct)).Rows);
        var days = await portal.ReadAsync(db => Task.FromResult(db.Sessions.Select(session => session.Date).ToArray()));
        var agenda = Assert.Single(await portal.Get<BoardAgenda>().FindAsync(Assert.Single(days), by, Ct));

        Assert.Equal((Outcome.Irregularity, Outcome.Irregularity, Outcome.Irregularity, Outcome.Irregularity), (head.Outcome, line.Outcome, sitting.Outcome, agenda.Outcome));
        Assert.Equal((proposed, proposed, proposed, proposed), (head.IsProposed, line.IsProposed, sitting.IsProposed, agenda.IsProposed));
    }

    [Fact]
    public async Task A_proposal_is_neutral_and_says_what_it_is()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await using var page = APage.For(portal, "lid1");
        var proposal = page.Render<StateBadge>(parameters => parameters.Add(badge => badge.State, CaseState.Decided).Add(badge => badge.Outcome, Outcome.Fraud).Add(badge => badge.IsProposed, true)).Find(".badge");
        Assert.Equal(("badge", "Voorstel: fraude"), (proposal.ClassName, proposal.TextContent.Trim()));
        var decided = page.Render<StateBadge>(parameters => parameters.Add(badge => badge.State, CaseState.Decided).Add(badge => badge.Outcome, Outcome.Fraud)).Find(".badge");
        Assert.Equal(("badge fraud", "Fraude"), (decided.ClassName, decided.TextContent.Trim()));
    }
}

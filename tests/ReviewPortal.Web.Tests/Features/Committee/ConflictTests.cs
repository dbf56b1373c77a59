using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Features.Committee;
using ReviewPortal.Web.Features.Worklist;

namespace ReviewPortal.Web.Tests.Features.Committee;

/// <summary>Awb 2:4, WHW 7.12b lid 4: whoever declares an interest takes no part from then on.</summary>
public sealed class ConflictTests
{
    private static readonly ListPage Page = new(0, 50, "");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_declaration_is_kept_with_reason_name_and_moment_and_shows_on_the_dossier()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Reported);
        await using var _ = portal;
        await ACase.DoneAsync(@case.DeclareConflictAsync("secretaris"));
        var kept = await portal.ReadAsync(db => db.ConflictDeclarations.SingleAsync(Ct));
        Assert.Equal((@case.Id, portal.Who("secretaris").Id, "Mirjam Bos", "De student is mijn nicht.", portal.Clock.GetUtcNow()), (kept.Case, kept.Person, kept.Name, kept.Reason, kept.At));

        var seen = await DossierAsync(portal, @case, "lid1");
        Assert.Equal(("Mirjam Bos", false), (Assert.Single(seen.Records.Declarations).Name, seen.Records.YouHaveConflict));
        Assert.True((await DossierAsync(portal, @case, "secretaris")).Records.YouHaveConflict);
    }

    [Theory]
    [InlineData(Stage.Reported)]
    [InlineData(Stage.Investigated)]
    [InlineData(Stage.ViewsInvited)]
    [InlineData(Stage.HearingPlanned)]
    [InlineData(Stage.ViewsReceived)]
    [InlineData(Stage.Deliberation)]
    [InlineData(Stage.CoSigned)]
    public async Task Nothing_that_a_table_asks_of_somebody_without_a_conflict_is_left_to_them(Stage stage)
    {
        var (portal, @case) = await Stages.AtAsync(stage);
        await using var _ = portal;
        var state = (await @case.NowAsync()).State;
        foreach (var who in new[] { "secretaris", "lid1", "voorzitter" })
        {
            await ACase.DoneAsync(@case.DeclareConflictAsync(who));
            var may = (await DossierAsync(portal, @case, who)).May;
            foreach (var row in CaseLifecycle.From(state, portal.Who(who).Roles).Where(row => row.Action is not CaseAction.DeclareConflict))
                Assert.Contains(Assert.IsType<Refused>(may[row.Action]).Unmet, need => need is Requirement.NoConflictOfInterest or Requirement.MemberOfThisSession);
            Assert.Equal(0, (await portal.Get<CaseLists>().WorkAsync(portal.Who(who).Id, null, Page, Ct)).Total);
        }
    }

    [Fact]
    public async Task They_are_not_offered_for_a_session_and_cannot_be_put_on_one()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ViewsReceived);
        await using var _ = portal;
        await ACase.DoneAsync(@case.DeclareConflictAsync("lid1"));
        Assert.Equal(["Aisha Karimi"], (await DossierAsync(portal, @case, "secretaris")).Members.Where(member => member.HasConflict).Select(member => member.Name));
        portal.On(11, 16);
        Assert.Equal([Requirement.QuorumWithoutConflict], Assert.IsType<Refused>(await @case.DeliberateAsync()).Unmet);
        await ACase.DoneAsync(@case.DeliberateAsync("secretaris", "lid2", "voorzitter"));
    }

    [Fact]
    public async Task A_member_who_steps_back_leaves_the_session_and_without_a_quorum_nobody_decides()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Drafted);
        await using var _ = portal;
        await ACase.DoneAsync(@case.DeclareConflictAsync("lid1"));
        Assert.Equal(["Hanneke Willems", "Joost Vermeer"], await MembersAsync(portal));
        Assert.Equal([Requirement.MemberOfThisSession], Assert.IsType<Refused>(await @case.DecideAsync(Outcome.Irregularity)).Unmet);

        await ACase.DoneAsync(@case.DeclareConflictAsync("lid2"));
        Assert.Equal([Requirement.SessionHeld], Assert.IsType<Refused>(await @case.DecideAsync(Outcome.Irregularity, "voorzitter")).Unmet);
    }

    [Theory]
    [InlineData("lid1")]
    [InlineData("voorzitter")]
    public async Task A_decision_signed_by_somebody_who_then_steps_back_does_not_go_out_until_others_have_signed(string who)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.CoSigned);
        await using var _ = portal;
        portal.On(11, 20);
        await ACase.DoneAsync(@case.DeclareConflictAsync(who));
        Assert.Equal([Requirement.CoSignature], Assert.IsType<Refused>(await @case.PublishAsync()).Unmet);

        var others = new[] { "lid1", "lid2", "voorzitter" }.Except([who]).ToArray();
        await ACase.DoneAsync(@case.DeliberateAsync("secretaris", others));
        await ACase.DoneAsync(@case.DecideAsync(Outcome.Irregularity, others[0]));
        await ACase.DoneAsync(@case.CoSignAsync(others[1]));
        await ACase.DoneAsync(@case.PublishAsync());
    }

    private static async Task<string[]> MembersAsync(APortal portal) => [.. (await portal.ReadAsync(db => db.Sessions.SingleAsync(Ct))).Members.Select(member => member.Name)];

    private static async Task<Dossier> DossierAsync(APortal portal, ACase @case, string who) =>
        (await portal.Get<CaseFiles>().LookAsync(@case.Id, portal.Who(who).Id, file => Dossier.OfAsync(file, Ct), Ct))!;
}

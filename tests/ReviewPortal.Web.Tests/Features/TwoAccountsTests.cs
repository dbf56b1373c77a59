using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Demo;

namespace ReviewPortal.Web.Tests.Features;

/// <summary>One person with two accounts is one person: apart from the board of examiners (Awb 2:4; law.md section 4, row 21), and among four eyes (Archiefwet 1995 art. 3).</summary>
public sealed class TwoAccountsTests
{
    /// <summary>As the account is called today, or as it was when the decision or the proposal was signed; typed otherwise.</summary>
    [Theory]
    [InlineData("cvb", "  A\u00EFsha  KARIMI ", null)]
    [InlineData("lid1", "Willem  HOEKSTRA", null)]
    [InlineData("voorzitter", "Iemand Anders", "hanneke willems")]
    public async Task Who_took_part_in_the_decision_under_another_account_does_not_decide_for_the_executive_board(string renamed, string name, string? decider)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.TerminationProposed);
        await using var _ = portal;
        await CalledAsync(portal, renamed, name);
        if (decider is not null) await CalledAsync(portal, "cvb", decider);
        Assert.Equal([Requirement.ApartFromTheBoard], Assert.IsType<Refused>(await @case.DecideTerminationAsync(terminate: false)).Unmet);
        await CalledAsync(portal, "cvb", "Willem de Wit");
        await ACase.DoneAsync(@case.DecideTerminationAsync(terminate: false));
    }

    /// <inheritdoc cref="Who_took_part_in_the_decision_under_another_account_does_not_decide_for_the_executive_board"/>
    [Theory]
    [InlineData("fg", "loes  TIMMERMANS", null)]
    [InlineData("archief", "Bram  OOSTERHUIS", null)]
    [InlineData("archief", "Iemand Anders", "Loes Timmermans")]
    public async Task Who_asked_under_another_account_does_not_lift_a_hold(string renamed, string name, string? lifter)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.HoldLiftAsked);
        await using var _ = portal;
        await CalledAsync(portal, renamed, name);
        if (lifter is not null) await CalledAsync(portal, "fg", lifter);
        Assert.Equal([Requirement.AskedByAnother], Assert.IsType<Refused>(await @case.LiftHoldAsync()).Unmet);
        await CalledAsync(portal, "fg", "Willem de Wit");
        await ACase.DoneAsync(@case.LiftHoldAsync());
    }

    private static Task CalledAsync(APortal portal, string who, string name) => Sql.RunAsync(portal.DatabaseFile, $"UPDATE AspNetUsers SET Name = '{name}' WHERE Email = '{DemoAccounts.Email(who)}'");
}

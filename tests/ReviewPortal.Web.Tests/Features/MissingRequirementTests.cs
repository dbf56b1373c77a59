using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Web.Tests.Features;

public sealed class MissingRequirementTests
{
    // A sanction under anything but fraud is dropped by the signature itself, so its absence cannot be missed (UU-IR-6).
    // Others only choose between two states a step can lead to: without them the step goes to the other one.
    private static readonly (CaseAction, Requirement)[] CannotBeMissed =
    [
        (CaseAction.DecideValid, Requirement.NoSanction), (CaseAction.DecideIrregularity, Requirement.NoSanction),
        (CaseAction.ResumeAppeal, Requirement.AppealAtCouncil), (CaseAction.ResumeAppeal, Requirement.SettlementTried), (CaseAction.WithdrawAppeal, Requirement.NotYetRuled),
        (CaseAction.RecordAnnulment, Requirement.AppealOnChance), (CaseAction.RecordDismissal, Requirement.AppealOnChance),
    ];

    public static TheoryData<CaseAction, Requirement> EverySpoiltStep
    {
        get
        {
            var all = new TheoryData<CaseAction, Requirement>();
            foreach (var step in SpoiltSteps.All) all.Add(step.Action, step.Missing);
            return all;
        }
    }

    [Fact]
    public void Every_requirement_of_every_row_is_missed_here_once() => Assert.Equal(
        CaseLifecycle.Table.SelectMany(row => row.Needs.Select(need => (row.Action, need))).Distinct().Except(CannotBeMissed).Order(),
        SpoiltSteps.All.Select(step => (step.Action, step.Missing)).Order());

    [Theory]
    [MemberData(nameof(EverySpoiltStep))]
    public async Task A_step_that_lacks_one_thing_names_just_that_and_changes_nothing(CaseAction action, Requirement missing)
    {
        var step = SpoiltSteps.All.Single(spoilt => spoilt.Action == action && spoilt.Missing == missing);
        var (portal, @case) = await Stages.AtAsync(step.Stage);
        await using var _ = portal;

        var take = await step.Spoil(portal, @case);
        var before = await portal.DumpAsync();

        var refused = Assert.IsType<Refused>(await take());

        Assert.Equal((action, RefusalKind.Unmet), (refused.Action, refused.Kind));
        Assert.Equal([missing, .. step.With], refused.Unmet);
        Assert.Contains(Sources.InWords(missing, Language.Dutch), refused.Sentence(Language.Dutch), StringComparison.Ordinal);
        Assert.Equal(before, await portal.DumpAsync());
    }
}

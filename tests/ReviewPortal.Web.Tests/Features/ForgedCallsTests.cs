using System.Collections.Immutable;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Web.Features.Review;

namespace ReviewPortal.Web.Tests.Features;

/// <summary>
/// Any message over a circuit can be forged: every action is called as every person in every state, whatever the pages would show,
/// and the answers are compared with the table of the procedure.
/// </summary>
public sealed class ForgedCallsTests
{
    private static readonly CaseFacts AllMet = Enum.GetValues<Requirement>().Aggregate(new CaseFacts(), (facts, requirement) => facts.State(requirement, true));

    public static TheoryData<CaseState> ReachedStates => [.. TriedActions.ReachedStates];

    [Fact]
    public void Every_state_the_table_leads_to_is_tried_here() =>
        Assert.Equal(CaseLifecycle.Table.Select(row => row.To).Distinct().Order(), TriedActions.ReachedStates.Order());

    [Theory]
    [MemberData(nameof(ReachedStates))]
    public async Task What_the_table_does_not_permit_is_refused_as_the_table_says_and_changes_nothing(CaseState state)
    {
        var (portal, @case) = await Stages.AtAsync(Stages.ReadyIn(state));
        await using var _ = portal;
        var before = await portal.DumpAsync();
        var tried = 0;
        foreach (var (action, who, expected) in Combinations(portal, state).Where(combination => !combination.Expected.IsDone && IsTelling(portal, combination.Action.Action, combination.Who, combination.Expected)))
        {
            var answer = Assert.IsType<Refused>(await action.Run(portal, @case, who));
            Assert.True(((Refused)expected).Kind == answer.Kind, $"{action.Action} by {who} in {state}: {answer.Kind}");
            tried++;
        }

        Assert.Equal(before, await portal.DumpAsync());
        Assert.True(tried > 100, $"Only {tried} calls were forged in {state}");
    }

    [Theory]
    [MemberData(nameof(ReachedStates))]
    public async Task What_the_table_permits_to_a_role_is_done_or_misses_something_the_table_names(CaseState state)
    {
        (APortal Portal, ACase Case)? at = null;
        try
        {
            foreach (var (action, who, _) in await PermittedAsync(state))
            {
                // What was refused has left everything as it was: the next call finds the same case. A step that was taken needs a case of its own.
                var (portal, @case) = at ??= await Stages.AtAsync(Stages.ReadyIn(state));
                var rows = CaseLifecycle.Table.Where(row => row.From == state && row.Action == action.Action && row.Roles.Any(portal.Who(who).Is)).ToArray();
                var (before, version) = (await portal.DumpAsync(), (await @case.NowAsync()).Version);
                switch (await action.Run(portal, @case, who))
                {
                    case Done done:
                        Assert.Contains(done.Row, rows);
                        Assert.Equal((done.Row.To, version + 1), ((await @case.NowAsync()).State, (await @case.NowAsync()).Version));
                        Assert.Contains(portal.Who(who).Roles, done.Row.Roles.Contains);
                        await portal.DisposeAsync();
                        at = null;
                        break;
                    case Refused refused:
                        Assert.Equal(RefusalKind.Unmet, refused.Kind);
                        Assert.Subset(rows.SelectMany(row => row.Needs).ToHashSet(), refused.Unmet.ToHashSet());
                        Assert.Equal(before, await portal.DumpAsync());
                        break;
                }
            }
        }
        finally
        {
            if (at is { } left) await left.Portal.DisposeAsync();
        }
    }

    /// <summary>Issue 2: the check is in the action, not in the page. UU-DEF-6: a reviewer never decides.</summary>
    [Theory]
    [InlineData(Outcome.Valid)]
    [InlineData(Outcome.Irregularity)]
    [InlineData(Outcome.Fraud)]
    public async Task A_reviewer_who_posts_a_decision_is_refused_by_the_action_itself(Outcome outcome)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Drafted);
        await using var _ = portal;
        var before = await portal.DumpAsync();

        foreach (var who in new[] { "reviewer", "reviewer2", "tweede" })
        {
            Assert.Equal(RefusalKind.NotThisRole, Assert.IsType<Refused>(await @case.DecideAsync(outcome, who)).Kind);
            Assert.Equal(RefusalKind.NotThisRole, Assert.IsType<Refused>(await @case.DraftAsync(Drafts.Fraud, who)).Kind);
            Assert.Equal(RefusalKind.NotFromThisState, Assert.IsType<Refused>(await @case.CoSignAsync(who)).Kind);
        }

        Assert.Equal(before, await portal.DumpAsync());
    }

    /// <summary>What people write between the steps is as open to forgery as the steps.</summary>
    [Theory]
    [MemberData(nameof(ReachedStates))]
    public async Task Drafts_are_kept_for_the_one_person_whose_work_they_are_and_for_nobody_else(CaseState state)
    {
        var (portal, @case) = await Stages.AtAsync(state is CaseState.SecondReview ? Stage.ReasonsWritten : Stages.ReadyIn(state));
        await using var _ = portal;
        var before = await portal.DumpAsync();
        foreach (var draft in WrittenBetweenSteps)
        {
            foreach (var who in TriedActions.Everybody.Except(draft.WorkOf.GetValueOrDefault(state, [])))
                Assert.False((await draft.Run(@case, who)).IsDone, $"{draft.What} by {who} in {state}");
            Assert.True(before == await portal.DumpAsync(), $"{draft.What} was kept in {state}");
        }

        foreach (var (draft, who) in WrittenBetweenSteps.SelectMany(draft => draft.WorkOf.GetValueOrDefault(state, []).Select(who => (draft, who))))
            Assert.True((await draft.Run(@case, who)).IsDone, $"{draft.What} by {who} in {state}");
    }

    private sealed record Draft(string What, Dictionary<CaseState, string[]> WorkOf, Func<ACase, string, Task<Answer>> Run);

    private static readonly ImmutableArray<Draft> WrittenBetweenSteps =
    [
        new("a mark", new() { [CaseState.InReview] = ["reviewer"], [CaseState.SecondReview] = ["tweede"] }, (@case, who) => @case.MarkAsync(who)),
        new("what was watched", new() { [CaseState.InReview] = ["reviewer"], [CaseState.SecondReview] = ["tweede"] }, (@case, who) => @case.ClaimAsync(new PlayedStretch(new Fragment(0, 2), 1, Enum.GetValues<TrackRole>()), who)),
        new("why a part was not watched", new() { [CaseState.InReview] = ["reviewer"], [CaseState.SecondReview] = ["tweede"] }, (@case, who) => @case.NoteViewingAsync(who)),
        new("the answer to a signal", new() { [CaseState.InReview] = ["reviewer"], [CaseState.SecondReview] = ["tweede"] }, (@case, who) => @case.AnswerSignalAsync(who)),
        new("the answer to equal signals", new() { [CaseState.InReview] = ["reviewer"], [CaseState.SecondReview] = ["tweede"] }, (@case, who) => @case.AnswerTogetherAsync(who)),
        new("the second reviewer's reasons", new() { [CaseState.SecondReview] = ["tweede"] }, (@case, who) => @case.WriteReasonsAsync(who)),
        new("the proces-verbaal", new() { [CaseState.SecondReview] = ["reviewer"] }, (@case, who) => @case.WriteReportAsync(who)),
        new("the board's findings", new() { [CaseState.UnderInvestigation] = ["secretaris", "lid1", "lid2", "voorzitter"] }, (@case, who) => @case.WriteFindingsAsync(who)),
        new("the minutes of the hearing", new() { [CaseState.HearingScheduled] = ["secretaris"] }, (@case, who) => @case.WriteMinutesAsync(who)),
        new("the student's view", new() { [CaseState.ViewsInvited] = ["student"], [CaseState.HearingScheduled] = ["student"] }, (@case, who) => @case.WriteViewAsync("Ik was alleen.", who)),
        new("the comment on minutes that are not there", [], (@case, who) => @case.WriteCommentAsync(who)),
        new("the decision", new() { [CaseState.Deliberation] = ["lid1", "lid2", "voorzitter"] }, (@case, who) => @case.DraftAsync(Drafts.Valid, who)),
    ];

    private static async Task<ImmutableArray<(TriedAction Action, string Who, Answer Expected)>> PermittedAsync(CaseState state)
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        return [.. Combinations(portal, state).Where(combination => combination.Expected.IsDone)];
    }

    // That an action belongs to another state does not depend on who calls: whoever has it in some state tries, and one who never has.
    private static bool IsTelling(APortal portal, CaseAction action, string who, Answer expected) =>
        expected is not Refused { Kind: RefusalKind.NotFromThisState } || who is "beheer" || CaseLifecycle.Table.Any(row => row.Action == action && row.Roles.Any(portal.Who(who).Is));

    private static IEnumerable<(TriedAction Action, string Who, Answer Expected)> Combinations(APortal portal, CaseState state) =>
        from action in TriedActions.All
        from who in TriedActions.Everybody
        select (action, who, CaseLifecycle.Ask(state, action.Action, portal.Who(who).Roles, AllMet));
}

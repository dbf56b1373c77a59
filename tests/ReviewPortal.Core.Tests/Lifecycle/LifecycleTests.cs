using ReviewPortal.Core.Lifecycle;
using static ReviewPortal.Core.Lifecycle.CaseAction;
using static ReviewPortal.Core.Lifecycle.Requirement;

namespace ReviewPortal.Core.Tests.Lifecycle;

public sealed class LifecycleTests
{
    private static readonly CaseFacts NothingMet = new();

    [Fact]
    public void Every_combination_of_state_action_and_role_is_answered_as_approved() => Approved.Matches("CaseLifecycle", EveryCombination.Written());

    [Fact]
    public void A_refusal_names_every_unmet_requirement_in_the_order_of_the_table()
    {
        foreach (var row in CaseLifecycle.Table.Where(row => !row.Needs.IsEmpty))
        {
            // A step that can lead to several states: without what leads to this one it goes to the other.
            var other = CaseLifecycle.Table.LastOrDefault(same => (same.From, same.Action) == (row.From, row.Action) && same.Roles.Intersect(row.Roles).Any() && same.Needs.Length < row.Needs.Length);
            foreach (var missing in row.Needs)
            {
                if (other?.Needs.Contains(missing) is false)
                {
                    Assert.Equal(other, Assert.IsType<Done>(AskIn(row, EveryCombination.Met(row.Needs.Except([missing])))).Row);
                    continue;
                }

                var refused = Assert.IsType<Refused>(AskIn(row, EveryCombination.Met(row.Needs.Except([missing]))));
                Assert.Equal((RefusalKind.Unmet, row.From), (refused.Kind, refused.State));
                Assert.Equal([missing], refused.Unmet);
            }

            Assert.Equal((other ?? row).Needs, Assert.IsType<Refused>(AskIn(row, NothingMet)).Unmet);
        }
    }

    [Fact]
    public void What_nobody_stated_is_not_met_and_what_was_met_can_be_taken_back()
    {
        var facts = new CaseFacts().State(Reasons, true);
        Assert.True(facts.Meets(Reasons));
        Assert.False(facts.Meets(RuleVersion));
        Assert.False(facts.State(Reasons, false).Meets(Reasons));
    }

    [Fact]
    public void A_person_with_two_roles_may_do_what_either_role_may()
    {
        // A reviewer must be the assigned one to hand back; a coordinator need not be.
        var withReason = new CaseFacts().State(HandBackReason, true).State(NoCitizenNumber, true);
        Assert.True(CaseLifecycle.Ask(CaseState.InReview, HandBack, [Role.Reviewer, Role.Coordinator], withReason).IsDone);
        Assert.False(CaseLifecycle.Ask(CaseState.InReview, HandBack, [Role.Reviewer], withReason).IsDone);
    }

    [Fact]
    public void Somebody_without_a_role_may_do_nothing_but_what_the_portal_does_itself()
    {
        var all = EveryCombination.Met(Enum.GetValues<Requirement>());
        var permitted = from state in EveryCombination.States
                        from action in Enum.GetValues<CaseAction>()
                        where CaseLifecycle.Ask(state, action, [], all).IsDone
                        select action;
        Assert.Equal([Import], permitted);
    }

    [Fact]
    public void To_prepare_lets_drafts_through_that_still_miss_everything_else()
    {
        var draft = EveryCombination.Met([MemberOfThisSession]);
        Assert.True(CaseLifecycle.AskToPrepare(CaseState.Deliberation, DecideFraud, [Role.BoardMember], draft).IsDone);
        Assert.True(CaseLifecycle.AskToPrepare(CaseState.SecondReview, SignProcesVerbaal, [Role.Reviewer], EveryCombination.Met([OwnReview])).IsDone);
    }

    [Theory]
    [InlineData(CaseState.Deliberation, DecideFraud, Role.BoardMember, MemberOfThisSession)]
    [InlineData(CaseState.SecondReview, SignProcesVerbaal, Role.Reviewer, OwnReview)]
    [InlineData(CaseState.SecondReview, SupportSuspicion, Role.SecondReviewer, OwnSecondReview)]
    [InlineData(CaseState.ViewsInvited, GiveView, Role.Student, AddressedToYou)]
    [InlineData(CaseState.Reported, TakeUp, Role.BoardSecretary, NoConflictOfInterest)]
    public void To_prepare_lets_only_the_right_person_through(CaseState state, CaseAction action, Role role, Requirement whose)
    {
        var othersDraft = EveryCombination.Met(Enum.GetValues<Requirement>().Except([whose]));
        var refused = Assert.IsType<Refused>(CaseLifecycle.AskToPrepare(state, action, [role], othersDraft));
        Assert.Equal([whose], refused.Unmet);
    }

    [Fact]
    public void To_prepare_is_refused_in_another_state_and_to_another_role()
    {
        var all = EveryCombination.Met(Enum.GetValues<Requirement>());
        Assert.Equal(RefusalKind.NotFromThisState, Assert.IsType<Refused>(CaseLifecycle.AskToPrepare(CaseState.Decided, DecideFraud, [Role.Chair], all)).Kind);
        Assert.Equal(RefusalKind.NotThisRole, Assert.IsType<Refused>(CaseLifecycle.AskToPrepare(CaseState.Deliberation, DecideFraud, [Role.Reviewer], all)).Kind);
    }

    /// <summary>UU-NET-2: dress and manners are a note; nothing follows from them.</summary>
    [Fact]
    public void Netiquette_alone_can_never_be_reported_or_sent_to_a_second_review()
    {
        var @case = A.Case().InReview().WatchedWhole().With(A.Mark("NETIQUETTE", seen: "De kandidaat draagt een badjas."));
        Assert.Contains(GroundOtherThanNetiquette, Unmet(@case.Ask(AskSecondReview, Who.Reviewer)));
        Assert.True(@case.Ask(FinishWithoutRemarks, Who.Reviewer).IsDone);

        @case.SecondReviewSupports().ReportWritten();
        Assert.Equal([GroundOtherThanNetiquette], Unmet(@case.Ask(SignProcesVerbaal, Who.Reviewer)));
        Assert.True(@case.With(A.Mark("OTHER_PERSON")).Ask(SignProcesVerbaal, Who.Reviewer).IsDone);
    }

    [Theory]
    [InlineData("EXCULPATORY")]
    [InlineData("NETIQUETTE")]
    public void A_case_with_only_such_marks_cannot_be_decided_against_the_student(string ground)
    {
        var @case = A.Case().With(A.Mark(ground)).Drafted(Drafts.OwnRisk);
        Assert.Equal([GroundOtherThanNetiquette], Unmet(@case.Ask(DecideIrregularity, Who.Member)));
        Assert.Contains(GroundOtherThanNetiquette, Unmet(@case.Drafted(Drafts.Fraud).Ask(DecideFraud, Who.Member)));
        Assert.True(@case.Drafted(Drafts.Valid).Ask(DecideValid, Who.Member).IsDone);
    }

    [Fact]
    public void Every_state_that_can_be_reached_leads_on_or_is_an_end_that_was_meant()
    {
        CaseState[] ends = [CaseState.ClosedNoGrounds, CaseState.ClosedAnnulled];
        var reached = Reachable();
        Assert.Superset(new HashSet<CaseState>(ends), reached);
        Assert.All(reached, state => Assert.True(ends.Contains(state) != CaseLifecycle.Table.Any(row => row.From == state && !row.StaysPut), $"{state}"));
        Assert.All(CaseLifecycle.Table, row => Assert.True(row.From is null || reached.Contains(row.From.Value), $"{row.Action} starts from {row.From}, which nothing leads to"));
    }

    private static HashSet<CaseState> Reachable()
    {
        var reached = CaseLifecycle.Table.Where(row => row.From is null).Select(row => row.To).ToHashSet();
        while (CaseLifecycle.Table.Where(row => row.From is { } from && reached.Contains(from)).Select(row => row.To).Except(reached).ToArray() is { Length: > 0 } next)
            reached.UnionWith(next);
        return reached;
    }

    private static Answer AskIn(Transition row, CaseFacts facts) => CaseLifecycle.Ask(row.From, row.Action, [row.Roles[0]], facts);

    private static IEnumerable<Requirement> Unmet(Answer answer) => Assert.IsType<Refused>(answer).Unmet;
}

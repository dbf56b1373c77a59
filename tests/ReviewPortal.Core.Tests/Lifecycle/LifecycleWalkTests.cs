using FsCheck;
using FsCheck.Fluent;
using ReviewPortal.Core.Lifecycle;
using static ReviewPortal.Core.Lifecycle.CaseAction;
using static ReviewPortal.Core.Lifecycle.CaseState;
using static ReviewPortal.Core.Lifecycle.Requirement;

namespace ReviewPortal.Core.Tests.Lifecycle;

/// <summary>Walks through the procedure with people who try anything at any moment, and looks at what the table let them do.</summary>
public sealed class LifecycleWalkTests
{
    private const int Walks = 100_000;
    private const int StepsPerWalk = 60;

    private static readonly Requirement[] Requirements = Enum.GetValues<Requirement>();
    private static readonly CaseAction[] Actions = Enum.GetValues<CaseAction>();
    private static readonly Role[] AllRoles = Enum.GetValues<Role>();
    private static readonly ILookup<CaseState?, Transition> RowsFrom = CaseLifecycle.Table.ToLookup(row => row.From);

    private static readonly CaseAction[] Decisions = [DecideValid, DecideIrregularity, DecideFraud];
    private static readonly CaseAction[] BoardsOwn = [.. Decisions, CoSign, ReturnToDeliberation];

    /// <summary>One permitted step, with what was so when it was taken.</summary>
    private sealed record WalkedStep(CaseState? From, CaseAction Action, CaseState To, Role[] Roles, Func<Requirement, bool> Meets);

    [Fact]
    public void No_walk_breaks_an_invariant_of_the_procedure()
    {
        var visited = new HashSet<CaseState>();
        var walks = Gen.Choose(1, int.MaxValue).ArrayOf(StepsPerWalk).ToArbitrary();
        Prop.ForAll(walks, choices =>
            {
                var steps = Walk(choices);
                visited.UnionWith(steps.Select(step => step.To));
                var invariant = Broken(steps);
                return (invariant is null).Label($"{invariant}: {string.Join("; ", steps.Select(step => $"{step.From} {step.Action} {step.To} by {string.Join('+', step.Roles)}"))}");
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Walks).WithQuietOnSuccess(true));

        // Walks that never get anywhere prove nothing: every state that can be reached has been.
        Assert.Equal(CaseLifecycle.Table.Select(row => row.To).Distinct().Order(), visited.Order());
    }

    [Theory]
    [InlineData(Deliberation, DecideFraud, Decided, Role.Administrator, "I1")]
    [InlineData(Deliberation, DecideValid, Decided, Role.Reviewer, "UU-DEF-6")]
    [InlineData(Decided, CoSign, Decided, Role.Reviewer, "UU-DEF-6")]
    [InlineData(Deliberation, Publish, Notified, Role.BoardSecretary, "published")]
    [InlineData(SecondReview, SignProcesVerbaal, Reported, Role.SecondReviewer, "role")]
    [InlineData(Annulled, ResumeAppeal, Notified, Role.AppealsDesk, "Awb 3:40")]
    [InlineData(Annulled, TakeUp, Decided, Role.Chair, "deliberation")]
    [InlineData(Imported, SignProcesVerbaal, Reported, Role.Reviewer, "I11")]
    [InlineData(Settlement, PlaceHold, Irrevocable, Role.RecordsManager, "Awb 6:7")]
    [InlineData(Notified, PlaceHold, Settlement, Role.RecordsManager, "beside")]
    public void A_planted_step_against_an_invariant_is_caught(CaseState from, CaseAction action, CaseState to, Role by, string names)
    {
        var planted = new WalkedStep(from, action, to, [by], _ => true);
        Assert.Contains(names, Broken([planted]) ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Decided, Publish, Notified, Role.BoardSecretary, CoSignature)]
    [InlineData(Deliberation, DecideIrregularity, Decided, Role.Chair, StudentHeardOrWaived)]
    [InlineData(Deliberation, DecideFraud, Decided, Role.Chair, StudentHeardOrWaived)]
    [InlineData(Deliberation, DecideIrregularity, Decided, Role.Chair, NoSanction)]
    [InlineData(SecondReview, SignProcesVerbaal, Reported, Role.Reviewer, GroundOtherThanNetiquette)]
    [InlineData(SecondReview, SignProcesVerbaal, Reported, Role.Reviewer, SecondReviewSupports)]
    [InlineData(Reported, TakeUp, UnderInvestigation, Role.BoardSecretary, NoConflictOfInterest)]
    [InlineData(UnderInvestigation, InviteView, ViewsInvited, Role.BoardSecretary, NoConflictOfInterest)]
    [InlineData(Decided, Publish, Notified, Role.BoardSecretary, NoConflictOfInterest)]
    [InlineData(Deliberation, DecideValid, Decided, Role.BoardMember, SessionHeld)]
    [InlineData(Notified, ConfirmIrrevocable, Irrevocable, Role.BoardSecretary, AppealTermElapsed)]
    [InlineData(Notified, ConfirmIrrevocable, Irrevocable, Role.BoardSecretary, NoOpenAppeal)]
    [InlineData(Notified, Redecide, ViewsReceived, Role.Chair, InFavourOfStudent)]
    [InlineData(Notified, TerminateEnrolment, Notified, Role.ExecutiveBoard, HeardByExecutiveBoard)]
    [InlineData(Notified, CoSignTermination, Notified, Role.Chair, ProposalByAnother)]
    [InlineData(Irrevocable, LiftHold, Irrevocable, Role.RecordsManager, AskedByAnother)]
    [InlineData(UnderInvestigation, WaiveView, ViewsReceived, Role.Chair, WaiverGround)]
    [InlineData(Cleared, ReportByExaminer, Reported, Role.Examiner, ThisExamIsYours)]
    public void A_planted_step_without_what_it_needs_is_caught(CaseState from, CaseAction action, CaseState to, Role by, Requirement without)
    {
        var planted = new WalkedStep(from, action, to, [by], requirement => requirement != without);
        Assert.NotNull(Broken([planted]));
    }

    // Each number decides one step: who tries what, and what is so by then. Shrunk, a failing walk is a short one.
    private static List<WalkedStep> Walk(int[] choices)
    {
        var steps = new List<WalkedStep>();
        CaseState? state = null;
        var facts = new CaseFacts();
        var met = new HashSet<Requirement>();
        foreach (var choice in choices)
        {
            var random = new SmallRandom((uint)choice);
            random.Below(2); // The first number of a small seed is small too.
            var rows = RowsFrom[state].ToArray();
            // Half of the time something that starts from here, so that walks go deep; otherwise anything at all.
            var moving = rows.Where(row => !row.IsBeside).ToArray();
            var row = rows.Length > 0 && random.Chance(0.7) ? random.Of(moving.Length > 0 && random.Chance(0.8) ? moving : rows) : null;
            for (var changes = 0; changes < 4; changes++) Change(random.Of(Requirements), random.Chance(0.8));
            if (row is not null && random.Chance(0.7))
            {
                foreach (var need in row.Needs) Change(need, random.Chance(0.97));
            }

            var action = row?.Action ?? random.Of(Actions);
            Role[] roles = row is { Roles.IsEmpty: false } && random.Chance(0.8)
                ? [row.Roles[random.Below(row.Roles.Length)]]
                : [.. Enumerable.Range(0, 1 + random.Below(2)).Select(_ => random.Of(AllRoles)).Distinct()];
            if (CaseLifecycle.Ask(state, action, roles, facts) is not Done done) continue;

            var then = met.ToHashSet();
            steps.Add(new(state, action, done.Row.To, roles, then.Contains));
            state = done.Row.To;
        }

        return steps;

        void Change(Requirement requirement, bool isMet)
        {
            facts.State(requirement, isMet);
            if (isMet) met.Add(requirement);
            else met.Remove(requirement);
        }
    }

    /// <summary>The first invariant these steps break, in words; null when they break none. It looks at the steps, not at the table.</summary>
    private static string? Broken(IReadOnlyList<WalkedStep> steps)
    {
        foreach (var step in steps)
        {
            var board = step.Roles.Contains(Role.BoardMember) || step.Roles.Contains(Role.Chair);
            var onlyReviews = step.Roles.All(role => role is Role.Reviewer or Role.SecondReviewer);
            if (onlyReviews && (BoardsOwn.Contains(step.Action) || step.To is Decided or Notified)) return "UU-DEF-6: a reviewer cannot decide";
            if ((BoardsOwn.Contains(step.Action) || (step.To is Decided && step.From is not Decided)) && !board) return "I1: no outcome without a member of the board";
            if (step.To is Decided && step.From is not Decided && !(step.From is Deliberation && Decisions.Contains(step.Action))) return "an outcome comes out of deliberation";
            if ((step.Action is Publish || (step is { To: Notified } && step.From is Decided or Deliberation or ViewsReceived)) && !(step.From is Decided && Meets(step, CoSignature))) return "only a co-signed decision is published";
            if (step.Action is Publish && !step.Roles.Contains(Role.BoardSecretary)) return "the secretary publishes";
            if (step.To is Reported && step.From is SecondReview && !step.Roles.Contains(Role.Reviewer)) return "only the reviewer's role reports";
            if (step.Action is ReportByExaminer && !(step.Roles.Contains(Role.Examiner) && Meets(step, ThisExamIsYours, AddresseeKnown))) return "UU-EXR-1: the examiner of this exam, and the student is told";
            if (step.To is Reported && step.From is SecondReview && !Meets(step, OwnReview, GroundOtherThanNetiquette, SecondReviewSupports, FactsApartFromInference)) return "UU-NET-2, AP-DPIA-3: no report without a ground, facts and a second reviewer";
            if (step.Action is DecideIrregularity && !Meets(step, StudentHeardOrWaived, NoSanction, Ground43a, Attribution)) return "Awb 4:8, UU-IR-6: nobody is decided against unheard, and irregularity knows no sanction";
            if (step.Action is DecideFraud && !Meets(step, StudentHeardOrWaived, FraudCode, ViolatedProvision, SanctionWithinLimits)) return "Awb 4:8, 5:9: fraud needs a hearing, a code and a provision";
            if (step.Action is (TakeUp or LinkIncident or RequestInformation or InviteView or RecordHearing or Deliberate or Publish) && !Meets(step, NoConflictOfInterest)) return "Awb 2:4: nobody with a conflict of interest works for the board in a case";
            if (Decisions.Contains(step.Action) && !Meets(step, SessionHeld)) return "Awb 3:46: no letter tells of a session that has not been held";
            if (step.To is Reported && step.From is not (SecondReview or Reported) && step.Action is not ReportByExaminer) return "I11: nothing but a person's report makes a case";
            if (step.From is ClosedNoGrounds or ClosedAnnulled && step.To != step.From) return $"{step.From} is an end";
            if (CaseStates.WithDecision.Contains(step.To) && step.From is { } from && !CaseStates.WithDecision.Contains(from) && step.Action is not Publish) return "Awb 3:40: a decision stands only after its publication";
            if (step.From is Annulled && !(step.To is Annulled or ViewsReceived or UnderInvestigation or ClosedAnnulled)) return "WHW 7.61 lid 5: after an annulment the board decides again, or there is nothing left to decide";
            if (step is { To: Irrevocable, From: not Irrevocable } && !IrrevocableAsItShould(step)) return "Awb 6:7: irrevocable only when the term has passed unused, or after the last ruling";
            if (step.Action is Redecide && step.From is not Annulled && !(board && Meets(step, InFavourOfStudent))) return "Awb 4:8: against the student only after hearing the student again";
            if (step.Action is LiftHold && !Meets(step, AskedByAnother)) return "four eyes lift a hold";
            if (step.Action is TerminateEnrolment && !(step.Roles.Contains(Role.ExecutiveBoard) && Meets(step, TerminationProposed, HeardByExecutiveBoard))) return "WHW 7.12b lid 2: the executive board, on a proposal, after hearing the student";
            if (step.Action is (GrantRetake or RefuseRetake) && !(board && Meets(step, RetakeRequested, RetakeAnswerByAnother, SignedAfresh))) return "art. 4.3a lid 2: the board answers what the student asked, with two signatures";
            if (step.Action is CoSignTermination && !(board && Meets(step, ProposalByAnother, ProposalGroundStands, SignedAfresh))) return "WHW 7.12b lid 2: the board proposes, with two signatures, on a finding that stands";
            if (step.Action is WaiveView && !Meets(step, WaiverGround)) return "Awb 4:11: only on one of its grounds";
            if (step.From is ViewsInvited && step.Action is RecordNoReaction && !Meets(step, ReminderSent)) return "law.md section 4, row 14: silence counts only after a reminder";
            if (step.From is { } deciding && CaseStates.Deciding.Contains(deciding) && step.Action is (LodgeAppeal or LodgeFurtherAppeal) && !Meets(step, DecisionStands)) return "Awb 6:19: nothing can be appealed while no decision stands";
            if (step.Action is SettleByDecision && !(board && Meets(step, AgreementRecorded))) return "WHW 7.61 lid 3: the board settles, on what was agreed";
            if (step.Action is (TerminateEnrolment or KeepEnrolment) && !Meets(step, ProposalGroundStands)) return "WHW 7.12b lid 2: no enrolment ends on a finding that fell";
            if (CaseLifecycle.Table.Any(row => row.IsBeside && row.Action == step.Action) && step.From != step.To) return "what runs beside the procedure moves nothing";
        }

        return null;
    }

    private static bool IrrevocableAsItShould(WalkedStep step) => step.Action switch
    {
        ConfirmIrrevocable => step.From is Notified or Dismissed && Meets(step, AppealTermElapsed, NoOpenAppeal),
        RecordDismissal => step.From is FurtherAppeal,
        _ => false,
    };

    private static bool Meets(WalkedStep step, params ReadOnlySpan<Requirement> requirements)
    {
        foreach (var requirement in requirements)
        {
            if (!step.Meets(requirement)) return false;
        }

        return true;
    }
}

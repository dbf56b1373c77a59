using System.Collections.Immutable;
using ReviewPortal.Core.Lifecycle;
using static ReviewPortal.Core.Necessity.FacilityAction;
using static ReviewPortal.Core.Necessity.FacilityNeed;
using static ReviewPortal.Core.Necessity.FacilityState;

namespace ReviewPortal.Core.Necessity;

/// <summary>Where a request stands (law.md section 4, route workflows).</summary>
public enum FacilityState
{
    Requested,

    /// <summary>The study adviser was asked.</summary>
    Advice,
    Assessed,
    Granted,
    Refused,
    Withdrawn,
}

/// <summary>What somebody can do with a request.</summary>
public enum FacilityAction
{
    File,
    AskAdvice,
    GiveAdvice,
    ConsultExaminer,
    AnswerExaminer,
    AskDirector,
    AnswerDirector,
    Assess,
    AskView,
    GiveView,
    Grant,
    Refuse,
    Reopen,
    Publish,

    /// <summary>The e-mail on the letter came back.</summary>
    RecordBounce,
    SetReportAside,

    /// <summary>The letter that was printed has been posted or handed over.</summary>
    RecordPosting,

    /// <summary>The letter is made known anew, because it did not arrive or was printed wrongly.</summary>
    SendAgain,
    Withdraw,
}

/// <summary>One row of the procedure: who may move a request from where to where, what must be so first, and on what basis.</summary>
/// <param name="From">Null: the request does not exist yet.</param>
public sealed record FacilityStep(FacilityState? From, FacilityAction Action, FacilityState To, ImmutableArray<Role> Roles, ImmutableArray<FacilityNeed> Needs, string Basis);

/// <summary>The procedure of a request for a special facility (route 1) as one table. Buttons, permissions, refusals and tests read it.</summary>
public static class FacilityProcedure
{
    private static readonly ImmutableArray<Role> Board = Roles.Board;
    private static readonly ImmutableArray<Role> BoardAndSecretary = [Role.BoardSecretary, .. Roles.Board];
    private static readonly ImmutableArray<FacilityState> Open = [Requested, Advice, Assessed];
    private static readonly ImmutableArray<FacilityState> Decided = [Granted, FacilityState.Refused];
    private static readonly ImmutableArray<FacilityNeed> Way = [DeliveryAgreed, PostalAddressKnown, AddressWithinBounds, AddressPrintable, NoCitizenNumber];

    public static readonly ImmutableArray<FacilityStep> Table =
    [
        new(null, FacilityAction.File, Requested, [Role.Student], [TestNamed, TestDayAhead, ReasonChosen, ExplanationGiven, WithinLength, NoCitizenNumber, NotAskedYet], "Protocol, route 1, 2 en 3; UU-R1-2, UU-R1-10"),

        new(Requested, AskAdvice, Advice, BoardAndSecretary, [NotAnsweredYet, PersonNamed, QuestionWritten, WithinLength], "Protocol, route 1, schema 3; UU-R1-11"),
        new(Advice, GiveAdvice, Requested, [Role.StudyAdviser], [AskedOfYou, AnswerWritten, WithinLength, NoCitizenNumber], "Protocol, route 1, schema 3; UU-R1-11"),
        .. Open.Select(state => new FacilityStep(state, ConsultExaminer, state, BoardAndSecretary, [NotAnsweredYet, PersonNamed, QuestionWritten, WithinLength], "Protocol, route 1, schema 5; UU-R1-12")),
        .. Open.Select(state => new FacilityStep(state, AnswerExaminer, state, [Role.Examiner], [AskedOfYou, AnswerWritten, WithinLength, NoCitizenNumber], "Protocol, route 1, schema 5; UU-R1-12")),
        // What was said in a meeting, whoever asked writes down.
        .. Open.Select(state => new FacilityStep(state, AnswerExaminer, state, BoardAndSecretary, [ConsultationAsked, AnswerWritten, WithinLength, NoCitizenNumber], "Awb 3:2; UU-R1-12")),
        .. Open.Select(state => new FacilityStep(state, AskDirector, state, BoardAndSecretary, [NotAnsweredYet, PersonNamed, QuestionWritten, WithinLength], "Protocol, route 1, 4; UU-R1-8")),
        .. Open.Select(state => new FacilityStep(state, AnswerDirector, state, [Role.EducationDirector], [AskedOfYou, AnswerWritten, WithinLength, NoCitizenNumber], "Protocol, route 1, 4; UU-R1-8")),

        // The board need not wait for advice that does not come.
        .. Open.Select(state => new FacilityStep(state, Assess, Assessed, Board, [NotYourTest, ExaminerConsulted, LatenessJudged, CircumstancesJudged, AlternativesJudged, LighterJudged, FactsJudged, WithinLength], "Protocol, route 1, 4; UU-R1-5, UU-R1-7")),
        new(Assessed, AskView, Assessed, BoardAndSecretary, [ViewNotAskedYet, DifferenceWritten, WithinLength, ViewDayAhead], "Awb 4:7"),
        new(Assessed, GiveView, Assessed, [Role.Student], [OwnRequest, ViewAsked, AnswerWritten, WithinLength, NoCitizenNumber], "Awb 4:7, 4:9"),
        new(Assessed, Grant, Granted, Board, [NotYourTest, AcceptedThoughLate, SpecialCircumstances, NoAlternativeForm, NoLighterForm, DirectorConcurs, VersionsNamed, ReasonsGiven, ViewAnswered, WithinLength, SignedAfresh], "Protocol, route 1, 4; UU-R1-6 tot 9"),
        new(Assessed, Refuse, FacilityState.Refused, Board, [NotYourTest, GroundToRefuse, ViewHeard, ReasonsGiven, ViewAnswered, ProportionalityWeighed, WithinLength, SignedAfresh], "Awb 3:4, 3:46, 4:7; UU-R1-6"),

        .. Decided.Select(state => new FacilityStep(state, Reopen, Assessed, Board, [NotPublished], "Awb 3:40")),
        .. Decided.Select(state => new FacilityStep(state, Publish, state, [Role.BoardSecretary], [NotPublished, AddresseeKnown, .. Way, LetterWithoutFaults, SignedAfresh], "Awb 2:8, 2:18, 3:41, 3:45; UU-R1-13")),

        // On paper the letter is made known on the day on which it is sent.
        .. Decided.Select(state => new FacilityStep(state, RecordPosting, state, [Role.BoardSecretary], [Published, LetterToPost, PostingDay, SendingProven, WithinLength], "Awb 2:8, 2:25, 3:41")),

        // What became of the e-mail on the letter, as in a case. Sent again, for that or because it went wrong on paper, the letter is as it was signed.
        .. Decided.Select(state => new FacilityStep(state, RecordBounce, state, [Role.BoardSecretary], [Published, NotificationOut, BounceDay, DeliveryProblem, WithinLength], "Awb 2:11, 2:25")),
        .. Decided.Select(state => new FacilityStep(state, SetReportAside, state, [Role.BoardSecretary], [Published, ReportUnanswered, ReportAsideReason, WithinLength], "Awb 2:11, 2:25")),
        .. Decided.Select(state => new FacilityStep(state, SendAgain, state, [Role.BoardSecretary], [Published, NotificationFailed, DeliveryProblem, WithinLength, .. Way], "Awb 2:8, 2:10, 2:11, 3:41")),

        // What the board decided the student does not know yet; an application can be taken back until the decision is made known.
        .. Open.Concat(Decided).Select(state => new FacilityStep(state, Withdraw, Withdrawn, [Role.Student], [OwnRequest, NotPublished], "Awb 4:1; law.md section 4")),
    ];

    private static readonly ILookup<(FacilityState? From, FacilityAction Action), FacilityStep> Rows = Table.ToLookup(row => (row.From, row.Action));

    /// <summary>May this be done? The answer names every need that is not met.</summary>
    public static FacilityAnswer Ask(FacilityState? state, FacilityAction action, IReadOnlyCollection<Role> roles, IReadOnlySet<FacilityNeed> met)
    {
        ArgumentNullException.ThrowIfNull(met);
        var rows = Rows[(state, action)].ToArray();
        if (rows.Length is 0) return new FacilityRefused(action, RefusalKind.NotFromThisState) { State = state };

        var open = rows.Where(row => row.Roles.Any(roles.Contains)).ToArray();
        if (open.Length is 0) return new FacilityRefused(action, RefusalKind.NotThisRole) { State = state };

        return open.FirstOrDefault(row => row.Needs.All(met.Contains)) is { } permitted
            ? new FacilityDone(permitted)
            : new FacilityRefused(action, RefusalKind.Unmet) { State = state, Unmet = open.Select(row => row.Needs.Where(need => !met.Contains(need)).ToImmutableArray()).MinBy(unmet => unmet.Length) };
    }

    /// <summary>Is this theirs to fill in? State, role and whose it is decide; what is still to be written does not.</summary>
    public static bool IsOpen(FacilityState? state, FacilityAction action, IReadOnlyCollection<Role> roles, IReadOnlySet<FacilityNeed> met) => Ask(state, action, roles, met) switch
    {
        FacilityDone => true,
        FacilityRefused { Kind: RefusalKind.Unmet } refused => !refused.Unmet.Any(FacilityFacts.SayWhose.Contains),
        _ => false,
    };
}

using System.Collections.Frozen;
using System.Collections.Immutable;
using static ReviewPortal.Core.Lifecycle.CaseAction;
using static ReviewPortal.Core.Lifecycle.CaseState;
using static ReviewPortal.Core.Lifecycle.Requirement;

namespace ReviewPortal.Core.Lifecycle;

/// <summary>The procedure as one table. Buttons, permissions, refusals, the diagram, the command line and the tests read it.</summary>
public static class CaseLifecycle
{
    private static readonly ImmutableArray<Role> Board = Roles.Board;
    private static readonly ImmutableArray<Role> BoardAndSecretary = [Role.BoardSecretary, .. Roles.Board];

    // As long as the board has a say in it, anybody can step back: after the letter as well, for an appeal, a settlement or another decision (Awb 2:4).
    private static readonly ImmutableArray<CaseState> BoardStates =
        [Reported, UnderInvestigation, ViewsInvited, HearingScheduled, ViewsReceived, Deliberation, Decided, Annulled, .. CaseStates.WithDecision];
    private static readonly ImmutableArray<CaseState> InquiryStates = [UnderInvestigation, ViewsReceived];
    // What was asked may be answered as long as the board has not begun to deliberate.
    private static readonly ImmutableArray<CaseState> AnswerStates = [UnderInvestigation, ViewsInvited, HearingScheduled, ViewsReceived];

    // With a view in hand, up to the letter.
    private static readonly ImmutableArray<CaseState> AfterView = [HearingScheduled, ViewsReceived, Deliberation, Decided];

    public static readonly ImmutableArray<Transition> Table =
    [
        new(null, Import, Imported, [], [], "Protocol, Wat is online proctoring"),

        new(Imported, Assign, InReview, Role.Coordinator, [SittingEnded, ReviewerWithoutConflict], "Protocol, Reviewer 1"),
        new(Imported, TakeReview, InReview, Role.Reviewer, [SittingEnded, TakingAllowed, NotYourOwnTest], "Protocol, Reviewer 1"),
        new(InReview, MoveTargetDay, InReview, Role.Coordinator, [TargetDayAhead, TargetDayReason], "huisregel"),
        new(SecondReview, MoveTargetDay, SecondReview, Role.Coordinator, [TargetDayAhead, TargetDayReason], "huisregel"),
        new(InReview, HandBack, Imported, Role.Reviewer, [OwnReview, HandBackReason, NoCitizenNumber], "Awb 2:4"),
        new(InReview, HandBack, Imported, Role.Coordinator, [HandBackReason, NoCitizenNumber], "Protocol, Reviewer 1"),
        new(InReview, FinishWithoutRemarks, Cleared, Role.Reviewer, [OwnReview, ViewingDocumented, MinimumWatched, NoGroundMarked], "Protocol, Reviewer 1"),
        new(InReview, AskSecondReview, SecondReview, Role.Reviewer, [OwnReview, ViewingDocumented, MinimumWatched, MomentsWatched, GroundOtherThanNetiquette, FactsApartFromInference], "Protocol, Reviewer 3; AP-DPIA-3"),
        new(SecondReview, HandBack, SecondReview, Role.SecondReviewer, [OwnSecondReview, HandBackReason, NoCitizenNumber], "Awb 2:4"),
        new(SecondReview, HandBack, Imported, Role.Coordinator, [HandBackReason, NoCitizenNumber], "Protocol, Reviewer 1"),
        new(SecondReview, TakeSecondReview, SecondReview, Role.SecondReviewer, [SecondReviewerIsAnother], "AP-DPIA-3"),
        new(SecondReview, SupportSuspicion, SecondReview, Role.SecondReviewer, [OwnSecondReview, SecondViewingDocumented, SecondMinimumWatched, SecondMomentsWatched, SecondReviewReasons, NoVerdict], "AP-DPIA-3"),
        new(SecondReview, RejectSuspicion, Cleared, Role.SecondReviewer, [OwnSecondReview, SecondViewingDocumented, SecondMinimumWatched, SecondMomentsWatched, SecondReviewReasons, NoVerdict], "AP-DPIA-3"),
        new(SecondReview, DiscussReview, SecondReview, [Role.Reviewer, Role.SecondReviewer], [ReviewOfYours, SecondOpinionGiven, RemarkWritten, NoCitizenNumber, NoVerdict], "AP-DPIA-3; Awb 7:4 lid 2, 8:42"),
        new(SecondReview, SignProcesVerbaal, Reported, Role.Reviewer,
            [OwnReview, MinimumWatched, MomentsWatched, GroundOtherThanNetiquette, SuspicionNamed, FactsApartFromInference, IdentityCheckRecorded, SecondReviewSupports, ReportAsShown, SignedAfresh], "Protocol, Reviewer 3"),

        new(Reported, AddAddendum, Reported, Role.Reviewer, [OwnReview, ProcesVerbaalSigned, AddendumWritten, NoCitizenNumber, NoVerdict], "Protocol, Reviewer 3; Awb 2:12"),
        new(UnderInvestigation, AddAddendum, UnderInvestigation, Role.Reviewer, [OwnReview, ProcesVerbaalSigned, AddendumWritten, NoCitizenNumber, NoVerdict], "Protocol, Reviewer 3; Awb 2:12"),

        new(Imported, ReportByExaminer, Reported, Role.Examiner, [ThisExamIsYours, ExaminerReportWritten, NoCitizenNumber, AddresseeKnown], "Protocol, Examinator; UU-EXR-1"),
        new(Cleared, ReportByExaminer, Reported, Role.Examiner, [ThisExamIsYours, ExaminerReportWritten, NoCitizenNumber, AddresseeKnown], "Protocol, Examinator; UU-EXR-1"),

        .. BoardStates.Select(state => new Transition(state, DeclareConflict, state, BoardAndSecretary, [ConflictReason], "Awb 2:4; WHW 7.12b lid 4")),
        new(Reported, LinkIncident, Reported, BoardAndSecretary, [NoConflictOfInterest, IncidentNamed], "Awb 3:2"),
        new(UnderInvestigation, LinkIncident, UnderInvestigation, BoardAndSecretary, [NoConflictOfInterest, IncidentNamed], "Awb 3:2"),
        new(Reported, TakeUp, UnderInvestigation, BoardAndSecretary, [NoConflictOfInterest], "Protocol, Examencommissie 1"),
        new(UnderInvestigation, ProposeClosing, UnderInvestigation, Board, [NoConflictOfInterest, NoEarlierDecision, InvestigationRecorded, ClosingReasons, WordsFitForLetter], "Protocol, Examencommissie 1; Awb 3:46"),
        new(UnderInvestigation, CloseNoGrounds, ClosedNoGrounds, Role.Chair, [NoConflictOfInterest, NoEarlierDecision, InvestigationRecorded, ClosingProposedByAnother, AnotherPerson], "Protocol, Examencommissie 1; Awb 3:46"),
        new(UnderInvestigation, WaiveView, ViewsReceived, Board, [NoConflictOfInterest, NoEarlierDecision, InvestigationRecorded, WaiverGround], "Awb 4:11"),
        new(UnderInvestigation, InviteView, ViewsInvited, BoardAndSecretary, [NoConflictOfInterest, InvestigationRecorded, AddresseeKnown, NoticeTerm, TermNotTooLong], "Awb 4:8"),
        .. InquiryStates.Select(state => new Transition(state, RequestInformation, state, BoardAndSecretary, [NoConflictOfInterest, PurposeNoted], "WHW 7.12c lid 2; Awb 3:2")),
        .. AnswerStates.SelectMany(state => Answers(state)),
        new(ViewsInvited, GiveView, ViewsReceived, Role.Student, [AddressedToYou, ViewWritten, WithinLength], "Awb 4:8, 4:9"),
        new(ViewsInvited, MoveReactionDay, ViewsInvited, Role.BoardSecretary, [NoConflictOfInterest, NoticeTerm, TermNotTooLong], "Awb 4:8, 3:2"),
        new(ViewsInvited, RemindStudent, ViewsInvited, Role.BoardSecretary, [NoConflictOfInterest], "Awb 4:8, 3:2"),
        new(ViewsInvited, RecordNoReaction, ViewsReceived, Role.BoardSecretary, [NoConflictOfInterest, ReactionTermElapsed, ReminderSent], "Awb 4:8"),
        new(ViewsInvited, AskHearing, HearingScheduled, Role.Student, [AddressedToYou], "Awb 4:9"),
        new(HearingScheduled, GiveView, ViewsReceived, Role.Student, [AddressedToYou, ViewWritten, WithinLength, ViewNotGivenYet], "Awb 4:9"),
        // A view that comes early closes nothing: until its last day the student can add to it and ask to be heard as well. What comes after the session, or after it was put
        // on the agenda, takes the case back to before it: the board meets on the whole of it (Awb 3:46).
        .. AfterView.Select(state => new Transition(state, SupplementView, state is HearingScheduled ? state : ViewsReceived, Role.Student, [AddressedToYou, ViewWritten, WithinLength, ReactionTermRuns], "Awb 4:8, 4:9")),
        .. AfterView.Except([HearingScheduled]).Select(state => new Transition(state, AskHearing, HearingScheduled, Role.Student, [AddressedToYou, ReactionTermRuns, NotHeardYet], "Awb 4:9")),
        new(HearingScheduled, PlanHearing, HearingScheduled, Role.BoardSecretary, [NoConflictOfInterest, HearingPlace, NoticeTerm, TermNotTooLong], "Awb 4:9"),
        new(HearingScheduled, RecordHearing, ViewsReceived, Role.BoardSecretary, [NoConflictOfInterest, HearingPlanned, HearingMinutes], "Awb 4:9"),
        new(HearingScheduled, RecordNoReaction, ViewsReceived, Role.BoardSecretary, [NoConflictOfInterest, HearingPlanned], "Awb 4:9"),
        new(ViewsReceived, CommentOnMinutes, ViewsReceived, Role.Student, [AddressedToYou, HearingMinutesKept, MinutesCommentWritten, WithinLength], "Awb 4:9"),
        new(Deliberation, CommentOnMinutes, Deliberation, Role.Student, [AddressedToYou, HearingMinutesKept, MinutesCommentWritten, WithinLength], "Awb 4:9"),
        new(ViewsReceived, Deliberate, Deliberation, Role.BoardSecretary, [NoConflictOfInterest, QuorumWithoutConflict, CompositionAsOrdered], "Protocol, Examencommissie 1"),

        new(Deliberation, DecideValid, Decided, Board,
            [MemberOfThisSession, SessionHeld, InvestigationRecorded, RuleVersion, DeviationReasoned, Reasons, ReplyToView, NoSanction, WordsFitForLetter, SignedAfresh], "Protocol, Onregelmatigheid a"),
        new(Deliberation, DecideIrregularity, Decided, Board,
            [MemberOfThisSession, SessionHeld, InvestigationRecorded, RuleVersion, Article43aInForce, StudentHeardOrWaived, GroundOtherThanNetiquette, Ground43a,
             WhatCannotBeEstablished, Attribution, ReportedDuringTest, InstructionBreached, Proportionality, NoSanction, NotHeavierThanBefore, DeviationReasoned, Reasons, ReplyToView, WordsFitForLetter, SignedAfresh], "Protocol, Onregelmatigheid b; art. 4.3a"),
        new(Deliberation, DecideFraud, Decided, Board,
            [MemberOfThisSession, SessionHeld, InvestigationRecorded, RuleVersion, StudentHeardOrWaived, GroundOtherThanNetiquette, FraudCode, ViolatedProvision, EvidenceStated, NotHeavierThanBefore,
             AlternativesAddressed, SanctionHasBasis, SanctionWithinLimits, NoExamAlreadyTaken, SanctionNotBeforePublication, Proportionality, DeviationReasoned,
             Reasons, ReplyToView, WordsFitForLetter, SignedAfresh], "Protocol, Onregelmatigheid c; OER 5.14; WHW 7.12b lid 2"),
        new(Deliberation, Deliberate, Deliberation, Role.BoardSecretary, [NoConflictOfInterest, QuorumWithoutConflict, CompositionAsOrdered], "Reglement examencommissie"),
        new(Decided, Deliberate, Deliberation, Role.BoardSecretary, [NoConflictOfInterest, NotCoSigned, QuorumWithoutConflict, CompositionAsOrdered], "Reglement examencommissie"),
        new(Decided, ReturnToDeliberation, Deliberation, Board, [AnotherMember, MemberOfThisSession, ReturnReasons], "Reglement examencommissie"),
        new(Decided, CoSign, Decided, Board, [AnotherMember, AnotherPerson, MemberOfThisSession, WordsFitForLetter, SignedAfresh], "Reglement examencommissie"),

        new(Decided, Publish, Notified, Role.BoardSecretary,
            [NoConflictOfInterest, CoSignature, AddresseeKnown, DeliveryAgreed, PostalAddressKnown, AddressWithinBounds, AddressPrintable, NoCitizenNumber, SanctionNotBeforePublication, LetterWithoutFaults, SignedAfresh], "Awb 2:8, 3:41, 3:45"),

        .. AfterPublication.Rows,
        .. BesideTheProcedure.Rows,
    ];

    private static readonly FrozenDictionary<(CaseState? From, CaseAction Action), Transition[]> Rows =
        Table.GroupBy(row => (row.From, row.Action)).ToFrozenDictionary(group => group.Key, group => group.ToArray());

    /// <summary>May this be done? The answer names every requirement that is not met.</summary>
    public static Answer Ask(CaseState? state, CaseAction action, IReadOnlyCollection<Role> roles, CaseFacts facts)
    {
        ArgumentNullException.ThrowIfNull(roles);
        ArgumentNullException.ThrowIfNull(facts);

        if (!Rows.TryGetValue((state, action), out var rows)) return new Refused(action, RefusalKind.NotFromThisState) { State = state };

        var open = rows.Where(row => row.Roles.IsEmpty || row.Roles.Any(roles.Contains)).ToArray();
        if (open.Length is 0) return new Refused(action, RefusalKind.NotThisRole) { State = state };

        return open.FirstOrDefault(row => Unmet(row, facts).IsEmpty) is { } permitted
            ? new Done(permitted)
            // Where a step can lead to several states, what is missing is what the nearest of them lacks.
            : Refuse(state, action, open.Select(row => Unmet(row, facts)).MinBy(unmet => unmet.Length), facts);
    }

    private static Refused Refuse(CaseState? state, CaseAction action, ImmutableArray<Requirement> unmet, CaseFacts facts) => new(action, RefusalKind.Unmet)
    {
        State = state,
        Unmet = unmet,
        Measured = unmet.Where(need => facts.Measured(need) is not null).ToImmutableDictionary(need => need, need => facts.Measured(need)!),
    };

    // The examiner answers; what came from outside the portal, whoever asked writes down.
    private static IEnumerable<Transition> Answers(CaseState state) =>
    [
        new(state, AnswerInformation, state, Role.Examiner, [ThisExamIsYours, InformationAsked, AnswerWritten], "WHW 7.12c lid 2"),
        new(state, AnswerInformation, state, BoardAndSecretary, [NoConflictOfInterest, InformationAsked, AnswerWritten], "Awb 3:2"),
    ];

    private static ImmutableArray<Requirement> Unmet(Transition row, CaseFacts facts) => [.. row.Needs.Where(need => !facts.Meets(need)).Union(facts.Broken)];

    /// <summary>
    /// May this person work on what the action will need: write the marks, the report, the draft? The state, the role and whose case it is decide;
    /// what is still missing does not, for that is what the work is about.
    /// </summary>
    public static Answer AskToPrepare(CaseState state, CaseAction action, IReadOnlyCollection<Role> roles, CaseFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return Ask(state, action, roles, facts) switch
        {
            Refused { Kind: RefusalKind.Unmet } refused when refused.Unmet.Where(SaysWhose).ToImmutableArray() is { IsEmpty: false } whose => refused with { Unmet = whose },
            Refused { Kind: RefusalKind.Unmet } => new Done(Table.First(row => row.From == state && row.Action == action && row.Roles.Any(roles.Contains))),
            var answer => answer,
        };
    }

    private static bool SaysWhose(Requirement requirement) => requirement is OwnReview or OwnSecondReview or ReviewOfYours or AddressedToYou or ThisExamIsYours or MemberOfThisSession or NoConflictOfInterest;

    /// <summary>Is there anybody who could take this step in this state?</summary>
    public static bool IsOpen(CaseState state, CaseAction action) => Rows.ContainsKey((state, action));

    /// <summary>What somebody with these roles could do from here, requirements apart.</summary>
    public static IEnumerable<Transition> From(CaseState? state, IReadOnlyCollection<Role> roles) =>
        Table.Where(row => row.From == state && row.Roles.Any(roles.Contains));
}

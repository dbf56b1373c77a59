using System.Collections.Immutable;
using static ReviewPortal.Core.Lifecycle.CaseAction;
using static ReviewPortal.Core.Lifecycle.CaseState;
using static ReviewPortal.Core.Lifecycle.Requirement;

namespace ReviewPortal.Core.Lifecycle;

/// <summary>What runs beside the procedure: the retake, an interim measure, the end of an enrolment, and the holds. The case stays where it is.</summary>
internal static class BesideTheProcedure
{
    private static readonly ImmutableArray<CaseState> InAppeal = [AppealLodged, Settlement, AppealPending, FurtherAppeal];

    private static readonly ImmutableArray<CaseState> Existing = [.. Enum.GetValues<CaseState>().Except([CaseState.Retention, PurgeProposed, Purged])];

    // A decision that stands while the board decides again gives what it gave: the chance goes on, and is judged anew when the new one is published.
    private static readonly ImmutableArray<CaseState> WithChance = [.. CaseStates.WithDecision, .. CaseStates.Deciding];

    // Where what a proposal rested on can have fallen.
    private static readonly ImmutableArray<CaseState> AfterDecision = [.. CaseStates.WithDecision, Annulled, ClosedAnnulled];

    // From the first letter to a student on; what did not reach the student is told wherever the case stands.
    private static readonly ImmutableArray<CaseState> WithLetters = [.. Existing.Except([Imported, InReview, SecondReview, Cleared])];

    // As soon as the student knows of a case somebody can speak for the student; before that, asking would tell.
    private static readonly ImmutableArray<CaseState> Told = [.. WithLetters.Except([Reported])];

    private static readonly ImmutableArray<Role> Holders = [Role.RecordsManager, Role.DataProtectionOfficer];

    // Those before whom, or against whom, the case is litigated: they freeze it, and others lift that with four eyes.
    private static readonly ImmutableArray<Role> Litigants = [Role.AppealsDesk, Role.ExecutiveBoard];

    public static readonly ImmutableArray<Transition> Rows =
    [
        .. Transition.Beside(WithChance, PlanRetake, [Role.BoardSecretary], [NoConflictOfInterest, RetakeOwed, RetakeDate, RetakePlace, WordsFitForLetter], "Reglement examencommissie art. 4.3a lid 2, derde volzin"),
        .. Transition.Beside(WithChance, RequestRetake, [Role.Student], [AddressedToYou, RetakeOnRequest, RetakeRequestWritten, WithinLength], "Reglement examencommissie art. 4.3a lid 2, tweede volzin"),
        // The board decides on it, as on the test: one member writes and signs, another signs as well, and with that the letter goes out.
        .. Transition.Beside(WithChance, ProposeRetakeAnswer, Roles.Board, [NoConflictOfInterest, RetakeRequested, RetakeReasons, WordsFitForLetter, SignedAfresh], "Reglement examencommissie art. 4.3a lid 2, tweede volzin; Awb 2:18"),
        .. Transition.Beside(WithChance, GrantRetake, Roles.Board, [NoConflictOfInterest, RetakeRequested, RetakeAnswerByAnother, AnotherPerson, WordsFitForLetter, SignedAfresh], "Reglement examencommissie art. 4.3a lid 2, tweede volzin"),
        .. Transition.Beside(WithChance, RefuseRetake, Roles.Board, [NoConflictOfInterest, RetakeRequested, RetakeAnswerByAnother, AnotherPerson, WordsFitForLetter, SignedAfresh], "Reglement examencommissie art. 4.3a lid 2, tweede volzin; Awb 3:46"),

        // The proposal is the board's, not of one member: one writes and signs, another signs as well, and with that it goes to the executive board and the student.
        .. Transition.Beside(CaseStates.WithDecision, ProposeTermination, Roles.Board, [NoConflictOfInterest, SeriousFraud, TerminationReasons, WordsFitForLetter, SignedAfresh], "WHW 7.12b lid 2, tweede volzin; Awb 2:18"),
        .. Transition.Beside(CaseStates.WithDecision, CoSignTermination, Roles.Board, [NoConflictOfInterest, ProposalByAnother, AnotherPerson, ProposalGroundStands, WordsFitForLetter, SignedAfresh], "WHW 7.12b lid 2, tweede volzin; Awb 2:18"),
        // Made before the decision goes out it is part of its letter, which two members sign: the second reads it too.
        .. Transition.Beside([Decided], ProposeTermination, Roles.Board, [NoConflictOfInterest, SeriousFraud, NotCoSigned, TerminationReasons, WordsFitForLetter, SignedAfresh], "WHW 7.12b lid 2, tweede volzin; Awb 2:18"),
        // The executive board hears the student itself, and says when and where beforehand: before it ends an enrolment, and on an objection.
        .. Transition.Beside([.. AfterDecision, .. CaseStates.Deciding], PlanEnrolmentHearing, [Role.ExecutiveBoard], [ApartFromTheBoard, EnrolmentToDecide, EnrolmentHearingDay, HearingDiffers, NoticeTerm, TimeForPapers, HearingPlace, WithinLength, WordsFitForLetter], "WHW 7.12b lid 2, tweede volzin; Awb 4:8, 7:2, 7:4"),
        .. Transition.Beside(CaseStates.WithDecision, TerminateEnrolment, [Role.ExecutiveBoard], [ApartFromTheBoard, TerminationProposed, ProposalGroundStands, HeardByExecutiveBoard, WithinLength, TerminationReasons, WordsFitForLetter, SignedAfresh], "WHW 7.12b lid 2, tweede volzin; Awb 4:8"),
        .. Transition.Beside(CaseStates.WithDecision, KeepEnrolment, [Role.ExecutiveBoard], [ApartFromTheBoard, TerminationProposed, ProposalGroundStands, WithinLength, TerminationReasons, WordsFitForLetter, SignedAfresh], "WHW 7.12b lid 2, tweede volzin"),

        .. Transition.Beside([.. AfterDecision, .. CaseStates.Deciding.Except([Decided])], WithdrawTermination, Roles.Board, [NoConflictOfInterest, ProposalToWithdraw, TerminationReasons], "WHW 7.12b lid 2, tweede volzin; Awb 3:2"),
        // The second member read and signed a letter with the proposal in it: without it another letter would go out.
        .. Transition.Beside([Decided], WithdrawTermination, Roles.Board, [NoConflictOfInterest, ProposalToWithdraw, NotCoSigned, TerminationReasons], "WHW 7.12b lid 2, tweede volzin; Awb 2:18"),
        .. Transition.Beside([.. AfterDecision, .. CaseStates.Deciding], ReconsiderTermination, [Role.ExecutiveBoard], [ApartFromTheBoard, TerminationGroundFell, FraudStillStands, TerminationReasons, WordsFitForLetter, SignedAfresh], "WHW 7.12b lid 2, tweede volzin; Awb 3:46"),

        .. Transition.Beside([.. AfterDecision, .. CaseStates.Deciding], LodgeObjection, [Role.AppealsDesk], [NoOpenObjection, ObjectionReceived], "WHW 7.59a, 7.63a; Awb 6:11"),
        .. Transition.Beside([.. AfterDecision, .. CaseStates.Deciding], WithdrawObjection, [Role.AppealsDesk], [ObjectionOpen, ObjectionWithdrawal], "Awb 6:21"),
        .. Transition.Beside([.. AfterDecision, .. CaseStates.Deciding], DecideObjection, [Role.ExecutiveBoard], [ApartFromTheBoard, ObjectionOpen, HeardOnObjection, WithinLength, EnrolmentToRestore, ObjectionReasons, WordsFitForLetter, SignedAfresh], "WHW 7.63b; Awb 7:2, 7:11, 7:12"),

        .. Transition.Beside(InAppeal, RecordInterimMeasure, [Role.AppealsDesk], [InterimMeasureDescribed, WordsFitForLetter], "WHW 7.61 lid 6"),
        .. Transition.Beside([Notified, .. CaseStates.Deciding], RecordInterimMeasure, [Role.AppealsDesk], [AppealStillOpen, InterimMeasureDescribed, WordsFitForLetter], "WHW 7.61 lid 6"),
        .. Transition.Beside([Notified, .. InAppeal, .. CaseStates.Deciding], EndInterimMeasure, [Role.AppealsDesk], [InterimMeasureRuns, WordsFitForLetter], "WHW 7.61 lid 6"),

        .. Transition.Beside(WithLetters, RecordPosting, [Role.BoardSecretary], [NoConflictOfInterest, LetterToPost, PostingDay, SendingProven], "Awb 2:8, 2:25, 3:41"),
        // Printed and wrong: it never goes, and the right one is made in its place.
        .. Transition.Beside(WithLetters, SetLetterAside, [Role.BoardSecretary], [NoConflictOfInterest, LetterToSetAside, DeliveryProblem], "Awb 2:12, 3:40, 3:41"),
        .. Transition.Beside(WithLetters, RecordBounce, [Role.BoardSecretary], [NoConflictOfInterest, NotificationOut, BounceDay, DeliveryProblem], "Awb 2:11"),
        // A report of a mail server is a question: recorded as returned, or set aside with the reason.
        .. Transition.Beside(WithLetters, SetReportAside, [Role.BoardSecretary], [NoConflictOfInterest, ReportUnanswered, ReportAsideReason, WithinLength], "Awb 2:11, 2:25"),
        .. Transition.Beside(WithLetters, NotifyAgain, [Role.BoardSecretary], [NoConflictOfInterest, NotificationFailed, DeliveryAgreed, SanctionNotBeforePublication], "Awb 2:8, 2:10, 2:11"),

        .. Transition.Beside(WithLetters, CorrectLetter, [Role.BoardSecretary], [NoConflictOfInterest, AddresseeKnown, LetterToCorrect, MistakeNamed, MistakeWithinBounds, MistakeQuoted, OutcomeUnchanged, TermCanBeginAnew, WordsFitForLetter, SignedAfresh], "Awb 2:12, 3:45, 6:8"),
        // Once the student knows that there is a case.
        .. Transition.Beside(WithLetters.Except([Reported]), SendProcesVerbaal, [Role.BoardSecretary], [NoConflictOfInterest, AddresseeKnown, ProcesVerbaalSigned, ReportNotYetDisclosed, DisclosureReason], "AVG 15 lid 3; Awb 3:49, 4:11"),
        .. Transition.Beside(Told, NameRepresentative, [Role.Student], [AddressedToYou, RepresentativeReachable, AddressWithinBounds, AddressPrintable, NoCitizenNumber, AuthorisationGiven], "Awb 2:1, 6:17"),
        .. Transition.Beside(Told, WithdrawRepresentative, [Role.Student], [AddressedToYou, RepresentativeStands], "Awb 2:1"),
        .. Transition.Beside(Told, AskAuthorisation, [Role.BoardSecretary], [NoConflictOfInterest, RepresentativeStands, AuthorisationNotShown], "Awb 2:1 lid 2"),

        .. Transition.Beside(Existing, PlaceHold, Holders, [HoldReason], "Protocol, Examencommissie 4; AVG 17 lid 3 onder e"),
        .. Transition.Beside(AfterDecision, PlaceHold, Litigants, [HoldReason], "Protocol, Examencommissie 4; AVG 17 lid 3 onder e"),
        .. Transition.Beside(CaseStates.Deciding, PlaceHold, [Role.AppealsDesk], [DecisionStands, HoldReason], "Protocol, Examencommissie 4; AVG 17 lid 3 onder e"),
        .. Transition.Beside(Existing, AskToLiftHold, Holders, [HoldLies, HoldReason], "Archiefwet 1995 art. 3"),
        .. Transition.Beside(Existing, LiftHold, Holders, [HoldLies, AskedByAnother], "Archiefwet 1995 art. 3; AVG 5 lid 2"),
        .. Transition.Beside([InReview], ReportBsn, [Role.Reviewer], [ReviewOfYours, BsnPlaceNamed, NoCitizenNumber], "UAVG 46; UU-PRE-8"),
        .. Transition.Beside([SecondReview], ReportBsn, [Role.Reviewer, Role.SecondReviewer], [ReviewOfYours, BsnPlaceNamed, NoCitizenNumber], "UAVG 46; UU-PRE-8"),
        .. Transition.Beside(Existing, HandleBsn, [Role.DataProtectionOfficer], [BsnReported, HandlingWritten, NoCitizenNumber], "UAVG 46; AVG 33 lid 5; UU-PRE-8"),
        .. Transition.Beside(Existing, Restrict, [Role.DataProtectionOfficer], [NotYetRestricted, RestrictionReason], "AVG 18"),
        .. Transition.Beside(Existing, EndRestriction, [Role.DataProtectionOfficer], [RestrictionRuns, RestrictionReason], "AVG 18 lid 3"),
    ];
}

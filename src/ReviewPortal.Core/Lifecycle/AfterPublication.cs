using System.Collections.Immutable;
using static ReviewPortal.Core.Lifecycle.CaseAction;
using static ReviewPortal.Core.Lifecycle.CaseState;
using static ReviewPortal.Core.Lifecycle.Requirement;

namespace ReviewPortal.Core.Lifecycle;

/// <summary>The part of the table after a decision has been published: its delivery, the appeal, what the appeal leads to, and the end.</summary>
internal static class AfterPublication
{
    public static readonly ImmutableArray<Transition> Rows =
    [
        new(Notified, RecordDeliveryFailure, DeliveryFailed, Role.BoardSecretary, [NoConflictOfInterest, DeliveryProblem, LetterNotOpened], "Awb 2:11"),
        new(DeliveryFailed, SendAgain, Notified, Role.BoardSecretary, [NoConflictOfInterest, DeliveryAgreed, PostalAddressKnown, AddressWithinBounds, AddressPrintable, NoCitizenNumber, SanctionNotBeforePublication, SignedAfresh], "Awb 2:8, 2:11, 2:18, 3:40"),

        new(Notified, LodgeAppeal, AppealLodged, Role.AppealsDesk, [NotYetRuled, AppealReceived, NoOpenAppeal], "WHW 7.59a, 7.61; Awb 6:11"),
        new(DeliveryFailed, LodgeAppeal, AppealLodged, Role.AppealsDesk, [NotYetRuled, AppealReceived, NoOpenAppeal], "WHW 7.59a, 7.61; Awb 6:10"),
        // Ruled on is the decision; an extra chance that was refused since is a decision of its own.
        new(Dismissed, LodgeAppeal, AppealLodged, Role.AppealsDesk, [NotYetRuled, AppealReceived, NoOpenAppeal], "WHW 7.59a, 7.61; Awb 6:11"),
        new(Irrevocable, LodgeAppeal, AppealLodged, Role.AppealsDesk, [NotYetRuled, AppealReceived, LatenessExcused], "Awb 6:11"),
        new(AppealLodged, OpenSettlement, Settlement, Role.AppealsDesk, [], "WHW 7.61 lid 3"),
        new(Settlement, EndSettlement, AppealPending, Role.AppealsDesk, [SettlementReported], "WHW 7.61 lid 3"),
        // Agreed: the board decides again as was agreed, and nothing heavier; or the student withdraws because of it.
        new(Settlement, SettleByDecision, ViewsReceived, Roles.Board, [NoConflictOfInterest, NothingPrinted, AppealOnDecision, AgreementRecorded], "WHW 7.61 lid 3; Awb 6:19"),
        new(Settlement, SettleByWithdrawal, Notified, Role.AppealsDesk, [AgreementRecorded], "WHW 7.61 lid 3; Awb 6:21"),
        new(AppealLodged, WithdrawAppeal, Notified, Role.AppealsDesk, [WithdrawalRecorded], "Awb 6:21"),
        new(Settlement, WithdrawAppeal, Notified, Role.AppealsDesk, [WithdrawalRecorded], "Awb 6:21; WHW 7.61 lid 3"),
        new(AppealPending, WithdrawAppeal, Notified, Role.AppealsDesk, [WithdrawalRecorded], "Awb 6:21"),
        new(Notified, WithdrawAppeal, Notified, Role.AppealsDesk, [AppealStillOpen, WithdrawalRecorded], "Awb 6:21"),
        new(FurtherAppeal, WithdrawAppeal, Notified, Role.AppealsDesk, [WithdrawalRecorded, NotYetRuled], "Awb 6:21"),
        new(FurtherAppeal, WithdrawAppeal, Dismissed, Role.AppealsDesk, [WithdrawalRecorded], "Awb 6:21"),

        // A ruling on a refused chance leaves the decision on the test alone: the board answers the request again.
        new(AppealPending, RecordAnnulment, Notified, Role.AppealsDesk, [RulingRecorded, AppealOnChance], "WHW 7.61 lid 5"),
        new(FurtherAppeal, RecordAnnulment, Notified, Role.AppealsDesk, [RulingRecorded, AppealOnChance], "WHW 7.64"),
        new(FurtherAppeal, RecordDismissal, Notified, Role.AppealsDesk, [RulingRecorded, AppealOnChance], "WHW 7.64"),
        new(AppealPending, RecordDismissal, Dismissed, Role.AppealsDesk, [RulingRecorded], "WHW 7.61"),
        new(AppealPending, RecordAnnulment, Annulled, Role.AppealsDesk, [RulingRecorded], "WHW 7.61 lid 5"),
        new(Dismissed, LodgeFurtherAppeal, FurtherAppeal, Role.AppealsDesk, [DismissalStands, AppealReceived, NoOpenAppeal], "WHW 7.64; Awb 6:7"),
        new(Annulled, LodgeFurtherAppeal, Annulled, Role.AppealsDesk, [DismissalStands, AppealReceived, NoOpenAppeal], "WHW 7.64; Awb 6:7"),
        new(Notified, LodgeFurtherAppeal, FurtherAppeal, Role.AppealsDesk, [DismissalStands, AppealReceived, NoOpenAppeal], "WHW 7.64; Awb 6:7, 6:24"),
        new(Irrevocable, LodgeFurtherAppeal, FurtherAppeal, Role.AppealsDesk, [DismissalStands, AppealReceived, LatenessExcused], "WHW 7.64; Awb 6:11"),
        new(FurtherAppeal, RecordDismissal, Irrevocable, Role.AppealsDesk, [RulingRecorded], "WHW 7.64"),
        new(FurtherAppeal, RecordAnnulment, Annulled, Role.AppealsDesk, [RulingRecorded], "WHW 7.64"),

        // Against an annulment too the student can go on; what the Council rules then, the board that decides again has to heed.
        new(Annulled, WithdrawAppeal, Annulled, Role.AppealsDesk, [AppealStillOpen, WithdrawalRecorded], "Awb 6:21"),
        new(Annulled, RecordDismissal, Annulled, Role.AppealsDesk, [AppealStillOpen, RulingRecorded], "WHW 7.64"),
        new(Annulled, RecordAnnulment, Annulled, Role.AppealsDesk, [AppealStillOpen, RulingRecorded], "WHW 7.64"),

        // Another body annuls; it does not decide in the board's place (WHW 7.61 lid 5).
        new(Annulled, Redecide, ViewsReceived, Role.BoardSecretary, [NoConflictOfInterest], "WHW 7.61 lid 5"),
        new(Annulled, HearAgain, UnderInvestigation, Role.BoardSecretary, [NoConflictOfInterest], "WHW 7.61 lid 5; Awb 4:8"),
        new(Annulled, CloseAnnulled, ClosedAnnulled, Roles.Board, [NoConflictOfInterest, NoOpenAppeal, ClosingReasons, WordsFitForLetter], "WHW 7.61 lid 5"),

        // Of its own motion, or to settle: in the student's favour on the file as it stands, otherwise only after hearing the student again.
        .. OwnMotion(Notified, "Awb 3:2, 3:46"),
        // What did not reach the student can only be mended by deciding again when its sanction was to begin before the next sending.
        .. OwnMotion(DeliveryFailed, "Awb 2:11, 3:2, 3:46"),
        .. OwnMotion(Settlement, "WHW 7.61 lid 3; Awb 6:19"),
        .. OwnMotion(AppealPending, "Awb 6:19"),
        .. OwnMotion(Dismissed, "Awb 3:2, 3:46"),
        .. OwnMotion(Irrevocable, "Awb 4:6, 3:46"),
        // Where it goes on: the first of these that fits. An appeal that came while the board decided again was never tried to settle.
        new(Notified, ResumeAppeal, FurtherAppeal, Role.AppealsDesk, [AppealStillOpen, AppealAtCouncil], "Awb 6:19, 6:24"),
        new(Notified, ResumeAppeal, AppealPending, Role.AppealsDesk, [AppealStillOpen, SettlementTried], "Awb 6:19"),
        new(Notified, ResumeAppeal, AppealLodged, Role.AppealsDesk, [AppealStillOpen], "Awb 6:19; WHW 7.61 lid 3"),
        .. CaseStates.Deciding.SelectMany(Meanwhile),

        new(Notified, ConfirmIrrevocable, Irrevocable, Role.BoardSecretary, [NoConflictOfInterest, AppealTermElapsed, NotificationProven, NoOpenAppeal], "WHW 7.59a; Awb 6:7, 6:9"),
        new(Dismissed, ConfirmIrrevocable, Irrevocable, Role.BoardSecretary, [NoConflictOfInterest, AppealTermElapsed, NoOpenAppeal], "WHW 7.64; Awb 6:7, 6:9"),
    ];

    // While the board decides again of its own motion the published decision stands, and so does the way to appeal against it (Awb 6:19). A ruling
    // that annuls it is for the board that decides to carry out: what was on the agenda or signed goes back to it.
    private static IEnumerable<Transition> Meanwhile(CaseState state) =>
    [
        new(state, LodgeAppeal, state, Role.AppealsDesk, [DecisionStands, NotYetRuled, AppealReceived, NoOpenAppeal], "WHW 7.59a, 7.61; Awb 6:11, 6:19"),
        new(state, LodgeFurtherAppeal, state, Role.AppealsDesk, [DecisionStands, DismissalStands, AppealReceived, NoOpenAppeal], "WHW 7.64; Awb 6:7, 6:19"),
        new(state, WithdrawAppeal, state, Role.AppealsDesk, [AppealStillOpen, WithdrawalRecorded], "Awb 6:21"),
        new(state, RecordDismissal, state, Role.AppealsDesk, [AppealStillOpen, RulingRecorded], "WHW 7.61, 7.64; Awb 6:19"),
        .. state is Deliberation or Decided ? new[] { new Transition(state, RecordAnnulment, state, Role.AppealsDesk, [AppealStillOpen, RulingRecorded, AppealOnChance], "WHW 7.61 lid 5") } : [],
        new(state, RecordAnnulment, state is Deliberation or Decided ? ViewsReceived : state, Role.AppealsDesk, [AppealStillOpen, RulingRecorded], "WHW 7.61 lid 5; Awb 6:19"),
    ];

    private static IEnumerable<Transition> OwnMotion(CaseState from, string basis) =>
    [
        new(from, Redecide, ViewsReceived, Roles.Board, [NoConflictOfInterest, NothingPrinted, ReconsiderReasons, InFavourOfStudent], basis),
        new(from, HearAgain, UnderInvestigation, Roles.Board, [NoConflictOfInterest, NothingPrinted, ReconsiderReasons], $"{basis}; Awb 4:8"),
    ];
}

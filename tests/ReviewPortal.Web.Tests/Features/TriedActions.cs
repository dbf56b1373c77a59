using System.Collections.Immutable;
using ReviewPortal.Core.Appeals;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Review;

namespace ReviewPortal.Web.Tests.Features;

/// <summary>One action of the table, as the right person does it at a stage that has all it needs.</summary>
/// <param name="By">The right person.</param>
internal sealed record TriedAction(CaseAction Action, Stage Stage, string By, Func<APortal, ACase, string, Task<Answer>> Run);

/// <summary>Every action that can be done to a case once it is there.</summary>
internal static class TriedActions
{
    public static readonly ImmutableArray<TriedAction> All =
    [
        new(CaseAction.Assign, Stage.Imported, "coordinator", (portal, @case, by) => portal.On(11, 3).Then(() => @case.AssignAsync(by: by))),
        new(CaseAction.TakeReview, Stage.Imported, "reviewer", (portal, @case, by) => portal.On(11, 3).Then(() => @case.TakeReviewAsync(by))),
        new(CaseAction.MoveTargetDay, Stage.InReview, "coordinator", (_, @case, by) => @case.MoveTargetDayAsync(new DateOnly(2026, 12, 8), by: by)),
        new(CaseAction.HandBack, Stage.InReview, "reviewer", (_, @case, by) => @case.HandBackAsync(by)),
        new(CaseAction.FinishWithoutRemarks, Stage.Watched, "reviewer", (_, @case, by) => @case.FinishAsync(by)),
        new(CaseAction.AskSecondReview, Stage.Marked, "reviewer", (_, @case, by) => @case.AskSecondReviewAsync(by)),
        new(CaseAction.TakeSecondReview, Stage.SecondReview, "tweede", (_, @case, by) => @case.TakeSecondReviewAsync(by)),
        new(CaseAction.SupportSuspicion, Stage.ReasonsWritten, "tweede", (_, @case, by) => @case.GiveOpinionAsync(SecondOpinion.Supports, by)),
        new(CaseAction.RejectSuspicion, Stage.ReasonsWritten, "tweede", (_, @case, by) => @case.GiveOpinionAsync(SecondOpinion.DoesNotSupport, by)),
        new(CaseAction.DiscussReview, Stage.Supported, "tweede", (_, @case, by) => @case.DiscussAsync(by)),
        new(CaseAction.ReportBsn, Stage.InReview, "reviewer", (_, @case, by) => @case.ReportBsnAsync(by)),
        new(CaseAction.HandleBsn, Stage.BsnReported, "fg", (_, @case, by) => @case.HandleBsnAsync(by)),
        new(CaseAction.SignProcesVerbaal, Stage.ReportWritten, "reviewer", (_, @case, by) => @case.SignReportAsync(by)),
        new(CaseAction.AddAddendum, Stage.Reported, "reviewer", (_, @case, by) => @case.AddAddendumAsync(by: by)),
        new(CaseAction.DeclareConflict, Stage.Reported, "lid1", (_, @case, by) => @case.DeclareConflictAsync(by)),
        new(CaseAction.LinkIncident, Stage.Reported, "secretaris", (_, @case, by) => @case.LinkIncidentAsync(by)),
        new(CaseAction.TakeUp, Stage.Reported, "secretaris", (_, @case, by) => @case.TakeUpAsync(by)),
        new(CaseAction.RequestInformation, Stage.Investigated, "lid2", (_, @case, by) => @case.RequestInformationAsync(by)),
        new(CaseAction.AnswerInformation, Stage.InformationAsked, "examinator", (_, @case, by) => @case.AnswerInformationAsync(by)),
        new(CaseAction.InviteView, Stage.Investigated, "secretaris", (_, @case, by) => @case.InviteAsync(by: by)),
        new(CaseAction.GiveView, Stage.ViewsInvited, "student", (_, @case, by) => @case.GiveViewAsync(by: by)),
        new(CaseAction.MoveReactionDay, Stage.ViewsInvited, "secretaris", (_, @case, by) => @case.MoveReactionDayAsync(new DateOnly(2026, 12, 8), by)),
        new(CaseAction.RemindStudent, Stage.ViewsInvited, "secretaris", (_, @case, by) => @case.RemindAsync(by)),
        new(CaseAction.RecordNoReaction, Stage.ViewsInvited, "secretaris", (portal, @case, by) => portal.On(11, 25).Then(() => @case.RecordNoReactionAsync(by))),
        new(CaseAction.NameRepresentative, Stage.ViewsInvited, "student", (_, @case, by) => @case.NameRepresentativeAsync(by: by)),
        new(CaseAction.WithdrawRepresentative, Stage.Represented, "student", (_, @case, by) => @case.WithdrawRepresentativeAsync(by)),
        new(CaseAction.AskAuthorisation, Stage.Represented, "secretaris", (_, @case, by) => @case.AskAuthorisationAsync(by)),
        new(CaseAction.SupplementView, Stage.ViewsReceived, "student", (_, @case, by) => @case.SupplementViewAsync(by: by)),
        new(CaseAction.AskHearing, Stage.ViewsInvited, "student", (_, @case, by) => @case.AskHearingAsync(by)),
        new(CaseAction.PlanHearing, Stage.HearingScheduled, "secretaris", (_, @case, by) => @case.PlanHearingAsync(Amsterdam.At(new(2026, 12, 1), new(10, 0)), by)),
        new(CaseAction.RecordHearing, Stage.HearingPlanned, "secretaris", (_, @case, by) => @case.RecordHearingAsync(by: by)),
        new(CaseAction.CommentOnMinutes, Stage.Heard, "student", (_, @case, by) => @case.CommentOnMinutesAsync(by)),
        new(CaseAction.Deliberate, Stage.ViewsReceived, "secretaris", (_, @case, by) => @case.DeliberateAsync(by)),
        new(CaseAction.DecideValid, Stage.Drafted, "lid1", (_, @case, by) => @case.DecideAsync(Outcome.Valid, by)),
        new(CaseAction.DecideIrregularity, Stage.Drafted, "voorzitter", (_, @case, by) => @case.DecideAsync(Outcome.Irregularity, by)),
        new(CaseAction.DecideFraud, Stage.FraudDrafted, "lid2", (_, @case, by) => @case.DecideAsync(Outcome.Fraud, by)),
        new(CaseAction.ReturnToDeliberation, Stage.Decided, "voorzitter", (_, @case, by) => @case.ReturnAsync(by: by)),
        new(CaseAction.CoSign, Stage.Decided, "lid2", (_, @case, by) => @case.CoSignAsync(by)),
        new(CaseAction.Publish, Stage.CoSigned, "secretaris", (portal, @case, by) => portal.On(11, 20, 15).Then(() => @case.PublishAsync(by))),
        new(CaseAction.ReportByExaminer, Stage.Cleared, "examinator", (_, @case, by) => @case.ReportByExaminerAsync(by: by)),
        new(CaseAction.ProposeClosing, Stage.Investigated, "lid1", (_, @case, by) => @case.ProposeClosingAsync(by: by)),
        new(CaseAction.CloseNoGrounds, Stage.ClosingProposed, "voorzitter", (_, @case, by) => @case.CloseNoGroundsAsync(by)),
        new(CaseAction.WaiveView, Stage.Investigated, "lid2", (_, @case, by) => @case.WaiveViewAsync(by: by)),
        new(CaseAction.RecordDeliveryFailure, Stage.Notified, "secretaris", (_, @case, by) => @case.DeliveryFailedAsync(by: by)),
        new(CaseAction.SendAgain, Stage.DeliveryFailed, "secretaris", (_, @case, by) => @case.SendAgainAsync("", by)),
        new(CaseAction.RecordPosting, Stage.LetterToPost, "secretaris", (_, @case, by) => @case.RecordPostingAsync(by: by)),
        new(CaseAction.SetLetterAside, Stage.CorrectionToPost, "secretaris", (_, @case, by) => @case.SetLetterAsideAsync(by: by)),
        new(CaseAction.RecordBounce, Stage.MailSent, "secretaris", (_, @case, by) => @case.RecordBounceAsync(by: by)),
        new(CaseAction.SetReportAside, Stage.MailReported, "secretaris", (_, @case, by) => @case.SetReportAsideAsync(by: by)),
        new(CaseAction.NotifyAgain, Stage.MailBounced, "secretaris", (_, @case, by) => @case.NotifyAgainAsync(by)),
        new(CaseAction.PlanRetake, Stage.Notified, "secretaris", (_, @case, by) => @case.PlanRetakeAsync(new DateOnly(2027, 12, 14), by)),
        new(CaseAction.RequestRetake, Stage.ChanceOpen, "student", (_, @case, by) => @case.RequestRetakeAsync(by: by)),
        new(CaseAction.ProposeRetakeAnswer, Stage.ChanceRequested, "lid2", (_, @case, by) => @case.ProposeRetakeAnswerAsync(by: by)),
        new(CaseAction.GrantRetake, Stage.ChanceToGrant, "lid1", (_, @case, by) => @case.AnswerRetakeAsync(by: by)),
        new(CaseAction.RefuseRetake, Stage.ChanceToRefuse, "voorzitter", (_, @case, by) => @case.AnswerRetakeAsync(granted: false, by)),
        new(CaseAction.ProposeTermination, Stage.FraudNotified, "voorzitter", (_, @case, by) => @case.ProposeTerminationAsync(by: by)),
        new(CaseAction.CoSignTermination, Stage.TerminationToCoSign, "lid1", (_, @case, by) => @case.CoSignTerminationAsync(by)),
        new(CaseAction.PlanEnrolmentHearing, Stage.EnrolmentToHear, "cvb", (_, @case, by) => @case.InviteToHearingAsync(by: by)),
        new(CaseAction.TerminateEnrolment, Stage.TerminationProposed, "cvb", (_, @case, by) => @case.DecideTerminationAsync(by: by)),
        new(CaseAction.KeepEnrolment, Stage.TerminationProposed, "cvb", (_, @case, by) => @case.DecideTerminationAsync(terminate: false, by: by)),
        new(CaseAction.WithdrawTermination, Stage.TerminationProposed, "lid1", (_, @case, by) => @case.WithdrawTerminationAsync(by: by)),
        new(CaseAction.ReconsiderTermination, Stage.TerminationFell, "cvb", (_, @case, by) => @case.ReconsiderTerminationAsync(by: by)),
        new(CaseAction.LodgeObjection, Stage.EnrolmentEnded, "beroep", (_, @case, by) => @case.LodgeObjectionAsync(by: by)),
        new(CaseAction.WithdrawObjection, Stage.ObjectionLodged, "beroep", (_, @case, by) => @case.WithdrawObjectionAsync(by: by)),
        new(CaseAction.DecideObjection, Stage.ObjectionLodged, "cvb", (_, @case, by) => @case.DecideObjectionAsync(by: by)),
        new(CaseAction.CorrectLetter, Stage.Notified, "secretaris", (_, @case, by) => @case.CorrectLetterAsync(by: by)),
        new(CaseAction.SendProcesVerbaal, Stage.Investigated, "secretaris", (_, @case, by) => @case.SendReportAsync(by: by)),
        new(CaseAction.LodgeAppeal, Stage.Notified, "beroep", (_, @case, by) => @case.LodgeAppealAsync(by: by)),
        new(CaseAction.WithdrawAppeal, Stage.Settlement, "beroep", (_, @case, by) => @case.WithdrawAppealAsync(by: by)),
        new(CaseAction.OpenSettlement, Stage.AppealLodged, "beroep", (_, @case, by) => @case.OpenSettlementAsync(by)),
        new(CaseAction.EndSettlement, Stage.Settlement, "beroep", (_, @case, by) => @case.EndSettlementAsync(by: by)),
        new(CaseAction.SettleByDecision, Stage.Settlement, "voorzitter", (_, @case, by) => @case.SettleByDecisionAsync(by: by)),
        new(CaseAction.SettleByWithdrawal, Stage.Settlement, "beroep", (_, @case, by) => @case.SettleByWithdrawalAsync(by: by)),
        new(CaseAction.RecordInterimMeasure, Stage.AppealLodged, "beroep", (_, @case, by) => @case.RecordInterimMeasureAsync(by: by)),
        new(CaseAction.EndInterimMeasure, Stage.InterimMeasure, "beroep", (_, @case, by) => @case.EndInterimMeasureAsync(by)),
        new(CaseAction.RecordDismissal, Stage.AppealPending, "beroep", (_, @case, by) => @case.RuleAsync(Ruling.Inadmissible, by: by)),
        new(CaseAction.RecordAnnulment, Stage.AppealPending, "beroep", (_, @case, by) => @case.RuleAsync(Ruling.PartlyAnnulled, by: by)),
        new(CaseAction.LodgeFurtherAppeal, Stage.Dismissed, "beroep", (_, @case, by) => @case.LodgeFurtherAppealAsync(by: by)),
        new(CaseAction.ResumeAppeal, Stage.AppealReopened, "beroep", (_, @case, by) => @case.ResumeAppealAsync(by)),
        new(CaseAction.Redecide, Stage.Annulled, "secretaris", (_, @case, by) => @case.RedecideAsync(by: by)),
        new(CaseAction.HearAgain, Stage.Annulled, "secretaris", (_, @case, by) => @case.HearAgainAsync(by: by)),
        new(CaseAction.CloseAnnulled, Stage.Annulled, "lid2", (_, @case, by) => @case.CloseAnnulledAsync(by: by)),
        new(CaseAction.ConfirmIrrevocable, Stage.Dismissed, "secretaris", (portal, @case, by) => portal.On(new DateOnly(2027, 3, 29)).Then(() => @case.ConfirmIrrevocableAsync(by))),
        new(CaseAction.PlaceHold, Stage.Imported, "archief", (_, @case, by) => @case.PlaceHoldAsync(by: by)),
        new(CaseAction.AskToLiftHold, Stage.HoldPlaced, "fg", (_, @case, by) => @case.AskToLiftHoldAsync(by: by)),
        new(CaseAction.LiftHold, Stage.HoldLiftAsked, "fg", (_, @case, by) => @case.LiftHoldAsync(by)),
        new(CaseAction.Restrict, Stage.Notified, "fg", (_, @case, by) => @case.RestrictAsync(by: by)),
        new(CaseAction.EndRestriction, Stage.Restricted, "fg", (_, @case, by) => @case.EndRestrictionAsync(by: by)),
    ];

    /// <summary>One person for every role, and somebody else who holds the same role where that makes a difference.</summary>
    public static readonly ImmutableArray<string> Everybody =
        ["reviewer", "reviewer2", "tweede", "examinator", "secretaris", "lid1", "lid2", "voorzitter", "student", "coordinator", "beroep", "cvb", "archief", "fg", "beheer"];

    /// <summary>Every state that the actions reach.</summary>
    public static readonly ImmutableArray<CaseState> ReachedStates =
    [
        CaseState.Imported, CaseState.InReview, CaseState.SecondReview, CaseState.Cleared, CaseState.Reported, CaseState.UnderInvestigation, CaseState.ViewsInvited,
        CaseState.HearingScheduled, CaseState.ViewsReceived, CaseState.Deliberation, CaseState.Decided, CaseState.Notified, CaseState.ClosedNoGrounds, CaseState.DeliveryFailed,
        CaseState.AppealLodged, CaseState.Settlement, CaseState.AppealPending, CaseState.Dismissed, CaseState.Annulled, CaseState.ClosedAnnulled, CaseState.FurtherAppeal, CaseState.Irrevocable,
    ];

    public static TriedAction Of(CaseAction action) => All.Single(tried => tried.Action == action);
}

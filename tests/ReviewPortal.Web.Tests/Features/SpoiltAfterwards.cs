using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Appeals;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Demo;
using ReviewPortal.Web.Features.Letters;

namespace ReviewPortal.Web.Tests.Features;

/// <summary>The steps that lack one thing: after publication, and beside the procedure.</summary>
internal static class SpoiltAfterwards
{
    private static readonly DateOnly Future = new(2027, 11, 30);

    // A citizen service number may stand in no letter (UAVG 46).
    private const string WithNumber = "De student met nummer 123456782 was te laat.";

    private static readonly string AnotherStudent = DemoAccounts.StudentEmail("0412702");

    public static readonly IReadOnlyList<SpoiltStep> All =
    [
        new(CaseAction.ReportByExaminer, Requirement.ThisExamIsYours, Stage.Imported, (_, @case) => @case.ReportByExaminerAsync(by: "m.jansen@uni.example")),
        new(CaseAction.ReportByExaminer, Requirement.ExaminerReportWritten, Stage.Imported, (_, @case) => @case.ReportByExaminerAsync(" ")),
        new(CaseAction.ReportByExaminer, Requirement.AddresseeKnown, Stage.Cleared, (portal, @case) => SpoiltSteps.Tampered(portal, SpoiltSteps.NoStudent, () => @case.ReportByExaminerAsync())),
        new(CaseAction.ProposeClosing, Requirement.NoConflictOfInterest, Stage.Investigated, (portal, @case) => SpoiltSteps.Tampered(portal, ExaminerIs("lid1"), () => @case.ProposeClosingAsync())),
        new(CaseAction.ProposeClosing, Requirement.InvestigationRecorded, Stage.UnderInvestigation, (_, @case) => @case.ProposeClosingAsync()),
        new(CaseAction.ProposeClosing, Requirement.ClosingReasons, Stage.Investigated, (_, @case) => @case.ProposeClosingAsync(" ")),
        new(CaseAction.ProposeClosing, Requirement.WordsFitForLetter, Stage.Investigated, (_, @case) => @case.ProposeClosingAsync("U hebt gefraudeerd, maar het is te klein.")),
        new(CaseAction.CloseNoGrounds, Requirement.NoConflictOfInterest, Stage.ClosingProposed, (portal, @case) => SpoiltSteps.Tampered(portal, ExaminerIs("voorzitter"), () => @case.CloseNoGroundsAsync())),
        new(CaseAction.CloseNoGrounds, Requirement.InvestigationRecorded, Stage.ClosingProposed, (portal, @case) => SpoiltSteps.Tampered(portal, SpoiltSteps.NoFindings, () => @case.CloseNoGroundsAsync())),
        new(CaseAction.CloseNoGrounds, Requirement.ClosingProposedByAnother, Stage.Investigated, (_, @case) => SpoiltSteps.After(@case.ProposeClosingAsync(by: "voorzitter"), () => @case.CloseNoGroundsAsync())),
        new(CaseAction.WaiveView, Requirement.NoConflictOfInterest, Stage.Investigated, (portal, @case) => SpoiltSteps.Tampered(portal, ExaminerIs("lid1"), () => @case.WaiveViewAsync())),
        new(CaseAction.WaiveView, Requirement.InvestigationRecorded, Stage.UnderInvestigation, (_, @case) => @case.WaiveViewAsync()),
        new(CaseAction.WaiveView, Requirement.WaiverGround, Stage.Investigated, (_, @case) => @case.WaiveViewAsync(" ")),
        new(CaseAction.ProposeClosing, Requirement.NoEarlierDecision, Stage.Annulled, (_, @case) => SpoiltSteps.After(@case.HearAgainAsync(), () => @case.ProposeClosingAsync())),
        new(CaseAction.CloseNoGrounds, Requirement.NoEarlierDecision, Stage.Annulled, (_, @case) => SpoiltSteps.After(@case.HearAgainAsync(), () => @case.CloseNoGroundsAsync())) { With = [Requirement.ClosingProposedByAnother] },
        new(CaseAction.WaiveView, Requirement.NoEarlierDecision, Stage.Annulled, (_, @case) => SpoiltSteps.After(@case.HearAgainAsync(), () => @case.WaiveViewAsync())),
        new(CaseAction.DecideIrregularity, Requirement.NotHeavierThanBefore, Stage.Notified, (_, @case) => AgainAsync(@case, Drafts.OwnRisk)),
        new(CaseAction.DecideFraud, Requirement.NotHeavierThanBefore, Stage.Notified, (_, @case) => AgainAsync(@case, Drafts.Fraud)),
        new(CaseAction.Deliberate, Requirement.CompositionAsOrdered, Stage.AppealPending, async (_, @case) =>
        {
            await ACase.DoneAsync(@case.RuleAsync(Ruling.Annulled, otherComposition: true));
            await ACase.DoneAsync(@case.RedecideAsync());
            return () => @case.DeliberateAsync("secretaris", "lid1", "lid2");
        }),

        new(CaseAction.RecordDeliveryFailure, Requirement.NoConflictOfInterest, Stage.Notified, (_, @case) => SpoiltSteps.After(@case.DeclareConflictAsync("secretaris"), () => @case.DeliveryFailedAsync())),
        new(CaseAction.SendAgain, Requirement.NoConflictOfInterest, Stage.DeliveryFailed, (_, @case) => SpoiltSteps.After(@case.DeclareConflictAsync("secretaris"), () => @case.SendAgainAsync())),
        new(CaseAction.ConfirmIrrevocable, Requirement.NoConflictOfInterest, Stage.Dismissed, (portal, @case) => portal.On(new DateOnly(2027, 3, 29)).Then(() => SpoiltSteps.After(@case.DeclareConflictAsync("secretaris"), () => @case.ConfirmIrrevocableAsync()))),
        new(CaseAction.RecordDeliveryFailure, Requirement.DeliveryProblem, Stage.Notified, (_, @case) => @case.DeliveryFailedAsync(" ")),
        new(CaseAction.RecordDeliveryFailure, Requirement.LetterNotOpened, Stage.Notified, (portal, @case) => SpoiltSteps.Tampered(portal, "UPDATE Letters SET FirstOpenedAt = PublishedAt", () => @case.DeliveryFailedAsync())),

        new(CaseAction.SendAgain, Requirement.SanctionNotBeforePublication, Stage.FraudNotified, (portal, @case) => SpoiltSteps.After(@case.DeliveryFailedAsync(), () => portal.On(12, 15).Then(() => @case.SendAgainAsync()))),

        new(CaseAction.SendAgain, Requirement.DeliveryAgreed, Stage.DeliveryFailed, (portal, @case) => Withdrawn(portal, () => @case.SendAgainAsync("", channel: SendingChannel.Portal))),

        new(CaseAction.RecordPosting, Requirement.NoConflictOfInterest, Stage.LetterToPost, (_, @case) => SpoiltSteps.After(@case.DeclareConflictAsync("secretaris"), () => @case.RecordPostingAsync())),
        new(CaseAction.RecordPosting, Requirement.LetterToPost, Stage.LetterToPost, (portal, @case) =>
            portal.Get<RecordPosting>().RunAsync(@case.Latest, Guid.NewGuid(), Amsterdam.DateOf(portal.Clock.GetUtcNow()), "3SABC123", portal.Who("secretaris").Id, TestContext.Current.CancellationToken)),
        new(CaseAction.RecordPosting, Requirement.PostingDay, Stage.LetterToPost, (_, @case) => @case.RecordPostingAsync(on: Future)),
        new(CaseAction.RecordPosting, Requirement.SendingProven, Stage.LetterToPost, (_, @case) => @case.RecordPostingAsync(" ")),
        new(CaseAction.SetLetterAside, Requirement.NoConflictOfInterest, Stage.CorrectionToPost, (_, @case) => SpoiltSteps.After(@case.DeclareConflictAsync("secretaris"), () => @case.SetLetterAsideAsync())),
        new(CaseAction.SetLetterAside, Requirement.LetterToSetAside, Stage.LetterToPost, (_, @case) => @case.SetLetterAsideAsync()),
        new(CaseAction.SetLetterAside, Requirement.DeliveryProblem, Stage.CorrectionToPost, (_, @case) => @case.SetLetterAsideAsync(" ")),
        new(CaseAction.RecordBounce, Requirement.NoConflictOfInterest, Stage.MailSent, (_, @case) => SpoiltSteps.After(@case.DeclareConflictAsync("secretaris"), () => @case.RecordBounceAsync())),
        new(CaseAction.RecordBounce, Requirement.NotificationOut, Stage.Notified, (_, @case) => @case.RecordBounceAsync()),
        new(CaseAction.RecordBounce, Requirement.BounceDay, Stage.MailSent, (_, @case) => @case.RecordBounceAsync(on: Future)),
        new(CaseAction.RecordBounce, Requirement.DeliveryProblem, Stage.MailSent, (_, @case) => @case.RecordBounceAsync(" ")),
        new(CaseAction.SetReportAside, Requirement.NoConflictOfInterest, Stage.MailReported, (_, @case) => SpoiltSteps.After(@case.DeclareConflictAsync("secretaris"), () => @case.SetReportAsideAsync())),
        new(CaseAction.SetReportAside, Requirement.ReportUnanswered, Stage.MailSent, (_, @case) => @case.SetReportAsideAsync()),
        new(CaseAction.SetReportAside, Requirement.ReportAsideReason, Stage.MailReported, (_, @case) => @case.SetReportAsideAsync(" ")),
        new(CaseAction.SetReportAside, Requirement.WithinLength, Stage.MailReported, (_, @case) => @case.SetReportAsideAsync(new string('x', StudentWords.Longest + 1))),
        new(CaseAction.NotifyAgain, Requirement.NoConflictOfInterest, Stage.MailBounced, (_, @case) => SpoiltSteps.After(@case.DeclareConflictAsync("secretaris"), () => @case.NotifyAgainAsync())),
        new(CaseAction.NotifyAgain, Requirement.NotificationFailed, Stage.MailSent, (_, @case) => @case.NotifyAgainAsync()),
        new(CaseAction.NotifyAgain, Requirement.DeliveryAgreed, Stage.MailBounced, (portal, @case) => Withdrawn(portal, () => @case.NotifyAgainAsync())),
        new(CaseAction.NotifyAgain, Requirement.SanctionNotBeforePublication, Stage.FraudNotified, async (portal, @case) =>
        {
            await portal.SendMailAsync();
            await ACase.DoneAsync(@case.RecordBounceAsync());
            return () => portal.On(12, 15).Then(() => @case.NotifyAgainAsync());
        }),

        new(CaseAction.PlanRetake, Requirement.NoConflictOfInterest, Stage.Notified, (_, @case) => SpoiltSteps.After(@case.DeclareConflictAsync("secretaris"), () => @case.PlanRetakeAsync(Future))),
        new(CaseAction.PlanRetake, Requirement.RetakeOwed, Stage.ChanceOpen, (_, @case) => @case.PlanRetakeAsync(Future)),
        new(CaseAction.PlanRetake, Requirement.RetakeDate, Stage.Notified, (_, @case) => @case.PlanRetakeAsync(new DateOnly(2026, 11, 20))),
        new(CaseAction.PlanRetake, Requirement.RetakePlace, Stage.Notified, (_, @case) => @case.PlanRetakeAsync(Future, place: " ")),
        new(CaseAction.PlanRetake, Requirement.WordsFitForLetter, Stage.Notified, (_, @case) => @case.PlanRetakeAsync(Future, place: "Zaal 🙂")),
        new(CaseAction.RequestRetake, Requirement.AddressedToYou, Stage.ChanceOpen, (_, @case) => @case.RequestRetakeAsync(by: AnotherStudent)),
        new(CaseAction.RequestRetake, Requirement.RetakeOnRequest, Stage.Notified, (_, @case) => @case.RequestRetakeAsync()),
        new(CaseAction.RequestRetake, Requirement.WithinLength, Stage.ChanceOpen, (_, @case) => @case.RequestRetakeAsync(SpoiltSteps.TooLong)),
        new(CaseAction.RequestRetake, Requirement.RetakeRequestWritten, Stage.ChanceOpen, (_, @case) => @case.RequestRetakeAsync(" ")),
        new(CaseAction.ProposeRetakeAnswer, Requirement.NoConflictOfInterest, Stage.ChanceRequested, (portal, @case) => SpoiltSteps.Tampered(portal, ExaminerIs("lid2"), () => @case.ProposeRetakeAnswerAsync())),
        new(CaseAction.ProposeRetakeAnswer, Requirement.RetakeRequested, Stage.ChanceOpen, (_, @case) => @case.ProposeRetakeAnswerAsync()),
        new(CaseAction.ProposeRetakeAnswer, Requirement.RetakeReasons, Stage.ChanceRequested, (_, @case) => @case.ProposeRetakeAnswerAsync(reasons: " ")),
        new(CaseAction.ProposeRetakeAnswer, Requirement.WordsFitForLetter, Stage.ChanceRequested, (_, @case) => @case.ProposeRetakeAnswerAsync(reasons: WithNumber)),
        .. Answers(CaseAction.GrantRetake, Stage.ChanceToGrant),
        .. Answers(CaseAction.RefuseRetake, Stage.ChanceToRefuse),

        new(CaseAction.ProposeTermination, Requirement.NoConflictOfInterest, Stage.FraudNotified, (portal, @case) => SpoiltSteps.Tampered(portal, ExaminerIs("voorzitter"), () => @case.ProposeTerminationAsync())),
        new(CaseAction.ProposeTermination, Requirement.SeriousFraud, Stage.Notified, (_, @case) => @case.ProposeTerminationAsync()),
        new(CaseAction.ProposeTermination, Requirement.TerminationReasons, Stage.FraudNotified, (_, @case) => @case.ProposeTerminationAsync(" ")),
        new(CaseAction.ProposeTermination, Requirement.WordsFitForLetter, Stage.FraudNotified, (_, @case) => @case.ProposeTerminationAsync(WithNumber)),
        new(CaseAction.ProposeTermination, Requirement.NotCoSigned, Stage.FraudDrafted, async (_, @case) =>
        {
            await ACase.DoneAsync(@case.DecideAsync(Outcome.Fraud));
            await ACase.DoneAsync(@case.CoSignAsync());
            return () => @case.ProposeTerminationAsync(by: "lid2");
        }),
        new(CaseAction.CoSignTermination, Requirement.NoConflictOfInterest, Stage.TerminationToCoSign, (portal, @case) => SpoiltSteps.Tampered(portal, ExaminerIs("lid1"), () => @case.CoSignTerminationAsync())),
        new(CaseAction.CoSignTermination, Requirement.ProposalByAnother, Stage.TerminationToCoSign, (_, @case) => @case.CoSignTerminationAsync("voorzitter")),
        new(CaseAction.CoSignTermination, Requirement.WordsFitForLetter, Stage.TerminationToCoSign, (portal, @case) => SpoiltSteps.Tampered(portal, $"UPDATE TerminationProposals SET Reasons = '{WithNumber}'", () => @case.CoSignTerminationAsync())),
        // Proposed with a decision that became another one before it went out.
        new(CaseAction.CoSignTermination, Requirement.ProposalGroundStands, Stage.FraudDrafted, async (_, @case) =>
        {
            await ACase.DoneAsync(@case.DecideAsync(Outcome.Fraud));
            await ACase.DoneAsync(@case.ProposeTerminationAsync());
            await ACase.DoneAsync(@case.ReturnAsync());
            await @case.PublishedAsync(Drafts.ForUniversity);
            return () => @case.CoSignTerminationAsync();
        }),
        new(CaseAction.TerminateEnrolment, Requirement.TerminationProposed, Stage.TerminationProposed, (_, @case) => SpoiltSteps.After(@case.DecideTerminationAsync(terminate: false), () => @case.DecideTerminationAsync())),
        new(CaseAction.TerminateEnrolment, Requirement.HeardByExecutiveBoard, Stage.TerminationProposed, (_, @case) => @case.DecideTerminationAsync(hearing: " ")),
        new(CaseAction.TerminateEnrolment, Requirement.TerminationReasons, Stage.TerminationProposed, (_, @case) => @case.DecideTerminationAsync(reasons: " ")),
        new(CaseAction.TerminateEnrolment, Requirement.WordsFitForLetter, Stage.TerminationProposed, (_, @case) => @case.DecideTerminationAsync(hearing: WithNumber)),
        new(CaseAction.KeepEnrolment, Requirement.WordsFitForLetter, Stage.TerminationProposed, (_, @case) => @case.DecideTerminationAsync(terminate: false, reasons: WithNumber)),
        new(CaseAction.KeepEnrolment, Requirement.TerminationProposed, Stage.TerminationProposed, (_, @case) => SpoiltSteps.After(@case.DecideTerminationAsync(), () => @case.DecideTerminationAsync(terminate: false))),
        new(CaseAction.KeepEnrolment, Requirement.TerminationReasons, Stage.TerminationProposed, (_, @case) => @case.DecideTerminationAsync(terminate: false, reasons: " ")),

        .. new[] { true, false }.Select(end => new SpoiltStep(end ? CaseAction.TerminateEnrolment : CaseAction.KeepEnrolment, Requirement.ProposalGroundStands, Stage.TerminationProposed, async (portal, @case) =>
        {
            await ACase.DoneAsync(portal.On(11, 24).Then(() => @case.RedecideAsync("Wij zien af van uitsluiting.", by: "lid1")));
            await @case.ReplacedAsync(Drafts.Fraud);
            return () => @case.DecideTerminationAsync(end);
        })),
        new(CaseAction.WithdrawTermination, Requirement.NoConflictOfInterest, Stage.TerminationProposed, (portal, @case) => SpoiltSteps.Tampered(portal, ExaminerIs("lid1"), () => @case.WithdrawTerminationAsync())),
        new(CaseAction.WithdrawTermination, Requirement.ProposalToWithdraw, Stage.TerminationProposed, (_, @case) => SpoiltSteps.After(@case.DecideTerminationAsync(), () => @case.WithdrawTerminationAsync())),
        new(CaseAction.WithdrawTermination, Requirement.TerminationReasons, Stage.TerminationProposed, (_, @case) => @case.WithdrawTerminationAsync(" ")),
        new(CaseAction.WithdrawTermination, Requirement.NotCoSigned, Stage.FraudDrafted, async (_, @case) =>
        {
            await ACase.DoneAsync(@case.DecideAsync(Outcome.Fraud));
            await ACase.DoneAsync(@case.ProposeTerminationAsync(by: "lid2"));
            await ACase.DoneAsync(@case.CoSignAsync());
            return () => @case.WithdrawTerminationAsync();
        }),
        new(CaseAction.PlanEnrolmentHearing, Requirement.ApartFromTheBoard, Stage.TerminationProposed, (portal, @case) => SpoiltSteps.Tampered(portal, AlsoExecutive("voorzitter"), () => @case.InviteToHearingAsync(place: "Kamer 9", by: "voorzitter"))),
        new(CaseAction.PlanEnrolmentHearing, Requirement.WordsFitForLetter, Stage.TerminationProposed, (_, @case) => @case.InviteToHearingAsync(place: "Kamer 123456782")),
        new(CaseAction.PlanEnrolmentHearing, Requirement.EnrolmentToDecide, Stage.TerminationProposed, (_, @case) => SpoiltSteps.After(@case.DecideTerminationAsync(), () => @case.InviteToHearingAsync())),
        new(CaseAction.PlanEnrolmentHearing, Requirement.EnrolmentHearingDay, Stage.TerminationProposed, (portal, @case) => @case.InviteToHearingAsync(portal.Clock.GetUtcNow().AddMinutes(-1))),
        new(CaseAction.PlanEnrolmentHearing, Requirement.HearingDiffers, Stage.TerminationProposed, async (portal, @case) =>
        {
            var at = await portal.ReadAsync(db => db.EnrolmentHearings.Select(item => item.PlannedAt).SingleAsync(TestContext.Current.CancellationToken));
            return () => @case.InviteToHearingAsync(at, " bestuursgebouw, KAMER 2");
        }),
        new(CaseAction.PlanEnrolmentHearing, Requirement.WithinLength, Stage.TerminationProposed, (_, @case) => @case.InviteToHearingAsync(place: new('x', EnrolmentHearing.LongestPlace + 1))),
        new(CaseAction.TerminateEnrolment, Requirement.WithinLength, Stage.TerminationProposed, (_, @case) => @case.DecideTerminationAsync(hearing: TooMuchHearing)),
        new(CaseAction.KeepEnrolment, Requirement.WithinLength, Stage.TerminationProposed, (_, @case) => @case.DecideTerminationAsync(terminate: false, hearing: TooMuchHearing)),
        new(CaseAction.PlanEnrolmentHearing, Requirement.NoticeTerm, Stage.TerminationProposed, (portal, @case) => @case.InviteToHearingAsync(portal.Clock.GetUtcNow().AddDays(6))),
        new(CaseAction.PlanEnrolmentHearing, Requirement.TimeForPapers, Stage.ObjectionLodged, (portal, @case) => @case.InviteToHearingAsync(portal.Clock.GetUtcNow().AddDays(10))),
        new(CaseAction.PlanEnrolmentHearing, Requirement.HearingPlace, Stage.TerminationProposed, (_, @case) => @case.InviteToHearingAsync(place: " ")),
        new(CaseAction.ReconsiderTermination, Requirement.TerminationGroundFell, Stage.TerminationProposed, (_, @case) => SpoiltSteps.After(@case.DecideTerminationAsync(), () => @case.ReconsiderTerminationAsync())),
        new(CaseAction.ReconsiderTermination, Requirement.TerminationReasons, Stage.TerminationFell, (_, @case) => @case.ReconsiderTerminationAsync(reasons: " ")),

        new(CaseAction.ReconsiderTermination, Requirement.FraudStillStands, Stage.TerminationFell, (_, @case) => @case.ReconsiderTerminationAsync(restored: false)),
        new(CaseAction.ReconsiderTermination, Requirement.WordsFitForLetter, Stage.TerminationFell, (_, @case) => @case.ReconsiderTerminationAsync(reasons: WithNumber)),
        new(CaseAction.ReconsiderTermination, Requirement.ApartFromTheBoard, Stage.TerminationFell, (portal, @case) => SpoiltSteps.Tampered(portal, AlsoExecutive("voorzitter"), () => @case.ReconsiderTerminationAsync(by: "voorzitter"))),
        new(CaseAction.TerminateEnrolment, Requirement.ApartFromTheBoard, Stage.TerminationProposed, (portal, @case) => SpoiltSteps.Tampered(portal, AlsoExecutive("voorzitter"), () => @case.DecideTerminationAsync(by: "voorzitter"))),
        new(CaseAction.KeepEnrolment, Requirement.ApartFromTheBoard, Stage.TerminationProposed, (portal, @case) => SpoiltSteps.Tampered(portal, AlsoExecutive("lid2"), () => @case.DecideTerminationAsync(terminate: false, by: "lid2"))),
        new(CaseAction.CloseAnnulled, Requirement.WordsFitForLetter, Stage.Annulled, (_, @case) => @case.CloseAnnulledAsync(WithNumber)),

        new(CaseAction.LodgeAppeal, Requirement.DecisionStands, Stage.Annulled, (_, @case) => SpoiltSteps.After(@case.RedecideAsync(), () => @case.LodgeAppealAsync())),
        new(CaseAction.LodgeAppeal, Requirement.NotYetRuled, Stage.Dismissed, (_, @case) => SpoiltSteps.After(@case.RedecideAsync(by: "voorzitter"), () => @case.LodgeAppealAsync())),
        new(CaseAction.LodgeFurtherAppeal, Requirement.DecisionStands, Stage.Annulled, (_, @case) => SpoiltSteps.After(@case.RedecideAsync(), () => @case.LodgeFurtherAppealAsync())),
        new(CaseAction.LodgeFurtherAppeal, Requirement.DismissalStands, Stage.Notified, (_, @case) => SpoiltSteps.After(@case.RedecideAsync(by: "lid1"), () => @case.LodgeFurtherAppealAsync())),
        new(CaseAction.LodgeFurtherAppeal, Requirement.NoOpenAppeal, Stage.Dismissed, async (_, @case) =>
        {
            await ACase.DoneAsync(@case.RedecideAsync(by: "voorzitter"));
            await ACase.DoneAsync(@case.LodgeFurtherAppealAsync());
            return () => @case.LodgeFurtherAppealAsync();
        }),
        new(CaseAction.RecordDismissal, Requirement.AppealStillOpen, Stage.Notified, (_, @case) => SpoiltSteps.After(@case.RedecideAsync(by: "lid1"), () => @case.RuleAsync(Ruling.Dismissed))),
        new(CaseAction.RecordAnnulment, Requirement.AppealStillOpen, Stage.Annulled, (_, @case) => SpoiltSteps.After(@case.HearAgainAsync(), () => @case.RuleAsync(Ruling.Annulled))),
        new(CaseAction.RecordInterimMeasure, Requirement.AppealStillOpen, Stage.Notified, (_, @case) => @case.RecordInterimMeasureAsync()),
        new(CaseAction.RecordInterimMeasure, Requirement.WordsFitForLetter, Stage.AppealLodged, (_, @case) => @case.RecordInterimMeasureAsync(WithNumber)),
        new(CaseAction.SettleByDecision, Requirement.NoConflictOfInterest, Stage.Settlement, (portal, @case) => SpoiltSteps.Tampered(portal, ExaminerIs("voorzitter"), () => @case.SettleByDecisionAsync())),
        new(CaseAction.SettleByDecision, Requirement.AppealOnDecision, Stage.ChanceRequested, async (_, @case) =>
        {
            await ACase.DoneAsync(@case.LodgeAppealAsync(against: await @case.RefusedAsync()));
            await ACase.DoneAsync(@case.OpenSettlementAsync());
            return () => @case.SettleByDecisionAsync();
        }),
        new(CaseAction.SettleByDecision, Requirement.NothingPrinted, Stage.CoSigned, async (_, @case) =>
        {
            await ACase.DoneAsync(@case.PrintAsync());
            await ACase.DoneAsync(@case.LodgeAppealAsync());
            await ACase.DoneAsync(@case.OpenSettlementAsync());
            return () => @case.SettleByDecisionAsync();
        }),
        new(CaseAction.SettleByDecision, Requirement.AgreementRecorded, Stage.Settlement, (_, @case) => @case.SettleByDecisionAsync(" ")),
        new(CaseAction.SettleByWithdrawal, Requirement.AgreementRecorded, Stage.Settlement, (_, @case) => @case.SettleByWithdrawalAsync(on: Future)),
        new(CaseAction.PlaceHold, Requirement.DecisionStands, Stage.Annulled, (_, @case) => SpoiltSteps.After(@case.RedecideAsync(), () => @case.PlaceHoldAsync(by: "beroep"))),

        new(CaseAction.LodgeAppeal, Requirement.AppealReceived, Stage.Notified, (_, @case) => @case.LodgeAppealAsync(Future)),
        new(CaseAction.LodgeAppeal, Requirement.NoOpenAppeal, Stage.AppealReopened, (_, @case) => @case.LodgeAppealAsync()),
        new(CaseAction.LodgeAppeal, Requirement.LatenessExcused, Stage.Notified, async (portal, @case) =>
        {
            await Sql.RunAsync(portal.DatabaseFile, "UPDATE Letters SET FirstOpenedAt = PublishedAt");
            await ACase.DoneAsync(portal.On(new DateOnly(2027, 1, 12)).Then(() => @case.ConfirmIrrevocableAsync()));
            return () => @case.LodgeAppealAsync();
        }),
        new(CaseAction.LodgeFurtherAppeal, Requirement.LatenessExcused, Stage.Irrevocable, (_, @case) => @case.LodgeFurtherAppealAsync()),
        new(CaseAction.EndSettlement, Requirement.SettlementReported, Stage.Settlement, (_, @case) => @case.EndSettlementAsync(" ")),
        new(CaseAction.WithdrawAppeal, Requirement.AppealStillOpen, Stage.Notified, (_, @case) => @case.WithdrawAppealAsync()) { With = [Requirement.WithdrawalRecorded] },
        new(CaseAction.WithdrawAppeal, Requirement.WithdrawalRecorded, Stage.FurtherAppeal, (_, @case) => @case.WithdrawAppealAsync(on: Future)),
        new(CaseAction.RecordInterimMeasure, Requirement.InterimMeasureDescribed, Stage.AppealLodged, (_, @case) => @case.RecordInterimMeasureAsync(" ")),
        new(CaseAction.EndInterimMeasure, Requirement.WordsFitForLetter, Stage.InterimMeasure, async (portal, @case) =>
        {
            await Letters.SenderAddressTests.OfBeforeAsync(portal);
            portal.Clock.Set(portal.Clock.GetUtcNow().AddHours(1));
            return () => @case.EndInterimMeasureAsync();
        }),
        new(CaseAction.EndInterimMeasure, Requirement.InterimMeasureRuns, Stage.AppealLodged, (_, @case) => @case.EndInterimMeasureAsync()),
        new(CaseAction.RecordDismissal, Requirement.RulingRecorded, Stage.AppealPending, (_, @case) => @case.RuleAsync(Ruling.Dismissed, on: Future)),
        new(CaseAction.RecordAnnulment, Requirement.RulingRecorded, Stage.FurtherAppeal, (_, @case) => @case.RuleAsync(Ruling.Annulled, " ")),
        new(CaseAction.LodgeFurtherAppeal, Requirement.AppealReceived, Stage.Dismissed, (_, @case) => @case.LodgeFurtherAppealAsync(grounds: " ")),
        new(CaseAction.ResumeAppeal, Requirement.AppealStillOpen, Stage.Notified, (_, @case) => @case.ResumeAppealAsync()),

        new(CaseAction.Redecide, Requirement.NoConflictOfInterest, Stage.Annulled, (portal, @case) => SpoiltSteps.Tampered(portal, SpoiltSteps.SecretaryIsExaminer, () => @case.RedecideAsync())),
        new(CaseAction.Redecide, Requirement.NothingPrinted, Stage.CoSigned, (_, @case) => SpoiltSteps.After(@case.PrintAsync(), () => @case.RedecideAsync(by: "lid1"))),
        new(CaseAction.Redecide, Requirement.ReconsiderReasons, Stage.Notified, (_, @case) => @case.RedecideAsync(" ", by: "lid1")),
        new(CaseAction.Redecide, Requirement.InFavourOfStudent, Stage.Dismissed, (_, @case) => @case.RedecideAsync(inFavour: false, by: "voorzitter")),
        new(CaseAction.HearAgain, Requirement.NoConflictOfInterest, Stage.Annulled, (portal, @case) => SpoiltSteps.Tampered(portal, SpoiltSteps.SecretaryIsExaminer, () => @case.HearAgainAsync())),
        new(CaseAction.HearAgain, Requirement.NothingPrinted, Stage.CoSigned, (_, @case) => SpoiltSteps.After(@case.PrintAsync(), () => @case.HearAgainAsync(by: "lid1"))),
        new(CaseAction.HearAgain, Requirement.ReconsiderReasons, Stage.Irrevocable, (_, @case) => @case.HearAgainAsync(" ", "lid1")),
        new(CaseAction.CloseAnnulled, Requirement.NoConflictOfInterest, Stage.Annulled, (portal, @case) => SpoiltSteps.Tampered(portal, ExaminerIs("lid1"), () => @case.CloseAnnulledAsync())),
        new(CaseAction.CloseAnnulled, Requirement.NoOpenAppeal, Stage.Annulled, (_, @case) => SpoiltSteps.After(@case.LodgeFurtherAppealAsync(), () => @case.CloseAnnulledAsync())),
        new(CaseAction.CloseAnnulled, Requirement.ClosingReasons, Stage.Annulled, (_, @case) => @case.CloseAnnulledAsync(" ")),

        new(CaseAction.ConfirmIrrevocable, Requirement.AppealTermElapsed, Stage.Dismissed, (portal, @case) => portal.On(new DateOnly(2027, 3, 22)).Then(() => @case.ConfirmIrrevocableAsync())),
        new(CaseAction.ConfirmIrrevocable, Requirement.NotificationProven, Stage.Notified, (portal, @case) => portal.On(new DateOnly(2027, 3, 29)).Then(() => @case.ConfirmIrrevocableAsync())),
        new(CaseAction.ConfirmIrrevocable, Requirement.NoOpenAppeal, Stage.AppealReopened, (portal, @case) => SpoiltSteps.Tampered(portal, "UPDATE Letters SET FirstOpenedAt = PublishedAt", () => portal.On(new DateOnly(2027, 3, 29)).Then(() => @case.ConfirmIrrevocableAsync()))),

        new(CaseAction.PlaceHold, Requirement.HoldReason, Stage.Notified, (_, @case) => @case.PlaceHoldAsync(reviewOn: new DateOnly(2026, 11, 20))),
        new(CaseAction.AskToLiftHold, Requirement.HoldLies, Stage.Reported, (_, @case) => @case.AskToLiftHoldAsync()),
        new(CaseAction.AskToLiftHold, Requirement.HoldReason, Stage.HoldPlaced, (_, @case) => @case.AskToLiftHoldAsync(" ")),
        new(CaseAction.LiftHold, Requirement.HoldLies, Stage.Reported, (_, @case) => @case.LiftHoldAsync()) { With = [Requirement.AskedByAnother] },
        new(CaseAction.LiftHold, Requirement.AskedByAnother, Stage.HoldLiftAsked, (_, @case) => @case.LiftHoldAsync("archief")),
        new(CaseAction.Restrict, Requirement.RestrictionReason, Stage.Reported, (_, @case) => @case.RestrictAsync(" ")),
        new(CaseAction.Restrict, Requirement.NotYetRestricted, Stage.Restricted, (_, @case) => @case.RestrictAsync()),
        new(CaseAction.EndRestriction, Requirement.RestrictionRuns, Stage.Reported, (_, @case) => @case.EndRestrictionAsync()),
        new(CaseAction.EndRestriction, Requirement.RestrictionReason, Stage.Restricted, (_, @case) => @case.EndRestrictionAsync(" ")),
    ];

    private static IEnumerable<SpoiltStep> Answers(CaseAction action, Stage signed)
    {
        var granted = action is CaseAction.GrantRetake;
        return
        [
            new(action, Requirement.NoConflictOfInterest, signed, (portal, @case) => SpoiltSteps.Tampered(portal, ExaminerIs("lid1"), () => @case.AnswerRetakeAsync(granted))),
            new(action, Requirement.RetakeRequested, signed, (_, @case) => SpoiltSteps.After(@case.AnswerRetakeAsync(granted, "voorzitter"), () => @case.AnswerRetakeAsync(granted))),
            new(action, Requirement.RetakeAnswerByAnother, signed, (_, @case) => @case.AnswerRetakeAsync(granted, "lid2")),
            new(action, Requirement.WordsFitForLetter, signed, (portal, @case) => SpoiltSteps.Tampered(portal, $"UPDATE Retakes SET AnswerReasons = '{WithNumber}'", () => @case.AnswerRetakeAsync(granted))),
        ];
    }

    // Taken up again in the student's favour, and then decided more heavily than before.
    private static async Task<Func<Task<Answer>>> AgainAsync(ACase @case, DecisionDraft heavier)
    {
        await ACase.DoneAsync(@case.RedecideAsync("Wij waren te streng.", by: "lid1"));
        await ACase.DoneAsync(@case.DeliberateAsync());
        await ACase.DoneAsync(@case.DraftAsync(heavier));
        return () => @case.DecideAsync(heavier.Outcome!.Value);
    }

    internal static string TooMuchHearing => new('x', HearingRecord.Longest + 1);

    // One person in both organs.
    internal static string AlsoExecutive(string who) => $"INSERT INTO AspNetUserRoles (UserId, RoleId) SELECT u.Id, r.Id FROM AspNetUsers u, AspNetRoles r WHERE u.Email = '{DemoAccounts.Email(who)}' AND r.Name = 'ExecutiveBoard'";

    private static string ExaminerIs(string who) => $"UPDATE Exams SET Examiner = '{DemoAccounts.Email(who)}'";

    /// <summary>The student took back the agreement to decisions through the portal.</summary>
    public static async Task<Func<Task<Answer>>> Withdrawn(APortal portal, Func<Task<Answer>> then)
    {
        await portal.WithdrawAsync(MessageKind.BoardDecision);
        return then;
    }
}

using System.Collections.Frozen;

namespace ReviewPortal.Core.Lifecycle;

/// <summary>What a step puts on paper. The letters are named after law.md 3.1.</summary>
public enum CaseDocument
{
    ProcesVerbaal,
    Addendum,
    ExaminerReportAndNotice,
    NoticeOfReport,
    InvitationForView,
    View,
    HearingReport,
    ClosingNotice,
    AgendaItem,
    DraftDecision,
    DecisionLetter,
    ProofOfSending,
    RetakeRequest,
    RetakeDecision,
    NewTestNotice,
    TerminationProposal,
    TerminationDecision,
    AppealReceipt,
    SettlementReport,
    Ruling,
    InterimMeasure,
    IrrevocabilityNote,
    HoldRegister,
}

internal static class CaseDocuments
{
    private static readonly FrozenDictionary<CaseAction, CaseDocument> ByAction = new Dictionary<CaseAction, CaseDocument>
    {
        [CaseAction.SignProcesVerbaal] = CaseDocument.ProcesVerbaal,
        [CaseAction.AddAddendum] = CaseDocument.Addendum,
        [CaseAction.ReportByExaminer] = CaseDocument.ExaminerReportAndNotice,
        [CaseAction.TakeUp] = CaseDocument.NoticeOfReport,
        [CaseAction.InviteView] = CaseDocument.InvitationForView,
        [CaseAction.CloseNoGrounds] = CaseDocument.ClosingNotice,
        [CaseAction.CloseAnnulled] = CaseDocument.ClosingNotice,
        [CaseAction.GiveView] = CaseDocument.View,
        [CaseAction.RecordHearing] = CaseDocument.HearingReport,
        [CaseAction.Deliberate] = CaseDocument.AgendaItem,
        [CaseAction.DecideValid] = CaseDocument.DraftDecision,
        [CaseAction.DecideIrregularity] = CaseDocument.DraftDecision,
        [CaseAction.DecideFraud] = CaseDocument.DraftDecision,
        [CaseAction.Publish] = CaseDocument.DecisionLetter,
        [CaseAction.SendAgain] = CaseDocument.ProofOfSending,
        [CaseAction.RequestRetake] = CaseDocument.RetakeRequest,
        [CaseAction.GrantRetake] = CaseDocument.RetakeDecision,
        [CaseAction.RefuseRetake] = CaseDocument.RetakeDecision,
        [CaseAction.PlanRetake] = CaseDocument.NewTestNotice,
        [CaseAction.ProposeTermination] = CaseDocument.TerminationProposal,
        [CaseAction.TerminateEnrolment] = CaseDocument.TerminationDecision,
        [CaseAction.KeepEnrolment] = CaseDocument.TerminationDecision,
        [CaseAction.ReconsiderTermination] = CaseDocument.TerminationDecision,
        [CaseAction.LodgeAppeal] = CaseDocument.AppealReceipt,
        [CaseAction.LodgeFurtherAppeal] = CaseDocument.AppealReceipt,
        [CaseAction.EndSettlement] = CaseDocument.SettlementReport,
        [CaseAction.SettleByDecision] = CaseDocument.SettlementReport,
        [CaseAction.SettleByWithdrawal] = CaseDocument.SettlementReport,
        [CaseAction.RecordDismissal] = CaseDocument.Ruling,
        [CaseAction.RecordAnnulment] = CaseDocument.Ruling,
        [CaseAction.RecordInterimMeasure] = CaseDocument.InterimMeasure,
        [CaseAction.ConfirmIrrevocable] = CaseDocument.IrrevocabilityNote,
        [CaseAction.PlaceHold] = CaseDocument.HoldRegister,
        [CaseAction.LiftHold] = CaseDocument.HoldRegister,
    }.ToFrozenDictionary();

    public static CaseDocument? Of(CaseAction action) => ByAction.TryGetValue(action, out var document) ? document : null;
}

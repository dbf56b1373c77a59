using System.Collections.Frozen;

namespace ReviewPortal.Core.Lifecycle;

/// <summary>What a step makes and the portal keeps as a file. The letters are named after law.md 3.1.</summary>
public enum CaseDocument
{
    ProcesVerbaal,
    NoticeOfReport,
    InvitationForView,
    ClosingNotice,
    DecisionLetter,
    NoticeOfNewSending,
    RetakeDecision,
    NewTestNotice,
    TerminationDecision,
    TerminationProposal,
    InterimMeasureNotice,
    ObjectionDecision,
    CorrectionLetter,
    LetterWithReport,
    InvitationToHearing,
}

internal static class CaseDocuments
{
    private static readonly FrozenDictionary<CaseAction, CaseDocument> ByAction = new Dictionary<CaseAction, CaseDocument>
    {
        [CaseAction.SignProcesVerbaal] = CaseDocument.ProcesVerbaal,
        [CaseAction.ReportByExaminer] = CaseDocument.NoticeOfReport,
        [CaseAction.TakeUp] = CaseDocument.NoticeOfReport,
        [CaseAction.InviteView] = CaseDocument.InvitationForView,
        [CaseAction.CloseNoGrounds] = CaseDocument.ClosingNotice,
        [CaseAction.CloseAnnulled] = CaseDocument.ClosingNotice,
        [CaseAction.Publish] = CaseDocument.DecisionLetter,
        [CaseAction.SendAgain] = CaseDocument.NoticeOfNewSending,
        [CaseAction.NotifyAgain] = CaseDocument.NoticeOfNewSending,
        [CaseAction.GrantRetake] = CaseDocument.RetakeDecision,
        [CaseAction.RefuseRetake] = CaseDocument.RetakeDecision,
        [CaseAction.PlanRetake] = CaseDocument.NewTestNotice,
        [CaseAction.CoSignTermination] = CaseDocument.TerminationProposal,
        [CaseAction.RecordInterimMeasure] = CaseDocument.InterimMeasureNotice,
        [CaseAction.EndInterimMeasure] = CaseDocument.InterimMeasureNotice,
        [CaseAction.DecideObjection] = CaseDocument.ObjectionDecision,
        [CaseAction.CorrectLetter] = CaseDocument.CorrectionLetter,
        [CaseAction.SendProcesVerbaal] = CaseDocument.LetterWithReport,
        [CaseAction.PlanEnrolmentHearing] = CaseDocument.InvitationToHearing,
        [CaseAction.TerminateEnrolment] = CaseDocument.TerminationDecision,
        [CaseAction.KeepEnrolment] = CaseDocument.TerminationDecision,
        [CaseAction.ReconsiderTermination] = CaseDocument.TerminationDecision,
    }.ToFrozenDictionary();

    public static CaseDocument? Of(CaseAction action) => ByAction.TryGetValue(action, out var document) ? document : null;
}

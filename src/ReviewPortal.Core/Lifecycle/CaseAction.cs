namespace ReviewPortal.Core.Lifecycle;

/// <summary>What somebody can do to a case.</summary>
public enum CaseAction
{
    Import,
    Assign,
    HandBack,
    FinishWithoutRemarks,
    AskSecondReview,
    TakeSecondReview,
    SupportSuspicion,
    RejectSuspicion,
    SignProcesVerbaal,
    AddAddendum,
    TakeUp,
    InviteView,
    GiveView,
    RecordNoReaction,
    AskHearing,
    PlanHearing,
    RecordHearing,
    Deliberate,
    DecideValid,
    DecideIrregularity,
    DecideFraud,
    ReturnToDeliberation,
    CoSign,
    Publish,
}

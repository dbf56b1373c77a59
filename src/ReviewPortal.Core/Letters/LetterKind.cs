using ReviewPortal.Core.Decisions;

namespace ReviewPortal.Core.Letters;

/// <summary>The letters of this procedure (law.md 3.1), L1 to L6, L11 and L14.</summary>
public enum LetterKind
{
    Valid,
    IrregularityUniversity,
    IrregularityForceMajeure,
    IrregularityOwnRisk,
    FraudInvalid,
    FraudSanction,
    InvitationForView,
    NoticeOfReport,

    /// <summary>Goes with a decision letter that is sent again: the letter itself does not change, and names a last day that no longer holds (Awb 2:11, 2:12).</summary>
    SentAgain,
}

public static class LetterKinds
{
    /// <summary>The letter that makes this decision known.</summary>
    public static LetterKind Of(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return (decision.Outcome, decision.Attribution) switch
        {
            (Outcome.Valid, _) => LetterKind.Valid,
            (Outcome.Irregularity, Attribution.University) => LetterKind.IrregularityUniversity,
            (Outcome.Irregularity, Attribution.ForceMajeure) => LetterKind.IrregularityForceMajeure,
            (Outcome.Irregularity, Attribution.Student) => LetterKind.IrregularityOwnRisk,
            (Outcome.Fraud, _) => decision.Sanction is null ? LetterKind.FraudInvalid : LetterKind.FraudSanction,
            _ => throw new InvalidOperationException("A letter needs an outcome, and an irregularity somebody for whose account it comes"),
        };
    }

    /// <summary>Enough has been decided to know which letter it will be.</summary>
    public static bool IsKnown(DecisionDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return draft.Outcome is Outcome.Valid or Outcome.Fraud || (draft.Outcome is Outcome.Irregularity && draft.Attribution is not null);
    }

    /// <summary>Preparatory letters cannot be appealed separately and say so by leaving the clause out (Awb 6:3).</summary>
    public static bool HasRemedies(this LetterKind kind) => kind is not (LetterKind.InvitationForView or LetterKind.NoticeOfReport or LetterKind.SentAgain);

    public static bool IsIrregularity(this LetterKind kind) =>
        kind is LetterKind.IrregularityUniversity or LetterKind.IrregularityForceMajeure or LetterKind.IrregularityOwnRisk;

    public static bool IsFraud(this LetterKind kind) => kind is LetterKind.FraudInvalid or LetterKind.FraudSanction;
}

using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.ProcesVerbaal;

/// <summary>
/// The reviewer's signed record of facts for examiner and board (Protocol, Reviewer 3). Signing locks it; afterwards only addenda.
/// </summary>
public sealed class ProcesVerbaalRecord
{
    public CaseId Case { get; init; }

    public Suspicion? Suspicion { get; private set; }

    /// <summary>The inference, in terms of "vermoeden van"; apart from the facts, which stand in the observations.</summary>
    public string Inference { get; private set; } = "";

    /// <summary>What speaks for the student, other explanations, limits of view.</summary>
    public string Exculpatory { get; private set; } = "";

    /// <summary>The instruction that may not have been followed; null when none applies.</summary>
    public string? InstructionId { get; private set; }

    public IdentityCheck? Identity { get; private set; }

    /// <summary>A citizen service number can be seen in a picture. An incident for the data protection officer, nothing against the student (UU-PRE-8).</summary>
    public bool BsnVisible { get; private set; }

    public PersonId? SignedBy { get; private set; }

    public string? SignedByName { get; private set; }

    public DateTimeOffset? SignedAt { get; private set; }

    /// <summary>SHA-256 of the signed PDF, in lower-case hexadecimals.</summary>
    public string? Sha256 { get; private set; }

    public bool IsSigned => SignedAt is not null;

    /// <summary>What it says now.</summary>
    public ProcesVerbaalDraft ToDraft() => new(Suspicion, Inference, Exculpatory, InstructionId, Identity, BsnVisible);

    public static ProcesVerbaalRecord For(CaseId @case) => new() { Case = @case };

    /// <exception cref="InvalidOperationException">It has been signed; a correction is an addendum.</exception>
    public void Write(ProcesVerbaalDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ThrowIfSigned();
        (Suspicion, Inference, Exculpatory, InstructionId, Identity, BsnVisible) = draft.AsKept();
    }

    public void Sign(Actor by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(by);
        ThrowIfSigned();
        SignedBy = by.Id;
        SignedByName = by.Name;
        SignedAt = now;
    }

    /// <summary>The hash of the document as it was laid out at signing; set once.</summary>
    public void Seal(string sha256) => Sha256 ??= sha256;

    /// <summary>What this record itself meets; whether the observations keep to facts is stated by the review.</summary>
    public void State(CaseFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        facts
            .State(Requirement.SuspicionNamed, Suspicion is not null && !Inked.IsEmpty(Inference))
            .State(Requirement.IdentityCheckRecorded, Identity is not null)
            // Who signs from a page says what stands there; the action compares.
            .State(Requirement.ReportAsShown, true)
            .State(Requirement.ProcesVerbaalSigned, IsSigned);
    }

    private void ThrowIfSigned()
    {
        if (IsSigned) throw new InvalidOperationException("A signed proces-verbaal does not change; add an addendum.");
    }
}

/// <summary>What a reviewer may suspect; what it is, the board decides (UU-REV-6, UU-DEF-6).</summary>
public enum Suspicion
{
    Irregularity,
    Fraud,
}

/// <summary>The result of the identity check. The result is kept, never a copy of the document (UU-PRE-7).</summary>
public enum IdentityCheck
{
    Confirmed,
    NotConfirmed,
    NotShown,
}

/// <summary>What a reviewer fills in before signing.</summary>
public sealed record ProcesVerbaalDraft(
    Suspicion? Suspicion,
    string Inference,
    string Exculpatory,
    string? InstructionId,
    IdentityCheck? Identity,
    bool BsnVisible)
{
    public static readonly ProcesVerbaalDraft Empty = new(null, "", "", null, null, false);

    /// <summary>As it is kept: without the white space around it.</summary>
    public ProcesVerbaalDraft AsKept() => this with { Inference = Inference.Trim(), Exculpatory = Exculpatory.Trim(), InstructionId = string.IsNullOrEmpty(InstructionId) ? null : InstructionId };
}

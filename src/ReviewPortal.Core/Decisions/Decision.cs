using System.Collections.Immutable;
using ReviewPortal.Core.Cases;

namespace ReviewPortal.Core.Decisions;

/// <summary>The board's decision on one case: a draft while it is deliberated, fixed once a member has signed.</summary>
public sealed class Decision
{
    public CaseId Case { get; init; }

    public Outcome? Outcome { get; private set; }

    public Grounds43a Grounds { get; private set; }

    public Attribution? Attribution { get; private set; }

    public long? Report { get; private set; }

    public string? InstructionId { get; private set; }

    public string CannotEstablish { get; private set; } = "";

    public ImmutableArray<string> FraudCodes { get; private set; } = [];

    public string ViolatedProvision { get; private set; } = "";

    public string Evidence { get; private set; } = "";

    public string Alternatives { get; private set; } = "";

    public Sanction? Sanction { get; private set; }

    public string Proportionality { get; private set; } = "";

    public string Reasons { get; private set; } = "";

    public string ReplyToView { get; private set; } = "";

    /// <summary>Why the board decides otherwise than the proces-verbaal suspected (Awb 3:50).</summary>
    public string DeviationReasons { get; private set; } = "";

    /// <summary>Grows with every writing of the draft, so that one member does not write over another's words unseen.</summary>
    public int Revision { get; private set; }

    public PersonId? SignedBy { get; private set; }

    public string? SignedByName { get; private set; }

    public DateTimeOffset? SignedAt { get; private set; }

    /// <summary>How the first member proved who that is (Awb 2:18); null for what was signed before that was asked.</summary>
    public SigningMethod? SignedWith { get; private set; }

    public PersonId? CoSignedBy { get; private set; }

    public string? CoSignedByName { get; private set; }

    public DateTimeOffset? CoSignedAt { get; private set; }

    public SigningMethod? CoSignedWith { get; private set; }

    public bool IsSigned => SignedAt is not null;

    public RetakeRight? Retake => RetakeRules.Of(Outcome, Attribution);

    public DecisionDraft Draft => new(
        Outcome, Grounds, Attribution, Report, InstructionId, CannotEstablish, FraudCodes, ViolatedProvision,
        Evidence, Alternatives, Sanction, Proportionality, Reasons, ReplyToView, DeviationReasons);

    /// <summary>What the board itself wrote, and can still mend by returning the decision to deliberation.</summary>
    public string OwnWords => string.Join('\n', [Reasons, ReplyToView, DeviationReasons, CannotEstablish, Proportionality, ViolatedProvision, Evidence, Alternatives, .. Sanction?.Exams ?? []]);

    /// <summary>The weight of every finding of fraud; what comes with it, <see cref="IsHeavierThan"/> compares by itself.</summary>
    private const int WeightOfFraud = 10;

    /// <summary>How heavy the finding weighs on the student, to compare: from a valid test, over who bears an irregularity, to fraud.</summary>
    public int Weight => Outcome switch
    {
        Decisions.Outcome.Irregularity => 1 + (int)(Attribution ?? Decisions.Attribution.Student),
        Decisions.Outcome.Fraud => WeightOfFraud,
        _ => 0,
    };

    /// <summary>Heavier in anything: the finding, the kind of sanction, an exam it designates, or its days (Awb 4:8). Less of one does not make up for more of another.</summary>
    /// <param name="sanction">What the decision before this one imposed.</param>
    public bool IsHeavierThan(FormerRound before, Sanction? sanction)
    {
        ArgumentNullException.ThrowIfNull(before);
        // Rounds that were kept earlier count the days of a sanction in their weight.
        return Weight > Math.Min(before.Weight, WeightOfFraud) || Sanction?.IsHeavierThan(sanction) is true;
    }

    public static Decision For(CaseId @case) => new() { Case = @case };

    /// <exception cref="InvalidOperationException">A member has signed it.</exception>
    public void Write(DecisionDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (IsSigned) throw new InvalidOperationException("A signed decision does not change; return it to deliberation first.");
        (Outcome, Grounds, Attribution, Report, InstructionId) = (draft.Outcome, draft.Grounds, draft.Attribution, draft.Report, draft.InstructionId);
        (CannotEstablish, FraudCodes, ViolatedProvision) = (draft.CannotEstablish, draft.FraudCodes, draft.ViolatedProvision);
        (Evidence, Alternatives, Sanction, Proportionality) = (draft.Evidence, draft.Alternatives, draft.Sanction, draft.Proportionality);
        (Reasons, ReplyToView, DeviationReasons) = (draft.Reasons, draft.ReplyToView, draft.DeviationReasons);
        Revision++;
    }

    /// <summary>The first member signs: from here on the text is fixed, with only what belongs to the outcome.</summary>
    public void Sign(Outcome outcome, Actor by, DateTimeOffset now, Signing? signing = null)
    {
        ArgumentNullException.ThrowIfNull(by);
        Write((Draft with { Outcome = outcome }).ForItsOutcome());
        (SignedBy, SignedByName, SignedAt, SignedWith) = (by.Id, by.Name, now, signing?.Method);
    }

    public void CoSign(Actor by, DateTimeOffset now, Signing? signing = null)
    {
        ArgumentNullException.ThrowIfNull(by);
        (CoSignedBy, CoSignedByName, CoSignedAt, CoSignedWith) = (by.Id, by.Name, now, signing?.Method);
    }

    /// <summary>The second member does not co-sign: the text opens again, the signature is withdrawn.</summary>
    public void Reopen()
    {
        (SignedBy, SignedByName, SignedAt, SignedWith) = (null, null, null, null);
        (CoSignedBy, CoSignedByName, CoSignedAt, CoSignedWith) = (null, null, null, null);
    }
}

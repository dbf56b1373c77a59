using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Decisions;

/// <summary>
/// On serious fraud the board can only propose to end the enrolment; the executive board decides, after hearing the student itself (WHW 7.12b lid 2;
/// Awb 4:8). Against that decision stands an objection, not an appeal (WHW 7.63a). The proposal is the board's, so two members sign it.
/// </summary>
public sealed class TerminationProposal
{
    public CaseId Case { get; init; }

    public DateTimeOffset ProposedAt { get; init; }

    public required string ProposedByName { get; init; }

    /// <summary>The member who wrote and signed it; null for one from before two members signed.</summary>
    public PersonId? ProposedBy { get; init; }

    /// <summary>The other member, who read the letter and signed the same; null while nobody did.</summary>
    public PersonId? CoSignedBy { get; private set; }

    public string CoSignedByName { get; private set; } = "";

    public DateTimeOffset? CoSignedAt { get; private set; }

    /// <summary>Two members signed it, and it went to the executive board; before that it is the board's own (Awb 3:40).</summary>
    public bool IsMade => ProposedBy is null || CoSignedAt is not null;

    /// <summary>Why the fraud is serious, and why nothing less will do.</summary>
    public required string Reasons { get; init; }

    /// <summary>When and how the executive board heard the student.</summary>
    public string Hearing { get; set; } = "";

    public bool? Terminated { get; set; }

    public string DecisionReasons { get; set; } = "";

    public string DecidedByName { get; set; } = "";

    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>What the executive board says of its own decision once the finding of fraud no longer stands, or on an objection: true when the enrolment is restored.</summary>
    public bool? Restored { get; set; }

    public string ReconsideredReasons { get; set; } = "";

    public string ReconsideredByName { get; set; } = "";

    public DateTimeOffset? ReconsideredAt { get; set; }

    public static TerminationProposal Of(CaseId @case, string reasons, Actor by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(by);
        return new() { Case = @case, ProposedAt = now, ProposedBy = by.Id, ProposedByName = by.Name, Reasons = reasons };
    }

    /// <summary>Another member signs the same.</summary>
    public void CoSign(Actor by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(by);
        (CoSignedBy, CoSignedByName, CoSignedAt) = (by.Id, by.Name, now);
    }

    /// <summary>It goes out in the letter of this decision, which another member has signed as well.</summary>
    public void SignedWith(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        if (!IsMade) (CoSignedBy, CoSignedByName, CoSignedAt) = (decision.CoSignedBy, decision.CoSignedByName ?? "", decision.CoSignedAt);
    }

    /// <param name="heard">The day came on which the student was invited to be heard on this proposal.</param>
    /// <param name="fell">The decision on which it rests was annulled or replaced.</param>
    /// <param name="fraudStands">A published decision that establishes fraud stands today.</param>
    public void State(CaseFacts facts, bool heard, bool fell, bool fraudStands)
    {
        ArgumentNullException.ThrowIfNull(facts);
        facts
            .State(Requirement.TerminationProposed, IsMade && DecidedAt is null)
            .State(Requirement.ProposalToWithdraw, DecidedAt is null)
            .State(Requirement.ProposalGroundStands, !fell)
            .State(Requirement.TerminationGroundFell, fell && Terminated is true && ReconsideredAt is null && Restored is not true)
            .State(Requirement.FraudStillStands, fraudStands)
            .State(Requirement.HeardByExecutiveBoard, heard && !Inked.IsEmpty(Hearing));
    }
}

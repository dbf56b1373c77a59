using ReviewPortal.Core.Cases;

namespace ReviewPortal.Core.Decisions;

/// <summary>The draft of a decision as one person left it: after every sitting of writing one is kept, so that the board can see what became of a text.</summary>
public sealed class DecisionVersion
{
    /// <summary>After so long a pause, whoever goes on writing begins a new sitting.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    public CaseId Case { get; init; }

    /// <summary>1 for the first in this case.</summary>
    public int Number { get; init; }

    public PersonId By { get; init; }

    public required string ByName { get; init; }

    /// <summary>When its writing began.</summary>
    public DateTimeOffset From { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset Until { get; set; }

    /// <summary>It was signed like this; nobody writes in it any more.</summary>
    public DateTimeOffset? SignedAt { get; set; }

    /// <summary>What stood in the form.</summary>
    public required DecisionDraft Draft { get; set; }

    /// <summary>Does what this person writes now still belong to it?</summary>
    public bool GoesOn(PersonId by, DateTimeOffset now) => SignedAt is null && By == by && now - Until < Pause;
}

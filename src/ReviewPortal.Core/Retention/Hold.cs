using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;

namespace ReviewPortal.Core.Retention;

/// <summary>Keeps everything of a case from destruction, whatever the schedule says: litigation, an inquiry, an access request, a breach.</summary>
public sealed class Hold
{
    public Guid Id { get; init; }

    public CaseId Case { get; init; }

    public required string Reason { get; init; }

    /// <summary>The day on which somebody looks whether it is still needed.</summary>
    public DateOnly ReviewOn { get; init; }

    public DateTimeOffset PlacedAt { get; init; }

    public required string PlacedByName { get; init; }

    public PersonId? LiftAskedBy { get; set; }

    public string LiftAskedByName { get; set; } = "";

    public string LiftReason { get; set; } = "";

    public DateTimeOffset? LiftedAt { get; set; }

    public PersonId? LiftedBy { get; set; }

    public string LiftedByName { get; set; } = "";

    public bool Lies => LiftedAt is null;
}

/// <summary>
/// While the accuracy or the use of the personal data of a case is contested, its recordings are kept but not played and not handed out (AVG 18). The
/// procedure goes on: it serves the establishment, exercise or defence of legal claims, which a restriction leaves room for (AVG 18 lid 2).
/// </summary>
public sealed class Restriction
{
    public Guid Id { get; init; }

    public CaseId Case { get; init; }

    public required string Reason { get; init; }

    public DateTimeOffset From { get; init; }

    public required string PlacedByName { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    public string EndReason { get; set; } = "";

    public bool Runs => EndedAt is null;
}

/// <summary>What a hold and a restriction mean for what may be done.</summary>
public static class HoldFacts
{
    public static void State(CaseFacts facts, Hold? hold, Restriction? restriction)
    {
        ArgumentNullException.ThrowIfNull(facts);
        facts
            .State(Requirement.HoldLies, hold is { Lies: true })
            .State(Requirement.RestrictionRuns, restriction is { Runs: true })
            .State(Requirement.NotYetRestricted, restriction is not { Runs: true });
    }
}

using System.Collections.Immutable;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Recordings;

/// <summary>What whoever delivered something was told, in the words of that moment.</summary>
public sealed class DeliveryReport
{
    public Guid Id { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>What the one who delivered called it.</summary>
    public required string Name { get; init; }

    public required string ReceivedByName { get; init; }

    public DeliveryVerdict Verdict { get; init; }

    public ImmutableArray<string> Dutch { get; init; } = [];

    public ImmutableArray<string> English { get; init; } = [];

    public ImmutableArray<string> In(Language language) => language is Language.Dutch ? Dutch : English;
}

public enum DeliveryVerdict
{
    TakenIn,

    /// <summary>It waits to be linked to a sitting.</summary>
    Waits,

    Quarantined,

    Refused,
}

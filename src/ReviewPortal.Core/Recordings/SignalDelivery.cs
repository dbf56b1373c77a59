using System.Collections.Immutable;
using ReviewPortal.Core.Cases;

namespace ReviewPortal.Core.Recordings;

/// <summary>
/// What a supplier's system delivered about one sitting, kept whole. It brings signals to the sitting it finds, or waits until a person links it or lays
/// it aside; it never moves a case (I11).
/// </summary>
public sealed class SignalDelivery
{
    public Guid Id { get; init; }

    /// <summary>By which reader it was read: "edx", "proctorio".</summary>
    public required string Format { get; init; }

    /// <summary>The supplier's system and the version of its format.</summary>
    public required string Supplier { get; init; }

    /// <summary>The name of the file it came in.</summary>
    public required string File { get; init; }

    /// <summary>Of the bytes, in lower-case hexadecimals: the same delivery is kept once.</summary>
    public required string Sha256 { get; init; }

    public long Bytes { get; init; }

    public required byte[] Content { get; init; }

    /// <summary>The identities it names, as "system: identity".</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    public PersonId ReceivedBy { get; init; }

    public required string ReceivedByName { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Null while it waits.</summary>
    public SittingId? Sitting { get; private set; }

    public DateTimeOffset? LinkedAt { get; private set; }

    public string? LinkedByName { get; private set; }

    /// <summary>How many signals it added to the sitting.</summary>
    public int Added { get; private set; }

    /// <summary>It came when there was no reviewer any more to ask: its signals are kept here and nowhere else.</summary>
    public bool CameLate { get; private set; }

    public DateTimeOffset? DiscardedAt { get; private set; }

    public string? DiscardedByName { get; private set; }

    public string? DiscardReason { get; private set; }

    public bool Waits => Sitting is null && DiscardedAt is null;

    public void Link(SittingId sitting, Actor by, DateTimeOffset now, int added, bool cameLate)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (!Waits) throw new InvalidOperationException("This delivery does not wait any more");
        (Sitting, LinkedAt, LinkedByName, Added, CameLate) = (sitting, now, by.Name, added, cameLate);
    }

    public void Discard(string reason, Actor by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (!Waits) throw new InvalidOperationException("This delivery does not wait any more");
        (DiscardedAt, DiscardedByName, DiscardReason) = (now, by.Name, reason.Trim());
    }
}

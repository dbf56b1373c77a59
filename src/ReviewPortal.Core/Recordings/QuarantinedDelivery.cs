using ReviewPortal.Core.Cases;

namespace ReviewPortal.Core.Recordings;

/// <summary>
/// A good delivery that may not come in yet: its supplier has no agreement in force (AP-VWO-1), or its exam no retention rule (KV-BEW-1). It lies sealed
/// until that is mended, a person destroys it, or its time is over; nobody plays what is in it.
/// </summary>
public sealed class QuarantinedDelivery
{
    public Guid Id { get; init; }

    /// <summary>What the one who delivered called it.</summary>
    public required string Name { get; init; }

    /// <summary>Of the manifest, or of the supplier's file: the same delivery waits once.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Of the bytes as they were packed and sealed.</summary>
    public required string PackedSha256 { get; init; }

    public long Bytes { get; init; }

    /// <summary>By which reader it was read; null for a bundle.</summary>
    public string? Format { get; init; }

    /// <summary>The sitting that a person named with it.</summary>
    public string? SittingNamed { get; init; }

    /// <summary>As the delivery names it, without a version.</summary>
    public required string Supplier { get; init; }

    /// <summary>Null for signals: they come to a sitting that is here already.</summary>
    public string? ExamCode { get; init; }

    public string? Course { get; init; }

    public string? Faculty { get; init; }

    public DateOnly? SatOn { get; init; }

    public PersonId ReceivedBy { get; init; }

    public required string ReceivedByName { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>From this moment on it is destroyed.</summary>
    public DateTimeOffset KeepUntil { get; init; }

    /// <summary>Null while it waits.</summary>
    public QuarantineEnd? Ended { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public string? EndedByName { get; private set; }

    public string? EndReason { get; private set; }

    public bool Waits => Ended is null;

    public void End(QuarantineEnd how, string? reason, Actor by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (!Waits) throw new InvalidOperationException("This delivery does not wait any more");
        if (how is QuarantineEnd.Destroyed) ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        (Ended, EndedAt, EndedByName, EndReason) = (how, now, by.Name, reason?.Trim());
    }
}

/// <summary>How a stay in quarantine ended.</summary>
public enum QuarantineEnd
{
    /// <summary>It was taken in after all.</summary>
    Released,

    /// <summary>By a person, with a reason.</summary>
    Destroyed,

    /// <summary>Its time was over.</summary>
    Expired,
}

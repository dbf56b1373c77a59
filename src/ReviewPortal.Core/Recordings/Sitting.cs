using ReviewPortal.Core.Cases;

namespace ReviewPortal.Core.Recordings;

/// <summary>One candidate's sitting of one exam, as it was delivered.</summary>
public sealed class Sitting
{
    public SittingId Id { get; init; }

    public Guid Exam { get; init; }

    /// <summary>How reviewers see the candidate; they see no name and no student number.</summary>
    public required string Pseudonym { get; init; }

    /// <summary>Leading zeros matter; a citizen service number is never stored here (UAVG 46).</summary>
    public required string StudentNumber { get; init; }

    public DateTimeOffset Start { get; init; }

    public DateTimeOffset End { get; init; }

    /// <summary>The recorder's name and version: the supplier of recordings and signals.</summary>
    public required string Supplier { get; init; }

    /// <summary>SHA-256 of the delivery's manifest, in lower-case hexadecimals: the same delivery is taken in once.</summary>
    public required string DeliverySha256 { get; init; }

    /// <summary>The manifest as it came, with the fields this portal does not know.</summary>
    public required string Manifest { get; init; }

    public DateTimeOffset ImportedAt { get; init; }

    /// <summary>Seconds from start to end.</summary>
    public double Seconds => (End - Start).TotalSeconds;

    public DateTimeOffset WallClock(double seconds) => Start.AddSeconds(seconds);

    public bool HasEndedBy(DateTimeOffset now) => End <= now;
}

namespace ReviewPortal.Core.Recordings;

/// <summary>
/// The screenshots that one <see cref="SignalDelivery"/> brought: a track of still pictures, sealed as one object under this identity. It knows its sitting
/// by its delivery alone, because it comes between two steps and no step states it.
/// </summary>
public sealed class StillTrack
{
    public Guid Id { get; init; }

    public Guid Delivery { get; init; }

    /// <summary>The file it came in.</summary>
    public required string File { get; init; }

    /// <summary>Of all its pictures together, as they came and one behind the other.</summary>
    public long Bytes { get; init; }

    /// <summary>Of the same, in lower-case hexadecimals.</summary>
    public required string Sha256 { get; init; }

    public int Pictures { get; init; }

    public DateTimeOffset First { get; init; }

    public DateTimeOffset Last { get; init; }

    public DateTimeOffset TakenInAt { get; init; }
}

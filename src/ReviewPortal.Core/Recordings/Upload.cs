using System.Collections.Immutable;
using ReviewPortal.Core.Cases;

namespace ReviewPortal.Core.Recordings;

/// <summary>How far an upload has come.</summary>
public enum UploadState
{
    /// <summary>Not all of it is here.</summary>
    Arriving,

    /// <summary>It is here whole, and waits to be taken in or is being taken in.</summary>
    Checking,

    /// <summary>Everything in it was taken in, or was there before.</summary>
    TakenIn,

    /// <summary>It is kept, and a person has to say to which sitting it belongs.</summary>
    Waiting,

    /// <summary>It is sealed in quarantine until an agreement or a retention rule is registered (AP-VWO-1, KV-BEW-1).</summary>
    Held,

    /// <summary>Something in it was refused.</summary>
    Refused,

    /// <summary>It could not be read back or kept; the fault is not its sender's.</summary>
    Failed,

    Cancelled,

    /// <summary>Nothing came any more.</summary>
    Expired,
}

/// <summary>What became of something in an upload, in both languages: it is read by whoever sent it, whenever that is.</summary>
/// <param name="Case">The number of the case it is about; null when there is none.</param>
public sealed record UploadLine(bool IsRefused, string Dutch, string English, string? Case);

/// <summary>A file that is sent in part by part, by a supplier's system or by a person, and what became of it.</summary>
public sealed class Upload
{
    public Guid Id { get; init; }

    /// <summary>What its sender calls it; never used as a path.</summary>
    public required string File { get; init; }

    public long Bytes { get; init; }

    /// <summary>When the sender says it; otherwise the content does.</summary>
    public string? Format { get; init; }

    /// <summary>Where a person says that signals belong.</summary>
    public string? Sitting { get; init; }

    /// <summary>What came with it, as it came, to be given back when its sender asks.</summary>
    public string Metadata { get; init; } = "";

    /// <summary>The key it is sent with; null for a person.</summary>
    public Guid? Key { get; init; }

    /// <summary>Whose key that is.</summary>
    public Guid? Supplier { get; init; }

    /// <summary>The person who sends it; for a key, the key's own identity.</summary>
    public PersonId Sender { get; init; }

    public required string SenderName { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Until when it is kept unfinished.</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    public UploadState State { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>How often its taking in was begun: a file that brings the portal down must not do so at every start.</summary>
    public int Attempts { get; set; }

    public ImmutableArray<UploadLine> Report { get; private set; } = [];

    public void Complete()
    {
        if (State is UploadState.Arriving) State = UploadState.Checking;
    }

    public void End(UploadState state, ImmutableArray<UploadLine> report, DateTimeOffset now) => (State, Report, EndedAt) = (state, report, now);
}

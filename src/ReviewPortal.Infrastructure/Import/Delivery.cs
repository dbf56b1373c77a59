using System.Collections.Immutable;
using System.IO.Compression;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Media;

namespace ReviewPortal.Infrastructure.Import;

/// <summary>One sitting as it was delivered, checked from beginning to end. Its recordings can be opened until it is disposed of.</summary>
public sealed record Delivery : DeliveryResult, IDisposable
{
    private readonly Bundle _bundle;

    internal Delivery(Bundle bundle) => _bundle = bundle;

    /// <summary>The manifest as it came, with the fields that this portal does not know.</summary>
    public required ReadOnlyMemory<byte> Manifest { get; init; }

    /// <summary>Of the manifest's bytes, in lower-case hexadecimals: the delivery's identity, since the manifest names the hash of every recording.</summary>
    public required string ManifestSha256 { get; init; }

    public required DeliveredExam Exam { get; init; }

    public required DeliveredCandidate Candidate { get; init; }

    /// <summary>What other systems call this sitting: "edx", "proctorio", "seb".</summary>
    public required ImmutableDictionary<string, string> ExternalIds { get; init; }

    public required DeliveredRecorder Recorder { get; init; }

    public required DateTimeOffset Start { get; init; }

    public required DateTimeOffset End { get; init; }

    public required ImmutableArray<DeliveredTrack> Tracks { get; init; }

    public required ImmutableArray<DeliveredSignal> Signals { get; init; }

    public required ImmutableArray<DeliveredMessage> Chat { get; init; }

    /// <summary>What was read of it, as the delivery names it; what else lies in its folder or archive is nobody's.</summary>
    public required ImmutableArray<string> Files { get; init; }

    /// <summary>Of all recordings together.</summary>
    public long Bytes => Tracks.Sum(track => track.Segments.Sum(segment => segment.Bytes));

    /// <summary>Writes what was read of it as a ZIP without compression: the same delivery, for keeping.</summary>
    public async Task PackAsync(Stream into, CancellationToken ct)
    {
        await using var archive = await ZipArchive.CreateAsync(into, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
        foreach (var name in Files)
        {
            await using var from = _bundle.Open(name);
            await using var to = await archive.CreateEntry(name, CompressionLevel.NoCompression).OpenAsync(ct);
            await from.CopyToAsync(to, ct);
        }
    }

    public void Dispose() => _bundle.Dispose();
}

/// <summary>The exam, as every delivery of it repeats it.</summary>
public sealed record DeliveredExam
{
    public required string Code { get; init; }

    public required string Title { get; init; }

    public required string Course { get; init; }

    public required string Faculty { get; init; }

    /// <summary>An e-mail address.</summary>
    public required string Examiner { get; init; }

    public required DateTimeOffset Start { get; init; }

    public required DateTimeOffset End { get; init; }

    public ImmutableArray<string> AllowedAids { get; init; } = [];

    public ImmutableArray<Break> Breaks { get; init; } = [];

    public ImmutableArray<Instruction> Instructions { get; init; } = [];
}

/// <param name="StudentNumber">Leading zeros matter.</param>
public sealed record DeliveredCandidate(string Pseudonym, string StudentNumber);

/// <param name="Version">Null when the delivery does not say.</param>
public sealed record DeliveredRecorder(string Name, string? Version);

/// <param name="Segments">In the order of time; more than one when the recorder was restarted.</param>
public sealed record DeliveredTrack(TrackRole Role, ImmutableArray<DeliveredSegment> Segments);

/// <summary>One recorded file of a track.</summary>
public sealed record DeliveredSegment
{
    private readonly Bundle _bundle;

    internal DeliveredSegment(Bundle bundle) => _bundle = bundle;

    /// <summary>As the delivery names it; never used as a path of this machine.</summary>
    public required string FileName { get; init; }

    public required long Bytes { get; init; }

    /// <summary>In lower-case hexadecimals; the bytes have been compared with it once.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Seconds from the sitting's start to this file's time zero.</summary>
    public required double OffsetSeconds { get; init; }

    /// <summary>Seconds of the file in one second of the sitting.</summary>
    public required double ClockRate { get; init; }

    /// <summary>What is in it, found while its bytes were compared.</summary>
    public required MediaIndex Index { get; init; }

    /// <summary>As what it lies sealed aside; null when it was only looked at.</summary>
    public required Guid? Recording { get; init; }

    /// <summary>The original bytes, from the first. One segment of an archive at a time.</summary>
    /// <exception cref="IOException">The delivery was taken away or changed after it was checked.</exception>
    public Stream Open() => _bundle.Open(FileName);
}

/// <param name="At">Seconds from the sitting's start.</param>
/// <param name="Weight">The supplier's own; null when it gave none.</param>
/// <param name="Data">Further details in JSON as they came; null when there are none.</param>
public sealed record DeliveredSignal(double At, SignalSource Source, string Kind, string Text, double? Weight, string? Data);

/// <param name="At">Seconds from the sitting's start.</param>
public sealed record DeliveredMessage(double At, MessageFrom From, string Text);

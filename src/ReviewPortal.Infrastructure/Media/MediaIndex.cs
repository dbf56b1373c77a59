using System.Collections.Immutable;
using ReviewPortal.Core.Recordings;

namespace ReviewPortal.Infrastructure.Media;

/// <summary>What is in a recording, read from its container without decoding; the file itself stays untouched.</summary>
public sealed record MediaIndex : IndexResult
{
    public required MediaContainer Container { get; init; }

    /// <summary>Video and sound, in the order of the file.</summary>
    public required ImmutableArray<MediaTrack> Tracks { get; init; }

    /// <summary>From the file's time zero to the end of its last block, counted from the blocks and not believed from a header.</summary>
    public required double DurationSeconds { get; init; }

    /// <summary>The time of its earliest block, in seconds.</summary>
    public required double FirstSeconds { get; init; }

    /// <summary>The frames of the first video track.</summary>
    public required FrameTimes Frames { get; init; }

    /// <summary>
    /// Where no track at all has a block for more than two seconds, in a file with sound.
    /// Without sound nobody can tell a still screen from a missing one: see <see cref="MediaTrack.Holes"/>.
    /// </summary>
    public required ImmutableArray<Hole> Missing { get; init; }

    /// <summary>For every tenth of a second how much sound there was, 0 to 255, from the sizes of the Opus packets; empty without Opus.</summary>
    public required ReadOnlyMemory<byte> Loudness { get; init; }

    /// <summary>
    /// What plays is this, followed by the file's bytes from <see cref="ServedFrom"/> up to <see cref="ServedTo"/>:
    /// it has a duration and can be searched, which a MediaRecorder's own file cannot. Empty for MP4.
    /// </summary>
    public required ReadOnlyMemory<byte> Prefix { get; init; }

    /// <summary>Byte of the file: the first Cluster; 0 for MP4.</summary>
    public required long ServedFrom { get; init; }

    /// <summary>Byte of the file after the last whole block; the end of the file for MP4.</summary>
    public required long ServedTo { get; init; }

    public required RecordingFlaws Flaws { get; init; }

    public bool HasSound => Tracks.Any(track => track is { Kind: MediaTrackKind.Audio, Blocks: > 0 });

    /// <summary>The track that <see cref="Frames"/> tells of; null for a file with sound only.</summary>
    public MediaTrack? Video => Tracks.FirstOrDefault(track => track.Kind is MediaTrackKind.Video);

    /// <summary>By content, for the Content-Type header.</summary>
    public string ContentType => (Container, Video) switch
    {
        (MediaContainer.Mp4, not null) => "video/mp4",
        (MediaContainer.Mp4, null) => "audio/mp4",
        (_, null) => "audio/webm",
        _ => "video/webm", // Matroska too: browsers play it under this name, and under its own they do not.
    };

    /// <summary>What a recording is kept with, also when it cannot be shown: what is left of it may be repaired, here or elsewhere.</summary>
    /// <returns>Null when it is no recording at all.</returns>
    public static MediaIndex? OfKept(IndexResult result) => result switch
    {
        MediaIndex found => found,
        MediaRefusal { IsDamage: true, Container: { } container } => Unreadable(container),
        _ => null,
    };

    /// <summary>Of a copy that was repaired, shown in the place of its original.</summary>
    public MediaIndex AsRepaired() => this with { Flaws = Flaws | RecordingFlaws.Damaged | RecordingFlaws.Repaired };

    // Of a file that is a recording by its first bytes, and of which no more can be found out.
    private static MediaIndex Unreadable(MediaContainer container) => new()
    {
        Container = container,
        Tracks = [],
        DurationSeconds = 0,
        FirstSeconds = 0,
        Frames = FrameTimes.None,
        Missing = [],
        Loudness = ReadOnlyMemory<byte>.Empty,
        Prefix = ReadOnlyMemory<byte>.Empty,
        ServedFrom = 0,
        ServedTo = 0,
        Flaws = RecordingFlaws.Damaged | RecordingFlaws.Unreadable,
    };

    internal static ImmutableArray<Hole> MissingFrom(ImmutableArray<MediaTrack> tracks) =>
        tracks.Any(track => track is { Kind: MediaTrackKind.Audio, Blocks: > 0 })
            ? tracks.Select(track => track.Holes).Aggregate(Hole.InBoth)
            : [];
}

/// <summary>How a file is built up, found by its first bytes.</summary>
public enum MediaContainer
{
    WebM,
    Matroska,
    Mp4,
}

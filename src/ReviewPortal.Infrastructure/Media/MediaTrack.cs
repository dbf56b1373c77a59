using System.Collections.Immutable;

namespace ReviewPortal.Infrastructure.Media;

/// <summary>What a track is for; other kinds, such as subtitles, are passed over.</summary>
public enum MediaTrackKind
{
    Video,
    Audio,
}

/// <summary>One video or sound track inside a file.</summary>
public sealed record MediaTrack
{
    /// <summary>The number the file itself gives it.</summary>
    public required long Number { get; init; }

    public required MediaTrackKind Kind { get; init; }

    /// <summary>As the container names it: "V_VP8", "A_OPUS", "avc1", "mp4a".</summary>
    public required string Codec { get; init; }

    /// <summary>Pixels; 0 for sound, or when the file does not say.</summary>
    public int Width { get; init; }

    public int Height { get; init; }

    /// <summary>Hertz; 0 for video.</summary>
    public int SampleRate { get; init; }

    public int Channels { get; init; }

    /// <summary>Frames or sound packets.</summary>
    public long Blocks { get; init; }

    /// <summary>Seconds from the file's time zero to its first block; a little below zero happens.</summary>
    public double FirstSeconds { get; init; }

    /// <summary>Seconds from the file's time zero to the end of its last block.</summary>
    public double EndSeconds { get; init; }

    /// <summary>Where it has no block for more than two seconds. A still screen at a variable frame rate has such stretches lawfully.</summary>
    public ImmutableArray<Hole> Holes { get; init; } = [];
}

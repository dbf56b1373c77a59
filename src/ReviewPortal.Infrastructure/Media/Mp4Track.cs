using System.Runtime.InteropServices;

namespace ReviewPortal.Infrastructure.Media;

/// <summary>A track of an MP4, and what its samples told so far. Times in the track's own units unless they say otherwise.</summary>
internal sealed class Mp4Track
{
    private const uint NotSync = 0x10000;

    // As for WebM. Uncompressed sound, with a sample for every vibration, is refused by it; no browser records that.
    private const int MostSamples = 10_000_000;

    private int _samples;

    public required long Id { get; init; }

    public required MediaTrackKind Kind { get; init; }

    public required Mp4SampleFormat Format { get; init; }

    /// <summary>Units a second.</summary>
    public required uint Scale { get; init; }

    public required Mp4Edit Edit { get; init; }

    /// <summary>What a fragment takes for granted when it does not say.</summary>
    public Mp4Defaults Defaults { get; set; }

    /// <summary>Where the next fragment goes on when it does not say.</summary>
    public long NextFragment { get; set; }

    public TrackTimeline Timeline { get; } = new();

    public Loudness Loudness { get; } = new();

    /// <summary>False when its time cannot be a time in a recording.</summary>
    public bool Add(long time, long duration, uint bytes, uint flags)
    {
        if (MediaTime.Divided(time + Edit.Shift, Scale) is not { } start) return false;
        if (++_samples > MostSamples) throw new RefusedMediaException(MediaRefusalReason.TooManyFrames, 0);
        // What lies before the edit begins is decoded, but never shown.
        if (time < Edit.From && Kind is MediaTrackKind.Video) return true;
        Timeline.AddLasting(start, MediaTime.Divided(duration, Scale) ?? 0, (flags & NotSync) == 0);
        if (Format.Codec is "Opus") Loudness.Add(start, bytes);
        return true;
    }

    public MediaTrack ToTrack(long fileEnd) => new()
    {
        Number = Id,
        Kind = Kind,
        Codec = Format.Codec,
        Width = Format.Width,
        Height = Format.Height,
        SampleRate = Format.SampleRate,
        Channels = Format.Channels,
        Blocks = Timeline.Blocks,
        FirstSeconds = Timeline.Blocks == 0 ? 0 : MediaTime.ToSeconds(Timeline.First),
        EndSeconds = MediaTime.ToSeconds(Timeline.End()),
        Holes = Timeline.HolesUpTo(fileEnd),
    };
}

/// <summary>What the first sample description of a track says.</summary>
internal sealed record Mp4SampleFormat(string Codec, int Width, int Height, int SampleRate, int Channels)
{
    public static Mp4SampleFormat Read(ReadOnlySpan<byte> descriptions, MediaTrackKind kind)
    {
        // Behind version, flags and count stand the descriptions, each of them a box.
        var description = new Mp4Box(descriptions.Length > 8 ? descriptions[8..] : []);
        if (!description.Next()) return new Mp4SampleFormat("", 0, 0, 0, 0);
        var fields = new Mp4Fields(description.Body);
        fields.Skip(kind is MediaTrackKind.Video ? 20 : 12);
        if (kind is MediaTrackKind.Video) return new Mp4SampleFormat(description.Type, fields.Unsigned16(), fields.Unsigned16(), 0, 0);
        var channels = fields.Unsigned16();
        fields.Skip(6);
        return new Mp4SampleFormat(description.Type, 0, 0, fields.Unsigned16(), channels);
    }
}

/// <summary>What the edit list of a track says, in the track's own units.</summary>
/// <param name="From">Nothing before this time is shown.</param>
/// <param name="Shift">What is added to a time.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Mp4Edit(long From, long Shift);

[StructLayout(LayoutKind.Auto)]
internal readonly record struct Mp4Defaults(uint Duration, uint Bytes, uint Flags);

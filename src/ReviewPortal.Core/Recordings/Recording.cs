using System.Collections.Immutable;
using ReviewPortal.Core.Cases;

namespace ReviewPortal.Core.Recordings;

/// <summary>What a track shows.</summary>
public enum TrackRole
{
    Webcam,
    Phone,
    Screen,
}

/// <summary>What became of a file that came damaged. It is kept as it came, in both cases.</summary>
public enum RecordingDamage
{
    /// <summary>A repaired copy is shown.</summary>
    Repaired,

    /// <summary>Nothing of it can be shown.</summary>
    Unreadable,
}

/// <summary>One recorded file: a whole track, or a part of it when the recorder was restarted.</summary>
public sealed class Recording
{
    public Guid Id { get; init; }

    public SittingId Sitting { get; init; }

    public TrackRole Role { get; init; }

    /// <summary>The order of the parts within the track, from zero.</summary>
    public int Part { get; init; }

    public required string File { get; init; }

    public long Bytes { get; init; }

    /// <summary>Of the original bytes, in lower-case hexadecimals. The original is never changed.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Seconds from the sitting's start to this file's time zero.</summary>
    public double OffsetSeconds { get; init; }

    /// <summary>How many seconds of the file go into one second of the sitting: a little more or less than 1 when the recorder's clock ran fast or slow.</summary>
    public double ClockRate { get; init; } = 1;

    public double DurationSeconds { get; init; }

    public int Width { get; init; }

    public int Height { get; init; }

    public bool HasSound { get; init; }

    public required string ContentType { get; init; }

    /// <summary>Stretches inside the file in which nothing was recorded, in seconds from the file's time zero.</summary>
    public ImmutableArray<Fragment> Holes { get; init; } = [];

    /// <summary>What became of a file that came damaged; null when it can be read as it came.</summary>
    public RecordingDamage? Damage { get; init; }

    /// <summary>Where in the sitting this file lies. What was recorded before the sitting began is no part of it.</summary>
    public Fragment Span => InSitting(new Fragment(0, DurationSeconds));

    /// <summary>Where in the sitting it has something to show: its span without its holes.</summary>
    public FragmentSet Recorded => FragmentSet.Of([Span]).Without(Holes.Select(InSitting));

    /// <summary>A stretch of this file as a stretch of the sitting.</summary>
    public Fragment InSitting(Fragment inFile) => new(Math.Max(0, At(inFile.From)), Math.Max(0, At(inFile.To)));

    /// <summary>The moment of the sitting, in seconds from its start, at which this file has come so far.</summary>
    public double At(double inFile) => OffsetSeconds + (inFile / ClockRate);
}

using System.Collections.Immutable;

namespace ReviewPortal.Core.Recordings;

/// <summary>
/// What was measured in one recorded file, after it was taken in: facts for review and proces-verbaal, no judgement and no signal (UU-IR-3). They are derived and can
/// be measured again; nothing in the procedure waits for them.
/// </summary>
public sealed class RecordingFacts
{
    /// <summary>Of the way of measuring: what an older way found is measured again.</summary>
    public const int Newest = 1;

    public Guid Recording { get; init; }

    public int Version { get; init; }

    public DateTimeOffset MeasuredAt { get; init; }

    /// <summary>The program that measured and what held it.</summary>
    public required string MeasuredWith { get; init; }

    public MeasuringEnd End { get; init; }

    public RecordingFlaws Flaws { get; init; }

    /// <summary>Where the picture was black, in seconds from the file's time zero.</summary>
    public ImmutableArray<Fragment> Black { get; init; } = [];

    /// <summary>Where the picture did not change, or no new picture came.</summary>
    public ImmutableArray<Fragment> Frozen { get; init; } = [];

    /// <summary>Where there was next to no sound.</summary>
    public ImmutableArray<Fragment> Silent { get; init; } = [];

    /// <summary>The times of the pictures on the storyboard, in seconds from the file's time zero.</summary>
    public ImmutableArray<double> Pictures { get; init; } = [];

    /// <summary>The file's own times of its first and last picture and sound; null when it has none.</summary>
    public double? PictureFrom { get; init; }

    public double? PictureTo { get; init; }

    public double? SoundFrom { get; init; }

    public double? SoundTo { get; init; }

    /// <summary>How many seconds of sound there really are, counted in samples.</summary>
    public double? SoundHeard { get; init; }

    /// <summary>How much later the sound begins than the picture; below zero it begins earlier.</summary>
    public double? SoundLater => SoundFrom - PictureFrom;

    /// <summary>How much longer the sound lasts by its times than by its samples: what was lost, or by how much the two clocks differ.</summary>
    public double? SoundShort => SoundTo - SoundFrom - SoundHeard;
}

/// <summary>How the measuring ended.</summary>
public enum MeasuringEnd
{
    Measured,

    /// <summary>The program could not read it to its end.</summary>
    Unreadable,

    /// <summary>It took longer, or wrote more, than it may.</summary>
    Stopped,
}

/// <summary>What is wrong with a file that can still be shown.</summary>
[Flags]
public enum RecordingFlaws
{
    None = 0,

    /// <summary>It ends in the middle of something: the recorder or the transfer broke off.</summary>
    Truncated = 1,

    /// <summary>Some of its bytes make no sense, and were passed over.</summary>
    Damaged = 2,

    /// <summary>Another recording is glued behind it, which is not shown.</summary>
    SeveralSegments = 4,

    /// <summary>What is shown is a repaired copy.</summary>
    Repaired = 8,

    /// <summary>It is a recording, but its description makes no sense: without repair nothing of it can be shown.</summary>
    Unreadable = 16,
}

/// <summary>What counts as black, frozen and silent, and from how many seconds: named wherever such a stretch is named.</summary>
public static class MeasuringThresholds
{
    public const int BlackSeconds = 2;

    /// <summary>Of the picture, in percent.</summary>
    public const int BlackPercent = 98;

    public const int FrozenSeconds = 5;

    /// <summary>How little the picture may change, below full scale: a key frame of the same picture differs about this much, and a person who sits still more.</summary>
    public const int FrozenDecibels = 50;

    public const int SilentSeconds = 10;

    /// <summary>Below full scale.</summary>
    public const int SilentDecibels = 50;
}

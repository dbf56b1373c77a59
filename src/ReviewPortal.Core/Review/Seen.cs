using System.Collections.Immutable;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Recordings;

namespace ReviewPortal.Core.Review;

/// <summary>What one reviewer really played of one track, at one class of speed, with the page visible; with the track's sound, or without.</summary>
public sealed class Seen
{
    public CaseId Case { get; init; }

    public PersonId Reviewer { get; init; }

    public TrackRole Role { get; init; }

    public SpeedClass Speed { get; init; }

    /// <summary>The sound of this track could be heard: it was the one that was chosen, and not off.</summary>
    public bool Heard { get; init; }

    /// <summary>In seconds from the sitting's start, joined and in order.</summary>
    public ImmutableArray<Fragment> Fragments { get; set; } = [];

    public void Add(IEnumerable<Fragment> played) => Fragments = FragmentSet.Of(Fragments.Concat(played)).Fragments;
}

/// <summary>How fast it was played: up to twice, up to four times, up to sixteen times the real speed.</summary>
public enum SpeedClass
{
    UpTo2,
    UpTo4,
    UpTo16,
}

public static class SpeedClasses
{
    /// <summary>The highest rate that belongs to the class.</summary>
    public static double Highest(this SpeedClass speed) => speed switch { SpeedClass.UpTo2 => 2, SpeedClass.UpTo4 => 4, _ => 16 };

    public static SpeedClass Of(double rate) => rate switch
    {
        <= 2 => SpeedClass.UpTo2,
        <= 4 => SpeedClass.UpTo4,
        _ => SpeedClass.UpTo16,
    };
}

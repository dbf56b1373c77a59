using System.Collections.Immutable;
using ReviewPortal.Core.Recordings;

namespace ReviewPortal.Core.Review;

/// <summary>How much of what a track recorded a reviewer has watched, and at which speed: the proof in the proces-verbaal.</summary>
/// <param name="Watched">Share of the recorded time, from 0 to 1, at any speed.</param>
/// <param name="UpTo2">The share watched at no more than twice the real speed.</param>
public sealed record TrackCoverage(TrackRole Role, double Watched, double UpTo2, ImmutableArray<Fragment> Unseen);

public static class Coverage
{
    /// <summary>From this share on a track counts as watched; starting and stopping costs a second here and there.</summary>
    public const double WatchedWhole = 0.95;

    // Recorder and sitting do not end on the same millisecond; what is shorter than this is nobody's to watch.
    private const double Blink = 0.5;

    /// <summary>Only what lies in the sitting counts: a camera may run on after it, and that is nobody's to watch.</summary>
    public static ImmutableArray<TrackCoverage> Of(Sitting sitting, IReadOnlyCollection<Recording> recordings, IReadOnlyCollection<Seen> seen) =>
        [.. recordings.Select(recording => recording.Role).Distinct().Order().Select(role => Of(role, sitting, recordings, seen))];

    /// <summary>Everything that was recorded has been watched, on every track.</summary>
    public static bool IsWhole(Sitting sitting, IReadOnlyCollection<Recording> recordings, IReadOnlyCollection<Seen> seen) =>
        Of(sitting, recordings, seen).All(track => track.Watched >= WatchedWhole);

    /// <summary>A moment that stands in a record has been played, on one track at least; starting and stopping may cost a second.</summary>
    public static bool Includes(IReadOnlyCollection<Seen> seen, Fragment moment) => seen.GroupBy(item => item.Role)
        .Any(track => FragmentSet.Of([moment]).Without(track.SelectMany(item => item.Fragments)).Seconds <= 1);

    private static TrackCoverage Of(TrackRole role, Sitting sitting, IEnumerable<Recording> recordings, IReadOnlyCollection<Seen> seen)
    {
        var recorded = FragmentSet.Of(recordings.Where(recording => recording.Role == role).SelectMany(recording => recording.Recorded.Fragments)).Within(sitting.Seconds);
        var slow = seen.Where(item => item.Role == role && item.Speed is SpeedClass.UpTo2).SelectMany(item => item.Fragments);
        var any = seen.Where(item => item.Role == role).SelectMany(item => item.Fragments);
        var unseen = Unseen(recorded, any);
        return new TrackCoverage(role, Share(recorded, unseen), Share(recorded, Unseen(recorded, slow)), unseen);
    }

    private static ImmutableArray<Fragment> Unseen(FragmentSet recorded, IEnumerable<Fragment> played) =>
        [.. recorded.Without(played).Fragments.Where(fragment => fragment.Seconds >= Blink)];

    private static double Share(FragmentSet recorded, ImmutableArray<Fragment> unseen) =>
        recorded.Seconds > 0 ? 1 - (unseen.Sum(fragment => fragment.Seconds) / recorded.Seconds) : 1;
}

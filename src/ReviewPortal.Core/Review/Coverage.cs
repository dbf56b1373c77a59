using System.Collections.Immutable;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Review;

/// <summary>How much of what a track recorded a reviewer has watched, and at which speed: the proof in the proces-verbaal.</summary>
/// <param name="Watched">Share of the recorded time, from 0 to 1, at any speed.</param>
/// <param name="UpTo2">The share watched at no more than twice the real speed.</param>
public sealed record TrackCoverage(TrackRole Role, double Watched, double UpTo2, ImmutableArray<Fragment> Unseen)
{
    /// <summary>The share watched with the sound on, at no more than twice the real speed: faster than that, speech cannot be followed. Null for a track without sound.</summary>
    public double? Heard { get; init; }
}

public static class Coverage
{
    /// <summary>From this share on a track counts as watched; starting and stopping costs a second here and there.</summary>
    public const double WatchedWhole = 0.95;

    // Recorder and sitting do not end on the same millisecond; what is shorter than this is nobody's to watch.
    private const double Blink = 0.5;

    /// <summary>Only what lies in the sitting counts: a camera may run on after it, and that is nobody's to watch.</summary>
    public static ImmutableArray<TrackCoverage> Of(Sitting sitting, IReadOnlyCollection<Recording> recordings, IReadOnlyCollection<Seen> seen) =>
        [.. recordings.Select(recording => recording.Role).Distinct().Order().Select(role => Of(role, sitting, recordings, seen))];

    /// <summary>Of each track the share that was watched at no more than this speed, from 0 to 1.</summary>
    public static ImmutableArray<(TrackRole Role, double Share)> UpTo(SpeedClass speed, Sitting sitting, IReadOnlyCollection<Recording> recordings, IEnumerable<Seen> seen) =>
        [.. Of(sitting, recordings, [.. seen.Where(item => item.Speed <= speed)]).Select(track => (track.Role, track.Watched))];

    /// <summary>Everything that was recorded has been watched, on every track.</summary>
    public static bool IsWhole(Sitting sitting, IReadOnlyCollection<Recording> recordings, IReadOnlyCollection<Seen> seen) =>
        AreWhole(Of(sitting, recordings, seen));

    public static bool AreWhole(ImmutableArray<TrackCoverage> tracks) => tracks.All(track => track.Watched >= WatchedWhole);

    /// <summary>Each track with the share that was played of it, in words.</summary>
    public static string Shares(this ImmutableArray<TrackCoverage> tracks, Language language) =>
        tracks.Select(track => $"{RecordingTexts.Of(track.Role, language)} {track.Watched.Percent(language)}").Enumerate(language);

    /// <summary>
    /// What was recorded of a moment has been played, on one track at least; starting and stopping may cost a second.
    /// Where nothing was recorded, as in an outage, there is nothing to be played.
    /// </summary>
    public static bool Includes(IReadOnlyCollection<Recording> recordings, IReadOnlyCollection<Seen> seen, Fragment moment)
    {
        var tracks = recordings.GroupBy(recording => recording.Role).Select(track => (Role: track.Key, Recorded: Common(moment, track.SelectMany(recording => recording.Recorded.Fragments)))).ToArray();
        var shown = tracks.Where(track => track.Recorded.Seconds > 0).ToArray();
        return shown.Length is 0 || shown.Any(track => track.Recorded.Without(seen.Where(item => item.Role == track.Role).SelectMany(item => item.Fragments)).Seconds <= 1);
    }

    /// <summary>The least time, in seconds, that one person needs to have watched this, the tracks side by side, each at the highest speed of its class.</summary>
    public static double LeastSeconds(IReadOnlyCollection<Seen> seen) => seen
        .GroupBy(item => item.Role)
        .Select(track => track.Sum(item => item.Fragments.Sum(fragment => fragment.Seconds) / item.Speed.Highest()))
        .DefaultIfEmpty(0)
        .Max();

    private static FragmentSet Common(Fragment moment, IEnumerable<Fragment> others)
    {
        var whole = FragmentSet.Of([moment]);
        return whole.Without(whole.Without(others).Fragments);
    }

    private static TrackCoverage Of(TrackRole role, Sitting sitting, IEnumerable<Recording> recordings, IReadOnlyCollection<Seen> seen)
    {
        Recording[] files = [.. recordings.Where(recording => recording.Role == role)];
        var recorded = RecordedBy(files, sitting);
        Seen[] played = [.. seen.Where(item => item.Role == role)];
        Seen[] slow = [.. played.Where(item => item.Speed is SpeedClass.UpTo2)];
        var unseen = Unseen(recorded, played);
        var sound = RecordedBy(files.Where(file => file.HasSound), sitting);
        return new TrackCoverage(role, Share(recorded, unseen), Share(recorded, Unseen(recorded, slow)), unseen)
        {
            Heard = sound.Seconds > 0 ? Share(sound, Unseen(sound, slow.Where(item => item.Heard))) : null,
        };
    }

    private static FragmentSet RecordedBy(IEnumerable<Recording> files, Sitting sitting) =>
        FragmentSet.Of(files.SelectMany(file => file.Recorded.Fragments)).Within(sitting.Seconds);

    private static ImmutableArray<Fragment> Unseen(FragmentSet recorded, IEnumerable<Seen> played) =>
        [.. recorded.Without(played.SelectMany(item => item.Fragments)).Fragments.Where(fragment => fragment.Seconds >= Blink)];

    private static double Share(FragmentSet recorded, ImmutableArray<Fragment> unseen) =>
        recorded.Seconds > 0 ? 1 - (unseen.Sum(fragment => fragment.Seconds) / recorded.Seconds) : 1;
}

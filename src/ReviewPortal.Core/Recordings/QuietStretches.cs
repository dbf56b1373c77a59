using System.Collections.Immutable;

namespace ReviewPortal.Core.Recordings;

/// <summary>
/// Where nothing was measured to happen: no sound, and on the screen nothing that changes. A reviewer may let these stretches play faster; they are watched all the
/// same, at that speed, and nothing is left out. Cameras do not count, because somebody who sits still moves: who they show is for the reviewer to see.
/// </summary>
public static class QuietStretches
{
    /// <summary>Shorter is not worth a change of speed, in seconds.</summary>
    public const double Shortest = 10;

    /// <summary>Empty when a sound or the screen was not measured: what is not known to be quiet is not called so.</summary>
    public static FragmentSet Of(double length, IReadOnlyCollection<Recording> recordings, IReadOnlyCollection<RecordingFacts> facts)
    {
        ArgumentNullException.ThrowIfNull(recordings);
        var heard = recordings.Where(recording => recording.HasSound).ToArray();
        var shown = recordings.Where(recording => recording.Role is TrackRole.Screen).ToArray();
        var known = facts.Where(fact => fact.End is MeasuringEnd.Measured).ToDictionary(fact => fact.Recording);
        if (heard.Length is 0 || heard.Concat(shown).Any(recording => !known.ContainsKey(recording.Id))) return FragmentSet.Empty;

        var recorded = FragmentSet.Of(recordings.SelectMany(recording => recording.Recorded.Fragments)).Within(length);
        var busy = heard.SelectMany(recording => Outside(recording, known[recording.Id].Silent)).Concat(shown.SelectMany(recording => Outside(recording, known[recording.Id].Frozen)));
        return FragmentSet.Of(recorded.Without(FragmentSet.Of(busy).Fragments).Fragments.Where(stretch => stretch.Seconds >= Shortest));
    }

    private static ImmutableArray<Fragment> Outside(Recording recording, ImmutableArray<Fragment> calm) => recording.Recorded.Without(calm.Select(recording.InSitting)).Fragments;
}

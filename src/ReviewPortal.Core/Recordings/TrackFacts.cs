using System.Collections.Immutable;

namespace ReviewPortal.Core.Recordings;

/// <summary>What one track covers of the sitting: computed facts for review and proces-verbaal, no judgement (UU-IR-3).</summary>
/// <param name="Missing">Stretches of the sitting without any recording of this track.</param>
/// <param name="Covered">The recorded share of the sitting, from 0 to 1.</param>
public sealed record TrackFacts(TrackRole Role, ImmutableArray<Fragment> Missing, double Covered)
{
    // The moments at which three recorders start and stop differ by a second or so; that is no hole.
    private const double Tolerance = 5;

    public double LongestGap => Missing.IsEmpty ? 0 : Missing.Max(gap => gap.Seconds);

    public static ImmutableArray<TrackFacts> Of(Sitting sitting, IReadOnlyCollection<Recording> recordings)
    {
        ArgumentNullException.ThrowIfNull(sitting);
        return [.. Enum.GetValues<TrackRole>().Select(role => Of(role, sitting.Seconds, [.. recordings.Where(recording => recording.Role == role)]))];
    }

    private static TrackFacts Of(TrackRole role, double length, ImmutableArray<Recording> parts)
    {
        var recorded = FragmentSet.Of(parts.SelectMany(part => part.Recorded.Fragments)).Within(length);
        var missing = FragmentSet.Of([new Fragment(0, length)]).Without(recorded.Fragments);
        return new TrackFacts(
            role,
            [.. missing.Fragments.Where(gap => gap.Seconds >= Tolerance)],
            length > 0 ? Math.Min(1, recorded.Seconds / length) : 0);
    }
}

using System.Collections.Immutable;

namespace ReviewPortal.Core.Recordings;

/// <summary>Where one track was black, frozen or silent, as stretches of the sitting: facts, no judgement (UU-IR-3).</summary>
/// <param name="Measured">Whether all its files were measured; what was not is not said to be without such stretches.</param>
public sealed record TrackStretches(TrackRole Role, FragmentSet Black, FragmentSet Frozen, FragmentSet Silent, bool Measured)
{
    /// <summary>A screen on which nothing changes says nothing; a camera that shows the same picture twice has stopped.</summary>
    public bool FrozenSays => Role is not TrackRole.Screen;

    public bool HasNone => Black.Fragments.IsEmpty && Silent.Fragments.IsEmpty && (Frozen.Fragments.IsEmpty || !FrozenSays);

    /// <summary>One for every track with a recording.</summary>
    public static ImmutableArray<TrackStretches> Of(IEnumerable<Recording> recordings, IReadOnlyCollection<RecordingFacts> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return [.. recordings.GroupBy(recording => recording.Role).OrderBy(track => track.Key).Select(track => Of(track.Key, [.. track], facts))];
    }

    private static TrackStretches Of(TrackRole role, ImmutableArray<Recording> parts, IReadOnlyCollection<RecordingFacts> facts)
    {
        var measured = parts.Join(facts, part => part.Id, fact => fact.Recording, (part, fact) => (part, fact)).ToArray();
        return new TrackStretches(
            role, All(fact => fact.Black), All(fact => fact.Frozen), All(fact => fact.Silent),
            measured.Length == parts.Length && Array.TrueForAll(measured, pair => pair.fact.End is MeasuringEnd.Measured));

        FragmentSet All(Func<RecordingFacts, ImmutableArray<Fragment>> of) => FragmentSet.Of(measured.SelectMany(pair => of(pair.fact).Select(pair.part.InSitting)));
    }
}

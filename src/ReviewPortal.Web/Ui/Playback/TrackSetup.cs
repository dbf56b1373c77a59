using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Ui.Playback;

/// <summary>What the player in the browser needs to know of one track; times in seconds from the sitting's start.</summary>
public sealed record TrackSetup(int Role, bool HasSound, IReadOnlyList<PartSetup> Parts)
{
    /// <param name="part">Adds the addresses that only some pages have.</param>
    public static TrackSetup Of(OpenedTrack track, Func<PartSetup, PartSetup>? part = null)
    {
        ArgumentNullException.ThrowIfNull(track);
        return new((int)track.Role, track.HasSound, [.. track.Parts.Select(PartSetup.Of).Select(part ?? (plain => plain))]);
    }
}

/// <param name="Address">Of the file in which this part lies.</param>
/// <param name="Frames">Of the moments of its frames, for exact steps; null where nobody steps.</param>
/// <param name="Loudness">Of its loudness, for the timeline; null where there is none.</param>
public sealed record PartSetup(Guid Recording, string Address, double Offset, double ClockRate, double From, double To, string? Frames = null, string? Loudness = null)
{
    public static PartSetup Of(OpenedPart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return new(part.Recording, Links.Media(part.Recording), part.Offset, part.ClockRate, part.From, part.To);
    }
}

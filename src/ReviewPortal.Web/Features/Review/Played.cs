using ReviewPortal.Core.Recordings;

namespace ReviewPortal.Web.Features.Review;

/// <summary>A stretch as the browser tells it. Whatever a browser tells can be invented, so nothing of it is believed before it has been looked at.</summary>
/// <param name="Role">The number of the track.</param>
/// <param name="Heard">Its sound was on.</param>
public sealed record Played(double From, double To, double Rate, int Role, bool Heard = false)
{
    private const int Most = 500;
    private const double Fastest = 16;

    /// <summary>The stretches that can be true in a sitting of this length, cut off at its ends; the others are left out.</summary>
    public static IReadOnlyCollection<PlayedStretch> Believable(IEnumerable<Played?>? told, double length) =>
        [.. (told ?? []).Take(Most).OfType<Played>().Select(played => played.Within(length)).OfType<PlayedStretch>()];

    private PlayedStretch? Within(double length)
    {
        if (!double.IsFinite(From) || !double.IsFinite(To) || Rate is not (> 0 and <= Fastest) || !Enum.IsDefined((TrackRole)Role)) return null;
        var (from, to) = (Math.Clamp(From, 0, length), Math.Clamp(To, 0, length));
        return to > from ? new PlayedStretch(new Fragment(from, to), Rate, [(TrackRole)Role], Heard) : null;
    }
}

using System.Collections.Immutable;
using System.Globalization;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;

namespace ReviewPortal.Web.Features.Review;

/// <summary>A frame beside a mark, as the page shows it.</summary>
/// <param name="Number">Under which it goes with the proces-verbaal as things stand; null when its mark does not go there, or is not described yet.</param>
public sealed record ExhibitLine(Guid Id, Guid Mark, int? Number, TrackRole Role, double At, int Width, int Height, ImmutableArray<Mask> Masks)
{
    /// <summary>Another one for other masks.</summary>
    public string Stamp => Masks.Aggregate(17, (stamp, mask) => unchecked((stamp * 31) + (((((mask.Left * 31) + mask.Top) * 31) + mask.Width) * 31) + mask.Height)).ToString("x8", CultureInfo.InvariantCulture);

    /// <summary>By mark, in order of time.</summary>
    public static ILookup<Guid, ExhibitLine> Of(IReadOnlyCollection<Observation> marks, IReadOnlyCollection<Exhibit> exhibits)
    {
        ArgumentNullException.ThrowIfNull(marks);
        var numbers = Exhibits.Numbered(marks, exhibits).ToDictionary(item => item.Exhibit.Id, item => item.Number);
        return exhibits.OrderBy(item => item.At).ThenBy(item => item.Id)
            .Select(item => new ExhibitLine(item.Id, item.Mark, numbers.TryGetValue(item.Id, out var number) ? number : null, item.Role, item.At, item.Width, item.Height, item.Masks))
            .ToLookup(item => item.Mark);
    }
}

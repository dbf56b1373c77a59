using System.Collections.Immutable;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Recordings;

namespace ReviewPortal.Core.Review;

/// <summary>
/// One frame of a recording that a reviewer puts beside a mark, to be shown as an annex of the proces-verbaal. The picture lies sealed with the key of its recording
/// and is never changed; what leaves the review is painted over where the masks say (AVG 5 lid 1 onder c, UU-PRE-8).
/// </summary>
public sealed class Exhibit
{
    public Guid Id { get; init; }

    public CaseId Case { get; init; }

    /// <summary>The <see cref="Observation"/> that it shows.</summary>
    public Guid Mark { get; init; }

    public PersonId By { get; init; }

    public required string ByName { get; init; }

    public DateTimeOffset TakenAt { get; init; }

    public Guid Recording { get; init; }

    public TrackRole Role { get; init; }

    /// <summary>Seconds from the sitting's start, of the frame that stood on the screen.</summary>
    public double At { get; init; }

    public int Width { get; init; }

    public int Height { get; init; }

    /// <summary>Of the picture as it was taken, in lower-case hexadecimals.</summary>
    public required string Sha256 { get; init; }

    public ImmutableArray<Mask> Masks { get; set; } = [];

    /// <summary>When it was taken away, or its mark; for a while that can be undone, then it is destroyed.</summary>
    public DateTimeOffset? RemovedAt { get; set; }
}

/// <summary>A rectangle that nobody beyond the review sees through, in points of the picture from its upper left corner.</summary>
public sealed record Mask(int Left, int Top, int Width, int Height, MaskReason Reason)
{
    public const int Most = 40;

    /// <summary>The part of it that lies in a picture of this size; null when none does.</summary>
    public Mask? Within(int width, int height)
    {
        var (left, top) = (Math.Clamp(Left, 0, width), Math.Clamp(Top, 0, height));
        var (right, bottom) = (Math.Clamp((long)Left + Width, left, width), Math.Clamp((long)Top + Height, top, height));
        return right > left && bottom > top ? this with { Left = left, Top = top, Width = (int)(right - left), Height = (int)(bottom - top) } : null;
    }
}

/// <summary>Why a part of a picture is nobody's business.</summary>
public enum MaskReason
{
    /// <summary>A citizen service number (UAVG 46, UU-PRE-8).</summary>
    Bsn,

    /// <summary>Somebody who did not sit the test.</summary>
    Bystander,

    Other,
}

/// <summary>Which pictures come with a proces-verbaal, and under which number.</summary>
public static class Exhibits
{
    /// <summary>
    /// Those of the marks that the record states, in order of time and numbered from one. A note on netiquette goes nowhere, and neither do its pictures (UU-NET-2).
    /// </summary>
    public static ImmutableArray<(int Number, Exhibit Exhibit)> Numbered(IEnumerable<Observation> marks, IEnumerable<Exhibit> exhibits)
    {
        ArgumentNullException.ThrowIfNull(marks);
        var stated = marks.Where(mark => mark.IsComplete && mark.Category.IsStated).Select(mark => mark.Id).ToHashSet();
        return [.. exhibits.Where(item => item.RemovedAt is null && stated.Contains(item.Mark)).OrderBy(item => item.At).ThenBy(item => item.Role).ThenBy(item => item.Id).Select((item, index) => (index + 1, item))];
    }
}

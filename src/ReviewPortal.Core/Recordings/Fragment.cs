using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Recordings;

/// <summary>A stretch of a sitting, in seconds from the sitting's start.</summary>
public readonly record struct Fragment
{
    /// <exception cref="ArgumentOutOfRangeException">The end lies before the beginning, or a bound is no finite number of zero or more.</exception>
    public Fragment(double from, double to)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        if (!double.IsFinite(from) || !double.IsFinite(to)) throw new ArgumentOutOfRangeException(nameof(to), to, "A fragment has finite bounds");
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        From = from;
        To = to;
    }

    public double From { get; }

    public double To { get; }

    public double Seconds => To - From;

    public bool Overlaps(Fragment other) => From < other.To && other.From < To;

    public override string ToString() => $"{Timecode.Of(From)} – {Timecode.Of(To)}";
}

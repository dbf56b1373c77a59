using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace ReviewPortal.Infrastructure.Media;

/// <summary>A stretch of time without a frame or a sound packet, in milliseconds from the file's time zero.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Hole(uint From, uint To)
{
    /// <summary>Shorter silence between two blocks is the breathing of a recorder, not a hole.</summary>
    public const uint Threshold = 2000;

    public uint Milliseconds => To - From;

    /// <summary>The stretches that are holes in both rows. Each row is in order, and so is the answer.</summary>
    public static ImmutableArray<Hole> InBoth(ImmutableArray<Hole> one, ImmutableArray<Hole> other)
    {
        var both = ImmutableArray.CreateBuilder<Hole>();
        for (int i = 0, j = 0; i < one.Length && j < other.Length;)
        {
            var from = Math.Max(one[i].From, other[j].From);
            var to = Math.Min(one[i].To, other[j].To);
            if (to > from && to - from > Threshold) both.Add(new Hole(from, to));
            if (one[i].To <= other[j].To) i++;
            else j++;
        }

        return both.ToImmutable();
    }
}

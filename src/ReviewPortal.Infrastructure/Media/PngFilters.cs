namespace ReviewPortal.Infrastructure.Media;

/// <summary>How a row of a PNG is written as differences from its neighbours (W3C, PNG, 9).</summary>
internal static class PngFilters
{
    /// <summary>Turns the differences into the row itself, in its place.</summary>
    /// <returns>False when there is no such filter.</returns>
    public static bool Undo(byte filter, Span<byte> row, ReadOnlySpan<byte> above, int perPoint)
    {
        if (filter > 4) return false;
        if (filter is 0) return true;
        for (var at = 0; at < row.Length; at++)
        {
            var (left, corner) = at < perPoint ? ((byte)0, (byte)0) : (row[at - perPoint], above[at - perPoint]);
            row[at] += Guess(filter, left, above[at], corner);
        }

        return true;
    }

    /// <summary>Writes the differences by the filter that leaves the least of them.</summary>
    public static byte Apply(ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, int perPoint, Span<byte> into)
    {
        var (best, least) = ((byte)1, long.MaxValue);
        for (byte filter = 1; filter <= 4; filter += (byte)(filter is 2 ? 2 : 1))
        {
            if (Write(filter, row, above, perPoint, into) is var left && left < least) (best, least) = (filter, left);
        }

        Write(best, row, above, perPoint, into);
        return best;
    }

    private static long Write(byte filter, ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, int perPoint, Span<byte> into)
    {
        var sum = 0L;
        for (var at = 0; at < row.Length; at++)
        {
            var (left, corner) = at < perPoint ? ((byte)0, (byte)0) : (row[at - perPoint], above[at - perPoint]);
            into[at] = (byte)(row[at] - Guess(filter, left, above[at], corner));
            sum += Math.Abs((int)(sbyte)into[at]);
        }

        return sum;
    }

    private static byte Guess(byte filter, byte left, byte above, byte corner) => filter switch
    {
        1 => left,
        2 => above,
        3 => (byte)((left + above) / 2),
        _ => Nearest(left, above, corner),
    };

    private static byte Nearest(int left, int above, int corner)
    {
        var (byLeft, byAbove, byCorner) = (Math.Abs(above - corner), Math.Abs(left - corner), Math.Abs(left + above - corner - corner));
        return (byte)(byLeft <= byAbove && byLeft <= byCorner ? left : byAbove <= byCorner ? above : corner);
    }
}

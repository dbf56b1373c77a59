namespace ReviewPortal.Infrastructure.Media.Caged;

/// <summary>What two recordings of one room tell about each other's clocks, by the sound that both heard.</summary>
/// <param name="Later">How many seconds later the second has the same sound, by the times of the sitting; below zero it has it earlier.</param>
/// <param name="LaterAtEnd">The same at the end of what they share; null when they share too little to tell the two apart.</param>
/// <param name="Likeness">Of the two sounds there, from 0 to 1.</param>
public sealed record ClockPair(double Later, double? LaterAtEnd, double Likeness)
{
    /// <summary>By how much the two clocks ran apart.</summary>
    public double? Drift => LaterAtEnd - Later;
}

/// <summary>Lays the loudness of two recordings side by side and finds the shift at which they are most alike. Two that heard different things give no answer.</summary>
public static class SoundClocks
{
    private const double Rate = Waveform.SampleRate / (double)Waveform.SamplesPerPixel;
    private const double LeastLikeness = 0.5;
    private const int Least = (int)(20 * Rate), Window = (int)(300 * Rate), MostShift = (int)(5 * Rate);

    /// <param name="first">A waveform of ours.</param>
    /// <param name="firstOffset">Seconds from the sitting's start to its time zero.</param>
    public static ClockPair? Compare(ReadOnlySpan<byte> first, double firstOffset, ReadOnlySpan<byte> second, double secondOffset)
    {
        var (a, b) = (Waveform.Heights(first), Waveform.Heights(second));
        var start = Math.Max(firstOffset, secondOffset);
        var (inA, inB) = ((int)Math.Round((start - firstOffset) * Rate), (int)Math.Round((start - secondOffset) * Rate));
        var shared = Math.Min(a.Length - inA, b.Length - inB);
        if (shared < Least) return null;

        // What the rounding to whole pixels leaves.
        var rest = secondOffset + (inB / Rate) - firstOffset - (inA / Rate);
        var window = Math.Min(Window, shared);
        if (Best(a.AsSpan(inA, window), b, inB) is not { } begin) return null;
        var end = shared < 2 * Window ? null : Best(a.AsSpan(inA + shared - window, window), b, inB + shared - window);
        return new ClockPair(rest + (begin.Shift / Rate), end is { } found ? rest + (found.Shift / Rate) : null, begin.Likeness);
    }

    private static (double Shift, double Likeness)? Best(ReadOnlySpan<float> part, float[] among, int at)
    {
        var likeness = new double[(2 * MostShift) + 1];
        for (var shift = -MostShift; shift <= MostShift; shift++) likeness[shift + MostShift] = Likeness(part, among, at + shift);
        var best = Array.IndexOf(likeness, likeness.Max());
        // At the border the true one may lie behind it.
        if (likeness[best] < LeastLikeness || best is 0 || best == likeness.Length - 1) return null;

        // Between pixels: the top of the parabola through the best and its neighbours.
        var (left, top, right) = (likeness[best - 1], likeness[best], likeness[best + 1]);
        var bend = left - (2 * top) + right;
        return (best - MostShift + (bend < 0 ? (left - right) / (2 * bend) : 0), top);
    }

    // Pearson's correlation over what there is of both; at least three quarters of it must be there.
    private static double Likeness(ReadOnlySpan<float> part, float[] among, int at)
    {
        var (from, to) = (Math.Max(0, -at), Math.Min(part.Length, among.Length - at));
        var count = to - from;
        if (count < part.Length * 3 / 4) return 0;
        double a = 0, b = 0, aa = 0, bb = 0, ab = 0;
        for (var pixel = from; pixel < to; pixel++)
        {
            double x = part[pixel], y = among[at + pixel];
            (a, b, aa, bb, ab) = (a + x, b + y, aa + (x * x), bb + (y * y), ab + (x * y));
        }

        var spread = Math.Sqrt(((count * aa) - (a * a)) * ((count * bb) - (b * b)));
        return spread > 0 ? ((count * ab) - (a * b)) / spread : 0;
    }
}

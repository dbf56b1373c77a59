namespace ReviewPortal.Infrastructure.Media;

/// <summary>How often each distance between two blocks occurred, in milliseconds: enough for the median, at any length of file.</summary>
internal sealed class Distances
{
    private const int Longest = 1000;
    private readonly int[] _often = new int[Longest + 1];

    public void Add(long milliseconds)
    {
        if (milliseconds >= 0) _often[Math.Min(Longest, milliseconds)]++;
    }

    public long Median()
    {
        var half = (_often.Sum() + 1) / 2;
        var distance = 0;
        for (var seen = _often[0]; seen < half; seen += _often[distance]) distance++;
        return distance;
    }
}

namespace ReviewPortal.Benchmarks.Player;

/// <summary>What was seen of three tracks while they played, one row a frame of the screen.</summary>
/// <param name="Rows">The moment in milliseconds, three current times, searches and stalls so far, and now and then the three numbers in the pictures.</param>
internal sealed record Samples(double[][] Rows, IReadOnlyList<double> Offsets)
{
    private const int Numbers = 6;

    /// <summary>From the first frame in which something has moved.</summary>
    public static Samples Of(double[][] rows, IReadOnlyList<double> offsets)
    {
        var start = Array.FindIndex(rows, row => Enumerable.Range(1, 3).Any(track => row[track] > rows[0][track] + 0.0001));
        return new(start < 0 ? throw new InvalidOperationException("Nothing played") : rows[start..], offsets);
    }

    private double Begin => Rows[0][0];

    public Samples From(double seconds) => this with { Rows = [.. Rows.Where(row => row[0] >= Begin + (seconds * 1000))] };

    public Samples To(double seconds) => this with { Rows = [.. Rows.Where(row => row[0] < Begin + (seconds * 1000))] };

    /// <summary>Seconds of recording in a second.</summary>
    public double Rate => (Rows[^1][1] - Rows[0][1]) / (Rows[^1][0] - Rows[0][0]) * 1000;

    public double Seeks => Rows[^1][4] - Rows[0][4];

    public double Stalls => Rows[^1][5] - Rows[0][5];

    /// <summary>How far the others are from the first track, in milliseconds of recording.</summary>
    public double[] Errors => [.. Rows.SelectMany(row => new[] { Math.Abs(Session(row, 1) - Session(row, 0)), Math.Abs(Session(row, 2) - Session(row, 0)) }).Select(error => error * 1000)];

    /// <summary>How far the two silent tracks are from each other, p95, in milliseconds of recording.</summary>
    public double SilentApart => Percentile([.. Rows.Select(row => Math.Abs(Session(row, 2) - Session(row, 1)) * 1000)], 0.95);

    /// <summary>
    /// How far the first track, which plays at an even rate and is never touched, is by its own word from an even line, p95, in milliseconds of recording. A video with
    /// sound tells the time of its sound card, in leaps; nearer to it than that cannot be seen.
    /// </summary>
    public double Uneven
    {
        get
        {
            var (wall, media) = (Rows.Average(row => row[0]), Rows.Average(row => row[1]));
            var rate = Rows.Sum(row => (row[0] - wall) * (row[1] - media)) / Rows.Sum(row => (row[0] - wall) * (row[0] - wall));
            return Percentile([.. Rows.Select(row => Math.Abs(row[1] - media - (rate * (row[0] - wall))) * 1000)], 0.95);
        }
    }

    /// <summary>The rows with the numbers of the pictures.</summary>
    public IEnumerable<double[]> Pictures => Rows.Where(row => row.Length > Numbers && row[Numbers..].All(number => number >= 0));

    public double Session(double[] row, int track) => row[1 + track] + Offsets[track];

    /// <summary>The share of the pictures that are the one of their moment, or the one before or after it.</summary>
    public double WithinOneFrame(IReadOnlyList<Film> films)
    {
        bool[] right = [.. Pictures.SelectMany(row => films.Select((film, track) => Math.Abs(film.Behind(row[1 + track], (int)row[Numbers + track])) <= 1))];
        return right.Length is 0 ? double.NaN : right.Count(one => one) / (double)right.Length;
    }

    public static double Percentile(double[] values, double share)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length is 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
    }
}

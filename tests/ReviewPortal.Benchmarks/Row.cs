using System.Globalization;
using System.Text;

namespace ReviewPortal.Benchmarks;

/// <summary>One comparison: what we reached, what the peer reached in the same run, and what was asked of the ratio.</summary>
/// <param name="Ours">In the order of the repeats, each beside the <paramref name="Peer"/> of the same repeat.</param>
/// <param name="Smaller">Whether less is better, as with time.</param>
/// <param name="Floor">The worst ratio that is good enough; null where only the figures are told.</param>
internal sealed record Row(string What, string Against, string Unit, double[] Ours, double[] Peer, bool Smaller, double? Floor, double? Aim, string Note = "")
{
    public double[] Ratios => [.. Ours.Zip(Peer, (ours, peer) => ours / peer)];

    public string Verdict => Floor is null ? "-" : Aim is not null && Meets(Aim) ? "aim met" : Meets(Floor) ? Aim is null ? "floor met" : "floor met, aim missed" : "FLOOR MISSED";

    private bool Meets(double? bound) => bound is { } limit && (Smaller ? Median(Ratios) <= limit : Median(Ratios) >= limit);

    public static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 is 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }
}

/// <summary>All comparisons, one below the other.</summary>
internal static class Table
{
    public static string Of(IReadOnlyCollection<Row> rows)
    {
        var text = new StringBuilder("| what | against | ours, median (spread) | peer, median (spread) | ratio, median (spread) | floor | aim | |\n|---|---|---|---|---|---|---|---|\n");
        foreach (var row in rows)
            text.Append(CultureInfo.InvariantCulture, $"| {row.What} | {row.Against} | {Spread(row.Ours)} {row.Unit} | {Spread(row.Peer)} {row.Unit} | {Spread(row.Ratios)} | {Bound(row.Floor)} | {Bound(row.Aim)} | {row.Verdict}{(row.Note.Length > 0 ? "; " : "")}{row.Note} |\n");
        return text.ToString();
    }

    private static string Spread(double[] values) => $"{Figure(Row.Median(values))} ({Figure(values.Min())} to {Figure(values.Max())})";

    private static string Figure(double value) => value.ToString(value >= 100 ? "F0" : "F2", CultureInfo.InvariantCulture);

    private static string Bound(double? value) => value?.ToString("F2", CultureInfo.InvariantCulture) ?? "-";
}

using System.Globalization;
using System.Text;

namespace ReviewPortal.Benchmarks.Player;

/// <summary>One figure of one goal: what was reached here, and by the naive page in the same session.</summary>
/// <param name="Ours">One figure a repeat.</param>
/// <param name="Naive">In the order of the repeats; null where playing naively has no such figure.</param>
/// <param name="Limit">What it has to reach; null where the figure is only told.</param>
/// <param name="Note">What the figure depends on, and why it is missed, as far as the measuring itself knows.</param>
internal sealed record GoalRow(string Goal, string What, string Unit, double[] Ours, double[]? Naive, double? Limit, string Note = "")
{
    /// <summary>Whether more is better.</summary>
    public bool Larger { get; init; }

    private double Reached => Row.Median(Ours);

    private bool IsMet => Limit is not { } limit || (Larger ? Reached >= limit : Reached <= limit);

    public string Line()
    {
        double[]? ratios = Naive is null ? null : [.. Ours.Zip(Naive, (ours, naive) => ours / naive)];
        return $"| {Goal} | {What} | {Target} | {(Naive is null ? "-" : Spread(Naive))} | {Spread(Ours)} | {(ratios is null ? "-" : Figure(Row.Median(ratios)))} | {Verdict}{(Note.Length > 0 && Verdict.Length > 0 ? "; " : "")}{Note} |\n";
    }

    private string Target => Limit is { } limit ? $"{(Larger ? "≥" : "≤")} {Figure(limit)} {Unit}".TrimEnd() : "-";

    private string Verdict => Limit is not { } limit ? "" : IsMet ? "met" : $"**missed by {Figure(Math.Abs(Reached - limit))} {Unit}**".Replace(" **", "**", StringComparison.Ordinal);

    private string Spread(double[] values) => values.Length is 1 ? $"{Figure(values[0])} {Unit}".TrimEnd() : $"{Figure(Row.Median(values))} ({Figure(values.Min())} to {Figure(values.Max())}) {Unit}".TrimEnd();

    private static string Figure(double value) => !double.IsFinite(value) ? "none" : value.ToString(Math.Abs(value) >= 100 ? "F0" : Math.Abs(value) >= 10 ? "F1" : "0.##", CultureInfo.InvariantCulture);
}

/// <summary>All goals, one below the other.</summary>
internal static class GoalTable
{
    public static string Of(IEnumerable<GoalRow> rows)
    {
        var text = new StringBuilder("| goal | what | target | naive play(), median (spread) | ours, median (spread) | ratio | |\n|---|---|---|---|---|---|---|\n");
        foreach (var row in rows) text.Append(row.Line());
        return text.ToString();
    }
}

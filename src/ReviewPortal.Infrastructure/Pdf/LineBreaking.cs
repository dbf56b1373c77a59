using System.Collections.Immutable;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>Breaks text into lines with an even right edge: of all ways to break a paragraph the one with the least uneven lines.</summary>
internal static class LineBreaking
{
    // One line more costs more than any unevenness it could mend.
    private const double PerLine = 10;
    // A last line of one short word looks like a mistake.
    private const double ShortestLast = 0.2;

    public static ImmutableArray<Line> Lines(string text, TextStyle style, double width) => text.Length is 0
        ? []
        : [.. PrintableText.Lines(text).SelectMany(line => Broken(new MeasuredText(line, style), width))];

    /// <summary>The width that the text takes on one line.</summary>
    public static double WholeWidth(string text, TextStyle style) =>
        Lines(text, style, double.MaxValue).Select(line => line.Width).DefaultIfEmpty().Max();

    /// <summary>The width of the widest part that cannot be broken.</summary>
    public static double WidestWord(string text, TextStyle style) =>
        PrintableText.Lines(text).SelectMany(line => Words(new MeasuredText(line, style))).DefaultIfEmpty().Max();

    private static IEnumerable<double> Words(MeasuredText text)
    {
        var from = 0;
        foreach (var to in BreakOpportunities.BetweenWords(text))
        {
            yield return text.Width(from, to);
            from = to;
        }
    }

    private static List<Line> Broken(MeasuredText text, double width)
    {
        if (text.Width(0, text.Text.Length) <= width) return [text.Line(0, text.Text.Length)];

        var places = BreakOpportunities.In(text, width);
        places.Insert(0, 0);
        var previous = Evenest(text, places, width);
        var lines = new List<Line>();
        for (var end = places.Count - 1; end > 0; end = previous[end]) lines.Add(text.Line(places[previous[end]], places[end]));
        lines.Reverse();
        return lines;
    }

    // For every place the place before it at which the line should begin.
    private static int[] Evenest(MeasuredText text, List<int> places, double width)
    {
        var previous = new int[places.Count];
        var cost = new double[places.Count];
        for (var end = 1; end < places.Count; end++)
        {
            cost[end] = double.PositiveInfinity;
            for (var begin = end - 1; begin >= 0; begin--)
            {
                var line = text.Width(places[begin], places[end]) / width;
                // The pieces of a broken word may be a hair wider than the line by rounding.
                if (line > 1 && begin < end - 1) break;
                var total = cost[begin] + PerLine + Unevenness(line, isRagged: end == places.Count - 1 && !text.Style.IsBalanced);
                if (total < cost[end]) (cost[end], previous[end]) = (total, begin);
            }
        }

        return previous;
    }

    private static double Unevenness(double line, bool isRagged) => (isRagged, line) switch
    {
        (true, < ShortestLast) => 1,
        (true, _) => 0,
        _ => (1 - line) * (1 - line) * 4,
    };
}

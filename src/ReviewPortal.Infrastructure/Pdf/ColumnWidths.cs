using System.Collections.Immutable;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>How a table divides its width: the shares that are asked for, unless that would break an ordinary word; then the roomier columns give way.</summary>
internal static class ColumnWidths
{
    private const double Inset = 5;

    // A longer word, such as a hash, is broken rather than given the whole table.
    private const double WidestWordShare = 0.3;

    /// <exception cref="ArgumentException">A row, or the list of widths, has another number of columns than the head; a cell would be lost.</exception>
    public static ImmutableArray<Column> Of(Table table, Column whole)
    {
        if (table.Widths.Length != table.Header.Length || table.Rows.Any(row => row.Length != table.Header.Length))
            throw new ArgumentException("Every row of a table has as many cells as its head", nameof(table));

        var left = whole.Left;
        var columns = ImmutableArray.CreateBuilder<Column>(table.Header.Length);
        foreach (var width in Widths(table, whole.Width))
        {
            columns.Add(new Column(left, width).Inset(Inset));
            left += width;
        }

        return columns.MoveToImmutable();
    }

    private static double[] Widths(Table table, double whole)
    {
        var sum = table.Widths.Sum();
        var asked = table.Widths.Select(share => whole * share / sum).ToArray();
        var needed = table.Header.Select((_, index) => Math.Min(whole * WidestWordShare, Needed(table, index))).ToArray();
        var lacking = asked.Zip(needed, (width, need) => Math.Max(0, need - width)).Sum();
        var spare = asked.Zip(needed, (width, need) => Math.Max(0, width - need)).Sum();
        if (lacking > spare) return asked;

        var given = lacking is 0 ? 0 : lacking / spare;
        return [.. asked.Zip(needed, (width, need) => width < need ? need : width - ((width - need) * given))];
    }

    private static double Needed(Table table, int index) => (2 * Inset) + table.Rows
        .Select(row => LineBreaking.WidestWord(row[index], Styles.Cell))
        .Append(LineBreaking.WidestWord(table.Header[index], Styles.ColumnHead))
        .Max();
}

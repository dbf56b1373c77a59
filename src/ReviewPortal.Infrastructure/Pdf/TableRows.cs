using System.Collections.Immutable;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>A table: shaded head, thin lines between rows, the head once more on every page.</summary>
internal static class TableRows
{
    private const double Padding = 4;

    /// <summary>Up to two lines.</summary>
    private const double ShortRow = 40;

    public static IEnumerable<Piece> Of(Table table, Column column, double above)
    {
        if (table.Header.IsEmpty && table.Rows.All(row => row.IsEmpty)) return [];

        var columns = ColumnWidths.Of(table, column);
        var head = Row(table.Header, Tag.ColumnHead, Styles.ColumnHead) with { Ground = Palette.Shade, RuleBelow = Palette.Line };
        var rows = table.Rows.Select(row => Row(row, Tag.TableCell, Styles.Cell) with { Repeated = head, RuleBelow = Palette.Line }).ToArray();
        return
        [
            new Opening(Tag.Table),
            head with { Above = above, KeepsNext = rows.Length > 0 },
            .. rows.Select((row, index) => row with { KeepsNext = KeepsNext(rows, index) }),
            new Closing(),
        ];

        Row Row(ImmutableArray<string> texts, Tag tag, TextStyle style) => new(column, Tag.TableRow,
            [.. columns.Zip(texts, (cell, text) => new Cell(tag, cell, LineBreaking.Lines(text, style, cell.Width)))], Padding);
    }

    // No short row stands alone under the head or at the end.
    private static bool KeepsNext(Row[] rows, int index) =>
        (index is 0 && rows.Length > 1 && rows[0].Height < ShortRow) || (index == rows.Length - 2 && rows[^1].Height < ShortRow);
}

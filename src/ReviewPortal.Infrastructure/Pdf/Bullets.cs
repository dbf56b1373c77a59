using ReviewPortal.Core.Writing;

namespace ReviewPortal.Infrastructure.Pdf;

internal static class Bullets
{
    private const double Indent = 14;
    private const double MarkIndent = 2;
    private const double BetweenItems = 3;

    private static readonly Lazy<Line> Mark = new(() => LineBreaking.Lines("•", Styles.Body, Indent)[0]);

    public static List<Piece> Of(BulletList list, Column column, double above)
    {
        var items = list.Items.Where(item => item.Length > 0).ToArray();
        return items.Length is 0 ? [] : Keeping.NoLineAlone(
        [
            new Opening(Tag.Bullets),
            .. items.SelectMany((item, index) => Item(item, column, index is 0 ? above : BetweenItems)),
            new Closing(),
        ]);
    }

    private static IEnumerable<Piece> Item(string item, Column column, double above) =>
    [
        new Opening(Tag.Item),
        new Opening(Tag.ItemLabel),
        new ItemMark(Mark.Value, column.Left + MarkIndent) { Above = above, KeepsNext = true },
        new Closing(),
        .. new Passage(Tag.ItemBody, item, Styles.Body, column.Indented(Indent)).Pieces(),
        new Closing(),
    ];
}

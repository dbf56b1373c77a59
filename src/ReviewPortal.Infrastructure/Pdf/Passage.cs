namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>Running text in one style: a heading, a paragraph, the body of a list item.</summary>
internal sealed record Passage(Tag Tag, string Text, TextStyle Style, Column Column)
{
    public double Above { get; init; }

    public double NotAbove { get; init; }

    public bool KeepsNext { get; init; }

    /// <summary>All its lines stand on one page.</summary>
    public bool KeepsWhole { get; init; }

    public Panel? Panel { get; init; }

    public string? Bookmark { get; init; }

    public IEnumerable<Piece> Pieces()
    {
        var lines = LineBreaking.Lines(Text, Style, Column.Width);
        return lines.IsEmpty ? [] : [new Opening(Tag), .. lines.Select((line, index) => Strip(line, index, lines.Length)), new Closing()];
    }

    // No line of a passage stands alone at the foot or at the head of a page.
    private TextLine Strip(Line line, int index, int count) => new(line, Column.Left)
    {
        Above = index is 0 ? Above : 0,
        NotAbove = index is 0 ? NotAbove : 0,
        Bookmark = index is 0 ? Bookmark : null,
        KeepsNext = index == count - 1 ? KeepsNext : KeepsWhole || index is 0 || index == count - 2,
        Panel = Panel,
    };
}

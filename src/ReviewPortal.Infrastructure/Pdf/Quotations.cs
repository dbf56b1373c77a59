using ReviewPortal.Core.Writing;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>Somebody's own words, indented, with a rule beside them; they keep the lines in which they were written.</summary>
internal static class Quotations
{
    private const double Indent = 14;
    private const double RuleIndent = 2;
    private const double BetweenLines = 3;

    public static List<Piece> Of(Quotation quotation, Column column, double above)
    {
        var rule = new Panel(column.Indented(RuleIndent), 1.5, Palette.Line);
        var lines = quotation.Text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length is 0 ? [] : Keeping.NoLineAlone(
        [
            new Opening(Tag.Quotation),
            .. lines.SelectMany((line, index) => new Passage(Tag.Paragraph, line, Styles.Body, column.Indented(Indent))
            {
                Above = index is 0 ? above : BetweenLines,
                Panel = rule,
            }.Pieces()),
            new Closing(),
        ]);
    }
}

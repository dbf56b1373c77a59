using System.Collections.Immutable;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>The sections of a document: heading and blocks.</summary>
internal static class Body
{
    private const double AboveHeading = 18;
    private const double BelowHeading = 4;
    private const double BetweenBlocks = 7;

    public static IEnumerable<Piece> Of(ImmutableArray<Section> sections) => sections.SelectMany((section, index) =>
    {
        var pieces = Of(section);
        // A signature does not stand on a page of its own: the last lines before it come along.
        Keeping.Last(pieces, keepsNext: index + 1 < sections.Length && sections[index + 1].Blocks.Any(block => block is Signatures));
        return pieces;
    });

    private static List<Piece> Of(Section section)
    {
        List<Piece> pieces =
        [
            .. new Passage(Tag.Heading, section.Heading, Styles.Heading, Sheet.Text)
            {
                Above = AboveHeading, KeepsNext = true, KeepsWhole = true, Bookmark = section.Heading,
            }.Pieces(),
        ];
        var heading = pieces.Count;
        var above = BelowHeading;
        for (var at = 0; at < section.Blocks.Length; at++)
        {
            var (block, next) = (section.Blocks[at], section.Blocks.ElementAtOrDefault(at + 1));
            pieces.AddRange(Of(block, next, above));
            above = EndsInColon(block) && next is not (Table or FactList) ? BelowHeading : BetweenBlocks;
        }

        Keeping.TwoLinesBelow(pieces, heading);
        return pieces;
    }

    private static IEnumerable<Piece> Of(Block block, Block? next, double above) => block switch
    {
        Paragraph paragraph => new Passage(Tag.Paragraph, paragraph.Text, Styles.Body, Sheet.Text)
        {
            Above = above,
            KeepsNext = next is Table or FactList || (next is not null && EndsInColon(paragraph)),
        }.Pieces(),
        BulletList list => Bullets.Of(list, Sheet.Text, above),
        FactList list => Facts.Of(list.Facts, Styles.Label, Styles.Body, Sheet.Text, Facts.LabelWidth(list.Facts, Styles.Label, Sheet.Text), above),
        Quotation quotation => Quotations.Of(quotation, Sheet.Text, above),
        Table table => TableRows.Of(table, Sheet.Text, above),
        Figure figure => Figures.Of(figure, Sheet.Text, above),
        Signatures signatures => SignatureRows.Of(signatures, Sheet.Text, above),
        _ => throw new InvalidOperationException($"{block.GetType().Name} has no layout"),
    };

    private static bool EndsInColon(Block block) => block is Paragraph paragraph && paragraph.Text.AsSpan().TrimEnd().EndsWith(':');
}

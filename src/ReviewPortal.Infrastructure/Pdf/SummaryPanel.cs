using ReviewPortal.Core.Writing;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>The box at the top of a letter: short questions with their answers, kept together on the first page.</summary>
internal static class SummaryPanel
{
    private const double Padding = 10;
    private const double BelowHeading = 5;
    private const double BetweenAnswers = 5;

    public static IEnumerable<Piece> Of(Summary summary)
    {
        var box = new Panel(Sheet.Text, 3, Palette.Blue, Palette.Tint);
        var column = Sheet.Text.Inset(Padding + 5);
        return
        [
            new White(Padding) { Above = 12, Panel = box, KeepsNext = true },
            .. new Passage(Tag.Heading, summary.Heading, Styles.SummaryHeading, column) { Panel = box, KeepsWhole = true, KeepsNext = true, Bookmark = summary.Heading }.Pieces(),
            new Opening(Tag.Facts),
            .. summary.Answers.SelectMany((answer, index) => Answer(answer, column, box, above: index is 0 ? BelowHeading : BetweenAnswers)),
            new Closing(),
            new White(Padding) { Panel = box },
        ];
    }

    // The question is the label of its answer, and stands above it: side by side, long answers would be narrow on paper.
    private static IEnumerable<Piece> Answer(Fact answer, Column column, Panel box, double above) =>
    [
        new Opening(Tag.Item),
        .. new Passage(Tag.ItemLabel, answer.Label, Styles.Label, column) { Above = above, Panel = box, KeepsWhole = true, KeepsNext = true }.Pieces(),
        .. new Passage(Tag.ItemBody, answer.Value, Styles.Body, column) { Panel = box, KeepsWhole = true, KeepsNext = true }.Pieces(),
        new Closing(),
    ];
}

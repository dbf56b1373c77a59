using System.Collections.Immutable;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>The upper half of the first page: who writes to whom, when and about what, and what it comes to.</summary>
internal static class LetterHead
{
    private const double AboveSalutation = 8;
    private const double LabelWidth = 84;
    private const double BesideLogo = 12;

    public static IEnumerable<Piece> Of(Document document) =>
    [
        .. Sender(document.Head),
        .. Addressee(document.Head.Addressee),
        .. Facts.Of(
            document.Head.Facts, Styles.HeadLabel, Styles.HeadValue, Sheet.Text, LabelWidth,
            above: 20, notAbove: document.Head.Addressee.IsEmpty ? 0 : Sheet.BelowWindow),
        .. new Passage(Tag.Title, document.Heading, Styles.Title, Sheet.Text) { Above = 22, KeepsNext = true, KeepsWhole = true }.Pieces(),
        .. document.Salutation is { Length: > 0 } salutation
            ? new Passage(Tag.Paragraph, salutation, Styles.Body, Sheet.Text) { Above = AboveSalutation, KeepsNext = true }.Pieces()
            : [],
        .. document.Summary is { Answers.IsEmpty: false } summary ? SummaryPanel.Of(summary) : [],
    ];

    private static IEnumerable<Piece> Sender(DocumentHead head)
    {
        var (lines, logo, beside) = (head.Sender, Array.Empty<Piece>(), Sheet.Text);
        if (!head.Logo.IsDefaultOrEmpty)
        {
            var area = Logo.Area(head.Logo);
            (logo, beside) = ([new LogoStrip(head.Logo, area)], Sheet.Text with { Width = Sheet.Text.Width - area.Width - BesideLogo });
        }

        return
        [
            .. logo,
            .. lines.Take(1).SelectMany(line => Line(line, Styles.Institution, 0, beside)),
            .. lines.Skip(1).Take(1).SelectMany(line => Line(line, Styles.Organ, 1, beside)),
            new Rule(Sheet.Text, Palette.Blue, 1) { Above = 7 },
            .. Line(string.Join("  ·  ", lines.Skip(2)), Styles.SenderAddress, 5, Sheet.Text),
        ];
    }

    private static IEnumerable<Piece> Addressee(ImmutableArray<string> lines) =>
        lines.SelectMany((line, index) => new Passage(Tag.Paragraph, line, Styles.Addressee, Sheet.Text with { Width = Sheet.WindowWidth })
        {
            Above = index is 0 ? 20 : 0,
            NotAbove = index is 0 ? Sheet.Window : 0,
        }.Pieces());

    private static IEnumerable<Piece> Line(string text, TextStyle style, double above, Column column) =>
        new Passage(Tag.Paragraph, text, style, column) { Above = above }.Pieces();
}

using System.Collections.Immutable;
using PdfSharp.Drawing;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>How the letter can be checked, at its end: a heading, what to do, and beside it the code for a camera.</summary>
internal sealed record CheckStrip(ImmutableArray<Line> Heading, ImmutableArray<ImmutableArray<Line>> Paragraphs, DotSquare? Dots, string Alternative) : Strip
{
    // Over half a millimetre a field: a phone reads it from a print as well as from a screen.
    private const double Side = 62;
    private const double Gutter = 18;
    private const double BelowRule = 12;
    private const double BelowHeading = 2;
    private const double BetweenParagraphs = 3;
    private const double Hairline = 0.5;

    public static CheckStrip Of(Verification verification)
    {
        var dots = verification.Link is { } link ? DotSquare.Of(link.Address.AbsoluteUri) : null;
        var width = TextColumn(dots).Width;
        return new(
            LineBreaking.Lines(verification.Heading, Styles.Label, width),
            [.. verification.Lines.Select(line => LineBreaking.Lines(line, Styles.Cell, width))],
            dots,
            verification.Link?.Alternative ?? "") { Above = 18, Bookmark = verification.Heading };
    }

    public override double Height => BelowRule + Math.Max(Dots is null ? 0 : Side, TextHeight);

    private double TextHeight => Tall(Heading) + BelowHeading + Paragraphs.Sum(lines => Tall(lines) + BetweenParagraphs);

    public override void Draw(Canvas page, double top)
    {
        page.Fill(new XRect(Sheet.Text.Left, top, Sheet.Text.Width, Hairline), Palette.SoftInk);
        top += BelowRule;
        var below = Write(page, Tag.Heading, Heading, top) + BelowHeading;
        foreach (var lines in Paragraphs) below = Write(page, Tag.Paragraph, lines, below) + BetweenParagraphs;
        if (Dots is { } dots) page.Drawing(dots.Shape(Sheet.Text.Left, top, Side), Palette.Ink, new XRect(Sheet.Text.Left, top, Side, Side), Alternative);
    }

    private double Write(Canvas page, Tag tag, ImmutableArray<Line> lines, double top)
    {
        page.Open(tag);
        foreach (var line in lines)
        {
            page.Text(line, TextColumn(Dots).Left, top);
            top += line.Style.Leading;
        }

        page.Close();
        return top;
    }

    private static double Tall(ImmutableArray<Line> lines) => lines.Sum(line => line.Style.Leading);

    private static Column TextColumn(DotSquare? dots) => dots is null ? Sheet.Text : Sheet.Text.Indented(Side + Gutter);
}

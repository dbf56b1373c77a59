using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PdfSharp.Drawing;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>A picture over the width of the text, no higher than leaves room for what stands beneath it.</summary>
internal static class Figures
{
    private const double Highest = 330;
    private const double AbovePicture = 7;
    private const double AboveCaption = 5;
    private const double BetweenLines = 1;

    /// <summary>A picture as it is printed.</summary>
    public static XImage Open(ImmutableArray<byte> png)
    {
        var picture = XImage.FromStream(new MemoryStream(ImmutableCollectionsMarshal.AsArray(png)!, writable: false));
        picture.Interpolate = false; // PDF/A-2, 6.2.8: no reader makes points up.
        return picture;
    }

    public static List<Piece> Of(Figure figure, Column column, double above)
    {
        var scale = Math.Min(column.Width / figure.Width, Highest / figure.Height);
        return
        [
            new PictureStrip(figure, column.Left, figure.Width * scale, figure.Height * scale) { Above = above + AbovePicture, KeepsNext = !figure.Caption.IsEmpty },
            .. figure.Caption.SelectMany((line, index) => new Passage(Tag.Paragraph, line, index is 0 ? Styles.Label : Styles.Caption, column)
            {
                Above = index is 0 ? AboveCaption : BetweenLines,
                KeepsNext = index + 1 < figure.Caption.Length,
                KeepsWhole = true,
            }.Pieces()),
        ];
    }
}

/// <summary>The picture itself; in the print it has all the points that it has.</summary>
internal sealed record PictureStrip(Figure Figure, double Left, double Width, double Tall) : Strip
{
    public override double Height => Tall;

    public override void Draw(Canvas page, double top)
    {
        using var picture = Figures.Open(Figure.Png);
        page.Picture(picture, new XRect(Left, top, Width, Tall), Figure.Alternative);
    }
}

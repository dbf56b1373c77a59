using System.Collections.Concurrent;
using System.Text;
using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>One font file at all its sizes: which characters it has and how wide they are. Measured once for the whole process.</summary>
internal sealed class Face(string family, XFontStyleEx style)
{
    private const double Em = 1000;
    private const double Missing = -1;

    private readonly ConcurrentDictionary<double, XFont> _sizes = new();
    private readonly ConcurrentDictionary<int, double> _advances = new();

    public bool Has(Rune character) => Advance(character) > Missing;

    /// <summary>In points, at this size.</summary>
    public double Width(Rune character, double size) => Advance(character) * size / Em;

    public XFont At(double size) =>
        // Glyph numbers in the file instead of a code page: one way of writing for Dutch and for Chinese.
        _sizes.GetOrAdd(size, points => new XFont(family, points, style, new XPdfFontOptions(PdfFontEncoding.Unicode)));

    private double Advance(Rune character) =>
        _advances.TryGetValue(character.Value, out var known) ? known : _advances.GetOrAdd(character.Value, Measure);

    private double Measure(int codePoint)
    {
        var font = At(Em);
        if (GlyphHelper.GlyphIndexFromCodePoint(codePoint, font) is 0) return Missing;

        using var context = XGraphics.CreateMeasureContext(new XSize(Em, Em), XGraphicsUnit.Point, XPageDirection.Downwards);
        return context.MeasureString(char.ConvertFromUtf32(codePoint), font).Width;
    }
}

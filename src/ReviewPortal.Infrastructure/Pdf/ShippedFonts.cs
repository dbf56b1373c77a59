using System.Collections.Immutable;
using System.Text;
using PdfSharp;
using PdfSharp.Drawing;
using PdfSharp.Fonts;

namespace ReviewPortal.Infrastructure.Pdf;

internal enum Weight
{
    Regular,
    SemiBold,
}

/// <summary>The fonts that travel inside this assembly (Fonts/README.md), in the order in which a character is looked up.</summary>
internal sealed class ShippedFonts : IFontResolver
{
    private const string SourceSans = "SourceSans3";
    private const string DroidFallback = "DroidSansFallback";

    private static readonly Lazy<ShippedFonts> Shipped = new(Register);

    // The fallback has one weight only; a heading with a Chinese name shows that name in regular weight.
    private readonly ImmutableArray<Face> _regular = [new(SourceSans, XFontStyleEx.Regular), new(DroidFallback, XFontStyleEx.Regular)];
    private readonly ImmutableArray<Face> _semiBold = [new(SourceSans, XFontStyleEx.Bold), new(DroidFallback, XFontStyleEx.Regular)];

    private ShippedFonts()
    {
    }

    /// <summary>The first face that has the character; null when none has.</summary>
    public static Face? FaceFor(Rune character, Weight weight)
    {
        var faces = weight is Weight.SemiBold ? Shipped.Value._semiBold : Shipped.Value._regular;
        foreach (var face in faces) if (face.Has(character)) return face;
        return null;
    }

    public FontResolverInfo ResolveTypeface(string familyName, bool bold, bool italic) => new(familyName switch
    {
        SourceSans => bold ? $"{SourceSans}-SemiBold" : $"{SourceSans}-Regular",
        _ => familyName,
    });

    public byte[] GetFont(string faceName)
    {
        using var font = typeof(ShippedFonts).Assembly.GetManifestResourceStream($"{typeof(ShippedFonts).Namespace}.Fonts.{faceName}.ttf")
            ?? throw new InvalidOperationException($"The font {faceName} is not shipped.");
        var bytes = new byte[font.Length];
        font.ReadExactly(bytes);
        return bytes;
    }

    // PDFsharp takes licence and resolver once for the whole process, before its first font.
    private static ShippedFonts Register()
    {
        PdfSharpLicense.SetAgplLicense();
        var fonts = new ShippedFonts();
        GlobalFontSettings.FontResolver = fonts;
        return fonts;
    }
}

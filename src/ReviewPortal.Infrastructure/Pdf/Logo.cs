using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PdfSharp.Drawing;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>The logo in the letterhead: a PNG, printed as decoration, since the name of the institution stands beside it as text.</summary>
public static class Logo
{
    /// <summary>In bytes: it travels with every letter.</summary>
    public const int Largest = 200 * 1024;

    /// <summary>Of a side, in points of the picture.</summary>
    public const int Side = 2000;

    private const double Widest = 120;
    private const double Highest = 40;
    private const int UpToSize = 24;

    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Whether it can be printed: a PNG that opens, not larger than <see cref="Largest"/> and <see cref="Side"/>.</summary>
    public static bool Fits(byte[] png)
    {
        ArgumentNullException.ThrowIfNull(png);
        if (png.Length > Largest || png.Length < UpToSize || !png.AsSpan().StartsWith(Signature)) return false;
        var (width, height) = SizeOf(png);
        if (width is < 1 or > Side || height is < 1 or > Side || !PngBounds.Hold(png)) return false;
        try
        {
            using var picture = Figures.Open(ImmutableCollectionsMarshal.AsImmutableArray(png));
            return picture.PixelWidth > 0;
        }
        // Whatever the reader of pictures stumbles over: it is no picture for a letter.
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            return false;
        }
    }

    /// <summary>Where it stands in the letterhead: in the upper right corner of the text.</summary>
    internal static XRect Area(ImmutableArray<byte> png)
    {
        var (width, height) = SizeOf(png.AsSpan());
        var scale = Math.Min(Widest / width, Highest / height);
        return new XRect(Sheet.Text.Right - (width * scale), 0, width * scale, height * scale);
    }

    // The header of a PNG names both right behind its signature (W3C PNG, 11.2.1).
    private static (int Width, int Height) SizeOf(ReadOnlySpan<byte> png) =>
        (System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png[16..]), System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png[20..]));
}

/// <summary>It takes no height: the lines of the sender stand beside it.</summary>
internal sealed record LogoStrip(ImmutableArray<byte> Png, XRect Area) : Strip
{
    public override double Height => 0;

    public override void Draw(Canvas page, double top)
    {
        using var picture = Figures.Open(Png);
        page.Ornament(picture, new XRect(Area.Left, top, Area.Width, Area.Height));
    }
}

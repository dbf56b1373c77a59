using PdfSharp.Drawing;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>The colours of the portal on paper; every ink on its ground has a contrast of at least 4.5 to 1 (WCAG 1.4.3).</summary>
internal static class Palette
{
    public static readonly XColor Ink = XColor.FromArgb(0x16, 0x23, 0x3b);
    public static readonly XColor SoftInk = XColor.FromArgb(0x47, 0x54, 0x6b);
    public static readonly XColor Blue = XColor.FromArgb(0x1f, 0x4e, 0x96);
    public static readonly XColor Tint = XColor.FromArgb(0xee, 0xf3, 0xfb);
    public static readonly XColor Shade = XColor.FromArgb(0xed, 0xf0, 0xf5);
    public static readonly XColor Line = XColor.FromArgb(0xc6, 0xce, 0xdb);
    public static readonly XColor Watermark = XColor.FromArgb(0xee, 0xf1, 0xf6);
}

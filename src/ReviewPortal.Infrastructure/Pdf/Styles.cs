using static ReviewPortal.Infrastructure.Pdf.Palette;
using static ReviewPortal.Infrastructure.Pdf.Weight;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>Every kind of text on the page.</summary>
internal static class Styles
{
    public static readonly TextStyle Institution = new(SemiBold, 18, 22, Blue) { IsBalanced = true };
    public static readonly TextStyle Organ = new(SemiBold, 11, 15, Ink);
    public static readonly TextStyle SenderAddress = new(Regular, 8.5, 12, SoftInk);
    public static readonly TextStyle Addressee = new(Regular, 10.5, 14.5, Ink);
    public static readonly TextStyle HeadLabel = new(Regular, 9.5, 14, SoftInk);
    public static readonly TextStyle HeadValue = new(Regular, 9.5, 14, Ink);
    public static readonly TextStyle Title = new(SemiBold, 17, 22, Blue) { IsBalanced = true };
    public static readonly TextStyle SummaryHeading = new(SemiBold, 12.5, 17, Blue);
    public static readonly TextStyle Heading = new(SemiBold, 12.5, 17, Blue) { IsBalanced = true };
    public static readonly TextStyle Body = new(Regular, 10.5, 15, Ink);
    public static readonly TextStyle Label = new(SemiBold, 10.5, 15, Ink);
    public static readonly TextStyle ColumnHead = new(SemiBold, 9, 12.5, SoftInk);
    public static readonly TextStyle Cell = new(Regular, 9.5, 13, Ink);
    public static readonly TextStyle Signed = new(Regular, 9, 13, SoftInk);
    public static readonly TextStyle Caption = new(Regular, 9, 12.5, SoftInk);
    public static readonly TextStyle Footer = new(Regular, 8.5, 12, SoftInk);

    public static TextStyle Watermark(double size) => new(SemiBold, size, size, Palette.Watermark);
}

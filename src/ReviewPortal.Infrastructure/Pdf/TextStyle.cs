using PdfSharp.Drawing;

namespace ReviewPortal.Infrastructure.Pdf;

/// <param name="Size">In points.</param>
/// <param name="Leading">From one line to the next, in points.</param>
internal sealed record TextStyle(Weight Weight, double Size, double Leading, XColor Ink)
{
    // Capitals of Source Sans are 0.66 em high; half of that below the middle centres a line in its leading.
    private const double HalfCapital = 0.33;

    /// <summary>All lines about as long, the last one too; for headings and other short text.</summary>
    public bool IsBalanced { get; init; }

    public XSolidBrush Brush { get; } = new(Ink);

    public double Baseline => (Leading / 2) + (HalfCapital * Size);
}

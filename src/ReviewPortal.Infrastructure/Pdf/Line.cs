using System.Collections.Immutable;
using PdfSharp.Drawing;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>A stretch of one line in one font.</summary>
internal readonly record struct Run(Face Face, string Text, double Width);

/// <summary>One line of text, ready to be drawn.</summary>
internal sealed record Line(TextStyle Style, ImmutableArray<Run> Runs)
{
    public double Width => Runs.Sum(run => run.Width);

    public void Draw(XGraphics page, double left, double top)
    {
        foreach (var run in Runs)
        {
            page.DrawString(run.Text, run.Face.At(Style.Size), Style.Brush, left, top + Style.Baseline);
            left += run.Width;
        }
    }
}

using PdfSharp.Drawing;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>A rule at the left, and perhaps a tinted ground, behind all strips that share it.</summary>
internal sealed record Panel(Column Column, double RuleWidth, XColor RuleColor, XColor? Ground = null)
{
    public void Draw(Canvas page, double top, double bottom)
    {
        if (Ground is { } ground) page.Fill(new XRect(Column.Left, top, Column.Width, bottom - top), ground);
        page.Fill(new XRect(Column.Left, top, RuleWidth, bottom - top), RuleColor);
    }
}

using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>Draws what has found its place: page after page, in the order in which it is read.</summary>
internal sealed class PageDrawing(PdfDocument pdf, Layout layout) : IDisposable
{
    private readonly UAManager _accessibility = UAManager.ForDocument(pdf);
    private Canvas? _page;
    private int _number;

    public void Draw()
    {
        foreach (var placed in layout.Pieces) Draw(placed, PageOf(placed));
        FinishPage();
    }

    public void Dispose() => _page?.Dispose();

    private static void Draw(Placed placed, Canvas page)
    {
        switch (placed.Piece)
        {
            case Opening opening:
                page.Open(opening.Tag);
                break;
            case Closing:
                page.Close();
                break;
            case Strip strip when placed.IsRepeat:
                page.Decorate(() => strip.Draw(page, placed.Top));
                break;
            case Strip strip:
                if (strip.Bookmark is { } title) page.Bookmark(title, placed.Top);
                strip.Draw(page, placed.Top);
                break;
        }
    }

    private Canvas PageOf(Placed placed)
    {
        if (_page is not null && placed.Page == _number) return _page;

        FinishPage();
        return _page = StartPage(_number = placed.Page);
    }

    private Canvas StartPage(int number)
    {
        var sheet = pdf.AddPage();
        (sheet.Width, sheet.Height) = (XUnit.FromPoint(Sheet.Width), XUnit.FromPoint(Sheet.Height));
        var page = new Canvas(sheet, _accessibility);
        if (layout.Watermark is { } mark) page.Diagonal(mark);
        foreach (var (panel, top, bottom) in layout.PanelsOn(number)) panel.Draw(page, top, bottom);
        return page;
    }

    private void FinishPage()
    {
        if (_page is not { } page) return;

        page.Decorate(() => layout.Footer.Draw(page, _number));
        page.Dispose();
        _page = null;
    }
}

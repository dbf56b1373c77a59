using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>One page with the structure of the document: everything drawn is either content of an open tag or decoration that is not read out.</summary>
internal sealed class Canvas : IDisposable
{
    private readonly PdfPage _sheet;
    private readonly XGraphics _page;
    private readonly UAManager _accessibility;
    private readonly StructureBuilder _structure;
    private bool _isDecorating;

    public Canvas(PdfPage sheet, UAManager accessibility)
    {
        _sheet = sheet;
        _page = XGraphics.FromPdfPage(sheet);
        _accessibility = accessibility;
        _structure = accessibility.StructureBuilder;

        // PDFsharp prepares a page at the first thing drawn on it, in the midst of that thing's mark. Saving prepares it now.
        accessibility.BeginGraphicMode();
        _page.Save();
    }

    public void Open(Tag tag)
    {
        if (_isDecorating) return;
        _structure.BeginBlockLevelElement(tag.Type);
        if (tag.Attribute is null) return;

        var attribute = new PdfDictionary();
        attribute.Elements.SetName("/O", $"/{tag.Owner}");
        attribute.Elements.SetName($"/{tag.Attribute}", $"/{tag.Value}");
        _structure.CurrentStructureElement.Elements["/A"] = attribute;
    }

    public void Close()
    {
        if (!_isDecorating) _structure.End();
    }

    public void Bookmark(string title, double top) => _sheet.Owner.Outlines.Add(new PdfOutline(title, _sheet, opened: true)
    {
        // Bookmarks count from the foot of the page.
        PageDestinationType = PdfPageDestinationType.Xyz, Left = 0, Top = Sheet.Height - top,
    });

    // A marked piece of text begins and ends inside one text object, and a marked drawing outside all of them
    // (ISO 32000-1, 14.6.1). PDFsharp switches between the two only when something is drawn, which is too late.
    public void Text(Line line, double left, double top)
    {
        _accessibility.BeginTextMode();
        if (_isDecorating) _structure.BeginArtifact();
        line.Draw(_page, left, top);
        if (_isDecorating) _structure.End();
    }

    /// <summary>A picture with what it says to whoever cannot see it.</summary>
    public void Picture(XImage picture, XRect area, string alternative) => Figure(area, alternative, () => _page.DrawImage(picture, area));

    /// <summary>A drawing with what it says to whoever cannot see it.</summary>
    public void Drawing(XGraphicsPath shape, XColor color, XRect area, string alternative) => Figure(area, alternative, () => _page.DrawPath(new XSolidBrush(color), shape));

    /// <summary>A picture that says nothing a reader needs (PDF/UA: an artifact).</summary>
    public void Ornament(XImage picture, XRect area) => Draw(() => _page.DrawImage(picture, area));

    public void Fill(XRect area, XColor color) => Draw(() => _page.DrawRectangle(new XSolidBrush(color), area));

    /// <summary>From the lower left to the upper right corner of the sheet.</summary>
    public void Diagonal(Line line) => Draw(() =>
    {
        var before = _page.Save();
        _page.TranslateTransform(Sheet.Width / 2, Sheet.Height / 2);
        _page.RotateTransform(-double.RadiansToDegrees(Math.Atan2(Sheet.Height, Sheet.Width)));
        line.Draw(_page, -line.Width / 2, -line.Style.Leading / 2);
        _page.Restore(before);
    });

    /// <summary>Whatever is drawn by this is decoration (PDF/UA: an artifact).</summary>
    public void Decorate(Action draw)
    {
        _structure.EndMarkedContentsWithId();
        _isDecorating = true;
        draw();
        _isDecorating = false;
    }

    public void Dispose() => _page.Dispose();

    private void Figure(XRect area, string alternative, Action draw)
    {
        _structure.EndMarkedContentsWithId();
        _accessibility.BeginGraphicMode();
        // What a reader is told of its place counts from the foot of the page.
        _structure.BeginElement(PdfIllustrationElementTag.Figure, alternative, new XRect(area.Left, Sheet.Height - area.Bottom, area.Width, area.Height));
        draw();
        _structure.End();
    }

    private void Draw(Action draw)
    {
        _structure.EndMarkedContentsWithId();
        _accessibility.BeginGraphicMode();
        _structure.BeginArtifact();
        draw();
        _structure.End();
    }
}

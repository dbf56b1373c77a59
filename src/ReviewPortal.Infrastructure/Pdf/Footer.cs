using System.Collections.Immutable;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>The foot of every page: what the document is at the left, which page of how many at the right.</summary>
internal sealed record Footer(ImmutableArray<Line> Text, ImmutableArray<Line> Numbers)
{
    private const double NumberWidth = 90;
    private static readonly Texts Texts = new(typeof(PageTexts));

    public static Footer Of(Document document, int pages) => new(
        LineBreaking.Lines(document.Footer, Styles.Footer, Sheet.Text.Width - NumberWidth),
        [.. Enumerable.Range(1, pages).Select(page => LineBreaking.Lines(Texts["Page", document.Language, page, pages], Styles.Footer, NumberWidth)[0])]);

    public void Draw(Canvas page, int number)
    {
        var count = Math.Max(1, Text.Length);
        var top = Sheet.FooterBottom - (count * Styles.Footer.Leading);
        for (var line = 0; line < Text.Length; line++) page.Text(Text[line], Sheet.Text.Left, top + (line * Styles.Footer.Leading));
        page.Text(Numbers[number], Sheet.Text.Right - Numbers[number].Width, top);
    }
}

/// <summary>The words of the layout itself; PageTexts.resx has the Dutch ones.</summary>
internal sealed class PageTexts;

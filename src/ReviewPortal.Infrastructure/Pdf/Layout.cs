using System.Collections.Immutable;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>The whole document measured and placed. Once this exists, every character is known to be printable.</summary>
internal sealed record Layout(ImmutableArray<Placed> Pieces, Footer Footer, Line? Watermark)
{
    // As long as the diagonal of the sheet leaves room for, and no taller than a hand.
    private const double WatermarkLength = 680;
    private const double WatermarkHeight = 120;

    public static Layout Of(Document document)
    {
        List<Piece> body = [.. Body.Of(document.Sections)];
        // What says how to check the letter does not stand on a page of its own: the last lines before it come along.
        if (document.Verification is not null) Keeping.Last(body, keepsNext: true);
        Piece[] check = document.Verification is { } verification ? [CheckStrip.Of(verification)] : [];
        var pieces = PageBreaking.Place([.. LetterHead.Of(document), .. body, .. check]);
        return new Layout(pieces, Footer.Of(document, pages: pieces[^1].Page + 1), Diagonal(document.Watermark));
    }

    public IEnumerable<(Panel Panel, double Top, double Bottom)> PanelsOn(int page) => Pieces
        .Where(placed => placed.Page == page)
        .Select(placed => (placed.Top, Strip: placed.Piece as Strip))
        .Where(placed => placed.Strip?.Panel is not null)
        .GroupBy(placed => placed.Strip!.Panel!, ReferenceEqualityComparer.Instance)
        .Select(group => ((Panel)group.Key!, group.Min(placed => placed.Top), group.Max(placed => placed.Top + placed.Strip!.Height)));

    private static Line? Diagonal(string? word)
    {
        if (string.IsNullOrWhiteSpace(word)) return null;

        word = word.ReplaceLineEndings(" ");
        var perPoint = LineBreaking.WholeWidth(word, Styles.Watermark(1));
        return LineBreaking.Lines(word, Styles.Watermark(Math.Min(WatermarkHeight, WatermarkLength / perPoint)), double.MaxValue)[0];
    }
}

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>What stays together when a page ends.</summary>
internal static class Keeping
{
    /// <summary>The first two lines stay together and the last two: items of one line each are as lonely on a page as the lines of a paragraph.</summary>
    public static List<Piece> NoLineAlone(List<Piece> pieces)
    {
        var lines = Enumerable.Range(0, pieces.Count).Where(at => pieces[at] is TextLine).ToArray();
        if (lines.Length < 2) return pieces;

        Keep(pieces, lines[0], keepsNext: true);
        Keep(pieces, lines[^2], keepsNext: true);
        return pieces;
    }

    /// <summary>At least two lines stand below a heading.</summary>
    /// <param name="at">Where the heading ends.</param>
    public static void TwoLinesBelow(List<Piece> pieces, int at)
    {
        var next = pieces.FindIndex(at, piece => piece is Strip { Height: > 0 });
        if (next >= 0 && pieces[next] is TextLine) Keep(pieces, next, keepsNext: true);
    }

    public static void Last(List<Piece> pieces, bool keepsNext) => Keep(pieces, pieces.FindLastIndex(piece => piece is Strip), keepsNext);

    private static void Keep(List<Piece> pieces, int at, bool keepsNext)
    {
        if (at >= 0 && pieces[at] is Strip strip) pieces[at] = strip with { KeepsNext = keepsNext };
    }
}

using System.Collections.Immutable;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>A piece with its place: the page, from zero, and the distance from the top of the sheet.</summary>
/// <param name="IsRepeat">It stands there once more and is not read out again.</param>
internal readonly record struct Placed(Piece Piece, int Page, double Top, bool IsRepeat = false);

/// <summary>Divides the row of pieces over pages.</summary>
internal sealed class PageBreaking
{
    // A last page with less than this is fitted onto the page before it, if a little less white between things can do that.
    private const double FewLines = 130;
    private static readonly double[] LessWhite = [0.85, 0.7];

    private readonly double _white;
    private readonly ImmutableArray<Placed>.Builder _placed = ImmutableArray.CreateBuilder<Placed>();
    private int _page;
    private double _top = Sheet.FirstTop;
    private bool _isFresh = true;

    private PageBreaking(double white) => _white = white;

    public static ImmutableArray<Placed> Place(IReadOnlyList<Piece> pieces)
    {
        var loose = Place(pieces, white: 1);
        if (loose[^1].Page is 0 || loose[^1].Top > Sheet.Top + FewLines) return loose;

        var tight = LessWhite.Select(white => Place(pieces, white)).FirstOrDefault(pages => pages[^1].Page < loose[^1].Page);
        return tight.IsDefault ? loose : tight;
    }

    private static ImmutableArray<Placed> Place(IReadOnlyList<Piece> pieces, double white)
    {
        var pages = new PageBreaking(white);
        var kept = false;
        for (var at = 0; at < pieces.Count; at++)
        {
            if (pieces[at] is Strip strip)
            {
                if (!kept) pages.MakeRoomFor(pieces.Skip(at));
                pages.Put(strip);
                kept = strip.KeepsNext;
            }
            else
            {
                pages._placed.Add(new Placed(pieces[at], pages._page, pages._top));
            }
        }

        return pages._placed.ToImmutable();
    }

    // What keeps together goes to the next page together, unless it is more than a page can hold.
    private void MakeRoomFor(IEnumerable<Piece> pieces)
    {
        var (end, height) = (_top, 0.0);
        foreach (var strip in pieces.OfType<Strip>())
        {
            end = TopOf(strip, end, _isFresh && height is 0) + strip.Height;
            height += (height is 0 ? 0 : strip.Above * _white) + strip.Height;
            if (!strip.KeepsNext) break;
        }

        if (!_isFresh && end > Sheet.Bottom && height <= Sheet.Bottom - Sheet.Top) NextPage();
    }

    private void Put(Strip strip)
    {
        if (!_isFresh && TopOf(strip, _top, _isFresh) + strip.Height > Sheet.Bottom) PutOver(strip);
        else PutHere(strip);
    }

    private void PutOver(Strip strip)
    {
        NextPage();
        PutHere(strip);
    }

    private void PutHere(Strip strip)
    {
        if (_isFresh && strip.Repeated is { } head) Add(head, isRepeat: true);
        if (_top + strip.Height > Sheet.Bottom && strip.Split(Sheet.Bottom - _top) is var (fitting, rest))
        {
            Add(fitting);
            PutOver(rest);
        }
        else
        {
            Add(strip);
        }
    }

    private void Add(Strip strip, bool isRepeat = false)
    {
        _top = TopOf(strip, _top, _isFresh);
        _placed.Add(new Placed(strip, _page, _top, isRepeat));
        _top += strip.Height;
        _isFresh = false;
    }

    private double TopOf(Strip strip, double top, bool isFresh) =>
        Math.Max(top + (isFresh ? 0 : strip.Above * _white), _page is 0 ? strip.NotAbove : 0);

    private void NextPage()
    {
        _page++;
        _top = Sheet.Top;
        _isFresh = true;
    }
}

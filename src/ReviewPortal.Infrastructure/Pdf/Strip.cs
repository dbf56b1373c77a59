using PdfSharp.Drawing;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>A document is one long row of these: structure that opens and closes, and strips of content between.</summary>
internal abstract record Piece;

internal sealed record Opening(Tag Tag) : Piece;

internal sealed record Closing : Piece;

/// <summary>What the end of a page does not part: a line, a row, a signature.</summary>
internal abstract record Strip : Piece
{
    public abstract double Height { get; }

    /// <summary>White above it; nothing at the head of a page.</summary>
    public double Above { get; init; }

    /// <summary>On the first page it stands no higher than this.</summary>
    public double NotAbove { get; init; }

    /// <summary>The next strip stands on the same page.</summary>
    public bool KeepsNext { get; init; }

    /// <summary>The box around it, or the rule beside it, that it shares with its neighbours.</summary>
    public Panel? Panel { get; init; }

    /// <summary>What is printed once more above it when it comes first on a page: the head of its table.</summary>
    public Strip? Repeated { get; init; }

    /// <summary>The bookmark that leads here; null for nearly every strip.</summary>
    public string? Bookmark { get; init; }

    public abstract void Draw(Canvas page, double top);

    /// <summary>The part that fits in this room and the rest; null when it cannot be parted there.</summary>
    public virtual (Strip Head, Strip Remainder)? Split(double room) => null;
}

internal sealed record TextLine(Line Line, double Left) : Strip
{
    public override double Height => Line.Style.Leading;

    public override void Draw(Canvas page, double top) => page.Text(Line, Left, top);
}

/// <summary>The bullet of a list item. It takes no height, so that the item's first line stands beside it.</summary>
internal sealed record ItemMark(Line Line, double Left) : Strip
{
    public override double Height => 0;

    public override void Draw(Canvas page, double top) => page.Text(Line, Left, top);
}

internal sealed record Rule(Column Column, XColor Color, double Thickness) : Strip
{
    public override double Height => Thickness;

    public override void Draw(Canvas page, double top) => page.Fill(new XRect(Column.Left, top, Column.Width, Thickness), Color);
}

internal sealed record White(double Points) : Strip
{
    public override double Height => Points;

    public override void Draw(Canvas page, double top)
    {
    }
}

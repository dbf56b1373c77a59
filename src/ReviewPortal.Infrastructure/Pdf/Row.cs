using System.Collections.Immutable;
using PdfSharp.Drawing;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>Lines in one of the columns of a row.</summary>
internal sealed record Cell(Tag Tag, Column Column, ImmutableArray<Line> Lines)
{
    public double Height => Lines.Sum(line => line.Style.Leading);

    /// <summary>As many lines as fit, and the others.</summary>
    public (Cell Head, Cell Remainder) Split(double room)
    {
        var fitting = 0;
        var used = 0.0;
        while (fitting < Lines.Length && (used += Lines[fitting].Style.Leading) <= room) fitting++;
        return (this with { Lines = Lines[..fitting] }, this with { Lines = Lines[fitting..] });
    }
}

/// <summary>Cells side by side: a row of a table, a label with its value, signatures.</summary>
/// <param name="Tag">The structure around the cells; null when each stands by itself.</param>
/// <param name="Padding">White above and below the lines.</param>
internal sealed record Row(Column Column, Tag? Tag, ImmutableArray<Cell> Cells, double Padding = 0) : Strip
{
    private const double Hairline = 0.5;

    public override double Height => Cells.Max(cell => cell.Height) + (2 * Padding);

    public XColor? Ground { get; init; }

    /// <summary>A line to sign on, above each cell.</summary>
    public XColor? RuleAboveCells { get; init; }

    public XColor? RuleBelow { get; init; }

    public override void Draw(Canvas page, double top)
    {
        if (Ground is { } ground) page.Fill(Bar(Column, top, Height), ground);
        if (RuleAboveCells is { } above) foreach (var cell in Cells) page.Fill(Bar(cell.Column, top, Hairline), above);
        if (Tag is not null) page.Open(Tag);
        foreach (var cell in Cells) Draw(page, cell, top + Padding);
        if (Tag is not null) page.Close();
        if (RuleBelow is { } below) page.Fill(Bar(Column, top + Height - Hairline, Hairline), below);
    }

    /// <summary>Only a row taller than a page is parted, between lines; what continues is a row by itself.</summary>
    public override (Strip Head, Strip Remainder)? Split(double room)
    {
        var parts = Cells.Select(cell => cell.Split(room - (2 * Padding))).ToImmutableArray();
        if (parts.All(part => part.Head.Lines.IsEmpty)) return null;
        return (this with { Cells = [.. parts.Select(part => part.Head)], KeepsNext = false }, this with { Cells = [.. parts.Select(part => part.Remainder)] });
    }

    private static void Draw(Canvas page, Cell cell, double top)
    {
        page.Open(cell.Tag);
        foreach (var line in cell.Lines)
        {
            page.Text(line, cell.Column.Left, top);
            top += line.Style.Leading;
        }

        page.Close();
    }

    private static XRect Bar(Column column, double top, double height) => new(column.Left, top, column.Width, height);
}

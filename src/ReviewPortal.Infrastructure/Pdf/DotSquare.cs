using System.Collections;
using System.Collections.Immutable;
using PdfSharp.Drawing;
using QRCoder;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>A QR code as what it is: a square of dark and light fields, drawn as shapes, so that it stays sharp on any printer.</summary>
/// <param name="Rows">From top to bottom, without the white around it.</param>
internal sealed record DotSquare(ImmutableArray<BitArray> Rows)
{
    // What QRCoder puts around it; here the layout keeps that white free.
    private const int QuietZone = 4;

    /// <summary>Error correction M: it can still be read when 15 % of it is stained.</summary>
    public static DotSquare Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var size = code.ModuleMatrix.Count - (2 * QuietZone);
        return new([.. code.ModuleMatrix.Skip(QuietZone).Take(size).Select(row => new BitArray([.. row.Cast<bool>().Skip(QuietZone).Take(size)]))]);
    }

    public int Size => Rows.Length;

    /// <summary>The dark fields, those side by side as one bar.</summary>
    public XGraphicsPath Shape(double left, double top, double width)
    {
        var (shape, field) = (new XGraphicsPath { FillMode = XFillMode.Winding }, width / Size);
        for (var row = 0; row < Size; row++)
        {
            foreach (var (from, to) in Bars(Rows[row])) shape.AddRectangle(left + (from * field), top + (row * field), (to - from) * field, field);
        }

        return shape;
    }

    private static IEnumerable<(int From, int To)> Bars(BitArray row)
    {
        for (var from = 0; from < row.Length; from++)
        {
            if (!row[from]) continue;
            var to = from;
            while (to < row.Length && row[to]) to++;
            yield return (from, to);
            from = to;
        }
    }
}

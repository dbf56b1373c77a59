using System.Collections.Immutable;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>Signatures, two beside each other, kept together on one page.</summary>
internal static class SignatureRows
{
    private const int Abreast = 2;
    private const double Gutter = 24;
    private const double Padding = 6;

    public static IEnumerable<Piece> Of(Signatures signatures, Column column, double above) => signatures.Lines
        .Chunk(Abreast)
        .Select((pair, index) => new Row(column, null, [.. pair.Select((signature, place) => Cell(signature, Place(column, place)))], Padding)
        {
            Above = index is 0 ? above + 2 : 14,
            RuleAboveCells = Palette.SoftInk,
            KeepsNext = (index + 1) * Abreast < signatures.Lines.Length,
        });

    private static Column Place(Column column, int place)
    {
        var width = (column.Width - Gutter) / Abreast;
        return new Column(column.Left + (place * (width + Gutter)), width);
    }

    private static Cell Cell(Signature signature, Column column) => new(Tag.Paragraph, column,
    [
        .. LineBreaking.Lines(signature.Name, Styles.Label, column.Width),
        .. LineBreaking.Lines(signature.Capacity, Styles.Cell, column.Width),
        .. LineBreaking.Lines(signature.SignedAt, Styles.Signed, column.Width),
    ]);
}

using System.Collections.Immutable;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>Labels at the left, what they say at the right.</summary>
internal static class Facts
{
    private const double Gutter = 12;
    private const double BetweenFacts = 2;

    // A list that is no taller than this is not parted: who, when and where of an appeal are read as one.
    private const double TallestWhole = 150;

    public static IEnumerable<Piece> Of(ImmutableArray<Fact> facts, TextStyle label, TextStyle value, Column column, double labelWidth, double above, double notAbove = 0)
    {
        if (facts.IsEmpty) return [];

        var labels = column with { Width = labelWidth };
        var values = column.Indented(labelWidth + Gutter);
        var rows = facts.Select((fact, index) => Row(fact) with { Above = index is 0 ? above : BetweenFacts, NotAbove = index is 0 ? notAbove : 0 }).ToArray();
        var isWhole = rows.Sum(row => row.Height + BetweenFacts) < TallestWhole;
        return [new Opening(Tag.Facts), .. rows.Select((row, index) => row with { KeepsNext = isWhole && index < rows.Length - 1 }), new Closing()];

        Row Row(Fact fact) => new(column, Tag.Item,
        [
            new(Tag.ItemLabel, labels, LineBreaking.Lines(fact.Label, label, labels.Width)),
            new(Tag.ItemBody, values, LineBreaking.Lines(fact.Value, value, values.Width)),
        ]);
    }

    /// <summary>As wide as the widest label, but no more than a third of the column.</summary>
    public static double LabelWidth(ImmutableArray<Fact> facts, TextStyle label, Column column) =>
        facts.IsEmpty ? 0 : Math.Min(column.Width / 3, facts.Max(fact => LineBreaking.WholeWidth(fact.Label, label)));
}

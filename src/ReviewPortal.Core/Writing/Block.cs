using System.Collections.Immutable;

namespace ReviewPortal.Core.Writing;

/// <summary>A piece of a section: a paragraph, a list, a table, label-and-value lines, a quotation.</summary>
public abstract record Block;

public sealed record Paragraph(string Text) : Block;

public sealed record BulletList(ImmutableArray<string> Items) : Block;

public sealed record FactList(ImmutableArray<Fact> Facts) : Block;

public sealed record Quotation(string Text) : Block;

/// <summary>A picture with what it says to whoever cannot see it, and the lines beneath it.</summary>
/// <param name="Width">In points, as <paramref name="Height"/>.</param>
/// <param name="Png">Its bytes, as they may be seen by whoever gets the document.</param>
public sealed record Figure(string Alternative, ImmutableArray<string> Caption, int Width, int Height, ImmutableArray<byte> Png) : Block;

/// <param name="Widths">The share of the width of each column; they need not add up to one.</param>
public sealed record Table(
    ImmutableArray<string> Header,
    ImmutableArray<double> Widths,
    ImmutableArray<ImmutableArray<string>> Rows) : Block;

/// <summary>The signature lines at the end: what was signed as, by whom, when.</summary>
public sealed record Signatures(ImmutableArray<Signature> Lines) : Block;

public sealed record Signature(string Capacity, string Name, string SignedAt);

public static class Blocks
{
    private const string Item = "- ";
    private const string Quote = ">";

    /// <summary>
    /// Free text as its writer meant it: an empty line parts paragraphs, lines that begin with "- " are a list, also right below a paragraph, and lines
    /// that begin with ">" are a quotation.
    /// </summary>
    public static ImmutableArray<Block> FromFreeText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. parts.SelectMany(part => Runs(part.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))];
    }

    // Lines of one kind below each other are one block.
    private static IEnumerable<Block> Runs(string[] lines)
    {
        for (var from = 0; from < lines.Length;)
        {
            var mark = MarkOf(lines[from]);
            var run = lines.Skip(from).TakeWhile(line => MarkOf(line) == mark).ToArray();
            var words = run.Select(line => line[mark.Length..].Trim());
            yield return mark switch
            {
                Item => new BulletList([.. words]),
                Quote => new Quotation(string.Join('\n', words)),
                _ => new Paragraph(string.Join(' ', words)),
            };
            from += run.Length;
        }
    }

    private static string MarkOf(string line) =>
        line.StartsWith(Item, StringComparison.Ordinal) ? Item : line.StartsWith(Quote, StringComparison.Ordinal) ? Quote : "";
}

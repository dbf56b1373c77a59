using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ReviewPortal.Core.Writing;

/// <summary>What happened to a stretch of text between two versions.</summary>
public enum Change
{
    Same,
    Removed,
    Added,
}

public sealed record DiffPart(Change Change, string Text);

/// <summary>Compares two texts word by word: the shortest way from one to the other (E. Myers, An O(ND) Difference Algorithm, 1986).</summary>
public static partial class WordDiff
{
    // Beyond so many changed words nobody reads a comparison, and its memory grows with the square: then it is one text in the place of another.
    private const int MostChanges = 2000;

    /// <summary>The parts in order; those that are the same or were added make up the later text, the same and the removed ones the earlier.</summary>
    public static ImmutableArray<DiffPart> Between(string earlier, string later)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        var (a, b) = (Words(earlier), Words(later));
        var begin = 0;
        while (begin < a.Length && begin < b.Length && a[begin] == b[begin]) begin++;
        var end = 0;
        while (end < a.Length - begin && end < b.Length - begin && a[^(end + 1)] == b[^(end + 1)]) end++;
        return Joined([.. Same(a[..begin]), .. Middle(a[begin..^end], b[begin..^end]), .. Same(a[^end..])]);
    }

    private static IEnumerable<DiffPart> Same(IEnumerable<string> words) => words.Select(word => new DiffPart(Change.Same, word));

    private static List<DiffPart> Middle(string[] a, string[] b)
    {
        if (Trace(a, b) is not { } trace) return [.. a.Select(word => new DiffPart(Change.Removed, word)), .. b.Select(word => new DiffPart(Change.Added, word))];
        var parts = new List<DiffPart>();
        var (x, y) = (a.Length, b.Length);
        for (var d = trace.Count - 1; d > 0; d--)
        {
            var reached = trace[d];
            var k = x - y;
            var down = k == -d || (k != d && reached[k - 1 + d] < reached[k + 1 + d]);
            var before = down ? k + 1 : k - 1;
            var (fromX, fromY) = (reached[before + d], reached[before + d] - before);
            for (; x > fromX && y > fromY; x--, y--) parts.Add(new(Change.Same, a[x - 1]));
            if (down) parts.Add(new(Change.Added, b[--y]));
            else parts.Add(new(Change.Removed, a[--x]));
        }

        while (x > 0) parts.Add(new(Change.Same, a[--x]));
        parts.Reverse();
        return parts;
    }

    // For every number of changes how far each diagonal was reached before it; null when there are too many.
    private static List<int[]>? Trace(string[] a, string[] b)
    {
        var trace = new List<int[]>();
        var most = Math.Min(a.Length + b.Length, MostChanges);
        var v = new int[(2 * most) + 3];
        var zero = most + 1;
        for (var d = 0; d <= most; d++)
        {
            trace.Add(v[(zero - d)..(zero + d + 1)]);
            for (var k = -d; k <= d; k += 2)
            {
                var x = k == -d || (k != d && v[zero + k - 1] < v[zero + k + 1]) ? v[zero + k + 1] : v[zero + k - 1] + 1;
                while (x < a.Length && x - k < b.Length && a[x] == b[x - k]) x++;
                v[zero + k] = x;
                if (x >= a.Length && x - k >= b.Length) return trace;
            }
        }

        return null;
    }

    // Neighbours of one kind are one stretch, so that a screen reader says once that something was added.
    private static ImmutableArray<DiffPart> Joined(IEnumerable<DiffPart> parts)
    {
        var joined = ImmutableArray.CreateBuilder<DiffPart>();
        foreach (var part in parts)
        {
            if (joined.Count > 0 && joined[^1].Change == part.Change) joined[^1] = joined[^1] with { Text = joined[^1].Text + part.Text };
            else joined.Add(part);
        }

        return joined.ToImmutable();
    }

    // A word with the space behind it; a mark is a word of its own.
    private static string[] Words(string text) => [.. Word().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\w+\s*|\s+|[^\w\s]\s*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}

using System.Buffers;
using System.Text.RegularExpressions;
using ReviewPortal.Core.Letters;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>
/// Where a line may end: after a space, after a hyphen between letters, between Chinese or Japanese characters,
/// and inside a word only when it is wider than the line.
/// </summary>
internal static partial class BreakOpportunities
{
    // A long address is broken after one of these when one is near, otherwise anywhere.
    private static readonly SearchValues<char> Seams = SearchValues.Create("/.@-_?&=:");
    private const int Near = 16;

    // In a narrow column a date may be parted; to part a word would be worse.
    private const double WidestTogether = 0.4;

    public static List<int> In(MeasuredText text, double width) => In(text, width,
        [.. Together().Matches(text.Text).Where(phrase => text.Width(phrase.Index, phrase.Index + phrase.Length) <= width * WidestTogether)]);

    public static List<int> BetweenWords(MeasuredText text) => In(text, double.MaxValue, []);

    private static List<int> In(MeasuredText text, double width, Match[] together)
    {
        var places = new List<int>();
        var from = 0;
        for (var at = 1; at <= text.Text.Length; at++)
        {
            var mayEnd = at == text.Text.Length
                || (MayBreak(text.Text, at) && !together.Any(phrase => at > phrase.Index && at < phrase.Index + phrase.Length));
            if (!mayEnd) continue;
            while (text.Width(from, at) > width) places.Add(from = Inside(text, from, at, width));
            if (from < at) places.Add(from = at);
        }

        return places;
    }

    private static bool MayBreak(string text, int at)
    {
        var (before, after) = (text[at - 1], text[at]);
        if (before is ' ') return after is not (' ' or '–' or '·');
        if (before is '-') return at > 1 && char.IsLetter(text[at - 2]) && char.IsLetter(after) && !IsWhole(WordAt(text, at));
        return IsIdeograph(before) && IsIdeograph(after);
    }

    // The hyphens of a web or mail address, and of the code of a letter, are part of it: it moves to the next line as a whole when it fits there.
    private static bool IsWhole(string word) => word.AsSpan().IndexOfAny('/', '@') >= 0 || (word.TrimEnd('.', ',', ';', ':', ')') is var bare && LetterCode.Parse(bare)?.ToString() == bare);

    private static string WordAt(string text, int at)
    {
        var from = text.LastIndexOf(' ', at - 1) + 1;
        var to = text.IndexOf(' ', at);
        return text[from..(to < 0 ? text.Length : to)];
    }

    private static bool IsIdeograph(char character) => character is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF';

    private static int Inside(MeasuredText text, int from, int to, double width)
    {
        var end = from + 1;
        while (end < to && text.Width(from, end + 1) <= width) end++;
        if (end < to && char.IsLowSurrogate(text.Text[end])) end += end - from > 1 ? -1 : 1;
        var seam = text.Text.AsSpan(from, end - from).LastIndexOfAny(Seams) + 1;
        return seam > 0 && end - from - seam < Near ? from + seam : end;
    }

    // "4 januari 2027", "2 leden", "artikel 5.14", "Postbus 80125", "3508 TC", "Statistiek II".
    [GeneratedRegex(@"(?<![\w.,:-])\d{1,2} \p{L}+( \d{4}\b)?|\b(artikel|article|lid|leden|paragraphs?|Postbus|vraag|question) \d|\b\d{4} [A-Z]{2}\b|\b\p{Lu}\p{L}+ [IVX]{1,4}\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Together();
}

using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ReviewPortal.Core.Letters;

/// <summary>How a name or a number may be written in folded text: surname first, with or without its apostrophe, in groups of digits.</summary>
internal static partial class NamePattern
{
    // O'Neill, D'Angelo, L'Amour: many a register leaves the apostrophe out.
    private const string BeforeApostrophe = "DLO";

    private const int LeastInGroup = 3;

    /// <summary>As a whole: "C-4701" is not in "C-47015".</summary>
    /// <param name="isElsewhere">Only with its capitals.</param>
    public static string Of(string other, bool isElsewhere) => other.All(char.IsAsciiDigit) ? OfNumber(other) : $@"(?<![\p{{L}}\p{{Nd}}])({OfName(other, isElsewhere)})(?![\p{{L}}\p{{Nd}}])";

    public static bool IsOneWord(string other) => other.Length > 0 && char.IsLetter(other[0]) && other.All(character => char.IsLetter(character) || character is '\'' or '-');

    public static IEnumerable<string> Words(string text) => WordsOrDigits().Matches(text).Select(word => word.Value);

    /// <summary>What else may be the last word of a name, or a number: written without its apostrophe, in groups, or in characters with spaces between.</summary>
    public static IEnumerable<string> OtherWords(string text) =>
    [
        .. Apart().Matches(text).Select(found => string.Concat(found.Value.Where(char.IsLetterOrDigit))),
        .. Words(text).Where(word => word.Length > 1 && MayLoseApostrophe(word)).Select(word => word[1..]),
    ];

    // A number may follow a letter: "s0412702" is one. In groups it is one when no other digits stand beside it.
    private static string OfNumber(string number) => $"(?<![0-9]){number}(?![0-9])|(?<![0-9] ?){string.Join(" ?", number.AsEnumerable())}(?! ?[0-9]){InTwo(number)}";

    // "0412-702": with three digits or more on either side it is no date.
    private static string InTwo(string number) => string.Concat(Enumerable.Range(LeastInGroup, Math.Max(number.Length + 1 - (2 * LeastInGroup), 0)).Select(at => $"|(?<![0-9][ ./-]?){number[..at]}[./-]{number[at..]}(?![ ./-]?[0-9])"));

    // "Merve Yilmaz" is "Yilmaz, Merve" too, "Roos de Vries" both "de Vries, Roos" and "Vries, Roos de".
    private static string OfName(string name, bool isElsewhere)
    {
        ImmutableArray<string> words = [.. name.Split([' ', '\n', ','], StringSplitOptions.RemoveEmptyEntries).Select(word => isElsewhere && char.IsUpper(word[0]) || IsOneWord(name) ? WithCapital(word) : Written(word))];
        var inOrder = Enumerable.Range(0, words.Length).Select(first => first is 0 ? Together(words) : $@"{Together(words[first..])}(,\s?|\s){Together(words[..first])}");
        return string.Join('|', Joined(name) is var joined && joined != name ? inOrder.Prepend(OfName(joined, isElsewhere)) : inOrder);
    }

    /// <summary>A name in characters as it is written without spaces.</summary>
    public static string Joined(string name) => BetweenCharacters().Replace(name, "");

    /// <summary>A name in characters only: two of them, or two syllables, are a whole name.</summary>
    public static bool IsWholeInCharacters(string other) =>
        // A Korean syllable begins with one of the first of its parts.
        other.Count(sign => sign is >= '\u1100' and <= '\u115F' or >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF') > 1 && other.All(sign => sign is >= '\u1100' and <= '\u11FF' or >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or ' ' or '\n' or ',');

    private static string Together(IEnumerable<string> words) => string.Join(@"[\s-]", words);

    private static string WithCapital(string name) => $"(?-i:{Regex.Escape(name[..1].ToUpperInvariant())}){BehindFirst(name)}";

    private static string Written(string word) => (word[0] is '\'' ? "'?" : Regex.Escape(word[..1])) + BehindFirst(word);

    private static string BehindFirst(string word) =>
        (MayLoseApostrophe(word) && word is [_, not '\'', ..] ? "'?" : "") + string.Join(@"['\s]?", word[1..].Split('\'').Select(Escaped));

    // "Vries-Jansen" is "Vries Jansen" too, and a name in characters may be spaced anywhere.
    private static string Escaped(string part) => InCharacters().Replace(Regex.Escape(part).Replace("-", @"[\s-]?", StringComparison.Ordinal), @"\s?$0");

    private static bool MayLoseApostrophe(string word) => BeforeApostrophe.Contains(char.ToUpperInvariant(word[0]), StringComparison.Ordinal);

    [GeneratedRegex(@"\p{L}+|\p{Nd}+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordsOrDigits();

    // Chinese and Japanese, and the parts into which Korean is folded.
    [GeneratedRegex(@"[\u1100-\u11FF\u3040-\u30FF\u3400-\u9FFF]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InCharacters();

    [GeneratedRegex(@"(?<=[\u1100-\u11FF\u3040-\u30FF\u3400-\u9FFF])[\s,]+(?=[\u1100-\u11FF\u3040-\u30FF\u3400-\u9FFF])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BetweenCharacters();

    [GeneratedRegex(@"\p{L}+'\p{L}+|[0-9]+([ ./-][0-9]+)+|[\u1100-\u11FF\u3040-\u30FF\u3400-\u9FFF]+(\s[\u1100-\u11FF\u3040-\u30FF\u3400-\u9FFF]+)+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Apart();
}

using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Letters;

/// <summary>Other students of the same test in a text, however they are spaced, broken over lines, and with or without their accents and kinds of dash and apostrophe (AVG 5).</summary>
public static class OtherStudents
{
    // What is shorter stands in many words and numbers by chance.
    private const int Shortest = 4;

    // A name of one word is told from an ordinary word by its capital, and needs fewer letters.
    private const int ShortestName = 3;

    private const string Blot = "•••••";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // A letter asks for the same hundreds of students in each of its parts: they are put together once.
    private static readonly ConditionalWeakTable<string[], Known> Patterns = [];

    /// <param name="others">By name, number or pseudonym.</param>
    /// <returns>As they stand in the text.</returns>
    public static ImmutableArray<string> In(string text, ImmutableArray<string> others)
    {
        if (PatternOf(others) is not { } pattern) return [];
        var folded = FoldedText.Of(text);
        return [.. pattern.Matches(folded.Text).Select(folded.Written).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Blots them out in words that are quoted; everything else stays as it was written.</summary>
    public static string Hidden(string text, ImmutableArray<string> others)
    {
        if (PatternOf(others) is not { } pattern) return text;
        var folded = FoldedText.Of(text);
        return folded.Replaced(pattern.Matches(folded.Text), Blot);
    }

    /// <summary>Without those who go by what the student's own name holds: a letter must be able to name who it is to.</summary>
    public static ImmutableArray<string> Besides(string? own, IEnumerable<string> others)
    {
        if (string.IsNullOrWhiteSpace(own)) return [.. others];
        var folded = FoldedText.Of(own).Text;
        return [.. others.Where(other => Build([other])?.IsMatch(folded) is not true)];
    }

    private static Regex? PatternOf(ImmutableArray<string> others) =>
        others.IsDefaultOrEmpty ? null : Patterns.GetValue(ImmutableCollectionsMarshal.AsArray(others)!, static all => new Known(Build(all))).Pattern;

    private static Regex? Build(string[] others)
    {
        var known = others.Select(other => FoldedText.Of(other).Text.Trim()).Where(IsLongEnough).Distinct(StringComparer.OrdinalIgnoreCase).Select(AsWritten).ToArray();
        return known.Length is 0 ? null : new Regex(string.Join('|', known), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience);
    }

    private static bool IsLongEnough(string other) => other.Length >= (IsOneWord(other) ? ShortestName : Shortest);

    private static bool IsOneWord(string other) => other.Length > 0 && char.IsLetter(other[0]) && other.All(character => char.IsLetter(character) || character is '\'' or '-');

    // As a whole: "C-4701" is not in "C-47015". A number may follow a letter: "s0412702" is one.
    private static string AsWritten(string other) => other.All(char.IsAsciiDigit)
        ? $"(?<![0-9]){other}(?![0-9])"
        : $@"(?<![\p{{L}}\p{{Nd}}]){(IsOneWord(other) ? WithCapital(other) : string.Join(@"\s+", other.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape)))}(?![\p{{L}}\p{{Nd}}])";

    private static string WithCapital(string name) => $"(?-i:{Regex.Escape(name[..1].ToUpperInvariant())}){Regex.Escape(name[1..])}";

    /// <param name="Pattern">Null when nobody is known by enough to be found.</param>
    private sealed record Known(Regex? Pattern);
}

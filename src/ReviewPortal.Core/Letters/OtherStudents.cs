using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Letters;

/// <summary>Other students of the same test in a text, however they are spaced, broken over lines or put together from accents (AVG 5).</summary>
public static class OtherStudents
{
    // What is shorter stands in many words and numbers by chance.
    private const int Shortest = 4;

    private const string Blot = "•••••";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <param name="others">By name, number or pseudonym.</param>
    /// <returns>As they stand in the text.</returns>
    public static ImmutableArray<string> In(string text, ImmutableArray<string> others) =>
        PatternOf(others) is not { } pattern ? [] : [.. pattern.Matches(Compared(text)).Select(match => match.Value).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Blots them out in words that are quoted.</summary>
    public static string Hidden(string text, ImmutableArray<string> others) => PatternOf(others) is not { } pattern ? text : pattern.Replace(Compared(text), Blot);

    private static string Compared(string text) => Inked.Of(text).Normalize(NormalizationForm.FormC);

    private static Regex? PatternOf(ImmutableArray<string> others)
    {
        var known = others.Where(other => other.Length >= Shortest).Distinct(StringComparer.OrdinalIgnoreCase).Select(AsWritten).ToArray();
        return known.Length is 0 ? null : new Regex(string.Join('|', known), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience);
    }

    // As a whole: "C-4701" is not in "C-47015". A number may follow a letter: "s0412702" is one.
    private static string AsWritten(string other) => other.All(char.IsAsciiDigit)
        ? $"(?<![0-9]){other}(?![0-9])"
        : $@"(?<![\p{{L}}\p{{Nd}}]){string.Join(@"\s+", Compared(other).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape))}(?![\p{{L}}\p{{Nd}}])";
}

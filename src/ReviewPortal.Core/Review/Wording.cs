using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ReviewPortal.Core.Review;

/// <summary>Finds verdicts among the facts: a reviewer writes what is seen and heard, never that somebody cheated (law.md 3.2).</summary>
public static partial class Wording
{
    /// <summary>The words, as written, that state a verdict; empty when the text keeps to facts.</summary>
    public static ImmutableArray<string> Verdicts(string? text) =>
        [.. Verdict().Matches(text ?? "").Select(match => match.Value).Distinct(StringComparer.OrdinalIgnoreCase)];

    public static bool KeepsToFacts(string? text) => Verdicts(text).IsEmpty;

    [GeneratedRegex(
        @"\b(ge)?fraude(u?r|erde[n]?|ert|erd|eert|rend)?\w*\b|\bgefraudeerd\b|\bspiek(t|te|ten|en)?\b|\bgespiekt\b|\bvals\s?(ge)?speeld?\w*\b|\bschuldig\w*\b|\bbedroog\b|\bbedriegt\b|\bbedrog\b|\bcheat(s|ed|ing|er)?\b|\bfraud\w*\b|\bguilty\b|\bcopied from\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Verdict();
}

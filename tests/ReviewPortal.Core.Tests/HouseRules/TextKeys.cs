using System.Text.RegularExpressions;

namespace ReviewPortal.Core.Tests.HouseRules;

/// <summary>A key under which a text is read in the code.</summary>
/// <param name="Marker">The class whose resource file it stands in.</param>
/// <param name="IsPrefix">The rest of the key is found at run time.</param>
internal sealed record TextKey(string Marker, string Key, bool IsPrefix)
{
    public bool StandsIn(IEnumerable<string> keys) => keys.Any(key => IsPrefix ? key.StartsWith(Key, StringComparison.Ordinal) : key == Key);
}

/// <summary>Finds the keys of texts in components and in code.</summary>
internal static partial class TextKeys
{
    /// <param name="file">A .razor, a .razor.cs or another file of C#.</param>
    /// <param name="markup">The .razor beside a .razor.cs, in which the localizer is injected.</param>
    public static IEnumerable<TextKey> In(SourceFile file, SourceFile? markup) =>
        Localizers(file).Concat(markup is null ? [] : Localizers(markup)).Distinct()
            .SelectMany(localizer => Indexed(file.Text, localizer.Variable).SelectMany(argument => Keys(localizer.Marker, argument)))
            .Concat(ReadByClass().Matches(file.Text).SelectMany(match => Keys(match.Groups["marker"].Value, FirstArgument(file.Text, match.Index + match.Length))));

    private static IEnumerable<(string Marker, string Variable)> Localizers(SourceFile file) =>
        Injected().Matches(file.Text).Select(match => (match.Groups["marker"].Value, match.Groups["variable"].Value))
            .Concat(OwnTexts().Matches(file.Text).Select(match => (match.Groups["marker"].Value, match.Groups["variable"].Value)));

    private static IEnumerable<string> Indexed(string text, string variable)
    {
        foreach (Match match in Regex.Matches(text, $@"(?<![\w.]){Regex.Escape(variable)}\[", RegexOptions.None, TimeSpan.FromSeconds(1)))
            yield return FirstArgument(text, match.Index + match.Length);
    }

    // Up to the comma or bracket that ends the first argument, whatever is nested in it.
    private static string FirstArgument(string text, int start)
    {
        var (depth, quoted) = (0, false);
        for (var at = start; at < text.Length; at++)
        {
            if (text[at] is '"' && text[at - 1] is not '\\') quoted = !quoted;
            if (quoted) continue;
            if (text[at] is '(' or '[' or '{') depth++;
            if (depth is 0 && text[at] is ',' or ']' or ')') return text[start..at];
            if (text[at] is ')' or ']' or '}') depth--;
        }

        return text[start..];
    }

    private static IEnumerable<TextKey> Keys(string marker, string argument)
    {
        var before = "";
        foreach (Match literal in Literal().Matches(argument))
        {
            var (key, hole) = (before + literal.Groups["text"].Value, literal.Groups["text"].Value.IndexOf('{', StringComparison.Ordinal));
            if (literal.Groups["filled"].Success && hole >= 0)
            {
                yield return new(marker, key[..(before.Length + hole)], IsPrefix: true);
            }
            else
            {
                // "Step." + (action ?? "Test") is a prefix, and also the key Step.Test.
                var continues = argument[(literal.Index + literal.Length)..].TrimStart().StartsWith('+');
                yield return new(marker, key, continues);
                if (continues) before = key;
            }
        }
    }

    [GeneratedRegex(@"IStringLocalizer<(?<marker>\w+)>\s+(?<variable>\w+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Injected();

    [GeneratedRegex(@"static readonly Texts (?<variable>\w+) = new\(typeof\((?<marker>\w+)\)\)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OwnTexts();

    [GeneratedRegex(@"(?<![\w.])(?<marker>\w+Texts)\.Of\((?=\$?"")", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ReadByClass();

    [GeneratedRegex("(?<filled>\\$)?\"(?<text>[^\"]*)\"", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Literal();
}

using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Letters;

/// <summary>
/// Students whom a letter is not to, as they stand in a text: however they are spaced, broken over lines, and with or without their accents and kinds of dash
/// and apostrophe (AVG 5). Who sat the same test is known by anything they go by; anybody else only by what nobody else is called: a number, or a name of
/// more than one word, with its capitals.
/// </summary>
public sealed class OtherStudents
{
    // What is shorter stands in many words and numbers by chance.
    private const int Shortest = 4;

    // A name of one word is told from an ordinary word by its capital, and needs fewer letters.
    private const int ShortestName = 3;

    private const string Blot = "•••••";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly string _own;

    private readonly string _ownLetters;

    // Hundreds: put together once, as each part of a letter asks for them.
    private readonly Lazy<Regex?> _ofTheTest;

    private readonly StudentBody _elsewhere;

    private readonly string? _ownNumber;

    /// <param name="own">The name of whom the letter is to, which it must be able to say.</param>
    /// <param name="ofTheTest">By name, number or pseudonym.</param>
    /// <param name="elsewhere">Everybody; whom the letter is to as well.</param>
    /// <param name="ownNumber">The number of whom the letter is to.</param>
    public OtherStudents(string? own, IEnumerable<string> ofTheTest, StudentBody elsewhere, string? ownNumber = null)
    {
        (_own, _elsewhere, _ownNumber) = (FoldedText.Of(own ?? "").Text, elsewhere, ownNumber);
        _ownLetters = Letters(_own);
        _ofTheTest = new(() => Build(ofTheTest.Select(FoldedText.Trimmed).Where(IsLongEnough), isElsewhere: false));
    }

    /// <summary>Nobody is known to the portal but the addressee.</summary>
    public static OtherStudents None { get; } = new(null, [], StudentBody.Nobody);

    /// <returns>As they stand in the text.</returns>
    public ImmutableArray<string> In(string text)
    {
        var folded = FoldedText.Of(text);
        return [.. Found(folded).Select(folded.Written).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Blots them out in words that are quoted; everything else stays as it was written.</summary>
    public string Hidden(string text)
    {
        var folded = FoldedText.Of(text);
        return folded.Replaced(Found(folded), Blot);
    }

    private static bool IsLongEnough(string other) => NamePattern.IsWholeInCharacters(other) || other.Length >= (NamePattern.IsOneWord(other) ? ShortestName : Shortest);

    private static bool IsUnmistakable(string other) => IsLongEnough(other) && (other.All(char.IsAsciiDigit) || NamePattern.IsWholeInCharacters(other) || NamePattern.Words(other).Count() > 1);

    private static Regex Look(string pattern) => new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience);

    private Regex? Build(IEnumerable<string> others, bool isElsewhere)
    {
        var known = string.Join('|', others.Distinct(StringComparer.OrdinalIgnoreCase).Select(other => (other, Pattern: NamePattern.Of(other, isElsewhere)))
            .Where(found => !MayBeIn(_ownLetters, found.other) || !Look(found.Pattern).IsMatch(_own)).Select(found => found.Pattern));
        return known.Length is 0 ? null : Look(known);
    }

    // However a name is spaced, the letters of all its words are there: to look for a pattern takes long, and of a common surname there are hundreds.
    private static bool MayBeIn(string letters, string other) => other.Split([' ', '\n', ',']).All(word => letters.Contains(Letters(word), StringComparison.OrdinalIgnoreCase));

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    // In the order of the text, none within another.
    private IEnumerable<Match> Found(FoldedText text)
    {
        var words = NamePattern.Words(text.Text).Concat(NamePattern.OtherWords(text.Text)).Distinct(StringComparer.OrdinalIgnoreCase);
        var letters = Letters(text.Text);
        var named = words.SelectMany(word => _elsewhere.EndingIn(word, except: _ownNumber)).Where(other => IsUnmistakable(other) && MayBeIn(letters, other));
        var end = 0;
        foreach (var match in new[] { _ofTheTest.Value, Build(named, isElsewhere: true) }.OfType<Regex>().SelectMany(pattern => pattern.Matches(text.Text)).OrderBy(match => match.Index).ThenByDescending(match => match.Length))
        {
            if (match.Index < end) continue;
            end = match.Index + match.Length;
            yield return match;
        }
    }
}

using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Review;

/// <summary>Finds verdicts among the facts: a reviewer writes what is seen and heard, never that somebody cheated (law.md 3.2).</summary>
public static partial class Wording
{
    /// <summary>The words, as written, that state a verdict; empty when the text keeps to facts.</summary>
    public static ImmutableArray<string> Verdicts(string? text)
    {
        var folded = FoldedText.Of(text ?? "");
        var found = Verdict().Matches(folded.Text).Concat(SeparableVerbs.In(folded.Text)).OrderBy(match => match.Index);
        return [.. found.Select(match => Inked.Of(folded.Written(match))).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The verdicts in a text in which a suspicion may be named, such as the reasons of an opinion.</summary>
    public static ImmutableArray<string> VerdictsBesideSuspicion(string? text) => Verdicts(Suspected().Replace(FoldedText.Of(text ?? "").Text, ""));

    /// <inheritdoc cref="VerdictsBesideSuspicion"/>
    public static bool IsNoVerdict(string? text) => VerdictsBesideSuspicion(text).IsEmpty;

    public static bool KeepsToFacts(string? text) => Verdicts(text).IsEmpty;

    // What a reviewer may say: that there is a suspicion, or nothing that points to one (UU-REV-6).
    [GeneratedRegex(
        @"\b(vermoedens?|verdenking(en)?|aanwijzing(en)?)\s(van|voor)\s(tentamen)?(fraude|bedrog|plagiaat)\b|\b(suspicions?|indications?|signs?)\sof\s(exam\s)?(fraud|cheating|plagiarism)\b|\bsuspected\sfraud\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Suspected();

    // Whole words only: "tentamenfraude" is a verdict, "fraudebestendig" is not. Verbs that Dutch takes apart are in SeparableVerbs.
    [GeneratedRegex(
        """
        \b(
          \w*fraude | fraude(urs? | poging(en)? | geval(len)?) | frauderen(de)? | fraudeer(t|de|den) | gefraudeerde? | frauduleuze? | frauduleus
        | (af|mee)?(ge)?spiek\w* | vals\s?(te\s)?(ge)?spee?l\w* | spe(elt|elde|elden|len)\s(\w+\s)?vals
        | schuldige?n? | bedrieg\w* | bedroog | bedrogen | bedrog | plagiaat | plagiee?r\w* | geplagieerd
        | (de)?frauds? | defraud(ed|ing) | fraudulent(ly)? | fraudsters? | cheat(s|ed|ing|ers?)? | guilty | dishonest\w* | plagiari\w+
        | (binnen)?gesmokkelde? | smokkel(t|de|den|en)
        | cop(ied|ies|ying)\s(from|off)\s((a|an|another|the|his|her|their)\s((other|fellow)\s)?(candidate|student|neighbou?r|classmate|friend)s?|(some|any)(one|body)\selse)
        | look(s|ed|ing)?\sat\s(another|(some|any)(one|body)\selse|(another|(a|the|his|her|their)\s(other|fellow))\s(candidate|student)|(a|another|the|his|her|their)\s(neighbou?r|classmate))['’]s
        )\b
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Verdict();
}

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
        return [.. Verdict().Matches(folded.Text).Select(match => Inked.Of(folded.Written(match))).Distinct(StringComparer.OrdinalIgnoreCase)];
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

    // From whom something was copied makes it a verdict; from a site or a screen it is a fact about the clipboard.
    private const string Another =
        @"((een|de|zijn|haar|hun)\s(andere?\s)?(mede)?(student|kandidaat|deelnemer|buur|buurman|buurvrouw|klasgenoot|studiegenoot|vriend|vriendin)(en|s)?|een\sander(?=\s*([.,;:!?)]|$|(en|of|die|tijdens|bij|in|op|om|toen|terwijl|heeft|had|is|was|over|af|overgeschreven|overschr\w+)\b))|anderen|elkaar|iemand(\sanders)?)";

    // What may stand between the two parts of a verb that Dutch takes apart: who does it, how, and what. No word that begins another thought: "keek weg en liep van het scherm af".
    private const string Between =
        @"(((hij|zij|ze|u|men|(de|een)\s(student|kandidaat|deelnemer|persoon))|stiekem|telkens|steeds|vaak|weer|opnieuw|toen|daar|duidelijk|meermalen|herhaaldelijk|voortdurend|kennelijk|blijkbaar|ook|zo)\s){0,4}";

    private const string Answers =
        @"((de|het|een|alle|zijn|haar|hun|dit|dat|die|deze|enkele)\s((juiste|goede|hele)\s)?(antwoord(en)?|oplossing(en)?|uitwerking(en)?|uitkomst(en)?|zin(nen)?|formules?|tekst)|(een|het)\santwoord\sop\svraag\s[0-9]+|vraag\s[0-9]+)";

    // From a person, or from what lies before that person. Of a screen of one's own nothing is said.
    private const string FromAnother = @"(van|bij)\s((het|de|een|zijn|haar|hun)\s((beeld)?scherm|blad(en)?|blaadje|papier(en)?|kladpapier|werk|toets|tentamen|laptop|antwoord(en)?|uitwerking(en)?)\s(van|bij)\s)?" + Another;

    // There the thought ends, or the second part is a preposition: "schreef de vraag van de student over het geluid op".
    private const string End = @"(?=\s*([.,;:!?)]|$|(en|of|maar|terwijl|toen|omdat|zodat)\b))";

    // Whole words only: "tentamenfraude" is a verdict, "fraudebestendig" is not. Where somebody looked, and what was written over from where, is left alone: "kijkt af en toe naar links", "keek naar links".
    [GeneratedRegex(
        $$"""
        \b(
          \w*fraude | fraude(urs? | poging(en)? | geval(len)?) | frauderen(de)? | fraudeer(t|de|den) | gefraudeerde? | frauduleuze? | frauduleus
        | (af|mee)?(ge)?spiek\w* | vals\s?(te\s)?(ge)?spee?l\w* | spe(elt|elde|elden|len)\s((\w+\s)?|{{Between}}((bij|tijdens|in|met)\s(de|het|een|dit|deze|zijn|haar)\s\w+\s)?)vals
        | schuldige?n? | bedrieg\w* | bedroog | bedrogen | bedrog | plagiaat | plagiee?r\w* | geplagieerd
        | (de)?frauds? | defraud(ed|ing) | fraudulent(ly)? | fraudsters? | cheat(s|ed|ing|ers?)? | guilty | dishonest\w* | plagiari\w+
        | afgekeken | afk(ijk\w*|eek|eken) | af\ste\skijken | (kijkt?|kijken|keek|keken)\sbij\s(\w+\s){1,4}?af(?!\s(en\stoe|te)\b)
        | (kijkt?|kijken|keek|keken)\s{{Between}}({{Answers}}\s)?{{Between}}({{FromAnother}}\s)?{{Between}}af(?!\s(en\stoe|te)\b)
        | (binnen)?gesmokkelde? | smokkel(t|de|den|en)
        | (overgeschreven|overschr(ijft?|ijven|eef|even)|over\ste\sschrijven)\s{{FromAnother}} | {{FromAnother}}\s((heeft|hebben|had|is|was|wordt|werd)\s)?(overgeschreven|overschr(ijft?|ijven|eef|even)|over\ste\sschrijven)
        | (schrijft?|schrijven|schreef|schreven)\s{{Between}}((het|alles|iets|veel|{{Answers}}|\w+)\s)?{{Between}}over\s{{FromAnother}}
        | (schrijft?|schrijven|schreef|schreven)\s{{Between}}((het|alles|iets|veel|{{Answers}})\s)?{{Between}}{{FromAnother}}\s{{Between}}((het|alles|iets|veel|{{Answers}})\s)?over{{End}}
        | voorgezegd | voorze(gt?|ggen|i|iden) | voor\ste\szeggen
        | (zegt?|zeggen|zei|zeiden)\s{{Between}}(({{Another}}|hem|haar|hen|hun)\s)?((het|alles|iets|{{Answers}})\s)?{{Between}}voor(?!\s?,?\s(en\s|of\s)?(na|tijdens)\b){{End}}
        | cop(ied|ies|ying)\s(from|off)\s((a|an|another|the|his|her|their)\s((other|fellow)\s)?(candidate|student|neighbou?r|classmate|friend)s?|(some|any)(one|body)\selse)
        | look(s|ed|ing)?\sat\s(another|(some|any)(one|body)\selse|(another|(a|the|his|her|their)\s(other|fellow))\s(candidate|student)|(a|another|the|his|her|their)\s(neighbou?r|classmate))['’]s
        )\b
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Verdict();
}

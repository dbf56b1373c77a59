using System.Text.RegularExpressions;

namespace ReviewPortal.Core.Review;

/// <summary>
/// Verdicts in verbs that Dutch takes apart: afkijken, overschrijven from somebody, voorzeggen, vals spelen. Where somebody looked, and what was written over from where, is
/// left alone: "kijkt af en toe naar links", "schrijft de vraag over van het scherm".
/// </summary>
internal static class SeparableVerbs
{
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

    // Not generated: its parts stand in it many times over, and to compile what that comes to takes longer than to read a text with it.
    private static readonly Regex Verbs = new(
        $$"""
        \b(
          afgekeken | afk(ijk\w*|eek|eken) | af\ste\skijken | (kijkt?|kijken|keek|keken)\sbij\s(\w+\s){1,4}?af(?!\s(en\stoe|te)\b)
        | (kijkt?|kijken|keek|keken)\s{{Between}}({{Answers}}\s)?{{Between}}({{FromAnother}}\s)?{{Between}}af(?!\s(en\stoe|te)\b)
        | (overgeschreven|overschr(ijft?|ijven|eef|even)|over\ste\sschrijven)\s{{FromAnother}} | {{FromAnother}}\s((heeft|hebben|had|is|was|wordt|werd)\s)?(overgeschreven|overschr(ijft?|ijven|eef|even)|over\ste\sschrijven)
        | (schrijft?|schrijven|schreef|schreven)\s{{Between}}((het|alles|iets|veel|{{Answers}}|\w+)\s)?{{Between}}over\s{{FromAnother}}
        | (schrijft?|schrijven|schreef|schreven)\s{{Between}}((het|alles|iets|veel|{{Answers}})\s)?{{Between}}{{FromAnother}}\s{{Between}}((het|alles|iets|veel|{{Answers}})\s)?over{{End}}
        | voorgezegd | voorze(gt?|ggen|i|iden) | voor\ste\szeggen
        | (zegt?|zeggen|zei|zeiden)\s{{Between}}(({{Another}}|hem|haar|hen|hun)\s)?((het|alles|iets|{{Answers}})\s)?{{Between}}voor(?!\s?,?\s(en\s|of\s)?(na|tijdens)\b){{End}}
        | (speelt?|spelen|speelde|speelden)\s{{Between}}(bij|tijdens|in|met)\s(de|het|een|dit|deze|zijn|haar)\s\w+\svals
        )\b
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, TimeSpan.FromSeconds(5));

    public static IEnumerable<Match> In(string folded) => Verbs.Matches(folded);
}

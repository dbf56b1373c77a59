using System.Text.RegularExpressions;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Necessity;

/// <summary>Citizen service numbers in text: they may stand neither in a letter nor in anything a reviewer writes (UAVG 46, UU-PRE-8).</summary>
public static partial class CitizenNumbers
{
    private const string Blot = "•••••••••";

    /// <summary>Does one of these texts hold a number that may be one?</summary>
    public static bool StandIn(Exam exam, params IEnumerable<string?> texts) => StandIn(NamesOf(exam), texts);

    /// <summary>The same where there is no exam on record, only what it is called.</summary>
    public static bool StandIn(IReadOnlyCollection<string> names, params IEnumerable<string?> texts) => texts.Any(text => In(text ?? "", names).Any());

    /// <returns>As they stand in the text.</returns>
    internal static IEnumerable<string> In(string text, Exam exam) => In(text, NamesOf(exam));

    internal static IEnumerable<string> In(string text, IReadOnlyCollection<string> names)
    {
        var folded = FoldedText.Of(text);
        return Found(folded.Text, names).Select(folded.Written).Distinct(StringComparer.Ordinal);
    }

    /// <summary>Blots them out in words that are quoted and that nobody may change any more; everything else stays as it was written.</summary>
    public static string Hidden(string text, Exam exam)
    {
        var folded = FoldedText.Of(text);
        // A letter makes one line of lines below each other: what would then be a number is blotted out before it.
        return folded.Replaced(Found(folded.Text.Replace('\n', ' '), NamesOf(exam)), Blot);
    }

    /// <summary>The same number, however each of them is written.</summary>
    internal static bool AreSame(string number, string other) => DigitsOf(FoldedText.Of(number).Text) == DigitsOf(FoldedText.Of(other).Text);

    // What is found is what a reader would read, whatever was typed for it: the search is in the folded text.
    private static IEnumerable<Match> Found(string folded, IReadOnlyCollection<string> names)
    {
        var known = names.Select(name => FoldedText.Of(name).Text).ToArray();
        // Behind what is none, the search goes on at the next character: in "118 111 222 333" the first nine digits are none and the last nine are.
        for (var match = Numbers().Match(folded); match.Success;)
        {
            var isOne = PassesElevenTest(DigitsOf(match.Value)) && !known.Any(name => name.Contains(match.Value, StringComparison.Ordinal));
            if (isOne) yield return match;
            match = Numbers().Match(folded, match.Index + (isOne ? match.Length : 1));
        }
    }

    // Course codes of nine digits exist, and one in eleven of them passes the test by chance.
    private static string[] NamesOf(Exam exam) => [exam.Code, exam.Course, exam.Title];

    private static string DigitsOf(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    // The check digit rule of a citizen service number: 9 to 2 times the first eight digits, minus the last, divides by eleven.
    private static bool PassesElevenTest(string digits)
    {
        var sum = digits.Take(8).Select((digit, index) => (9 - index) * (digit - '0')).Sum() - (digits[8] - '0');
        return sum % 11 is 0 && digits.Any(digit => digit is not '0');
    }

    // 1. In a row, or with one space where people make one.
    // 2. In the groups in which such a number is written, with any sign between them, but the same throughout: 1112.22.333 as on the card, three by three,
    //    or six and three. Only as on the card two signs may differ, or one be a space, unless it begins like a year, or that would be cents: a reference and a decimal are grouped so. Three by three a space may stand in the place of one of the signs. Amounts and numbers of telephones
    //    abroad are grouped the same way. An amount says so by its cents or a fourth group, and not by a sign for money alone: nobody writes of hundreds of millions here, and a sign before it would let any number through.
    // 3. Spelled, or in other small groups of one line: 11 12 22 333. With points, dashes and slashes those are times, dates and versions; with commas, lists.
    // Times, dates and case numbers are grouped otherwise. The test counts with these ten digits and no others.
    [GeneratedRegex(
        """
        (?<![0-9]) ( [0-9]{9} | ( [0-9]{6}\s[0-9]{3} | [0-9]{8}\ [0-9] | [0-9]{4}\ [0-9]{5} | [0-9]{5}\ [0-9]{4} ) ) (?![0-9])
        | (?<! [0-9] | [0-9][./_·-] | [0-9]{3},\ ? | \+[0-9]{1,3}[\s./-]? )
          ( [0-9]{4}((?<a>\s?[./,_·-]{1,3}\s?)[0-9]{2}\k<a>|\s[0-9]{2}\s)[0-9]{3}
          | (?! (19|20)[0-9]{2} ) [0-9]{4}(\s?[./_·-]\s?|\s)[0-9]{2}(\s?[./_·-]\s?|\s)[0-9]{3}
          | [0-9]{3}((?<b>\s?[./,_·-]{1,3}\s?)[0-9]{3}\k<b>|\s[0-9]{3}(\s|\s?[./_·-]{1,3}\s?)|\s?[./_·-]{1,3}\s?[0-9]{3}\s)[0-9]{3}
          | [0-9]{6}[./,_·-][0-9]{3} | [0-9]{3}[\s./,_·-][0-9]{6} )
          (?! [0-9] | [./_·-][0-9] | ,[0-9-] | ,\ [0-9]{3}(?![0-9]) )
        | (?<! [0-9] | [0-9][\ ./,_·-] | [+)]\s? )
          ( [0-9](?<c>[\ ./_·,-])([0-9]\k<c>){7}[0-9] | (?=[0-9]{1,4}(?<d>[\ _·])([0-9]{1,4}\k<d>){1,7}[0-9]{1,4}(?![0-9])) ([0-9]\k<d>?){8}[0-9] )
          (?! [0-9] | [\ ./_·,-][0-9] )
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers();
}

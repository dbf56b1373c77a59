using System.Text.RegularExpressions;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Necessity;

/// <summary>Citizen service numbers in text: they may stand neither in a letter nor in anything a reviewer writes (UAVG 46, UU-PRE-8).</summary>
public static partial class CitizenNumbers
{
    /// <summary>Does one of these texts hold a number that may be one?</summary>
    public static bool StandIn(Exam exam, params IEnumerable<string?> texts) => texts.Any(text => In(text ?? "", exam).Any());

    internal static IEnumerable<string> In(string text, Exam exam) =>
        Numbers().Matches(Inked.Of(text)).Select(match => match.Value).Where(number => IsOne(number, exam)).Distinct(StringComparer.Ordinal);

    /// <summary>The same where there is no exam on record, only what it is called.</summary>
    public static bool StandIn(IReadOnlyCollection<string> names, params IEnumerable<string?> texts) => texts.Any(text => In(text ?? "", names).Any());

    internal static IEnumerable<string> In(string text, IReadOnlyCollection<string> names) =>
        Numbers().Matches(text).Select(match => match.Value).Where(number => IsOne(number, names)).Distinct(StringComparer.Ordinal);

    /// <summary>Blots them out in words that are quoted and that nobody may change any more.</summary>
    internal static string Hidden(string text, Exam exam) => Numbers().Replace(Inked.Of(text), match => IsOne(match.Value, exam) ? "•••••••••" : match.Value);

    // Course codes of nine digits exist, and one in eleven of them passes the test by chance.
    private static bool IsOne(string number, Exam exam) => IsOne(number, [exam.Code, exam.Course, exam.Title]);

    private static bool IsOne(string number, IReadOnlyCollection<string> names) =>
        PassesElevenTest(string.Concat(number.Where(char.IsAsciiDigit))) && !names.Any(name => name.Contains(number, StringComparison.Ordinal));

    // The check digit rule of a citizen service number: 9 to 2 times the first eight digits, minus the last, divides by eleven.
    private static bool PassesElevenTest(string digits)
    {
        var sum = digits.Take(8).Select((digit, index) => (9 - index) * (digit - '0')).Sum() - (digits[8] - '0');
        return sum % 11 is 0 && digits.Any(digit => digit is not '0');
    }

    // In a row, or in the groups in which such a number is written: 1112.22.333 as on the card, three by three, or with one break. Grouped the same way are
    // amounts and numbers of telephones abroad, which say so themselves; times, dates and case numbers are grouped otherwise. The test counts with these
    // ten digits and no others.
    [GeneratedRegex(
        """
        (?<![0-9]) ( [0-9]{9} | [0-9]{6}\p{Zs}[0-9]{3} | [0-9]{8}\p{Zs}[0-9] ) (?![0-9])
        | (?<! [0-9] | [0-9][.\p{Pd}] | [€$£]\s? | \b(EUR|euro)\s? | \+[0-9]{1,3}[\s.\-]? )
          ( [0-9]{4}(?<a>[\p{Zs}.\p{Pd}])[0-9]{2}\k<a>[0-9]{3} | [0-9]{3}(?<b>[\p{Zs}.\p{Pd}])[0-9]{3}\k<b>[0-9]{3} )
          (?! [0-9] | [.\p{Pd}][0-9] | ,[0-9\p{Pd}] | \s?(€|EUR\b|euro\b) )
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers();
}

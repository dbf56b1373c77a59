using System.Text.RegularExpressions;

namespace ReviewPortal.Core.Necessity;

/// <summary>Citizen service numbers in text: they may stand neither in a letter nor in anything a reviewer writes (UAVG 46, UU-PRE-8).</summary>
public static partial class CitizenNumbers
{
    /// <summary>Does one of these texts hold a number that may be one?</summary>
    public static bool StandIn(Exam exam, params IEnumerable<string?> texts) => texts.Any(text => In(text ?? "", exam).Any());

    internal static IEnumerable<string> In(string text, Exam exam) =>
        NineDigits().Matches(text).Select(match => match.Value).Where(number => IsOne(number, exam)).Distinct(StringComparer.Ordinal);

    /// <summary>Blots them out in words that are quoted and that nobody may change any more.</summary>
    internal static string Hidden(string text, Exam exam) => NineDigits().Replace(text, match => IsOne(match.Value, exam) ? "•••••••••" : match.Value);

    // Course codes of nine digits exist, and one in eleven of them passes the test by chance.
    private static bool IsOne(string number, Exam exam) =>
        PassesElevenTest(number) && !new[] { exam.Code, exam.Course, exam.Title }.Any(name => name.Contains(number, StringComparison.Ordinal));

    // The check digit rule of a citizen service number: 9 to 2 times the first eight digits, minus the last, divides by eleven.
    private static bool PassesElevenTest(string digits)
    {
        var sum = digits.Take(8).Select((digit, index) => (9 - index) * (digit - '0')).Sum() - (digits[8] - '0');
        return sum % 11 is 0 && digits.Any(digit => digit is not '0');
    }

    [GeneratedRegex(@"(?<!\d)\d{9}(?!\d)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NineDigits();
}

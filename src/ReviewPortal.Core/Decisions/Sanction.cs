using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Decisions;

/// <summary>A sanction the board may impose for fraud, from the catalogue of the regulations valid at the exam date (UU-EC-3).</summary>
/// <param name="From">The first exam date for which the regulations know it; what came later has no basis (CBHO 2021/102).</param>
/// <param name="Until">The last such exam date; null while it is in force.</param>
/// <param name="Confirmed">False while the university has not supplied the text of its own regulations (law.md 6.1, point 9).</param>
public sealed record SanctionKind(string Code, string Dutch, string English, bool Excludes, DateOnly From, DateOnly? Until, string Source, bool Confirmed)
{
    public string Name(Language language) => language is Language.English ? English : Dutch;

    public bool HoldsOn(DateOnly examDate) => From <= examDate && (Until is null || examDate <= Until);
}

public static class SanctionCatalogue
{
    // The regulations that the protocol names; an older list of sanctions is not known.
    private static readonly Regulation Regulations514 = Regulations.All.Single(regulation => regulation.Kind is RegulationKind.EducationExamRegulations);

    public static readonly ImmutableArray<SanctionKind> All =
    [
        new("REPRIMAND", "Berisping", "Reprimand", Excludes: false, Regulations514.From, Regulations514.Until, "OER 5.14", Confirmed: false),
        new("EXCLUSION", "Uitsluiting van aangewezen tentamens", "Exclusion from designated exams", Excludes: true, Regulations514.From, Regulations514.Until, "WHW 7.12b lid 2", Confirmed: true),
    ];

    public static SanctionKind? Find(string? code) => All.FirstOrDefault(kind => string.Equals(kind.Code, code, StringComparison.Ordinal));

    /// <summary>What the board could impose for a test on this date.</summary>
    public static IEnumerable<SanctionKind> On(DateOnly examDate) => All.Where(kind => kind.HoldsOn(examDate));
}

/// <param name="Exams">The designated exams; an exclusion without them is void (WHW 7.12b lid 2).</param>
/// <param name="From">The first day; never before publication (Awb 3:40).</param>
/// <param name="Until">The last day.</param>
public sealed partial record Sanction(string Kind, ImmutableArray<string> Exams, DateOnly? From, DateOnly? Until)
{
    /// <summary>The law's maximum for an exclusion, in years (WHW 7.12b lid 2, first sentence).</summary>
    public const int LongestExclusionYears = 1;

    private static readonly CultureInfo Dutch = Language.Dutch.Culture();

    public bool IsWithinLimits => SanctionCatalogue.Find(Kind) is { } kind && (!kind.Excludes || IsLawfulExclusion);

    /// <summary>The regulations of the exam date know this sanction: without an explicit basis it is void (CBHO 2021/102).</summary>
    public bool HasBasisOn(DateOnly examDate) => SanctionCatalogue.Find(Kind)?.HoldsOn(examDate) is true;

    public bool StartsOnOrAfter(DateOnly publication) => SanctionCatalogue.Find(Kind) is { Excludes: false } || From >= publication;

    /// <summary>More than there was in any one respect: a heavier kind, an exam that was not designated, or more days.</summary>
    public bool IsHeavierThan(Sanction? before)
    {
        if (before is null) return true;
        if (!Excludes) return false;
        return !before.Excludes || Days > before.Days || Exams.Select(Name).Except(before.Exams.Select(Name), StringComparer.OrdinalIgnoreCase).Any();

        static string Name(string exam) => exam.Trim();
    }

    private bool Excludes => SanctionCatalogue.Find(Kind) is not { Excludes: false };

    private int Days => From is { } from && Until is { } until ? until.DayNumber - from.DayNumber : 0;

    /// <summary>An exclusion looks ahead: neither the test it is about nor an exam dated outside its period can be taken away (CBHO 2021/102).</summary>
    public bool StrikesAlreadyTaken(Exam exam)
    {
        ArgumentNullException.ThrowIfNull(exam);
        return SanctionCatalogue.Find(Kind) is { Excludes: true }
            && Exams.Any(designated => IsThisTest(designated, exam) || DatesIn(designated).Any(day => day < From || day > Until));
    }

    // The code of a course stands for its exams to come as well; the code of this test, for this test alone.
    private static bool IsThisTest(string designated, Exam exam) =>
        !string.Equals(exam.Code, exam.Course, StringComparison.OrdinalIgnoreCase) && string.Equals(designated.Trim(), exam.Code, StringComparison.OrdinalIgnoreCase);

    private bool IsLawfulExclusion =>
        Exams.Any(exam => !Inked.IsEmpty(exam))
        && From is { } from && Until is { } until
        && until >= from && until < from.AddYears(LongestExclusionYears);

    private static IEnumerable<DateOnly> DatesIn(string text) =>
        Date().Matches(text).Select(match => ToDay(match.Value)).OfType<DateOnly>();

    private static DateOnly? ToDay(string text) =>
        DateOnly.TryParseExact(text, ["d-M-yyyy", "yyyy-M-d", "d MMMM yyyy", "d MMM yyyy"], Dutch, DateTimeStyles.None, out var day)
        || DateOnly.TryParseExact(text, ["d MMMM yyyy", "d MMM yyyy"], Language.English.Culture(), DateTimeStyles.None, out day) ? day : null;

    [GeneratedRegex(@"\b(\d{1,2}-\d{1,2}-\d{4}|\d{4}-\d{1,2}-\d{1,2}|\d{1,2} \p{L}{3,9} \d{4})\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Date();
}

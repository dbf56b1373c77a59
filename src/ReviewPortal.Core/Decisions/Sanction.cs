using System.Collections.Immutable;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Decisions;

/// <summary>A sanction the board may impose for fraud, from the catalogue of the regulations valid at the exam date (UU-EC-3).</summary>
/// <param name="Confirmed">False while the university has not supplied the text of its own regulations (law.md 6.1, point 9).</param>
public sealed record SanctionKind(string Code, string Dutch, string English, bool Excludes, string Source, bool Confirmed)
{
    public string Name(Language language) => language is Language.English ? English : Dutch;
}

public static class SanctionCatalogue
{
    public static readonly ImmutableArray<SanctionKind> All =
    [
        new("REPRIMAND", "Berisping", "Reprimand", Excludes: false, "OER 5.14", Confirmed: false),
        new("EXCLUSION", "Uitsluiting van aangewezen tentamens", "Exclusion from designated exams", Excludes: true, "WHW 7.12b lid 2", Confirmed: true),
    ];

    public static SanctionKind? Find(string? code) => All.FirstOrDefault(kind => string.Equals(kind.Code, code, StringComparison.Ordinal));
}

/// <param name="Exams">The designated exams; an exclusion without them is void (WHW 7.12b lid 2).</param>
/// <param name="From">The first day; never before publication (Awb 3:40).</param>
/// <param name="Until">The last day.</param>
public sealed record Sanction(string Kind, ImmutableArray<string> Exams, DateOnly? From, DateOnly? Until)
{
    /// <summary>The law's maximum for an exclusion, in years (WHW 7.12b lid 2, first sentence).</summary>
    public const int LongestExclusionYears = 1;

    public bool IsWithinLimits => SanctionCatalogue.Find(Kind) is { } kind && (!kind.Excludes || IsLawfulExclusion);

    public bool StartsOnOrAfter(DateOnly publication) => SanctionCatalogue.Find(Kind) is { Excludes: false } || From >= publication;

    private bool IsLawfulExclusion =>
        Exams.Any(exam => !string.IsNullOrWhiteSpace(exam))
        && From is { } from && Until is { } until
        && until >= from && until < from.AddYears(LongestExclusionYears);
}

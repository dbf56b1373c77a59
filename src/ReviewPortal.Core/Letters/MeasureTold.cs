using ReviewPortal.Core.Decisions;

namespace ReviewPortal.Core.Letters;

/// <summary>What is left of an exclusion once an interim measure has ended.</summary>
public enum SanctionRest
{
    /// <summary>It applies again for the days that are left.</summary>
    Resumes,

    /// <summary>Another measure still suspends it.</summary>
    Suspended,

    /// <summary>Its last day has passed.</summary>
    Over,
}

/// <summary>An interim measure as the letter about it tells it (L13; WHW 7.61 lid 6).</summary>
/// <param name="Until">Its last day; null while it runs.</param>
/// <param name="Sanction">What the decision that stands imposes; null when it imposes nothing.</param>
public sealed record MeasureTold(string What, DateOnly From, DateOnly? Until, Sanction? Sanction)
{
    /// <summary>The Council of State ordered it, and not the chair of the appeals board.</summary>
    public bool ByCouncil { get; init; }

    public bool AnotherRuns { get; init; }

    /// <summary>The exclusion that it suspends; a sanction without a period has nothing to suspend.</summary>
    public Sanction? Exclusion => Sanction is { From: not null, Until: not null } ? Sanction : null;

    /// <summary>The first day on which the exclusion applies again; null when it does not.</summary>
    public DateOnly? ResumesOn => Until is { } until && Rest is SanctionRest.Resumes ? Later(until.AddDays(1), Exclusion!.From!.Value) : null;

    /// <summary>In days, the first and the last counted. The period itself stays: what was suspended is not added to it (WHW 7.12b lid 2).</summary>
    public int DaysLeft => ResumesOn is { } from ? Exclusion!.Until!.Value.DayNumber - from.DayNumber + 1 : 0;

    public SanctionRest? Rest => Exclusion is not { Until: { } last } || Until is not { } until ? null
        : AnotherRuns ? SanctionRest.Suspended
        : last <= until ? SanctionRest.Over
        : SanctionRest.Resumes;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}

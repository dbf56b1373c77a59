using System.Collections.Immutable;

namespace ReviewPortal.Core.Calendar;

/// <summary>The last day of a term, with the term it ends and the steps by which it was found.</summary>
public sealed record Deadline(Term Term, DateOnly LastDay, ImmutableArray<DeadlineStep> Steps)
{
    /// <summary>The law or house rule it rests on.</summary>
    public string Basis => Term.Basis;

    /// <summary>The last moment of a term in hours, as the clock in Amsterdam shows it; null for a term that ends with its last day.</summary>
    public DateTimeOffset? Moment { get; init; }

    /// <summary>Whether it rests on a year of which the decree on equated days is not known, so that a person must check it.</summary>
    public bool NeedsChecking => Steps.Any(step => step.Kind is DeadlineStepKind.DecreeUnknown);

    /// <summary>Whole days left on this date; negative when the last day has passed.</summary>
    public int DaysLeft(DateOnly today) => LastDay.DayNumber - today.DayNumber;
}

/// <summary>One step of the computation of a term.</summary>
/// <param name="Kind">What happened in this step; <see cref="TermTexts"/> has a sentence for each.</param>
/// <param name="Date">The day this step arrives at.</param>
/// <param name="Basis">The provision.</param>
/// <param name="Day">The holiday that made the term roll on, if one did.</param>
public sealed record DeadlineStep(DeadlineStepKind Kind, DateOnly Date, string Basis, Holiday? Day = null)
{
    /// <summary>The moment this step arrives at, in a term that runs in hours.</summary>
    public DateTimeOffset? Moment { get; init; }

    /// <summary>The provision to show: that of the holiday, where one made the term roll on.</summary>
    public string Source => Day?.Basis ?? Basis;
}

public enum DeadlineStepKind
{
    Published,
    Received,
    FilingTermExpired,
    Requested,
    Test,
    Hearing,
    FirstDay,
    EndOfHours,
    EndOfDays,
    EndOfWorkingDays,
    EndOfWeeks,
    EndOfMonths,
    EndOfYears,
    CountedBack,
    RollsOverWeekend,
    RollsOverHoliday,
    TwoWorkingDays,
    StaysCountedBack,
    StaysHouseRule,
    StaysExcluded,
    LastDay,
    LastMoment,
    DecreeUnknown,
}

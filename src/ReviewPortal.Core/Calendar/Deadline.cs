using System.Collections.Immutable;

namespace ReviewPortal.Core.Calendar;

/// <summary>The last day of a term, with the law or house rule it rests on and the steps by which it was found.</summary>
/// <param name="Steps">Empty for a house term, which needs no explanation beyond its basis.</param>
public sealed record Deadline(DateOnly LastDay, string Basis, ImmutableArray<DeadlineStep> Steps)
{
    /// <summary>Whole days left on this date; negative when the last day has passed.</summary>
    public int DaysLeft(DateOnly today) => LastDay.DayNumber - today.DayNumber;
}

/// <summary>One step of the computation of a term.</summary>
/// <param name="Kind">What happened in this step; the texts of the room have a sentence for each.</param>
/// <param name="Date">The day this step arrives at.</param>
/// <param name="Basis">The provision.</param>
/// <param name="Day">The holiday that made the term roll on, if one did.</param>
public sealed record DeadlineStep(DeadlineStepKind Kind, DateOnly Date, string Basis, Holiday? Day = null);

public enum DeadlineStepKind
{
    Published,
    FirstDay,
    EndOfWeeks,
    RollsOverWeekend,
    RollsOverHoliday,
    LastDay,
    DecreeUnknown,
}

using ReviewPortal.Core.Cases;

namespace ReviewPortal.Core.Review;

/// <summary>
/// When a reviewer is away, and how much may lie with this person at once. It helps whoever divides the work and bars nobody. Why somebody is away is
/// not kept: it could be somebody's health (AVG 9).
/// </summary>
public sealed class Availability
{
    /// <summary>More hours of recording than these nobody has in hand.</summary>
    public const int LongestHours = 1000;

    public PersonId Person { get; init; }

    public DateOnly? AwayFrom { get; set; }

    /// <summary>The last day; null while nobody knows.</summary>
    public DateOnly? AwayUntil { get; set; }

    /// <summary>In hours of recording still to be watched; null for no limit.</summary>
    public int? MostHours { get; set; }

    /// <summary>The period has a beginning before its end, and the limit is one that somebody can have.</summary>
    public bool IsSound => (AwayFrom is { } from ? AwayUntil is not { } until || until >= from : AwayUntil is null) && MostHours is null or (> 0 and <= LongestHours);

    public bool IsAwayOn(DateOnly day) => AwayFrom <= day && (AwayUntil is not { } until || day <= until);
}

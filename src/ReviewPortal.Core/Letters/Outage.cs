using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;

namespace ReviewPortal.Core.Letters;

/// <summary>A time in which the portal could not be used: whoever was late because of it may be excused (Awb 2:20, 2:21).</summary>
public sealed class Outage
{
    public Guid Id { get; init; }

    public DateTimeOffset From { get; init; }

    /// <summary>Null while it lasts.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <summary>What could not be used, and for whom.</summary>
    public required string What { get; init; }

    public PersonId EnteredBy { get; init; }

    public required string EnteredByName { get; init; }

    public DateTimeOffset EnteredAt { get; init; }

    public void End(DateTimeOffset until) => Until ??= until;

    /// <summary>Was the portal away on this day, in Amsterdam, or on a part of it?</summary>
    /// <param name="day">The last day of somebody's term.</param>
    /// <param name="now">Up to when an outage that lasts has lasted.</param>
    public bool Touches(DateOnly day, DateTimeOffset now) => Amsterdam.DateOf(From) <= day && day <= Amsterdam.DateOf(Until ?? now);
}

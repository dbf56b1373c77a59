using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Letters;

/// <summary>
/// The message by e-mail that a letter stands in the portal (Awb 2:10). Written in the transaction of the step that publishes, so that no letter is without
/// one; never changed after that. What became of it is told by its tries.
/// </summary>
public sealed class Notification
{
    public Guid Id { get; init; }

    /// <summary>The case of the letter; null for a letter that is in none.</summary>
    public CaseId? Case { get; init; }

    public Guid Letter { get; init; }

    /// <summary>When the letter became accessible, or was made known again (Awb 2:19 under b).</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The student's own language.</summary>
    public Language Language { get; init; }

    /// <summary>The one that failed, for which this one goes out (Awb 2:11); null for the first.</summary>
    public Guid? Replaces { get; init; }

    /// <summary>What its envelope, its return address and its message are known by, so that a report finds it: 32 hexadecimals that nobody can guess. Empty for what went out before.</summary>
    public string Mark { get; init; } = "";

    /// <summary>48 hours, which no weekend makes longer (Awb 2:10 lid 1).</summary>
    public DateTimeOffset DueBy => StatutoryTerms.PortalNotification(At);

    /// <summary>The day in Amsterdam on which the 48 hours end, for the database too.</summary>
    public static DateOnly LastDay(DateTimeOffset at) => Amsterdam.DateOf(StatutoryTerms.PortalNotification(at));
}

/// <summary>That a message came back, as somebody entered it: the server had taken it, and another reported later that it could not be delivered.</summary>
public sealed class Bounce
{
    public Guid Id { get; init; }

    /// <summary>The case of the letter; null for a letter that is in none.</summary>
    public CaseId? Case { get; init; }

    public Guid Notification { get; init; }

    /// <summary>The day of the report, in Amsterdam.</summary>
    public DateOnly On { get; init; }

    /// <summary>What the report says.</summary>
    public required string Text { get; init; }

    public DateTimeOffset RecordedAt { get; init; }

    public required string RecordedByName { get; init; }
}

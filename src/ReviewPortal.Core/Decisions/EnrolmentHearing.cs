using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;

namespace ReviewPortal.Core.Decisions;

/// <summary>
/// The executive board invites the student to be heard, before it ends an enrolment (Awb 4:8) or on an objection (Awb 7:2). One row per invitation: one that moves the day stands beside the one before.
/// </summary>
public sealed class EnrolmentHearing
{
    public Guid Id { get; init; }

    public CaseId Case { get; init; }

    /// <summary>The objection it is about; null for one about the proposal to end the enrolment.</summary>
    public Guid? About { get; init; }

    public DateTimeOffset PlannedAt { get; init; }

    public required string Place { get; init; }

    public DateTimeOffset InvitedAt { get; init; }

    public required string InvitedByName { get; init; }

    /// <summary>It has begun: what was said can be written down.</summary>
    public bool HasBeen(DateTimeOffset now) => PlannedAt <= now;

    /// <summary>The day and the hour have not passed when the student is invited.</summary>
    public static bool IsAhead(DateTimeOffset at, DateTimeOffset now) => at >= now && Amsterdam.DateOf(at) <= Amsterdam.DateOf(now).AddYears(1);
}

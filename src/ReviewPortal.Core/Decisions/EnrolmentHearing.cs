using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;

namespace ReviewPortal.Core.Decisions;

/// <summary>
/// The executive board invites the student to be heard, before it ends an enrolment (Awb 4:8) or on an objection (Awb 7:2). One row per invitation: one that moves the day stands beside the one before.
/// </summary>
public sealed class EnrolmentHearing
{
    /// <summary>House rule: of the place, in characters.</summary>
    public const int LongestPlace = 400;

    // House rule: what comes in by then the executive board can still read.
    private const int WorkingDaysToRead = 2;

    public Guid Id { get; init; }

    public CaseId Case { get; init; }

    /// <summary>The objection it is about; null for one about the proposal to end the enrolment.</summary>
    public Guid? About { get; init; }

    public DateTimeOffset PlannedAt { get; init; }

    public required string Place { get; init; }

    public DateTimeOffset InvitedAt { get; init; }

    public required string InvitedByName { get; init; }

    /// <summary>
    /// The last day for papers. On an objection it is the law's (Awb 7:4 lid 1); before an enrolment is ended the law names none (Awb 4:8), and this is by when they are read beforehand.
    /// </summary>
    public DateOnly PapersBy => About is null ? WorkingDays.Before(Day, WorkingDaysToRead) : StatutoryTerms.HearingPapers(Day).LastDay;

    /// <summary>From which day the file lies open: at least a week before a hearing on an objection (Awb 7:4 lid 2), on a day on which somebody is there to show it; otherwise from the invitation on.</summary>
    public DateOnly FileFrom => About is null ? Amsterdam.DateOf(InvitedAt) : WorkingDays.OnOrBefore(StatutoryTerms.HearingFile(Day).LastDay);

    private DateOnly Day => Amsterdam.DateOf(PlannedAt);

    /// <summary>The first day to which somebody can be invited now: with time for papers on an objection (Awb 7:4), and otherwise with the house rule's working days (Awb 4:8).</summary>
    public static DateOnly Earliest(bool onObjection, DateTimeOffset now) => onObjection ? StatutoryTerms.EarliestHearing(Amsterdam.DateOf(now)) : Invitation.EarliestReactBy(now);

    /// <summary>It has begun: what was said can be written down.</summary>
    public bool HasBeen(DateTimeOffset now) => PlannedAt <= now;

    /// <summary>An invitation to this moment at this place would tell the student nothing new, however it was typed.</summary>
    public bool IsTo(DateTimeOffset at, string place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return PlannedAt == at && string.Equals(Place, place.Trim(), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The day and the hour have not passed when the student is invited.</summary>
    public static bool IsAhead(DateTimeOffset at, DateTimeOffset now) => at >= now && Amsterdam.DateOf(at) <= Amsterdam.DateOf(now).AddYears(1);
}

using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;

namespace ReviewPortal.Core.Committee;

/// <summary>The student has been invited to give a view; the proces-verbaal is disclosed with it (Awb 4:8).</summary>
public sealed class Invitation
{
    /// <summary>House rule: at least this many working days to react (law.md section 4, row 11).</summary>
    public static int NoticeWorkingDays => HouseTerms.Current.NoticeWorkingDays;

    private const int LongestWeeks = 8;

    public CaseId Case { get; init; }

    public DateTimeOffset InvitedAt { get; set; }

    public DateOnly ReactBy { get; set; }

    /// <summary>When the student was reminded; null while that has not been done (law.md section 4, row 14).</summary>
    public DateTimeOffset? RemindedAt { get; set; }

    /// <summary>Silence counts only from the day after a reminder (Awb 3:2).</summary>
    public bool WasReminded(DateTimeOffset now) => RemindedAt is { } reminded && Amsterdam.DateOf(reminded) < Amsterdam.DateOf(now);

    public static DateOnly EarliestReactBy(DateTimeOffset now) => WorkingDays.After(Amsterdam.DateOf(now), NoticeWorkingDays);

    /// <summary>House rule: the last day that can be chosen, so that a slip in a year does not hold up a case.</summary>
    public static DateOnly LatestReactBy(DateTimeOffset now) => Amsterdam.DateOf(now).AddDays(7 * LongestWeeks);

    public bool GivesEnoughNotice(DateTimeOffset now) => ReactBy >= EarliestReactBy(now);

    /// <summary>The whole last day counts for the student.</summary>
    public bool TermHasElapsed(DateTimeOffset now) => Amsterdam.DateOf(now) > ReactBy;
}

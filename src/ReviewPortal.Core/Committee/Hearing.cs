using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Committee;

/// <summary>The oral hearing the student asked for.</summary>
public sealed class Hearing
{
    /// <summary>House rule: what is kept free in calendars; nothing else depends on it.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromHours(1);

    public CaseId Case { get; init; }

    public DateTimeOffset? PlannedAt { get; set; }

    public string Place { get; set; } = "";

    /// <summary>How often it was planned anew; a calendar takes the highest as the last word (RFC 5545, 3.8.7.4).</summary>
    public int Sequence { get; private set; }

    public string Attendees { get; set; } = "";

    public string Minutes { get; set; } = "";

    /// <summary>What the student stated; it becomes the view when the hearing is recorded.</summary>
    public string Statement { get; set; } = "";

    /// <summary>The student was told beforehand that answering is not obliged (Awb 5:10a; <see cref="BoardPolicy.CautionBeforeHearing"/>).</summary>
    public bool CautionGiven { get; set; }

    /// <summary>What the student remarks on the minutes; kept while being written.</summary>
    public string Comment { get; set; } = "";

    /// <summary>When the student handed the comment in: once.</summary>
    public DateTimeOffset? CommentedAt { get; private set; }

    public bool IsPlanned => PlannedAt is not null && !Inked.IsEmpty(Place);

    /// <summary>There are minutes to read and to comment on.</summary>
    public bool IsRecorded => !Inked.IsEmpty(Minutes) && !Inked.IsEmpty(Attendees);

    public bool HasMinutes(BoardPolicy policy) => IsRecorded && (CautionGiven || policy is { CautionBeforeHearing: false });

    public void Plan(DateTimeOffset at, string place)
    {
        if (PlannedAt is not null) Sequence++;
        (PlannedAt, Place) = (at, place);
    }

    /// <summary>Asked for anew, it needs a new day: nobody was heard on the one before.</summary>
    public void Ask()
    {
        if (PlannedAt is not null) Sequence++;
        (PlannedAt, Place) = (null, "");
    }

    public void HandInComment(string text, DateTimeOffset now) => (Comment, CommentedAt) = (text, now);
}

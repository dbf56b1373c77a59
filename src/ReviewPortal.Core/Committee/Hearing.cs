using ReviewPortal.Core.Cases;

namespace ReviewPortal.Core.Committee;

/// <summary>The oral hearing the student asked for.</summary>
public sealed class Hearing
{
    public CaseId Case { get; init; }

    public DateTimeOffset? PlannedAt { get; set; }

    public string Place { get; set; } = "";

    public string Attendees { get; set; } = "";

    public string Minutes { get; set; } = "";

    /// <summary>What the student stated; it becomes the view when the hearing is recorded.</summary>
    public string Statement { get; set; } = "";

    /// <summary>The student was told beforehand that answering is not obliged (Awb 5:10a; policy: always).</summary>
    public bool CautionGiven { get; set; }

    public bool IsPlanned => PlannedAt is not null && !string.IsNullOrWhiteSpace(Place);

    public bool HasMinutes => CautionGiven && !string.IsNullOrWhiteSpace(Minutes) && !string.IsNullOrWhiteSpace(Attendees);
}

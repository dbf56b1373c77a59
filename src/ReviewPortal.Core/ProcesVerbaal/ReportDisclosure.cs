using ReviewPortal.Core.Cases;

namespace ReviewPortal.Core.ProcesVerbaal;

/// <summary>Why the student gets the proces-verbaal without an invitation to give a view.</summary>
public enum DisclosureGround
{
    /// <summary>The student asked for it (AVG 15).</summary>
    Requested,

    /// <summary>No view was asked, and the decision rests on it all the same (Awb 3:49, 4:11).</summary>
    WithoutInvitation,
}

/// <summary>The signed proces-verbaal was sent to the student outside an invitation; from then on the student can read it.</summary>
public sealed class ReportDisclosure
{
    public CaseId Case { get; init; }

    public DisclosureGround Ground { get; init; }

    /// <summary>The day on which the student asked for it; null when nobody asked.</summary>
    public DateOnly? AskedOn { get; init; }

    public DateTimeOffset At { get; init; }

    public required string ByName { get; init; }
}

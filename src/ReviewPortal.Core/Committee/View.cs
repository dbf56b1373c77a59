using ReviewPortal.Core.Cases;

namespace ReviewPortal.Core.Committee;

/// <summary>The student's view, written by the student, taken down at a hearing, or absent. Silence is no admission.</summary>
public sealed class View
{
    public CaseId Case { get; init; }

    /// <summary>The student's own words; kept while being written.</summary>
    public string Text { get; set; } = "";

    public ViewForm? Form { get; set; }

    /// <summary>On what ground no view was asked for; null when it was (Awb 4:11).</summary>
    public ViewWaiver? Waiver { get; set; }

    /// <summary>Why that ground applies, in the board's words.</summary>
    public string WaiverReasons { get; set; } = "";

    public DateTimeOffset? ReceivedAt { get; set; }

    /// <summary>There is something to reply to in the decision.</summary>
    public bool NeedsReply => ReceivedAt is not null && Form is ViewForm.Written or ViewForm.Oral;
}

/// <summary>The student chooses between written and oral (Awb 4:9).</summary>
public enum ViewForm
{
    Written,
    Oral,
    NoReaction,

    /// <summary>The board did not ask for a view, on a ground of Awb 4:11.</summary>
    Waived,
}

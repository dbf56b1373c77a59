using ReviewPortal.Core.Cases;

namespace ReviewPortal.Core.Committee;

/// <summary>The student's view, written by the student, taken down at a hearing, or absent. Silence is no admission.</summary>
public sealed class View
{
    public CaseId Case { get; init; }

    /// <summary>The student's own words; kept while being written.</summary>
    public string Text { get; set; } = "";

    public ViewForm? Form { get; set; }

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
}

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

    /// <summary>When something was last added to it; null when nothing was.</summary>
    public DateTimeOffset? SupplementedAt { get; set; }

    /// <summary>From when the board has all of it.</summary>
    public DateTimeOffset? CompleteAt => SupplementedAt ?? ReceivedAt;

    /// <summary>What comes later stands below what was said first; nothing is written over.</summary>
    /// <param name="heading">The line above it, with its moment.</param>
    public void Add(string heading, string text, DateTimeOffset now) => (Text, SupplementedAt) = ($"{Text}\n\n{heading}\n{text}".Trim(), now);

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

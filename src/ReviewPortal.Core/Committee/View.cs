using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Committee;

/// <summary>The student's view, written by the student, taken down at a hearing, or absent. Silence is no admission.</summary>
public sealed class View
{
    public CaseId Case { get; init; }

    /// <summary>The student's own words; kept while being written. When nothing was written before the hearing, it begins with what was said there.</summary>
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

    /// <summary>What comes later stands below what was said first, under a line with its moment; nothing is written over. After silence it is the view itself.</summary>
    public void Add(string text, DateTimeOffset now, Language language)
    {
        if (Form is ViewForm.NoReaction or ViewForm.Waived) (Text, Form, ReceivedAt) = (text, ViewForm.Written, now);
        else (Text, SupplementedAt) = (Below(now, language) + text, now);
    }

    /// <summary>How many characters can still be added (<see cref="StudentWords.Longest"/>).</summary>
    public int Room(DateTimeOffset now, Language language) => Math.Max(0, StudentWords.Longest - (Form is ViewForm.NoReaction or ViewForm.Waived ? 0 : Below(now, language).Length));

    /// <summary>What the student said at the hearing; empty when there was none.</summary>
    public string Spoken(Hearing? hearing)
    {
        if (Form is not ViewForm.Oral) return "";
        return hearing is not null && (IsBeside(hearing) || SupplementedAt is not null) ? hearing.Statement : Text;
    }

    /// <summary>What the student wrote, before the hearing or after it; empty when nothing.</summary>
    public string Written(Hearing? hearing)
    {
        if (Form is not ViewForm.Oral || IsBeside(hearing)) return Text;
        return Text.StartsWith(Spoken(hearing), StringComparison.Ordinal) ? Text[Spoken(hearing).Length..].Trim() : "";
    }

    /// <summary>A view in writing came before the hearing: what was said then stands with the hearing alone.</summary>
    public bool IsBeside(Hearing? hearing) => Form is ViewForm.Oral && ReceivedAt < hearing?.PlannedAt;

    /// <summary>Everything the student said, in writing and at the hearing.</summary>
    public string Whole(Hearing? hearing, Language language) => hearing is { PlannedAt: { } at, Statement: not "" } && IsBeside(hearing)
        ? $"{Text}\n\n{LifecycleTexts.AtHearing(at.InWords(language), language)}\n{hearing.Statement}"
        : Text;

    private string Below(DateTimeOffset now, Language language) => $"{Text}\n\n{LifecycleTexts.Supplement(now.InWords(language), language)}\n";

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

using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;

namespace ReviewPortal.Core.Decisions;

/// <summary>What the executive board decides on an objection (WHW 7.63b; Awb 7:11).</summary>
public enum ObjectionOutcome
{
    Inadmissible,
    Unfounded,
    Founded,
}

public static class ObjectionOutcomes
{
    /// <summary>Hearing may be left out when the objection is clearly inadmissible, or met in full (Awb 7:3 onder a and e).</summary>
    public static bool NeedsHearing(this ObjectionOutcome outcome) => outcome is ObjectionOutcome.Unfounded;
}

/// <summary>A student's objection to the executive board's decision on the enrolment (WHW 7.63a), up to the decision on it (WHW 7.63b).</summary>
public sealed class Objection
{
    public Guid Id { get; init; }

    public CaseId Case { get; init; }

    /// <summary>The executive board's letter that it is against.</summary>
    public Guid Letter { get; init; }

    /// <summary>The day of receipt at the faciliteit, which decides whether it is in time (WHW 7.59a lid 6).</summary>
    public DateOnly ReceivedOn { get; init; }

    /// <summary>The last day on which it would have been in time.</summary>
    public DateOnly FileBy { get; set; }

    /// <summary>Why lateness is excused, as far as the desk knows; whether it is, the executive board says (Awb 6:11).</summary>
    public string LateReason { get; init; } = "";

    /// <summary>The organ that got it first and passed it on; empty when it came to the right desk (Awb 2:3, 6:15).</summary>
    public string ForwardedFrom { get; init; } = "";

    public string Grounds { get; init; } = "";

    /// <summary>The last day for the executive board to decide (WHW 7.63b).</summary>
    public DateOnly DecideBy { get; set; }

    public DateTimeOffset RegisteredAt { get; init; }

    public required string RegisteredByName { get; init; }

    /// <summary>When and how the student was heard (Awb 7:2); or, when that was left out for what the student said of it, those words.</summary>
    public string Hearing { get; set; } = "";

    /// <summary>Why there was no hearing, when that lay with the student; null when there was one, or when the outcome is the reason (Awb 7:3 onder a en e).</summary>
    public NoHearing? NotHeard { get; set; }

    /// <summary>The day of the student's statement, or the last day on which the student could ask to be heard.</summary>
    public DateOnly? NotHeardOn { get; set; }

    public ObjectionOutcome? Outcome { get; set; }

    public string Reasons { get; set; } = "";

    public DateTimeOffset? DecidedAt { get; set; }

    public string DecidedByName { get; set; } = "";

    public DateOnly? WithdrawnOn { get; set; }

    public bool IsOpen => Outcome is null && WithdrawnOn is null;

    public bool WasLate => ReceivedOn > FileBy;

    /// <summary>Ten weeks from the day after the term to object expired; an objection that came later gives no more time than from its receipt (WHW 7.63b).</summary>
    public static DateOnly DecideByFrom(DateOnly fileBy, DateOnly receivedOn) => StatutoryTerms.ExecutiveBoardObjection(receivedOn > fileBy ? receivedOn : fileBy).LastDay;

    /// <summary>What it is against was sent after the objection came: the term to object runs from that day, and the one to decide after it (Awb 6:10, 6:8; WHW 7.63b).</summary>
    public void SentAfterwards(DateOnly fileBy) => (FileBy, DecideBy) = (fileBy, DecideByFrom(fileBy, ReceivedOn));

    /// <param name="ended">The enrolment is ended today, so that there is something to restore.</param>
    public static void State(CaseFacts facts, Objection? last, bool ended)
    {
        ArgumentNullException.ThrowIfNull(facts);
        facts
            .State(Requirement.ObjectionOpen, last is { IsOpen: true })
            .State(Requirement.NoOpenObjection, last is not { IsOpen: true })
            .State(Requirement.EnrolmentToRestore, ended);
    }
}

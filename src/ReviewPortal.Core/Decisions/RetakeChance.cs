using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Decisions;

/// <summary>The chance that follows from a published irregularity: planned by the university, or asked for by the student (art. 4.3a lid 2).</summary>
public sealed class RetakeChance
{
    // "Op korte termijn" has no number in the protocol (law.md 1.0); this is a house term.
    private const int PlanWithinWorkingDays = 20;

    // House rule: a year typed wrong is no plan.
    private const int LongestPlanYears = 2;

    public CaseId Case { get; init; }

    public RetakeRight Right { get; set; }

    /// <summary>By when the university has to name a day; null when it has nothing to plan yet.</summary>
    public DateOnly? PlanBy { get; set; }

    /// <summary>The day of the new test.</summary>
    public DateOnly? On { get; set; }

    /// <summary>Where and at what hour, as the student reads it.</summary>
    public string Place { get; set; } = "";

    public string PlannedByName { get; set; } = "";

    /// <summary>The student's request, in the student's words; kept while being written.</summary>
    public string Request { get; set; } = "";

    public DateTimeOffset? RequestedAt { get; set; }

    /// <summary>By when the board answers; null as long as nothing has been asked.</summary>
    public DateOnly? AnswerBy { get; set; }

    public bool? Granted { get; set; }

    /// <summary>What a first member signed as the answer: to grant it or not; null while nobody did. It is answered once another member signs the same.</summary>
    public bool? ProposedGrant { get; set; }

    public PersonId? ProposedBy { get; set; }

    public string ProposedByName { get; set; } = "";

    public DateTimeOffset? ProposedAt { get; set; }

    public string AnswerReasons { get; set; } = "";

    public string AnsweredByName { get; set; } = "";

    public DateTimeOffset? AnsweredAt { get; set; }

    public bool IsOwed => (Right is RetakeRight.Planned || Granted is true) && PlanBy is not null;

    /// <summary>There is something to lose: a day, a chance that is owed, or a request that waits.</summary>
    public bool Runs => IsOwed || this is { RequestedAt: not null, Granted: not false };

    /// <summary>Nobody may have to find out by themselves that a test they count on does not take place; one that was taken does not lapse.</summary>
    public bool HasToLose(DateOnly today) => Runs && !(On <= today);

    /// <summary>One member writes and signs an answer; whoever writes another one takes its place.</summary>
    public void Propose(bool grant, string reasons, Actor by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(by);
        (ProposedGrant, AnswerReasons, ProposedBy, ProposedByName, ProposedAt) = (grant, reasons, by.Id, by.Name, now);
    }

    /// <summary>Another member signs the same: it is answered.</summary>
    public void Answer(Actor by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(by);
        (Granted, AnsweredAt, AnsweredByName) = (ProposedGrant, now, by.Name);
        if (Granted is true) PlanBy = PlanByFrom(now);
    }

    /// <summary>The refusal was annulled, or withdrawn to settle: the request waits for an answer again.</summary>
    public void Reopen(DateOnly answerBy)
    {
        // A later decision may have given a chance of its own meanwhile.
        if (Granted is not false) return;
        (Granted, AnsweredAt, AnsweredByName, AnswerReasons, AnswerBy) = (null, null, "", "", answerBy);
        Unsign();
    }

    /// <summary>The decision it rests on is decided again: what one member signed meanwhile is no answer, and goes nowhere.</summary>
    public void Unpropose()
    {
        if (AnsweredAt is not null) return;
        AnswerReasons = "";
        Unsign();
    }

    /// <summary>What was planned, asked or granted stays when the next decision gives the same, or owes the test that was already granted.</summary>
    public bool StaysUnder(RetakeRight? next) => Runs && (next == Right || (IsOwed && next is RetakeRight.Planned));

    /// <summary>The next decision gives a chance of its own; nothing of the earlier one is left in it.</summary>
    public void Restart(RetakeRight right, DateTimeOffset published)
    {
        (Right, PlanBy, On, Place, PlannedByName) = (right, right is RetakeRight.Planned ? PlanByFrom(published) : null, null, "", "");
        (Request, RequestedAt, AnswerBy, Granted, AnswerReasons, AnsweredByName, AnsweredAt) = ("", null, null, null, "", "", null);
        Unsign();
    }

    private void Unsign() => (ProposedGrant, ProposedBy, ProposedByName, ProposedAt) = (null, null, "", null);

    /// <summary>
    /// The decision that gives it was printed, and has been posted or handed over: before that it had no effect, and the term to plan runs from then (Awb 3:40, 3:41; UU-IR-8). A day that was named
    /// stays; so does the last day of a chance that was granted on request, because the letter that grants it names that day.
    /// </summary>
    public void MadeKnown(DateTimeOffset at)
    {
        if (Right is RetakeRight.Planned && PlanBy is not null && On is null) PlanBy = PlanByFrom(at);
    }

    public static RetakeChance Of(CaseId @case, RetakeRight right, DateTimeOffset published) => new()
    {
        Case = @case,
        Right = right,
        PlanBy = right is RetakeRight.Planned ? PlanByFrom(published) : null,
    };

    public static DateOnly PlanByFrom(DateTimeOffset now) => WorkingDays.After(Amsterdam.DateOf(now), PlanWithinWorkingDays);

    /// <summary>The student asks; from now on the board has its own term to answer, whatever the term to appeal.</summary>
    public void Ask(string request, DateTimeOffset now) =>
        (Request, RequestedAt, AnswerBy) = (request.Trim(), now, ProtocolTerms.ChanceAnswer(Amsterdam.DateOf(now)).LastDay);

    public void State(CaseFacts facts, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        facts
            .State(Requirement.RetakeOwed, IsOwed)
            .State(Requirement.RetakeDate, On > Amsterdam.DateOf(now) && On <= Amsterdam.DateOf(now).AddYears(LongestPlanYears))
            .State(Requirement.RetakePlace, !Inked.IsEmpty(Place))
            .State(Requirement.RetakeOnRequest, Right is RetakeRight.OnRequest && AnsweredAt is null)
            .State(Requirement.RetakeRequestWritten, !Inked.IsEmpty(Request))
            .State(Requirement.RetakeRequested, this is { RequestedAt: not null, AnsweredAt: null })
            .State(Requirement.RetakeReasons, !Inked.IsEmpty(AnswerReasons));
    }
}

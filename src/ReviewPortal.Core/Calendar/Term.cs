namespace ReviewPortal.Core.Calendar;

/// <summary>A term as data: how long, which way it is counted, by what law or house rule. <see cref="TermCount"/> computes it.</summary>
/// <param name="Start">What it is counted from; the first step of the explanation.</param>
/// <param name="Basis">The provision or house rule that sets the term.</param>
public sealed record Term(TermName Name, int Length, TermUnit Unit, TermStart Start, string Basis)
{
    public TermDirection Direction { get; init; } = TermDirection.Forward;

    public TermNature Nature { get; init; } = TermNature.Statutory;

    /// <summary>A house rule may say that its term rolls on like a statutory one; unless it does, its last day stands.</summary>
    public bool HouseRuleRolls { get; init; }

    /// <summary>Why it begins on the day after; for a term that is counted back nothing begins.</summary>
    public string? FirstDayBasis { get; init; }

    /// <summary>The provision that gives the length, when it is a narrower one than <see cref="Basis"/>.</summary>
    public string? LengthBasis { get; init; }

    /// <summary>
    /// Algemene termijnenwet art. 1 and 4: it is about terms set by law, and not about those in hours, in more than 90 days, twelve weeks or
    /// three months, or in years.
    /// </summary>
    public bool FallsUnderTheAct => Nature is TermNature.Statutory && !ExcludedByLength;

    /// <summary>Algemene termijnenwet art. 4, under a.</summary>
    public bool ExcludedByLength => Unit switch
    {
        TermUnit.Hours or TermUnit.Years => true,
        TermUnit.Days or TermUnit.WorkingDays => Length > 90,
        TermUnit.Weeks => Length > 12,
        TermUnit.Months => Length > 3,
        _ => throw new InvalidOperationException($"{Unit} is no unit of time"),
    };

    /// <summary>Algemene termijnenwet art. 1: the end rolls on to a working day, but never when the term is counted back (lid 2).</summary>
    public bool Rolls => Direction is TermDirection.Forward && (FallsUnderTheAct || (Nature is TermNature.House && HouseRuleRolls));

    /// <summary>Algemene termijnenwet art. 2: a term of at least three days holds at least two working days.</summary>
    public bool HoldsTwoWorkingDays => FallsUnderTheAct && (Unit is TermUnit.Weeks or TermUnit.Months || Length >= 3);

    /// <summary>The last day, counted from the day on which it happened.</summary>
    public Deadline From(DateOnly day) => TermCount.From(this, day);

    /// <summary>The last moment of a term in hours, counted from the moment at which it happened.</summary>
    public Deadline From(DateTimeOffset moment) => TermCount.From(this, moment);
}

/// <param name="Kind">What happened.</param>
/// <param name="Basis">Why the term is counted from there.</param>
public sealed record TermStart(DeadlineStepKind Kind, string Basis);

public enum TermName
{
    Appeal,
    Settlement,
    AppealsBoardDecision,
    FurtherAppeal,
    EnrolmentObjection,
    ExecutiveBoardObjection,
    HearingPapers,
    HearingFile,
    PortalNotification,
    FacilityRequest,
    StudentNotice,
    Objection,
    ChanceAnswer,
}

public enum TermUnit
{
    Hours,
    Days,
    WorkingDays,
    Weeks,
    Months,
    Years,
}

public enum TermDirection
{
    /// <summary>From the day after.</summary>
    Forward,

    /// <summary>Counted back from the day itself, as in "three weeks before the test".</summary>
    Back,
}

public enum TermNature
{
    /// <summary>Set by law, so that the Algemene termijnenwet applies.</summary>
    Statutory,

    /// <summary>Set by protocol or house rule.</summary>
    House,
}

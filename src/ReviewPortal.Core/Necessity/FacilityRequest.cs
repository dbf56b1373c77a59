using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Necessity;

/// <summary>
/// A student asks the board for online proctoring as a special facility, because the test on location cannot be attended (Protocol, route 1; UU-R1-1).
/// What others gave to it stands in parts that are replaced as a whole; where it stands only <see cref="Go"/> changes.
/// </summary>
public sealed class FacilityRequest
{
    public Guid Id { get; init; }

    public FacilityNumber Number { get; init; }

    /// <summary>The student's number: only the student can ask (UU-R1-2).</summary>
    public required string StudentNumber { get; init; }

    /// <summary>As the account had it on the day of filing.</summary>
    public required string StudentName { get; init; }

    /// <summary>The title of the test.</summary>
    public required string Test { get; init; }

    public required string Course { get; init; }

    /// <summary>The programme, and where in it the test stands.</summary>
    public required string Programme { get; init; }

    /// <summary>The day of the test.</summary>
    public DateOnly TestOn { get; init; }

    public FacilityReason Reason { get; init; }

    /// <summary>Why the test on location cannot be attended (UU-R1-10).</summary>
    public required string Explanation { get; init; }

    /// <summary>What must be known of the student's health and no more; empty when nothing is. For the deciders, the secretary and the student alone (AVG 9, UU-R1-3).</summary>
    public string HealthDetail { get; init; } = "";

    /// <summary>Why it could not be filed in time; empty when it was (UU-R1-5).</summary>
    public string WhyLate { get; init; } = "";

    public DateTimeOffset FiledAt { get; init; }

    public FacilityState State { get; private set; }

    /// <summary>Since when it stands there.</summary>
    public DateTimeOffset Since { get; private set; }

    /// <summary>Grows with every step; two people who act on the same version cannot both win.</summary>
    public long Version { get; private set; }

    /// <summary>The advice of the study adviser, if the board wants it (UU-R1-11).</summary>
    public Consultation? Adviser { get; set; }

    /// <summary>What the examiner says of other forms of testing and of lighter surveillance (UU-R1-12).</summary>
    public Consultation? Examiner { get; set; }

    /// <summary>Whether the director of education concurs that the test qualifies (UU-R1-8).</summary>
    public Consultation? Director { get; set; }

    public FacilityAssessment? Assessment { get; set; }

    /// <summary>The student's view on facts that differ from the request (Awb 4:7); null when none was asked.</summary>
    public FacilityView? View { get; set; }

    public FacilityDecision? Decision { get; set; }

    /// <summary>When the letter was issued. Through the portal that makes it known; on paper it is made known, and has effect, on the day on which it is sent (Awb 3:40, 3:41).</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>The last day to file in time: three weeks before the test (UU-R1-4).</summary>
    public DateOnly FileBy => ProtocolTerms.FacilityRequest(TestOn).LastDay;

    /// <summary>A late request is never refused for it alone; the board judges whether it came as soon as it could (UU-R1-5).</summary>
    public bool IsLate => Amsterdam.DateOf(FiledAt) > FileBy;

    /// <summary>Nobody has to do anything any more.</summary>
    public bool IsClosed => State is FacilityState.Withdrawn || PublishedAt is not null;

    /// <summary>Where it stands for whoever is not of the board: a decision is the board's own until the letter has gone out (Awb 3:40).</summary>
    public FacilityState StateOutside => PublishedAt is null ? StateUntold : State;

    /// <summary>Where it stands for whoever does not know the decision: its letter is not there yet, or was printed and not yet sent (Awb 3:40, 3:41).</summary>
    public FacilityState StateUntold => State is FacilityState.Granted or FacilityState.Refused ? FacilityState.Assessed : State;

    /// <summary>What the decision rests on for this test: the reason in the words of the protocol.</summary>
    public string ReasonIn(Language language) => FacilityTexts.Of(Reason, language);

    /// <summary>As a list has it: where it stands, and only what of it was read.</summary>
    public static FacilityRequest Listed(FacilityRequest read, FacilityState state)
    {
        ArgumentNullException.ThrowIfNull(read);
        read.State = state;
        return read;
    }

    /// <summary>Goes along a permitted row of the table.</summary>
    public void Go(FacilityDone permitted, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(permitted);
        if (permitted.Row.From is { } from && from != State) throw new InvalidOperationException($"{Number} is {State}; {permitted.Row.Action} starts from {from}");
        if (permitted.Row.To != State || Version is 0) Since = now;
        State = permitted.Row.To;
        Version++;
    }
}

/// <summary>The reasons that the protocol names (UU-R1-3).</summary>
public enum FacilityReason
{
    EliteSportAbroad,
    Health,
    Quarantine,
    Other,
}

/// <summary>Somebody whom the board asks, and what came of it.</summary>
/// <param name="Agrees">Only where yes or no was asked.</param>
/// <param name="WrittenDownBy">Whoever wrote the answer down, when it was given outside the portal.</param>
public sealed record Consultation(PersonId Person, string Name, string Question, DateTimeOffset AskedAt)
{
    public string Answer { get; init; } = "";

    public bool? Agrees { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    public string WrittenDownBy { get; init; } = "";
}

/// <summary>What the board found before it decides.</summary>
/// <param name="AsSoonAsPossible">Whether a late request came as soon as the circumstances allowed (UU-R1-5); null when it was in time.</param>
/// <param name="IsSpecial">Whether there are special circumstances (Protocol, route 1, point 4).</param>
/// <param name="NoAlternative">No other form of testing is available (UU-R1-7).</param>
/// <param name="NoLighter">No lighter form of surveillance is available (UU-R1-7).</param>
public sealed record FacilityAssessment(bool? AsSoonAsPossible, string LateReasons, bool? IsSpecial, string SpecialReasons, bool? NoAlternative, string AlternativeReasons, bool? NoLighter, string LighterReasons)
{
    public static readonly FacilityAssessment Empty = new(null, "", null, "", null, "", null, "");

    /// <summary>Whether the board goes by facts that differ from what the student stated (Awb 4:7).</summary>
    public bool? FactsDiffer { get; init; }

    public PersonId By { get; init; }

    public string ByName { get; init; } = "";

    public DateTimeOffset? At { get; init; }
}

/// <summary>What the student is asked to say something about, and what the student says (Awb 4:7).</summary>
/// <param name="Differing">The facts that differ from those in the request.</param>
/// <param name="By">The last day to answer.</param>
public sealed record FacilityView(string Differing, DateOnly By, DateTimeOffset AskedAt)
{
    public string Text { get; init; } = "";

    public DateTimeOffset? GivenAt { get; init; }

    /// <summary>The student answered, or let the day pass.</summary>
    public bool IsOver(DateTimeOffset now) => GivenAt is not null || Amsterdam.DateOf(now) > By;
}

/// <summary>The board's decision with its reasons.</summary>
/// <param name="Proportionality">Why a refusal is not out of proportion for this student (Awb 3:4 lid 2).</param>
/// <param name="ReplyToView">What the board says to the student's view; empty when there is none.</param>
/// <param name="Protocol">The version of the protocol (UU-R1-9).</param>
/// <param name="PrivacyStatement">The version of the privacy statement (UU-R1-9).</param>
public sealed record FacilityDecision(bool Granted, string Reasons, string Proportionality, string ReplyToView, string Protocol, string PrivacyStatement)
{
    public PersonId By { get; init; }

    public string ByName { get; init; } = "";

    public DateTimeOffset At { get; init; }
}

using System.Collections.Frozen;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Writing;
using static ReviewPortal.Core.Necessity.FacilityNeed;

namespace ReviewPortal.Core.Necessity;

/// <summary>Which needs a request meets for one person at one moment, as far as the request itself tells.</summary>
public static class FacilityFacts
{
    /// <summary>Whose it is and where it stands: what a step changes itself cannot make it theirs, or take it from them half-way.</summary>
    public static readonly FrozenSet<FacilityNeed> SayWhose = new[] { OwnRequest, NotAnsweredYet, AskedOfYou, ConsultationAsked, ViewAsked, ViewNotAskedYet, NotPublished, Published, NotYourTest }.ToFrozenSet();

    // A test further away is on no timetable (house rule).
    private const int LongestAheadYears = 2;

    /// <summary>The day of a test that can be asked for: still to come, and near enough to be known.</summary>
    public static bool IsAhead(DateOnly test, DateOnly today) => test >= FirstTest(today) && test <= LastTest(today);

    /// <summary>The first day of a test that can be asked for today.</summary>
    public static DateOnly FirstTest(DateOnly today) => today.AddDays(1);

    /// <summary>The last day of a test that can be asked for today.</summary>
    public static DateOnly LastTest(DateOnly today) => today.AddYears(LongestAheadYears);

    public static FrozenSet<FacilityNeed> Of(FacilityRequest request, FacilityAction action, Actor actor, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);
        (FacilityNeed Need, bool Met)[] facts =
        [
            (OwnRequest, actor.StudentNumber == request.StudentNumber),
            (TestNamed, IsWritten(request.Test) && IsWritten(request.Course) && IsWritten(request.Programme)),
            (TestDayAhead, IsAhead(request.TestOn, Amsterdam.DateOf(request.FiledAt))),
            (ExplanationGiven, IsWritten(request.Explanation)),
            (NotAnsweredYet, AskedIn(request, action)?.AnsweredAt is null),
            (ConsultationAsked, request.Examiner is { AnsweredAt: null }),
            (AskedOfYou, AskedIn(request, action) is { AnsweredAt: null } asked && asked.Person == actor.Id),
            (NotYourTest, request.Examiner?.Person != actor.Id),
            (ExaminerConsulted, request.Examiner?.AnsweredAt is not null),
            (ViewNotAskedYet, request.View is null),
            (ViewAsked, request.View is { GivenAt: null }),
            (DirectorConcurs, request.Director is { Agrees: true, AnsweredAt: not null }),
            (ViewHeard, request.Assessment is { FactsDiffer: false } || request.View?.IsOver(now) is true),
            (NotPublished, request.PublishedAt is null),
            (Published, request.PublishedAt is not null),
            (WithinLength, FacilityLengths.Fit(request, action, AskedIn(request, action))),
            .. OfAssessment(request, request.Assessment ?? FacilityAssessment.Empty),
            .. OfDecision(request, request.Decision),
        ];
        return facts.Where(fact => fact.Met).Select(fact => fact.Need).ToFrozenSet();
    }

    /// <summary>The consultation that this action is about.</summary>
    private static Consultation? AskedIn(FacilityRequest request, FacilityAction action) => action switch
    {
        FacilityAction.AskAdvice or FacilityAction.GiveAdvice => request.Adviser,
        FacilityAction.ConsultExaminer or FacilityAction.AnswerExaminer => request.Examiner,
        FacilityAction.AskDirector or FacilityAction.AnswerDirector => request.Director,
        _ => null,
    };

    private static IEnumerable<(FacilityNeed, bool)> OfAssessment(FacilityRequest request, FacilityAssessment found) =>
    [
        (LatenessJudged, !request.IsLate || (found.AsSoonAsPossible is not null && IsWritten(found.LateReasons))),
        (CircumstancesJudged, found.IsSpecial is not null && IsWritten(found.SpecialReasons)),
        (AlternativesJudged, found.NoAlternative is not null && IsWritten(found.AlternativeReasons)),
        (LighterJudged, found.NoLighter is not null && IsWritten(found.LighterReasons)),
        (FactsJudged, found.FactsDiffer is not null),
        (AcceptedThoughLate, !request.IsLate || found.AsSoonAsPossible is true),
        (SpecialCircumstances, found.IsSpecial is true),
        (NoAlternativeForm, found.NoAlternative is true),
        (NoLighterForm, found.NoLighter is true),
        // What meets every condition of the protocol cannot be refused under it.
        (GroundToRefuse, found.IsSpecial is false || found.NoAlternative is false || found.NoLighter is false || found.AsSoonAsPossible is false || request.Director is { Agrees: false }),
    ];

    private static IEnumerable<(FacilityNeed, bool)> OfDecision(FacilityRequest request, FacilityDecision? decision) =>
    [
        (VersionsNamed, IsWritten(decision?.Protocol) && IsWritten(decision?.PrivacyStatement)),
        (ReasonsGiven, IsWritten(decision?.Reasons)),
        (ViewAnswered, request.View?.GivenAt is null || IsWritten(decision?.ReplyToView)),
        (ProportionalityWeighed, IsWritten(decision?.Proportionality)),
    ];

    private static bool IsWritten(string? text) => !Inked.IsEmpty(text);
}

using System.Collections.Immutable;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;

namespace ReviewPortal.Core.Tests.Necessity;

/// <summary>Requests for a special facility, as far along as a test needs them.</summary>
internal static class AFacility
{
    public static readonly DateOnly TestOn = new(2026, 12, 17);
    public static readonly DateTimeOffset Filed = Amsterdam.At(new DateOnly(2026, 11, 2), new TimeOnly(11, 0));
    public static readonly DateTimeOffset Now = Amsterdam.At(new DateOnly(2026, 11, 9), new TimeOnly(14, 0));
    public static readonly Actor Adviser = Who.Person(21, "Iris Mensink", Role.StudyAdviser);
    public static readonly Actor Director = Who.Person(22, "Pieter van Loon", Role.EducationDirector);

    public static FacilityRequest Request(
        DateTimeOffset? filed = null, FacilityReason reason = FacilityReason.EliteSportAbroad, string health = "", string explanation = "Ik ben op trainingskamp in Sevilla.", string whyLate = "") => new()
    {
        Id = new Guid("018f9c3e-7a54-7d11-9c0e-5f1f2a3b4c70"),
        Number = new FacilityNumber(2026, 1),
        StudentNumber = Who.Student.StudentNumber!,
        StudentName = Who.Student.Name,
        Test = "Statistiek 2",
        Course = "PSY-2012",
        Programme = "Bachelor Psychologie, tweede jaar",
        TestOn = TestOn,
        Reason = reason,
        Explanation = explanation,
        HealthDetail = health,
        WhyLate = whyLate,
        FiledAt = filed ?? Filed,
        Examiner = Consulted(Who.Examiner),
        Director = Consulted(Director) with { Agrees = true },
        Assessment = Met,
    };

    public static readonly FacilityAssessment Met = new(null, "", true, "De student is op de dag van de toets aantoonbaar in het buitenland.", true, "Een mondeling dekt de leerdoelen niet.", true, "Een videogesprek geeft geen zicht op het scherm.")
    {
        FactsDiffer = false, At = Now, ByName = "Aisha Karimi",
    };

    public static FacilityDecision Decision(bool granted) => new(
        granted, "De commissie vindt de inbreuk aanvaardbaar.", granted ? "" : "De student kan de toets in februari op locatie maken en loopt geen vertraging op.", "", "Protocol online proctoring", "versie van 1 september 2026")
    {
        By = Who.Member.Id, ByName = Who.Member.Name, At = Now,
    };

    public static Consultation Consulted(Actor who) => new(who.Id, who.Name, "Kan het anders?", Filed.AddDays(1)) { Answer = "Nee.", AnsweredAt = Filed.AddDays(2) };

    /// <summary>Moves it there along rows of the table, whatever they need.</summary>
    public static FacilityRequest In(this FacilityRequest request, FacilityState state)
    {
        request.Go(new FacilityDone(FacilityProcedure.Table[0]), request.FiledAt);
        ImmutableArray<FacilityAction> way = state switch
        {
            FacilityState.Requested => [],
            FacilityState.Advice => [FacilityAction.AskAdvice],
            FacilityState.Assessed => [FacilityAction.Assess],
            FacilityState.Granted => [FacilityAction.Assess, FacilityAction.Grant],
            FacilityState.Refused => [FacilityAction.Assess, FacilityAction.Refuse],
            _ => [FacilityAction.Withdraw],
        };
        foreach (var action in way) request.Go(new FacilityDone(FacilityProcedure.Table.First(row => row.From == request.State && row.Action == action)), Now);
        return request;
    }

    public static FacilityAnswer Ask(this FacilityRequest request, FacilityAction action, Actor by, DateTimeOffset? now = null) =>
        FacilityProcedure.Ask(request.State, action, by.Roles, FacilityFacts.Of(request, action, by, now ?? Now).Append(FacilityNeed.SignedAfresh).ToHashSet());

    public static ImmutableArray<FacilityNeed> Unmet(this FacilityAnswer answer) => answer is FacilityRefused refused ? refused.Unmet : [];
}

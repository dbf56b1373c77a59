using System.Collections.Frozen;
using System.Reflection;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Necessity;

/// <summary>What must be so before something may be done with a request. Each names the law, protocol or house rule it rests on.</summary>
public enum FacilityNeed
{
    [Source("Protocol, route 1, 2; UU-R1-2")] OwnRequest,
    [Source("Awb 4:2; Protocol, route 1, 2")] TestNamed,
    [Source("Protocol, route 1, 3; UU-R1-4")] TestDayAhead,
    [Source("Protocol, route 1, 2; UU-R1-3")] ReasonChosen,
    [Source("Protocol, route 1, schema 2; UU-R1-10")] ExplanationGiven,
    [Source("Awb 4:2; house rule")] WithinLength,
    [Source("Awb 4:2; house rule")] NotAskedYet,
    [Source("UAVG 46; UU-PRE-8")] NoCitizenNumber,
    [Source("Awb 3:2")] PersonNamed,
    [Source("Awb 3:2")] QuestionWritten,
    [Source("Protocol, route 1, schema 3 tot 5; UU-R1-11")] AskedOfYou,
    [Source("Awb 2:12, 3:2")] NotAnsweredYet,
    [Source("Protocol, route 1, schema 5; UU-R1-12")] ConsultationAsked,
    [Source("Awb 3:2")] AnswerWritten,
    [Source("WHW 7.12b lid 4; Awb 2:4")] NotYourTest,
    [Source("Protocol, route 1, schema 5; UU-R1-12")] ExaminerConsulted,
    [Source("Protocol, route 1, 3; UU-R1-5")] LatenessJudged,
    [Source("Protocol, route 1, 4; Awb 3:46")] CircumstancesJudged,
    [Source("Protocol, route 1, 4; UU-R1-7")] AlternativesJudged,
    [Source("Protocol, route 1, 4; UU-R1-7")] LighterJudged,
    [Source("Awb 4:7")] FactsJudged,
    [Source("Awb 4:7, 2:12")] ViewNotAskedYet,
    [Source("Awb 4:7")] DifferenceWritten,
    [Source("Awb 4:7, 3:2")] ViewDayAhead,
    [Source("Awb 4:7")] ViewAsked,
    [Source("Protocol, route 1, 3; UU-R1-5")] AcceptedThoughLate,
    [Source("Protocol, route 1, 4; UU-R1-6")] SpecialCircumstances,
    [Source("Protocol, route 1, 4; UU-R1-7")] NoAlternativeForm,
    [Source("Protocol, route 1, 4; UU-R1-7")] NoLighterForm,
    [Source("Protocol, route 1, 4; UU-R1-8")] DirectorConcurs,
    [Source("Protocol, route 1, 4; UU-R1-9")] VersionsNamed,
    [Source("Awb 3:46, 3:47")] ReasonsGiven,
    [Source("Awb 3:46, 4:7")] ViewAnswered,
    [Source("Protocol, route 1, 4; Awb 3:46; UU-R1-7")] GroundToRefuse,
    [Source("Awb 4:7")] ViewHeard,
    [Source("Awb 3:4 lid 2")] ProportionalityWeighed,
    [Source("Awb 3:40, 2:12")] NotPublished,
    [Source("Awb 3:40, 3:41")] Published,
    [Source("Awb 3:41")] AddresseeKnown,
    [Source("Awb 2:8, 2:7")] DeliveryAgreed,
    [Source("Awb 2:8, 3:41")] LetterToPost,
    [Source("Awb 3:41, 6:8")] PostingDay,
    [Source("Awb 2:25, 3:41")] SendingProven,
    [Source("Awb 3:41")] PostalAddressKnown,
    [Source("Awb 3:41; house rule")] AddressWithinBounds,
    [Source("Awb 3:41; house rule")] AddressPrintable,
    [Source("Awb 3:45, 3:46, 3:47")] LetterWithoutFaults,
    [Source("Awb 2:10, 2:11")] NotificationOut,
    [Source("Awb 2:11, 2:25")] BounceDay,
    [Source("Awb 2:11")] DeliveryProblem,
    [Source("Awb 2:11, 2:25")] ReportUnanswered,
    [Source("Awb 2:25, 3:2")] ReportAsideReason,
    [Source("Awb 2:10, 2:11")] NotificationFailed,
    [Source("Awb 2:18; house rule")] SignedAfresh,
}

/// <summary>On what a need rests.</summary>
public static class FacilitySources
{
    private static readonly FrozenDictionary<FacilityNeed, string> ByNeed = Enum.GetValues<FacilityNeed>().ToFrozenDictionary(
        need => need,
        need => typeof(FacilityNeed).GetField(need.ToString())!.GetCustomAttribute<SourceAttribute>()?.Text ?? throw new InvalidOperationException($"{need} names no source"));

    public static string Of(FacilityNeed need) => ByNeed[need];

    /// <summary>The source as people cite it, without the numbers of our own list of requirements.</summary>
    public static string InWords(FacilityNeed need, Language language) => Sources.Cited(ByNeed[need], language);
}

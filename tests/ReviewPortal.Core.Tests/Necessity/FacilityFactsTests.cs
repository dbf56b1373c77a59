using System.Globalization;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using static ReviewPortal.Core.Necessity.FacilityAction;
using static ReviewPortal.Core.Necessity.FacilityNeed;
using static ReviewPortal.Core.Necessity.FacilityState;

namespace ReviewPortal.Core.Tests.Necessity;

/// <summary>What a request meets by what stands in it.</summary>
public sealed class FacilityFactsTests
{
    /// <summary>UU-R1-4: 21 calendar days before the day of the test; counted back, so that no weekend moves it.</summary>
    [Theory]
    [InlineData("2026-11-26", false)]
    [InlineData("2026-11-27", true)]
    public void Three_weeks_before_the_test_is_in_time_and_a_day_later_is_late(string filed, bool late)
    {
        var request = AFacility.Request(Amsterdam.At(DateOnly.Parse(filed, System.Globalization.CultureInfo.InvariantCulture), new TimeOnly(23, 59)));
        Assert.Equal(new DateOnly(2026, 11, 26), request.FileBy);
        Assert.Equal(late, request.IsLate);
    }

    /// <summary>UU-R1-5: the portal rejects nothing by itself; the board says whether it was as soon as possible.</summary>
    [Fact]
    public void A_late_request_waits_for_the_boards_judgement_and_is_granted_or_refused_on_it()
    {
        var late = AFacility.Request(AFacility.Filed.AddDays(28)).In(Assessed);
        Assert.Equal([LatenessJudged], late.Ask(Assess, Who.Member).Unmet());
        late.Assessment = AFacility.Met with { AsSoonAsPossible = true, LateReasons = "De operatie werd de dag ervoor gepland." };
        late.Decision = AFacility.Decision(granted: true);
        Assert.True(late.Ask(Grant, Who.Member).IsDone);
        late.Assessment = late.Assessment with { AsSoonAsPossible = false };
        Assert.Equal([AcceptedThoughLate], late.Ask(Grant, Who.Member).Unmet());
        late.Decision = AFacility.Decision(granted: false);
        Assert.True(late.Ask(Refuse, Who.Member).IsDone);
    }

    /// <summary>UU-R1-7, UU-R1-8, UU-R1-9: each condition of the protocol by itself keeps a grant back.</summary>
    [Fact]
    public void A_grant_needs_every_condition_of_the_protocol()
    {
        foreach (var (change, need) in new (Action<FacilityRequest>, FacilityNeed)[]
        {
            (request => request.Assessment = AFacility.Met with { IsSpecial = false }, SpecialCircumstances),
            (request => request.Assessment = AFacility.Met with { NoAlternative = false }, NoAlternativeForm),
            (request => request.Assessment = AFacility.Met with { NoLighter = false }, NoLighterForm),
            (request => request.Director = AFacility.Consulted(AFacility.Director) with { Agrees = false }, DirectorConcurs),
            (request => request.Director = null, DirectorConcurs),
            (request => request.Decision = request.Decision! with { PrivacyStatement = " " }, VersionsNamed),
            (request => request.Decision = request.Decision! with { Protocol = "" }, VersionsNamed),
            (request => request.Decision = request.Decision! with { Reasons = "" }, ReasonsGiven),
        })
        {
            var request = AFacility.Request().In(Assessed);
            request.Decision = AFacility.Decision(granted: true);
            Assert.True(request.Ask(Grant, Who.Chair).IsDone);
            change(request);
            Assert.Equal([need], request.Ask(Grant, Who.Chair).Unmet());
        }
    }

    [Fact]
    public void An_assessment_needs_the_examiner_and_reasons_for_both_checks()
    {
        foreach (var (change, need) in new (Action<FacilityRequest>, FacilityNeed)[]
        {
            (request => request.Examiner = request.Examiner! with { AnsweredAt = null }, ExaminerConsulted), // UU-R1-12
            (request => request.Assessment = AFacility.Met with { AlternativeReasons = "" }, AlternativesJudged), // UU-R1-7
            (request => request.Assessment = AFacility.Met with { LighterReasons = " " }, LighterJudged),
            (request => request.Assessment = AFacility.Met with { NoLighter = null }, LighterJudged),
            (request => request.Assessment = AFacility.Met with { SpecialReasons = "" }, CircumstancesJudged),
            (request => request.Assessment = AFacility.Met with { FactsDiffer = null }, FactsJudged), // Awb 4:7
        })
        {
            var request = AFacility.Request().In(Requested);
            Assert.True(request.Ask(Assess, Who.Member).IsDone);
            change(request);
            Assert.Equal([need], request.Ask(Assess, Who.Member).Unmet());
        }
    }

    /// <summary>The protocol names the grounds on which permission is withheld; what meets them all is not refused for another reason (Awb 3:46).</summary>
    [Fact]
    public void What_meets_every_condition_cannot_be_refused()
    {
        var request = AFacility.Request().In(Assessed);
        request.Decision = AFacility.Decision(granted: false);
        Assert.Equal([GroundToRefuse], request.Ask(Refuse, Who.Member).Unmet());
        request.Assessment = AFacility.Met with { NoAlternative = false };
        Assert.True(request.Ask(Refuse, Who.Member).IsDone);
    }

    /// <summary>Awb 4:7: on facts that differ from the application only after the applicant could say something, or let the day pass.</summary>
    [Fact]
    public void A_refusal_on_other_facts_waits_for_the_students_view()
    {
        var request = AFacility.Request().In(Assessed);
        request.Decision = AFacility.Decision(granted: false);
        request.Assessment = AFacility.Met with { IsSpecial = false, FactsDiffer = true };
        Assert.Equal([ViewHeard], request.Ask(Refuse, Who.Member).Unmet());
        request.View = new FacilityView("De bond meldt dat het kamp op 15 december eindigt.", new DateOnly(2026, 11, 16), AFacility.Now);
        Assert.Equal([ViewHeard], request.Ask(Refuse, Who.Member).Unmet());
        Assert.True(request.Ask(Refuse, Who.Member, AFacility.Now.AddDays(8)).IsDone);
        request.View = request.View with { Text = "Het kamp is verlengd.", GivenAt = AFacility.Now };
        Assert.Equal([ViewAnswered], request.Ask(Refuse, Who.Member).Unmet());
        request.Decision = request.Decision with { ReplyToView = "De verlenging is niet aangetoond." };
        Assert.True(request.Ask(Refuse, Who.Member).IsDone);
        request.Decision = request.Decision with { Proportionality = "" };
        Assert.Equal([ProportionalityWeighed], request.Ask(Refuse, Who.Member).Unmet()); // Awb 3:4 lid 2
    }

    /// <summary>WHW 7.12b lid 4.</summary>
    [Fact]
    public void A_member_who_examines_the_test_takes_no_part()
    {
        var request = AFacility.Request().In(Requested);
        request.Examiner = AFacility.Consulted(Who.Member);
        Assert.Equal([NotYourTest], request.Ask(Assess, Who.Member).Unmet());
        Assert.True(request.Ask(Assess, Who.OtherMember).IsDone);
    }

    [Fact]
    public void Only_who_was_asked_answers_and_once()
    {
        var request = AFacility.Request().In(Advice);
        request.Adviser = AFacility.Consulted(AFacility.Adviser) with { AnsweredAt = null, Answer = "" };
        Assert.DoesNotContain(AskedOfYou, request.Ask(GiveAdvice, AFacility.Adviser).Unmet());
        Assert.Contains(AskedOfYou, request.Ask(GiveAdvice, Who.Person(30, "Een ander", Role.StudyAdviser)).Unmet());
        request.Adviser = AFacility.Consulted(AFacility.Adviser);
        Assert.Contains(AskedOfYou, request.Ask(GiveAdvice, AFacility.Adviser).Unmet());
    }

    /// <summary>What somebody answered, and what the student said, stays as it was: nothing is asked over it (Awb 2:12).</summary>
    [Fact]
    public void What_was_answered_is_not_asked_again()
    {
        var request = AFacility.Request().In(Assessed);
        Assert.Contains(NotAnsweredYet, request.Ask(ConsultExaminer, Who.Secretary).Unmet());
        Assert.Contains(NotAnsweredYet, request.Ask(AskDirector, Who.Secretary).Unmet());
        request.Director = request.Director! with { AnsweredAt = null };
        Assert.DoesNotContain(NotAnsweredYet, request.Ask(AskDirector, Who.Secretary).Unmet());
        Assert.DoesNotContain(ViewNotAskedYet, request.Ask(AskView, Who.Secretary).Unmet());
        request.View = new FacilityView("Iets anders.", AFacility.TestOn, AFacility.Now);
        Assert.Contains(ViewNotAskedYet, request.Ask(AskView, Who.Secretary).Unmet());
    }

    [Theory]
    [InlineData(Requested, true)]
    [InlineData(Advice, true)]
    [InlineData(Assessed, true)]
    [InlineData(Granted, true)]
    [InlineData(Withdrawn, false)]
    public void The_student_takes_a_request_back_until_the_decision_is_made_known(FacilityState state, bool may)
    {
        var request = AFacility.Request().In(state);
        Assert.Equal(may, request.Ask(Withdraw, Who.Student).IsDone);
        Assert.False(request.Ask(Withdraw, Who.Student with { StudentNumber = "0999999" }).IsDone);
        request.PublishedAt = AFacility.Now;
        Assert.False(request.Ask(Withdraw, Who.Student).IsDone);
    }

    /// <summary>Awb 3:40: before publication the student finds nothing of the decision.</summary>
    [Fact]
    public void Outside_the_board_a_decision_shows_when_it_has_been_made_known()
    {
        var request = AFacility.Request().In(FacilityState.Refused);
        Assert.Equal((Assessed, false), (request.StateOutside, request.IsClosed));
        request.PublishedAt = AFacility.Now;
        Assert.Equal((FacilityState.Refused, true), (request.StateOutside, request.IsClosed));
    }

    /// <summary>UU-R1-3, UU-R1-11, UU-R1-13; I8: who sees how much.</summary>
    [Fact]
    public void Each_sees_no_more_than_the_task_asks()
    {
        var request = AFacility.Request().In(Granted);
        request.Adviser = AFacility.Consulted(AFacility.Adviser);
        var coordinator = Who.Person(40, "Tim Kuipers", Role.Coordinator);
        Assert.Equal(FacilitySeen.Own, FacilitySight.Of(request, Who.Student));
        Assert.Equal(FacilitySeen.Nothing, FacilitySight.Of(request, Who.Student with { StudentNumber = "0999999" }));
        Assert.All(new[] { Who.Secretary, Who.Member, Who.Chair }, person => Assert.Equal(FacilitySeen.Whole, FacilitySight.Of(request, person)));
        Assert.Equal(FacilitySeen.Request, FacilitySight.Of(request, AFacility.Adviser));
        Assert.Equal(FacilitySeen.Nothing, FacilitySight.Of(request, Who.Person(31, "Een ander", Role.StudyAdviser)));
        Assert.All(new[] { Who.Examiner, AFacility.Director }, person => Assert.Equal(FacilitySeen.Question, FacilitySight.Of(request, person)));
        Assert.All(new[] { Who.Reviewer, Who.SecondReviewer, coordinator }, person => Assert.Equal(FacilitySeen.Nothing, FacilitySight.Of(request, person)));
        request.PublishedAt = AFacility.Now;
        Assert.Equal(FacilitySeen.Outcome, FacilitySight.Of(request, coordinator));
        request.Examiner = AFacility.Consulted(Who.Member);
        Assert.Equal(FacilitySeen.Question, FacilitySight.Of(request, Who.Member));
    }

    /// <summary>UU-R1-4: terms are counted back from the day of the test, which is still to come and near enough to be known.</summary>
    [Theory]
    [InlineData("0001-01-01", false)]
    [InlineData("2026-11-23", false)]
    [InlineData("2026-11-24", true)]
    [InlineData("2028-11-23", true)]
    [InlineData("2028-11-24", false)]
    [InlineData("9999-12-31", false)]
    public void A_test_is_to_come_and_not_beyond_two_years(string test, bool isAhead) =>
        Assert.Equal(isAhead, FacilityFacts.IsAhead(DateOnly.Parse(test, CultureInfo.InvariantCulture), new DateOnly(2026, 11, 23)));
}

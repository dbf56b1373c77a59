using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Review;

namespace ReviewPortal.Core.Tests.Committee;

public sealed class CommitteeFactsTests
{
    private static readonly DateTimeOffset Friday = Amsterdam.At(new(2026, 11, 6), new(16, 0));

    /// <summary>Awb 4:8 with the house rule of five working days.</summary>
    [Theory]
    [InlineData("2026-11-12", false)]
    [InlineData("2026-11-13", true)]
    [InlineData("2026-12-24", true)]
    public void A_student_has_at_least_five_working_days(string reactBy, bool enough)
    {
        var @case = A.Case().Invited().At(Friday);
        @case.Invitation!.ReactBy = Day(reactBy);
        Assert.Equal(enough, @case.Facts(Who.Secretary).Meets(Requirement.NoticeTerm));
    }

    [Theory]
    [InlineData("2026-11-18T22:59:59Z", false)]
    [InlineData("2026-11-18T23:00:00Z", true)]
    public void The_whole_last_day_counts_for_the_student(string now, bool elapsed) => Assert.Equal(
        elapsed,
        A.Case().Invited().At(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)).Facts(Who.Secretary).Meets(Requirement.ReactionTermElapsed));

    [Fact]
    public void A_hearing_needs_the_same_notice_as_a_written_view()
    {
        var @case = A.Case().Invited().At(Friday);
        @case.Hearing = new Hearing { Case = A.CaseId, PlannedAt = Amsterdam.At(new(2026, 11, 12), new(10, 0)), Place = "Kamer 1.14" };
        Assert.False(@case.Facts(Who.Secretary).Meets(Requirement.NoticeTerm));
        @case.Hearing.PlannedAt = Amsterdam.At(new(2026, 11, 13), new(10, 0));
        Assert.True(@case.Facts(Who.Secretary).Meets(Requirement.NoticeTerm));
    }

    [Fact]
    public void A_hearing_is_recorded_after_it_was_held_with_minutes_attendees_and_the_caution()
    {
        var @case = A.Case().Invited().At(Friday);
        @case.Hearing = new Hearing { Case = A.CaseId, PlannedAt = Friday.AddHours(1), Place = "Kamer 1.14", Attendees = "De student", Minutes = "Verslag", CautionGiven = true };
        Assert.False(@case.Facts(Who.Secretary).Meets(Requirement.HearingPlanned));
        @case.At(Friday.AddHours(2));
        Assert.True(@case.Facts(Who.Secretary).Meets(Requirement.HearingPlanned));
        Assert.True(@case.Facts(Who.Secretary).Meets(Requirement.HearingMinutes));

        Assert.All(new Action<Hearing>[] { hearing => hearing.CautionGiven = false, hearing => hearing.Minutes = " ", hearing => hearing.Attendees = "" }, spoil =>
        {
            var hearing = new Hearing { Case = A.CaseId, Attendees = "De student", Minutes = "Verslag", CautionGiven = true };
            spoil(hearing);
            Assert.False(hearing.HasMinutes(new BoardPolicy()));
        });
    }

    /// <summary>law.md 0.1, point 2: a board may leave the caution out; the minutes and those present it may not.</summary>
    [Fact]
    public void Without_the_caution_as_policy_the_minutes_do_not_ask_for_it()
    {
        var lenient = new BoardPolicy(CautionBeforeHearing: false);
        Assert.True(new Hearing { Case = A.CaseId, Attendees = "De student", Minutes = "Verslag" }.HasMinutes(lenient));
        Assert.False(new Hearing { Case = A.CaseId, Attendees = "De student", Minutes = " " }.HasMinutes(lenient));
        Assert.False(new Hearing { Case = A.CaseId, Attendees = "De student", Minutes = "Verslag" }.HasMinutes(new BoardPolicy()));
    }

    /// <summary>I9, Awb 2:4, WHW 7.12b lid 4: the examiner of the exam and both reviewers stay out.</summary>
    [Fact]
    public void Examiner_and_reviewers_have_a_conflict_of_interest()
    {
        var review = A.Case().SecondReviewSupports().Assignment;
        var conflict = new Conflict(A.Exam(), A.Sitting(), review, [Who.Secretary.Id]);
        Assert.True(conflict.WithBoard(Who.Reviewer));
        Assert.True(conflict.WithBoard(Who.SecondReviewer));
        Assert.True(conflict.WithBoard(Who.Examiner with { Email = "A.DeVries@Uni.Example" }));
        Assert.True(conflict.WithBoard(Who.Member with { StudentNumber = A.Sitting().StudentNumber }));
        Assert.True(conflict.WithBoard(Who.Secretary));
        Assert.False(conflict.WithBoard(Who.Member));
        Assert.False(conflict.WithBoard(Who.Member with { StudentNumber = "0000000" }));
        Assert.True(conflict.WithSecondReview(Who.Secretary));
        Assert.False(conflict.WithSecondReview(Who.Reviewer));
        Assert.False(conflict.IsParty(Who.Secretary));
    }

    [Theory]
    [InlineData(1, false, false)]
    [InlineData(2, false, true)]
    [InlineData(3, false, true)]
    [InlineData(3, true, false)]
    public void Two_members_without_a_conflict_are_a_quorum(int members, bool conflict, bool quorum)
    {
        SessionMember[] all = [new(Who.Member.Id, "a"), new(Who.OtherMember.Id, "b"), new(Who.Chair.Id, "c")];
        var file = new CommitteeFile(null, null, null, null, new BoardSession { Case = A.CaseId, Members = [.. all.Take(members)] }, ActorHasConflict: false, SessionHasConflict: conflict);
        var facts = new CaseFacts();
        CommitteeFacts.State(facts, Who.Secretary, file, Friday);
        Assert.Equal(quorum, facts.Meets(Requirement.QuorumWithoutConflict));
    }

    [Fact]
    public void A_member_decides_only_in_the_session_and_only_without_a_conflict()
    {
        var @case = A.Case().InDeliberation();
        Assert.True(@case.Facts(Who.Member).Meets(Requirement.MemberOfThisSession));
        Assert.False(@case.Facts(Who.Person(30, "Een ander lid", Role.BoardMember)).Meets(Requirement.MemberOfThisSession));
        Assert.False(@case.Facts(Who.Member with { Email = A.ExaminersAddress }).Meets(Requirement.MemberOfThisSession));
    }

    [Theory]
    [InlineData(ViewForm.Written, true)]
    [InlineData(ViewForm.Oral, true)]
    [InlineData(ViewForm.NoReaction, false)]
    public void A_view_that_was_given_needs_a_reply_and_silence_does_not(ViewForm form, bool needsReply)
    {
        Assert.Equal(needsReply, A.Case().ViewReceived(form).View!.NeedsReply);
        Assert.True(A.Case().ViewReceived(form).Facts(Who.Member).Meets(Requirement.StudentHeardOrWaived));
        Assert.False(new View { Case = A.CaseId, Form = form }.NeedsReply);
    }

    [Fact]
    public void Nothing_is_met_while_the_committee_has_no_records()
    {
        var facts = A.Case().Reported().Facts(Who.Secretary);
        Assert.All(
            [Requirement.InvestigationRecorded, Requirement.NoticeTerm, Requirement.ReactionTermElapsed, Requirement.ViewWritten, Requirement.HearingPlanned, Requirement.HearingMinutes,
             Requirement.StudentHeardOrWaived, Requirement.QuorumWithoutConflict, Requirement.MemberOfThisSession],
            requirement => Assert.False(facts.Meets(requirement), $"{requirement}"));
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Tests.Features.Committee;

public sealed class ProcedureTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>L14: at the opening of the case the student is told that there is a report.</summary>
    [Fact]
    public async Task Taking_up_a_report_tells_the_student_and_cannot_be_appealed()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.UnderInvestigation);
        await using var _ = portal;
        var letter = await portal.ReadAsync(db => db.Letters.SingleAsync(Ct));
        Assert.Equal((LetterKind.NoticeOfReport, Language.Dutch, null, "Mirjam Bos"), (letter.Kind, letter.Language, letter.AppealBy, letter.PublishedByName));
        Assert.Equal(portal.Who("secretaris").Id, (await portal.ReadAsync(db => db.Investigations.SingleAsync(Ct))).TakenUpBy);
        Assert.Equal(@case.Id, letter.Case);
    }

    [Fact]
    public async Task A_report_about_somebody_without_an_account_can_be_taken_up_and_waits_for_an_address()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Reported);
        await using var _ = portal;
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE AspNetUsers SET StudentNumber = NULL");
        await ACase.DoneAsync(@case.TakeUpAsync());
        await ACase.DoneAsync(@case.WriteFindingsAsync());
        Assert.Equal(0, await portal.ReadAsync(db => db.Letters.CountAsync(Ct)));
        Assert.Equal([Requirement.AddresseeKnown], Assert.IsType<Refused>(await @case.InviteAsync()).Unmet);
    }

    /// <summary>L11: the invitation says until when, and that day is when the case is due.</summary>
    [Fact]
    public async Task An_invitation_is_a_letter_with_the_day_until_which_the_student_can_react()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ViewsInvited);
        await using var _ = portal;
        var letter = await portal.ReadAsync(db => db.Letters.SingleAsync(item => item.Kind == LetterKind.InvitationForView, Ct));
        Assert.Null(letter.AppealBy);
        Assert.Equal((new DateOnly(2026, 11, 17), new DateOnly(2026, 11, 17)), ((await portal.ReadAsync(db => db.Invitations.SingleAsync(Ct))).ReactBy, (await @case.NowAsync()).Due!.Value));
    }

    [Fact]
    public async Task A_draft_that_was_never_handed_in_is_no_view_when_the_term_has_passed()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ViewsInvited);
        await using var _ = portal;
        await ACase.DoneAsync(@case.WriteViewAsync("Dit is nog niet af."));
        await ACase.DoneAsync(portal.On(11, 18).Then(() => @case.RecordNoReactionAsync()));
        var view = await portal.ReadAsync(db => db.Views.SingleAsync(Ct));
        Assert.Equal(("", ViewForm.NoReaction, portal.Clock.GetUtcNow()), (view.Text, view.Form, view.ReceivedAt));
        Assert.Equal(CaseState.ViewsReceived, (await @case.NowAsync()).State);
    }

    /// <summary>law.md section 4, row 14: silence is no admission, so the student is reminded before it is recorded.</summary>
    [Fact]
    public async Task The_student_is_reminded_and_sees_it_before_silence_is_recorded()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ViewsInvited);
        await using var _ = portal;
        Assert.Equal([Requirement.ReminderSent], Assert.IsType<Refused>(await portal.On(11, 18).Then(() => @case.RecordNoReactionAsync(withoutReminder: ""))).Unmet);
        await ACase.DoneAsync(@case.RemindAsync());
        var mine = (await portal.Get<Web.Features.Student.MyCases>().FindAsync(@case.Id, portal.Who("student").Id, Ct))!;
        Assert.Equal((CaseAction.RemindStudent, new DateOnly(2026, 11, 18)), (mine.Timeline[^1].Action, mine.Timeline[^1].Date));

        Assert.Equal([Requirement.ReminderSent], Assert.IsType<Refused>(await @case.RecordNoReactionAsync(withoutReminder: "")).Unmet);
        await ACase.DoneAsync(portal.On(11, 19).Then(() => @case.RecordNoReactionAsync(withoutReminder: "")));
        Assert.Equal(CaseState.ViewsReceived, (await @case.NowAsync()).State);
    }

    /// <summary>Awb 4:9: the student chooses to speak instead of to write.</summary>
    [Fact]
    public async Task A_student_who_asks_to_be_heard_is_heard_and_the_statement_is_kept()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.HearingScheduled);
        await using var _ = portal;
        await ACase.DoneAsync(@case.PlanHearingAsync(Amsterdam.At(new(2026, 11, 20), new(10, 0))));
        await ACase.DoneAsync(@case.PlanHearingAsync(Amsterdam.At(new(2026, 11, 23), new(14, 30))));
        Assert.Equal(new DateOnly(2026, 11, 23), (await @case.NowAsync()).Due);

        await ACase.DoneAsync(portal.On(11, 23, 16).Then(() => @case.RecordHearingAsync()));

        var (hearing, view) = (await portal.ReadAsync(db => db.Hearings.SingleAsync(Ct)), await portal.ReadAsync(db => db.Views.SingleAsync(Ct)));
        Assert.Equal(("Kamer 1.14", true, "Het verslag."), (hearing.Place, hearing.CautionGiven, hearing.Minutes));
        Assert.Equal((ViewForm.Oral, "Ik had hem gevraagd weg te blijven."), (view.Form, view.Text));
    }

    /// <summary>I9, Awb 2:4: who examined or reviewed does not deliberate.</summary>
    [Theory]
    [InlineData("UPDATE Exams SET Examiner = 'lid2@demo.example'")]
    [InlineData("UPDATE Assignments SET Reviewer = (SELECT Id FROM AspNetUsers WHERE Email = 'lid2@demo.example')")]
    [InlineData("UPDATE Assignments SET SecondReviewer = (SELECT Id FROM AspNetUsers WHERE Email = 'lid2@demo.example')")]
    public async Task Whoever_examined_or_reviewed_is_no_member_of_the_session(string involved)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ViewsReceived);
        await using var _ = portal;
        await Sql.RunAsync(portal.DatabaseFile, involved);
        Assert.Equal([Requirement.QuorumWithoutConflict], Assert.IsType<Refused>(await @case.DeliberateAsync("secretaris", "lid1", "lid2", "voorzitter")).Unmet);
        await ACase.DoneAsync(@case.DeliberateAsync("secretaris", "lid1", "voorzitter"));
    }

    [Theory]
    [InlineData("secretaris")]
    [InlineData("reviewer")]
    [InlineData("examinator")]
    public async Task Only_members_of_the_board_make_a_quorum(string who)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ViewsReceived);
        await using var _ = portal;
        Assert.Equal([Requirement.QuorumWithoutConflict], Assert.IsType<Refused>(await @case.DeliberateAsync("secretaris", "lid1", who)).Unmet);
    }

    [Theory]
    [InlineData(Role.BoardSecretary)]
    [InlineData(Role.BoardMember)]
    [InlineData(Role.Chair)]
    public async Task A_reviewer_who_also_sits_on_the_board_does_not_take_the_case_up(Role role)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Reported);
        await using var _ = portal;
        var both = await portal.AccountAsync(new AccountDraft("both@demo.example", "Noor van Dam", [Role.Reviewer, role], null, "nl"));
        await Sql.RunAsync(portal.DatabaseFile, $"UPDATE Assignments SET SecondReviewer = '{both.Id.Value.ToString().ToUpperInvariant()}'");
        Assert.Equal([Requirement.NoConflictOfInterest], Assert.IsType<Refused>(await @case.TakeUpAsync(both.Email)).Unmet);
    }

    [Fact]
    public async Task Nobody_writes_over_findings_that_a_colleague_wrote_meanwhile()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.UnderInvestigation);
        await using var _ = portal;
        await ACase.DoneAsync(@case.WriteFindingsAsync("lid1", "Drie alinea’s.", from: ""));
        Assert.Equal(RefusalKind.ChangedMeanwhile, Assert.IsType<Refused>(await @case.WriteFindingsAsync("secretaris", "x", from: "")).Kind);
        Assert.Equal("Drie alinea’s.", await @case.FindingsAsync());
    }

    /// <summary>Awb 3:41: a letter to an account that nobody can open has not been made known.</summary>
    [Theory]
    [InlineData("UPDATE AspNetUsers SET Disabled = 1 WHERE Email LIKE 's0412701@%'")]
    [InlineData("DELETE FROM AspNetUserRoles WHERE UserId = (SELECT Id FROM AspNetUsers WHERE Email LIKE 's0412701@%')")]
    public async Task Nothing_is_addressed_to_an_account_that_the_student_cannot_use(string how)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.CoSigned);
        await using var _ = portal;
        await Sql.RunAsync(portal.DatabaseFile, how);
        Assert.Contains(Requirement.AddresseeKnown, Assert.IsType<Refused>(await portal.On(11, 20).Then(() => @case.PublishAsync())).Unmet);
    }

    [Fact]
    public async Task A_member_who_left_the_board_after_the_agenda_was_made_does_not_decide()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Drafted);
        await using var _ = portal;
        await Sql.RunAsync(portal.DatabaseFile, "DELETE FROM AspNetUserRoles WHERE UserId = (SELECT Id FROM AspNetUsers WHERE Email = 'lid1@demo.example')");
        Assert.Equal(RefusalKind.NotThisRole, Assert.IsType<Refused>(await @case.DecideAsync(Core.Decisions.Outcome.Irregularity)).Kind);
        await ACase.DoneAsync(@case.DecideAsync(Core.Decisions.Outcome.Irregularity, "lid2"));
    }
}

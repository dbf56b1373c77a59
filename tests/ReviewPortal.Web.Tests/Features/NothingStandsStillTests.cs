using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Features.Recordings;
using ReviewPortal.Web.Tests.Pdf;

namespace ReviewPortal.Web.Tests.Features;

/// <summary>People leave, do not come, and write what no printer knows: a case goes on all the same.</summary>
public sealed class NothingStandsStillTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Stage.ReportWritten)]
    [InlineData(Stage.Investigated)]
    public async Task A_candidate_who_writes_emoji_and_arabic_does_not_stop_the_report_or_the_invitation(Stage stage)
    {
        var (portal, @case) = await Stages.AtAsync(stage);
        await using var _ = portal;
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE Messages SET Text = Text || ' 😅 شكرا'");
        await ACase.DoneAsync(stage is Stage.ReportWritten ? @case.SignReportAsync() : @case.InviteAsync());
        if (stage is Stage.ReportWritten) Assert.Contains("[U+1F605]", await ReadOutAsync(portal, await portal.ReadAsync(db => db.ProcessenVerbaal.Select(item => item.Sha256!).SingleAsync(Ct))), StringComparison.Ordinal);
    }

    /// <summary>UAVG 46: the number of a citizen does not go out, and does not keep the letter in either.</summary>
    [Fact]
    public async Task A_view_with_emoji_and_a_citizen_service_number_is_quoted_in_a_letter_that_goes_out()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ViewsInvited);
        await using var _ = portal;
        await ACase.DoneAsync(@case.GiveViewAsync("Ik was het niet 😢, mijn BSN is 123456782."));
        await ACase.DoneAsync(portal.On(11, 16).Then(() => @case.DeliberateAsync()));
        await @case.PublishedAsync(Drafts.ForUniversity);
        var letter = await ReadOutAsync(portal, await portal.ReadAsync(db => db.Letters.OrderBy(item => item.PublishedAt).Select(item => item.Sha256).LastAsync(Ct)));
        Assert.Contains("[U+1F622]", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("123456782", letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_reviewer_makes_room_for_another_and_does_not_come_back()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ReasonsWritten);
        await using var _ = portal;
        await ACase.DoneAsync(@case.HandBackAsync("tweede"));
        var assignment = await portal.ReadAsync(db => db.Assignments.SingleAsync(Ct));
        Assert.Equal((null, null, ""), (assignment.SecondReviewer, assignment.SecondReviewerName, assignment.OpinionReasons));
        Assert.Equal([Requirement.SecondReviewerIsAnother], Assert.IsType<Refused>(await @case.TakeSecondReviewAsync()).Unmet);
        await ACase.DoneAsync(@case.TakeSecondReviewAsync("reviewer2"));
    }

    [Fact]
    public async Task The_coordinator_takes_a_case_back_from_reviewers_who_left_and_the_review_begins_anew()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ReportWritten);
        await using var _ = portal;
        Assert.Equal([Requirement.HandBackReason], Assert.IsType<Refused>(await TakeBackAsync("")).Unmet);
        await ACase.DoneAsync(TakeBackAsync("Noor van Dam werkt hier niet meer."));
        Assert.Equal(CaseState.Imported, (await @case.NowAsync()).State);
        Assert.Equal(0, await portal.ReadAsync(db => db.ProcessenVerbaal.CountAsync(Ct)));
        await ACase.DoneAsync(@case.AssignAsync("reviewer2"));
        Assert.Equal([Requirement.OwnReview], Assert.IsType<Refused>(await @case.MarkAsync()).Unmet);
        await ACase.DoneAsync(@case.MarkAsync("reviewer2"));

        Task<Answer> TakeBackAsync(string reason) => portal.Get<TakeBack>().RunAsync(@case.Latest, reason, portal.Who("coordinator").Id, Ct);
    }

    [Fact]
    public async Task A_student_who_does_not_come_to_the_hearing_has_not_reacted_and_admits_nothing()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.HearingPlanned);
        await using var _ = portal;
        await ACase.DoneAsync(@case.RecordNoReactionAsync());
        var view = await portal.ReadAsync(db => db.Views.SingleAsync(Ct));
        Assert.Equal((ViewForm.NoReaction, ""), (view.Form, view.Text));
    }

    [Fact]
    public async Task When_the_other_member_leaves_the_case_comes_on_the_agenda_again_and_the_signature_lapses()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Decided);
        await using var _ = portal;
        await ACase.DoneAsync(@case.DeliberateAsync("secretaris", "lid2", "voorzitter"));
        var decision = await @case.DecisionAsync();
        Assert.Equal((null, Drafts.ForUniversity.Reasons), (decision.SignedBy, decision.Reasons));
        Assert.Equal([Requirement.MemberOfThisSession], Assert.IsType<Refused>(await @case.DecideAsync(Outcome.Irregularity)).Unmet);
        await ACase.DoneAsync(@case.DecideAsync(Outcome.Irregularity, "lid2"));
        await ACase.DoneAsync(@case.CoSignAsync());
        Assert.Equal([Requirement.NotCoSigned], Assert.IsType<Refused>(await @case.DeliberateAsync()).Unmet);
    }

    [Fact]
    public async Task The_minutes_of_a_hearing_are_kept_while_they_are_written()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.HearingPlanned);
        await using var _ = portal;
        await ACase.DoneAsync(@case.WriteMinutesAsync());
        Assert.Equal("De voorzitter opent de zitting.", await portal.ReadAsync(db => db.Hearings.Select(item => item.Minutes).SingleAsync(Ct)));
        Assert.Equal(CaseState.HearingScheduled, (await @case.NowAsync()).State);
    }

    private static async Task<string> ReadOutAsync(APortal portal, string sha256)
    {
        using var pdf = new PrintedPdf(await portal.ReadAsync(db => db.Files.Where(item => item.Sha256 == sha256).Select(item => item.Content).SingleAsync(Ct)));
        return pdf.ReadOut();
    }
}

using ReviewPortal.Core.Appeals;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Features.Appeals;
using ReviewPortal.Web.Features.Student;

namespace ReviewPortal.Web.Tests.Features.Committee;

/// <summary>A slip in a typed day is refused, or can be mended; and what a student was given to read stays readable.</summary>
public sealed class TypedDaysTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Awb 4:8: longer because the student asks; a day that was a slip comes back, never below the notice term.</summary>
    [Fact]
    public async Task The_last_day_to_react_can_be_moved_and_the_student_reads_it()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ViewsInvited);
        await using var _ = portal;
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE Invitations SET ReactBy = '2062-11-24'");
        await ACase.DoneAsync(@case.MoveReactionDayAsync(new DateOnly(2026, 12, 8)));

        var mine = await portal.Get<MyCases>().FindAsync(@case.Id, portal.Who("student").Id, Ct);
        Assert.Equal((new DateOnly(2026, 12, 8), CaseAction.MoveReactionDay), (mine!.ReactBy!.Value, mine.Timeline[^1].Action));
        Assert.Equal(new DateOnly(2026, 12, 8), (await @case.NowAsync()).Due);
        Assert.Equal([Requirement.ReactionTermElapsed], Assert.IsType<Refused>(await portal.On(12, 8).Then(() => @case.RecordNoReactionAsync())).Unmet);
        await ACase.DoneAsync(portal.On(12, 9).Then(() => @case.RecordNoReactionAsync()));
    }

    [Fact]
    public async Task Days_of_an_appeal_lie_where_they_can()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.AppealPending);
        await using var _ = portal;
        var today = Amsterdam.DateOf(portal.Clock.GetUtcNow());
        foreach (var decideBy in new[] { today.AddDays(-1), today.AddYears(1).AddDays(1), new DateOnly(9999, 1, 1) })
        {
            var ruling = new RulingRecord(Ruling.Annulled, today, "Gegrond.", false, decideBy);
            Assert.Equal([Requirement.RulingRecorded], Assert.IsType<Refused>(await portal.Get<RecordRuling>().RunAsync(@case.Latest, ruling, portal.Who("beroep").Id, Ct)).Unmet);
        }

        foreach (var from in new[] { new DateOnly(1900, 1, 1), new DateOnly(2062, 1, 1) })
            Assert.Equal([Requirement.InterimMeasureDescribed], Assert.IsType<Refused>(await @case.RecordInterimMeasureAsync(from: from)).Unmet);
    }

    [Fact]
    public async Task An_appeal_before_the_test_and_a_new_test_in_a_far_year_are_slips()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Notified);
        await using var _ = portal;
        Assert.Equal([Requirement.AppealReceived], Assert.IsType<Refused>(await @case.LodgeAppealAsync(new DateOnly(1926, 11, 23))).Unmet);
        Assert.Equal([Requirement.RetakeDate], Assert.IsType<Refused>(await @case.PlanRetakeAsync(new DateOnly(2062, 1, 18))).Unmet);
    }

    /// <summary>Awb 4:8, 6:19: heard again, the student keeps the report and what was said before.</summary>
    [Theory]
    [InlineData(Stage.Notified)]
    [InlineData(Stage.Annulled)]
    public async Task What_was_disclosed_stays_so_when_the_student_is_heard_again(Stage stage)
    {
        var (portal, @case) = await Stages.AtAsync(stage);
        await using var _ = portal;
        var student = portal.Who("student").Id;
        var before = await portal.Get<MyCases>().FindAsync(@case.Id, student, Ct);
        Assert.Empty(before!.Earlier);
        await ACase.DoneAsync(@case.HearAgainAsync(by: stage is Stage.Annulled ? "secretaris" : "lid1"));

        var after = await portal.Get<MyCases>().FindAsync(@case.Id, student, Ct);
        Assert.Equal((true, before.Moments.Length), (after!.ReportDisclosed, after.Moments.Length));
        Assert.Equal((before.ViewText, before.ViewReceivedAt), (Assert.Single(after.Earlier).Text, after.Earlier[0].ReceivedAt));
        Assert.True(await portal.Get<Infrastructure.Store.CaseFiles>().LookAsync(@case.Id, student, file => file.IsDisclosed, Ct));
    }
}

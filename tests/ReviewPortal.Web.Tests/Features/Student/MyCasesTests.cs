using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Demo;
using ReviewPortal.Web.Features.Student;

namespace ReviewPortal.Web.Tests.Features.Student;

/// <summary>A student is told what has been disclosed, and nothing before it was.</summary>
public sealed class MyCasesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Stage.Imported, Stand.Recorded)]
    [InlineData(Stage.Marked, Stand.Recorded)]
    [InlineData(Stage.ReportWritten, Stand.Recorded)]
    [InlineData(Stage.Reported, Stand.Recorded)]
    [InlineData(Stage.Cleared, Stand.Cleared)]
    [InlineData(Stage.Investigated, Stand.Investigated)]
    [InlineData(Stage.ViewsInvited, Stand.YourTurn)]
    [InlineData(Stage.HearingPlanned, Stand.Hearing)]
    [InlineData(Stage.ViewsReceived, Stand.BoardDecides)]
    [InlineData(Stage.Drafted, Stand.BoardDecides)]
    [InlineData(Stage.CoSigned, Stand.BoardDecides)]
    [InlineData(Stage.Notified, Stand.Decided)]
    public async Task A_student_sees_where_the_own_test_stands_and_no_more_than_was_told(Stage stage, Stand stand)
    {
        var (portal, @case) = await Stages.AtAsync(stage);
        await using var _ = portal;
        var student = portal.Who("student").Id;

        var line = Assert.Single(await portal.Get<MyCases>().ListAsync(student, Ct));
        var mine = await portal.Get<MyCases>().FindAsync(@case.Id, student, Ct);

        Assert.Equal((stand, stand), (line.Stand, mine!.Stand));
        Assert.Equal(stage >= Stage.ViewsInvited && stage is not (Stage.Cleared or Stage.FraudDrafted), mine.ReportDisclosed);
        Assert.Equal(mine.ReportDisclosed, !mine.Moments.IsEmpty);
        Assert.Equal((stage is Stage.Notified, stage is Stage.Notified), (line.Outcome is not null, mine.Outcome is not null));
        // Who asked to be heard may still write instead (Awb 4:9).
        Assert.Equal(stage is Stage.ViewsInvited or Stage.HearingScheduled or Stage.HearingPlanned, mine.ToGiveView.IsDone);
        // And who wrote may still ask to be heard, until the last day (Awb 4:8, 4:9).
        Assert.Equal(stage is Stage.ViewsInvited or Stage.ViewsReceived or Stage.Drafted, mine.ToAskHearing.IsDone);
        Assert.Equal(stage is Stage.ViewsReceived or Stage.Drafted, mine.ToSupplement.IsDone);
        Assert.DoesNotContain(mine.Timeline, step => step.Action is CaseAction.Assign or CaseAction.AskSecondReview or CaseAction.SupportSuspicion or CaseAction.SignProcesVerbaal or CaseAction.Deliberate or CaseAction.DecideIrregularity or CaseAction.CoSign);
    }

    [Theory]
    [InlineData("s0412702@demo.example")]
    [InlineData("reviewer@demo.example")]
    [InlineData("beheer@demo.example")]
    public async Task Nobody_else_has_that_test_on_the_own_list(string who)
    {
        var (portal, _) = await Stages.AtAsync(Stage.Notified);
        await using var closing = portal;
        Assert.Empty(await portal.Get<MyCases>().ListAsync(portal.Who(who).Id, Ct));
    }

    /// <summary>Netiquette and what the second reviewer noted are not disclosed: they carry nothing (UU-NET-2).</summary>
    [Fact]
    public async Task Only_what_carries_the_report_is_disclosed()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Marked);
        await using var _ = portal;
        await ACase.DoneAsync(@case.MarkAsync(ground: "NETIQUETTE", seen: "De student draagt een badjas."));
        await ACase.DoneAsync(@case.AskSecondReviewAsync());
        await ACase.DoneAsync(@case.TakeSecondReviewAsync());
        await ACase.DoneAsync(@case.MarkAsync("tweede", seen: "Iets wat alleen de tweede zag."));
        await ACase.DoneAsync(@case.WatchAsync("tweede"));
        await ACase.DoneAsync(@case.WriteReasonsAsync());
        await ACase.DoneAsync(@case.GiveOpinionAsync());
        await ACase.DoneAsync(@case.WriteReportAsync());
        await ACase.DoneAsync(@case.SignReportAsync());
        await ACase.DoneAsync(@case.TakeUpAsync());
        await ACase.DoneAsync(@case.WriteFindingsAsync());
        await ACase.DoneAsync(@case.InviteAsync());

        var mine = await portal.Get<MyCases>().FindAsync(@case.Id, portal.Who("student").Id, Ct);
        Assert.Equal(["De deur gaat open en iemand komt binnen."], mine!.Moments.Select(moment => moment.Seen));
        Assert.Equal([ADelivery.Report, "Ik ben klaar, maar het was na de toets."], mine.Messages.Select(message => message.Text));
    }

    [Fact]
    public async Task A_view_that_is_being_written_survives_and_is_not_yet_given()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ViewsInvited);
        await using var _ = portal;
        await ACase.DoneAsync(@case.WriteViewAsync("Ik was alleen, tot mijn huisgenoot"));
        var mine = await portal.Get<MyCases>().FindAsync(@case.Id, portal.Who("student").Id, Ct);
        Assert.Equal(("Ik was alleen, tot mijn huisgenoot", null), (mine!.ViewText, mine.ViewReceivedAt));
        Assert.Null(await portal.Get<CaseFiles>().LookAsync(@case.Id, portal.Who("secretaris").Id, file => file.View?.ReceivedAt, Ct));
    }

    [Fact]
    public void Every_sample_has_a_student_of_its_own() => Assert.Equal(DemoAccounts.Students.Length, DemoAccounts.Students.Select(student => student.StudentNumber).Distinct().Count());
}

using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Web.Features.Student;

namespace ReviewPortal.Web.Tests.Features.Student;

/// <summary>Awb 4:8, 4:9: who gives a view early keeps the whole term, to add to it and to be heard.</summary>
public sealed class SupplementTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_added_stands_below_what_was_said_and_nothing_is_written_over()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ViewsReceived);
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(11, 13).Then(() => @case.SupplementViewAsync("De buurman bevestigt het.")));
        // What is typed into the old form after that changes nothing that was handed in.
        await portal.Get<GiveView>().WriteAsync(@case.Id, "Iets heel anders.", portal.Who("student").Id, Ct);
        var mine = await MineAsync(portal, @case);
        Assert.Matches("^Ik heb het meteen gemeld\\.\\s+Aanvulling van .*13 november 2026.*:\\s+De buurman bevestigt het\\.$", mine.ViewText.ReplaceLineEndings(" "));
        Assert.Equal(new DateOnly(2026, 11, 12), Amsterdam.DateOf(mine.ViewReceivedAt!.Value));
        Assert.True(mine.ToSupplement.IsDone);
        Assert.Contains(CaseAction.SupplementView, mine.Timeline.Select(step => step.Action));
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    [Fact]
    public async Task Without_a_view_there_is_nothing_to_add_to()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.HearingScheduled);
        await using var _ = portal;
        Assert.Equal([Requirement.ViewWritten], Assert.IsType<Refused>(await @case.SupplementViewAsync()).Unmet);
    }

    [Fact]
    public async Task Signed_meanwhile_the_decision_goes_back_to_those_who_signed_it()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Deliberation);
        await using var _ = portal;
        await ACase.DoneAsync(@case.DraftAsync(Drafts.ForUniversity));
        await ACase.DoneAsync(@case.DecideAsync(Outcome.Irregularity));
        await ACase.DoneAsync(@case.CoSignAsync());

        await ACase.DoneAsync(@case.SupplementViewAsync());

        Assert.Equal(CaseState.Deliberation, (await @case.NowAsync()).State);
        Assert.False((await @case.DecisionAsync()).IsSigned);
        // The board meets again on the whole of it when it came after the session.
        await ACase.DoneAsync(portal.On(11, 17).Then(() => @case.SupplementViewAsync("Nog iets.")));
        Assert.Equal([Requirement.SessionHeld], Assert.IsType<Refused>(await @case.DecideAsync(Outcome.Irregularity)).Unmet);
    }

    [Fact]
    public async Task Asked_to_be_heard_as_well_the_student_keeps_the_words_in_writing()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ViewsReceived);
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(11, 13).Then(() => @case.AskHearingAsync()));
        Assert.Equal(CaseState.HearingScheduled, (await @case.NowAsync()).State);
        await ACase.DoneAsync(@case.PlanHearingAsync(Amsterdam.At(new(2026, 11, 23), new(10, 0))));
        await ACase.DoneAsync(portal.On(11, 23, 12).Then(() => @case.RecordHearingAsync()));
        var mine = await MineAsync(portal, @case);
        Assert.StartsWith("Ik heb het meteen gemeld.", mine.ViewText, StringComparison.Ordinal);
        Assert.Contains("Op de hoorzitting van", mine.ViewText, StringComparison.Ordinal);
        Assert.NotNull(mine.Minutes);
    }

    /// <summary>Who does not come to the hearing has still given a view.</summary>
    [Fact]
    public async Task A_hearing_nobody_came_to_takes_no_view_away()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ViewsReceived);
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(11, 13).Then(() => @case.AskHearingAsync()));
        await ACase.DoneAsync(@case.PlanHearingAsync(Amsterdam.At(new(2026, 11, 23), new(10, 0))));
        await ACase.DoneAsync(portal.On(11, 23, 12).Then(() => @case.RecordNoReactionAsync()));
        Assert.Equal(ViewForm.Written, await portal.ReadAsync(db => db.Views.Select(view => view.Form!.Value).SingleAsync(Ct)));
        Assert.Equal("Ik heb het meteen gemeld.", (await MineAsync(portal, @case)).ViewText);
    }

    /// <summary>Awb 4:8, 7:2: the student reads the day and the place of the executive board's hearing, until it has decided.</summary>
    [Fact]
    public async Task The_executive_boards_invitation_stands_with_the_case()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.TerminationProposed);
        await using var _ = portal;
        var at = Amsterdam.At(new(2026, 12, 1), new(14, 30));
        await ACase.DoneAsync(@case.InviteToHearingAsync(at, "Bestuursgebouw, kamer 5"));
        var told = (await MineAsync(portal, @case)).EnrolmentHearing!;
        Assert.Equal((at, "Bestuursgebouw, kamer 5"), (told.PlannedAt, told.Place));
        // Before that hour nobody has been heard, whatever is written down.
        Assert.Equal([Requirement.HeardByExecutiveBoard], Assert.IsType<Refused>(await portal.On(11, 30).Then(() => @case.DecideTerminationAsync())).Unmet);
        await ACase.DoneAsync(portal.On(12, 2).Then(() => @case.DecideTerminationAsync()));
        Assert.Null((await MineAsync(portal, @case)).EnrolmentHearing);
    }

    private static async Task<MyCase> MineAsync(APortal portal, ACase @case) => (await portal.Get<MyCases>().FindAsync(@case.Id, portal.Who("student").Id, Ct))!;
}

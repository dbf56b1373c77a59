using Bunit;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Features.Decisions;
using ReviewPortal.Web.Features.Student;
using ReviewPortal.Web.Features.Worklist;

namespace ReviewPortal.Web.Tests.Features.Student;

/// <summary>Awb 4:8, 4:9: who gives a view early keeps the whole term, to add to it and to be heard.</summary>
public sealed class SupplementTests
{
    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

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

        Assert.Equal(CaseState.ViewsReceived, (await @case.NowAsync()).State);
        Assert.False((await @case.DecisionAsync()).IsSigned);
    }

    /// <summary>Awb 3:46: on the very day of the session as well, the board meets on the whole of it and looks at its reply again.</summary>
    [Fact]
    public async Task What_came_after_the_session_is_deliberated_and_answered_before_anybody_signs_again()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Deliberation);
        await using var _ = portal;
        await ACase.DoneAsync(@case.DraftAsync(Drafts.ForUniversity));
        await ACase.DoneAsync(@case.DecideAsync(Outcome.Irregularity));
        await ACase.DoneAsync(@case.CoSignAsync());
        await ACase.DoneAsync(portal.On(11, 16, 15).Then(() => @case.SupplementViewAsync("De buurman zag het.")));

        Assert.Equal(RefusalKind.NotFromThisState, Assert.IsType<Refused>(await @case.DecideAsync(Outcome.Irregularity)).Kind);
        Assert.Equal((CaseState.ViewsReceived, Amsterdam.At(new(2026, 11, 16), new(15, 0))), await AddedAsync(portal, @case));
        await using (var page = Pages.APage.For(portal, "lid1"))
            Assert.Contains("de secretaris zet de zaak weer op de agenda", page.Render<DecisionPage>(parameters => parameters.Add(item => item.Number, "2026-0001")).Find("[role=status].note").TextContent, StringComparison.Ordinal);
        // The secretary is the one it waits for.
        Assert.Equal([(CaseAction.Deliberate, 1)], await portal.Get<CaseLists>().CountWorkAsync(portal.Who("secretaris").Id, Ct));
        Assert.Empty(await portal.Get<CaseLists>().CountWorkAsync(portal.Who("lid1").Id, Ct));

        await ACase.DoneAsync(portal.On(11, 16, 16).Then(() => @case.DeliberateAsync()));
        var refused = Assert.IsType<Refused>(await @case.DecideAsync(Outcome.Irregularity));
        Assert.Equal([Requirement.ReplyToView], refused.Unmet);
        Assert.Contains("lees uw reactie na", refused.Sentence(Language.Dutch), StringComparison.Ordinal);
        await using (var page = Pages.APage.For(portal, "lid1"))
        {
            var decision = page.Render<DecisionPage>(parameters => parameters.Add(item => item.Number, "2026-0001"));
            // Who finds that it still holds says so, and that is kept like words.
            portal.On(11, 16, 17);
            decision.FindAll("button").Single(button => button.TextContent is "De reactie klopt nog").Click();
            decision.WaitForAssertion(() => Assert.DoesNotContain("De reactie klopt nog", decision.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
        }

        await ACase.DoneAsync(@case.DecideAsync(Outcome.Irregularity));
        Assert.Null((await AddedAsync(portal, @case)).At);
    }

    /// <summary>A letter quotes the whole view: with everything that is added it stays a letter.</summary>
    [Fact]
    public async Task A_view_with_its_additions_has_an_end_and_says_how_much_is_too_much()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ViewsReceived);
        await using var _ = portal;
        var room = (await MineAsync(portal, @case)).ViewRoom;
        var refused = Assert.IsType<Refused>(await @case.SupplementViewAsync(new string('x', room + 7)));
        Assert.Equal([Requirement.WithinLength], refused.Unmet);
        Assert.Contains("Er moeten nog 7 tekens af.", refused.Sentence(Language.Dutch), StringComparison.Ordinal);
        Assert.Equal("Ik heb het meteen gemeld.", (await MineAsync(portal, @case)).ViewText);
        await ACase.DoneAsync(@case.SupplementViewAsync(new string('x', room)));
        Assert.Equal((StudentWords.Longest, 0), ((await MineAsync(portal, @case)).ViewText.Length, (await MineAsync(portal, @case)).ViewRoom));
    }

    [Fact]
    public async Task What_is_too_long_is_not_kept_while_it_is_written_either()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ViewsInvited);
        await using var _ = portal;
        Assert.Equal([Requirement.WithinLength], Assert.IsType<Refused>(await @case.WriteViewAsync(SpoiltSteps.TooLong)).Unmet);
        var (heard, other) = await Stages.AtAsync(Stage.Heard);
        await using var __ = heard;
        Assert.Equal([Requirement.WithinLength], Assert.IsType<Refused>(await other.WriteCommentAsync(text: SpoiltSteps.TooLong)).Unmet);
    }

    /// <summary>Awb 4:9: a hearing to which nobody came is over; who asks again is given a new day, with its own notice.</summary>
    [Fact]
    public async Task Asked_again_after_nobody_came_a_hearing_has_no_day_yet()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ViewsInvited);
        await using var _ = portal;
        await ACase.DoneAsync(@case.MoveReactionDayAsync(new(2026, 11, 30)));
        await ACase.DoneAsync(portal.On(11, 11).Then(() => @case.AskHearingAsync()));
        await ACase.DoneAsync(@case.PlanHearingAsync(Amsterdam.At(new(2026, 11, 19), new(10, 0))));
        await ACase.DoneAsync(portal.On(11, 20).Then(() => @case.RecordNoReactionAsync()));
        await ACase.DoneAsync(portal.On(11, 25).Then(() => @case.AskHearingAsync()));

        var mine = await MineAsync(portal, @case);
        Assert.Null(mine.HearingAt);
        Assert.DoesNotContain(mine.ToDo, item => item.Turn is MyTurn.Hearing);
        Assert.Equal([Requirement.HearingPlanned], Assert.IsType<Refused>(await @case.RecordHearingAsync()).Unmet);
        Assert.Equal([Requirement.HearingPlanned], Assert.IsType<Refused>(await @case.RecordNoReactionAsync()).Unmet);
        await ACase.DoneAsync(@case.PlanHearingAsync(Amsterdam.At(new(2026, 12, 3), new(10, 0))));
        // A calendar takes the highest as the last word (RFC 5545, 3.8.7.4).
        Assert.Equal(1, await portal.ReadAsync(db => db.Hearings.Select(hearing => hearing.Sequence).SingleAsync(Ct)));
    }

    /// <summary>The day on which the secretary recorded silence is not the day on which the student wrote.</summary>
    [Fact]
    public async Task What_is_written_after_silence_is_the_view_of_the_day_it_was_written()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.HearingPlanned);
        await using var _ = portal;
        await portal.ReadAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE Invitations SET ReactBy = '2026-11-30'", Ct));
        await ACase.DoneAsync(portal.On(11, 20).Then(() => @case.RecordNoReactionAsync()));
        await ACase.DoneAsync(portal.On(11, 24).Then(() => @case.SupplementViewAsync("Ik was ziek.")));
        var mine = await MineAsync(portal, @case);
        Assert.Equal(("Ik was ziek.", new DateOnly(2026, 11, 24)), (mine.ViewText, Amsterdam.DateOf(mine.ViewReceivedAt!.Value)));
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
        Assert.Matches("Op de hoorzitting van .*23 november 2026.*:\\s+Ik had hem gevraagd weg te blijven\\.$", mine.ViewText.ReplaceLineEndings(" "));
        Assert.NotNull(mine.Minutes);
        await ACase.DoneAsync(@case.DeliberateAsync());
        await ACase.DoneAsync(@case.DraftAsync(Drafts.ForUniversity));
        var view = await portal.Get<CaseFiles>().LookAsync(@case.Id, portal.Who("lid1").Id, file => DecisionView.OfAsync(file, null, portal.Get<DocumentPress>(), Ct), Ct);
        var letter = view!.Draws!.PlainText();
        Assert.Contains("Op 12 november 2026 hebt u schriftelijk uw zienswijze gegeven.", letter, StringComparison.Ordinal);
        Assert.Contains("Op 23 november 2026 bent u gehoord.", letter, StringComparison.Ordinal);
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
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
        portal.Clock.Set(portal.Clock.GetUtcNow().AddMinutes(1));
        await ACase.DoneAsync(@case.InviteToHearingAsync(at, "Bestuursgebouw, kamer 5"));
        var told = (await MineAsync(portal, @case)).EnrolmentHearing!;
        Assert.Equal((at, "Bestuursgebouw, kamer 5"), (told.PlannedAt, told.Place));
        // Before that hour nobody has been heard, whatever is written down.
        Assert.Equal([Requirement.HeardByExecutiveBoard], Assert.IsType<Refused>(await portal.On(11, 30).Then(() => @case.DecideTerminationAsync(waits: false))).Unmet);
        await ACase.DoneAsync(portal.On(12, 2).Then(() => @case.DecideTerminationAsync()));
        Assert.Null((await MineAsync(portal, @case)).EnrolmentHearing);
    }

    private static async Task<(CaseState State, DateTimeOffset? At)> AddedAsync(APortal portal, ACase @case) => await portal.Get<CaseFiles>().LookAsync(
        @case.Id, portal.Who("lid1").Id, async file => (file.Case.State, (await DecisionView.OfAsync(file, null, portal.Get<DocumentPress>(), Ct))!.AddedAt), Ct);

    private static async Task<MyCase> MineAsync(APortal portal, ACase @case) => (await portal.Get<MyCases>().FindAsync(@case.Id, portal.Who("student").Id, Ct))!;
}

using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Features.Review;

namespace ReviewPortal.Web.Tests.Features.Review;

public sealed class MarkTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mark_is_kept_changed_and_removed_by_whoever_made_it_and_moves_nothing()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Watched);
        await using var _ = portal;
        var (mark, before) = (Guid.NewGuid(), await portal.ReadAsync(db => db.AuditRows.CountAsync(Ct)));

        await ACase.DoneAsync(@case.MarkAsync(mark: mark));
        await ACase.DoneAsync(@case.MarkAsync(mark: mark, ground: "SOUND", seen: "Een radio is te horen."));
        var kept = await portal.ReadAsync(db => db.Observations.SingleAsync(Ct));
        Assert.Equal((mark, "SOUND", "Een radio is te horen.", portal.Who("reviewer").Id), (kept.Id, kept.Ground, kept.Seen, kept.By));

        await ACase.DoneAsync(portal.Get<Mark>().RemoveAsync(@case.Id, mark, portal.Who("reviewer").Id, Ct));
        Assert.Equal((0, before), await portal.ReadAsync(async db => (await db.Observations.CountAsync(Ct), await db.AuditRows.CountAsync(Ct))));
        Assert.Equal(CaseState.InReview, (await @case.NowAsync()).State);
    }

    [Fact]
    public async Task A_mark_never_reaches_past_the_end_of_the_test()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Watched);
        await using var _ = portal;
        await ACase.DoneAsync(portal.Get<Mark>().KeepAsync(@case.Id, new(Guid.NewGuid(), new Fragment(7000, 90_000), "SOUND", "Muziek.", "", null), portal.Who("reviewer").Id, Ct));
        Assert.Equal(7190.75, (await portal.ReadAsync(db => db.Observations.SingleAsync(Ct))).To);
    }

    /// <summary>In a moment without length nobody could see anything, and a report could not rest on it.</summary>
    [Theory]
    [InlineData(3, 3)]
    [InlineData(90_000, 90_000)]
    public async Task A_mark_lasts(double from, double to)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Watched);
        await using var _ = portal;
        await ACase.DoneAsync(portal.Get<Mark>().KeepAsync(@case.Id, new(Guid.NewGuid(), new Fragment(from, to), "SOUND", "Muziek.", "", null), portal.Who("reviewer").Id, Ct));
        var kept = await portal.ReadAsync(db => db.Observations.SingleAsync(Ct));
        Assert.InRange(kept.To - kept.From, Mark.Shortest - 1e-9, Mark.Shortest + 1e-9);
        Assert.True(kept.To <= 7190.75 + 1e-9);
    }

    [Fact]
    public async Task What_another_tab_wrote_meanwhile_is_not_overwritten()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Watched);
        await using var _ = portal;
        var (mark, by) = (portal.Get<Mark>(), portal.Who("reviewer").Id);
        var first = new MarkedMoment(Guid.NewGuid(), new Fragment(1, 3), "SOUND", "Een radio.", "", null);
        await ACase.DoneAsync(mark.KeepAsync(@case.Id, first, by, Ct));
        var seen = new MarkWords("Een radio.", "");
        await ACase.DoneAsync(mark.KeepAsync(@case.Id, first with { Seen = "Een radio, en daarna een stem.", Upon = seen }, by, Ct));

        var refused = Assert.IsType<Refused>(await mark.KeepAsync(@case.Id, first with { Fragment = new Fragment(1, 4), Upon = seen }, by, Ct));
        Assert.Equal(RefusalKind.ChangedMeanwhile, refused.Kind);
        Assert.DoesNotContain("Tweede review", refused.Sentence(Language.Dutch), StringComparison.Ordinal);
        Assert.Equal(("Een radio, en daarna een stem.", 3), await portal.ReadAsync(db => db.Observations.Select(item => ValueTuple.Create(item.Seen, item.To)).SingleAsync(Ct)));
    }

    /// <summary>A forged message must not be able to make a case that nobody can open any more.</summary>
    [Theory]
    [InlineData("NO_SUCH_GROUND")]
    [InlineData("")]
    public async Task A_ground_that_the_catalogue_does_not_know_is_not_kept(string ground)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Watched);
        await using var _ = portal;

        Assert.Equal([Requirement.GroundOtherThanNetiquette], Assert.IsType<Refused>(await @case.MarkAsync(ground: ground)).Unmet);

        Assert.Equal(0, await portal.ReadAsync(db => db.Observations.CountAsync(Ct)));
        await ACase.DoneAsync(@case.FinishAsync());
    }

    [Fact]
    public async Task A_mark_that_is_somebody_elses_is_left_alone()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.SecondReviewTaken);
        await using var _ = portal;
        var first = await portal.ReadAsync(db => db.Observations.SingleAsync(Ct));

        Assert.Equal([Requirement.OwnReview], Assert.IsType<Refused>(await @case.MarkAsync("tweede", seen: "Overschreven.", mark: first.Id)).Unmet);
        await portal.Get<Mark>().RemoveAsync(@case.Id, first.Id, portal.Who("tweede").Id, Ct);

        Assert.Equal((first.Seen, first.By), await portal.ReadAsync(db => db.Observations.Where(item => item.Id == first.Id).Select(item => ValueTuple.Create(item.Seen, item.By)).SingleAsync(Ct)));
    }

    /// <summary>AP-DPIA-3: the second reviewer's marks stay apart, and the report is built from the first one's.</summary>
    [Fact]
    public async Task The_second_reviewers_marks_do_not_carry_the_report()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ReasonsWritten);
        await using var _ = portal;
        await ACase.DoneAsync(@case.MarkAsync("tweede", seen: "De student spiekt."));
        await ACase.DoneAsync(@case.GiveOpinionAsync());
        await ACase.DoneAsync(@case.WriteReportAsync());
        await ACase.DoneAsync(@case.SignReportAsync());
        Assert.Equal(CaseState.Reported, (await @case.NowAsync()).State);
    }

    [Fact]
    public async Task An_answer_to_a_signal_has_a_name_and_can_be_withdrawn_and_one_to_another_sittings_signal_is_not_kept()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Watched);
        await using var _ = portal;
        await ACase.DoneAsync(@case.AnswerSignalAsync(confirmed: false));
        await ACase.DoneAsync(@case.AnswerSignalAsync(confirmed: true));
        var answer = await portal.ReadAsync(db => db.SignalAnswers.SingleAsync(Ct));
        Assert.Equal((true, "Noor van Dam", "Een weerspiegeling."), (answer.Confirmed, answer.ByName, answer.Reason));

        var other = await portal.ImportedAsync("C-2", "0412702");
        var foreign = await portal.ReadAsync(db => db.Signals.Where(item => item.Sitting == other.Sitting).Select(item => item.Id).FirstAsync(Ct));
        await portal.Get<AnswerSignal>().RunAsync(@case.Id, foreign, confirmed: true, "", portal.Who("reviewer").Id, Ct);
        await ACase.DoneAsync(portal.Get<AnswerSignal>().WithdrawAsync(@case.Id, answer.Signal, portal.Who("reviewer").Id, Ct));
        Assert.Equal(0, await portal.ReadAsync(db => db.SignalAnswers.CountAsync(Ct)));
    }

    /// <summary>One moment can belong to several signals and messages; of another sitting none.</summary>
    [Fact]
    public async Task A_mark_is_linked_with_signals_and_messages_of_its_own_sitting_and_answers_none_by_that()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Watched);
        await using var _ = portal;
        var other = await portal.ImportedAsync("C-2", "0412702");
        var signals = await portal.ReadAsync(db => db.Signals.Where(item => item.Sitting == @case.Sitting).OrderBy(item => item.At).Select(item => item.Id).ToListAsync(Ct));
        var foreign = await portal.ReadAsync(db => db.Signals.Where(item => item.Sitting == other.Sitting).Select(item => item.Id).ToListAsync(Ct));
        var strange = await portal.ReadAsync(db => db.Messages.Where(item => item.Sitting == other.Sitting).Select(item => item.Id).FirstAsync(Ct));
        var message = await @case.MessageAsync(ADelivery.Report);
        var moment = new MarkedMoment(Guid.NewGuid(), new Fragment(1, 3), "OTHER_PERSON", "De deur gaat open.", "", signals[0]) { Signals = [.. signals, .. foreign], Messages = [message, strange, message] };
        await ACase.DoneAsync(portal.Get<Mark>().KeepAsync(@case.Id, moment, portal.Who("reviewer").Id, Ct));

        var kept = await portal.ReadAsync(db => db.Observations.SingleAsync(Ct));
        Assert.Equal(signals[0], kept.FromSignal);
        Assert.Equal([signals[1]], kept.Signals);
        Assert.Equal([message], kept.Messages);
        Assert.Equal(signals[0], (await portal.ReadAsync(db => db.SignalAnswers.SingleAsync(Ct))).Signal);
        var near = await portal.Get<NearSignals>().OfAsync(@case.Sitting, new Fragment(900, 910), kept.Signals, portal.Who("reviewer").Id, Ct);
        Assert.Equal([signals[1]], near.Select(signal => signal.Id));
    }

    [Fact]
    public async Task What_was_watched_is_added_up_and_told_twice_counts_once()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.InReview);
        await using var _ = portal;
        PlayedStretch[] played = [new(new Fragment(0, 2), 1.5, [TrackRole.Webcam]), new(new Fragment(1, 3), 2, [TrackRole.Webcam]), new(new Fragment(0, 4), 8, [TrackRole.Webcam, TrackRole.Phone])];
        for (var time = 0; time < 2; time++) await ACase.DoneAsync(portal.Get<KeepSeen>().RunAsync(@case.Id, played, portal.Who("reviewer").Id, Ct));

        var seen = await portal.ReadAsync(db => db.Seen.OrderBy(item => item.Role).ThenBy(item => item.Speed).ToListAsync(Ct));
        Assert.Equal(
            [(TrackRole.Phone, SpeedClass.UpTo16, new Fragment(0, 4)), (TrackRole.Webcam, SpeedClass.UpTo16, new Fragment(0, 4)), (TrackRole.Webcam, SpeedClass.UpTo2, new Fragment(0, 3))],
            seen.Select(item => (item.Role, item.Speed, Assert.Single(item.Fragments))));
    }
}

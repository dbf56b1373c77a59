using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Features.Review;

namespace ReviewPortal.Web.Tests.Features.Review;

/// <summary>UU-REV-1: the share that was watched stands in the proces-verbaal, so a browser's word for it is not enough.</summary>
public sealed class KeepSeenTests
{
    private static readonly PlayedStretch Everything = new(new Fragment(0, 10_000), 1, Enum.GetValues<TrackRole>());

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    public async Task Nobody_has_watched_for_longer_than_since_the_recordings_were_opened(double rate)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.InReview);
        await using var _ = portal;
        var claim = Everything with { Rate = rate };
        Assert.False((await @case.ClaimAsync(claim)).IsDone, "never opened");

        await portal.Get<OpenRecordings>().RunAsync(@case.Sitting, LookingFor.Review, portal.Who("reviewer").Id, Ct);
        Assert.False((await @case.ClaimAsync(claim)).IsDone, "at once");
        Assert.Equal(0, await portal.ReadAsync(db => db.Seen.CountAsync(Ct)));

        portal.Clock.Set(portal.Clock.GetUtcNow().AddSeconds(10_000 / Math.Max(2, rate)));
        await ACase.DoneAsync(@case.ClaimAsync(claim));
    }

    /// <summary>A reviewer who watched with the sound off cannot say that nothing was said.</summary>
    [Fact]
    public async Task What_was_watched_without_its_sound_was_not_heard()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.InReview);
        await using var _ = portal;
        await portal.Get<OpenRecordings>().RunAsync(@case.Sitting, LookingFor.Review, portal.Who("reviewer").Id, Ct);
        portal.Clock.Set(portal.Clock.GetUtcNow().AddSeconds(30));
        await ACase.DoneAsync(@case.ClaimAsync(new PlayedStretch(new Fragment(0, 10), 1, [TrackRole.Webcam], Heard: true)));
        portal.Clock.Set(portal.Clock.GetUtcNow().AddSeconds(30));
        await ACase.DoneAsync(@case.ClaimAsync(new PlayedStretch(new Fragment(5, 20), 1, [TrackRole.Webcam])));

        var kept = await portal.ReadAsync(db => db.Seen.OrderByDescending(item => item.Heard).ToListAsync(Ct));
        Assert.Equal([(true, new Fragment(0, 10)), (false, new Fragment(5, 20))], kept.Select(item => (item.Heard, item.Fragments.Single())));
    }

    /// <summary>The recordings were opened days ago; that is no time in which they were watched now.</summary>
    [Fact]
    public async Task Nobody_has_watched_for_longer_than_since_the_last_time_something_was_told()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.InReview);
        await using var _ = portal;
        await portal.Get<OpenRecordings>().RunAsync(@case.Sitting, LookingFor.Review, portal.Who("reviewer").Id, Ct);
        portal.Clock.Set(portal.Clock.GetUtcNow().AddDays(2));
        await ACase.DoneAsync(@case.ClaimAsync(Everything with { Fragment = new Fragment(0, 5) }));

        portal.Clock.Set(portal.Clock.GetUtcNow().AddSeconds(5));
        Assert.Equal([Requirement.MomentsWatched], Assert.IsType<Refused>(await @case.ClaimAsync(Everything)).Unmet);
        await ACase.DoneAsync(@case.ClaimAsync(Everything with { Fragment = new Fragment(5, 15) }));
        Assert.False((await @case.ClaimAsync(Everything with { Fragment = new Fragment(15, 25) })).IsDone, "at once");
        // What was told before costs no time, so that it can be told twice.
        await ACase.DoneAsync(@case.ClaimAsync(Everything with { Fragment = new Fragment(0, 15) }));
    }
}

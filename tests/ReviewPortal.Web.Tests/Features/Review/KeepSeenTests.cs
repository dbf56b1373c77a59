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
}

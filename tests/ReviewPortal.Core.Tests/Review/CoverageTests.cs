using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;

namespace ReviewPortal.Core.Tests.Review;

/// <summary>UU-REV-1: the proof of how much was watched, and how fast.</summary>
public sealed class CoverageTests
{
    private static readonly Recording[] Webcam = [A.Recording(TrackRole.Webcam, 1000)];

    [Fact]
    public void Watching_the_same_minute_twice_counts_once()
    {
        var coverage = Of(A.Seen(TrackRole.Webcam, SpeedClass.UpTo2, new Fragment(0, 300), new Fragment(200, 400)));
        Assert.Equal((0.4, 0.4), (coverage.Watched, coverage.UpTo2));
        Assert.Equal([new Fragment(400, 1000)], coverage.Unseen);
    }

    [Fact]
    public void What_was_watched_fast_counts_as_watched_but_not_as_watched_slowly()
    {
        var coverage = Of(
            A.Seen(TrackRole.Webcam, SpeedClass.UpTo2, new Fragment(0, 250)),
            A.Seen(TrackRole.Webcam, SpeedClass.UpTo16, new Fragment(200, 1000)));
        Assert.Equal((1.0, 0.25), (coverage.Watched, coverage.UpTo2));
        Assert.Empty(coverage.Unseen);
    }

    [Fact]
    public void Only_what_was_played_with_its_sound_and_slowly_enough_to_be_followed_counts_as_heard()
    {
        Recording sounding = new() { Id = Webcam[0].Id, Sitting = A.SittingId, Role = TrackRole.Webcam, File = "webcam.webm", DurationSeconds = 1000, Sha256 = "", ContentType = "video/webm", HasSound = true };
        Seen[] seen =
        [
            Heard(SpeedClass.UpTo2, new Fragment(0, 200)),
            Heard(SpeedClass.UpTo16, new Fragment(200, 900)),
            A.Seen(TrackRole.Webcam, SpeedClass.UpTo2, new Fragment(100, 500)),
        ];
        var coverage = Coverage.Of(A.Sitting(), [sounding], seen).Single();
        Assert.Equal((0.9, 0.5), (coverage.Watched, coverage.UpTo2));
        Assert.Equal(0.2, coverage.Heard!.Value, 6);
        Assert.Null(Coverage.Of(A.Sitting(), Webcam, seen).Single().Heard);

        static Seen Heard(SpeedClass speed, Fragment fragment) =>
            new() { Case = A.CaseId, Reviewer = Who.Reviewer.Id, Role = TrackRole.Webcam, Speed = speed, Heard = true, Fragments = [fragment] };
    }

    [Fact]
    public void Watching_where_nothing_was_recorded_adds_nothing()
    {
        var coverage = Of(A.Seen(TrackRole.Webcam, SpeedClass.UpTo2, new Fragment(1000, 9000)));
        Assert.Equal(0, coverage.Watched);
    }

    [Theory]
    [InlineData(0.5, SpeedClass.UpTo2)]
    [InlineData(2, SpeedClass.UpTo2)]
    [InlineData(2.01, SpeedClass.UpTo4)]
    [InlineData(4, SpeedClass.UpTo4)]
    [InlineData(8, SpeedClass.UpTo16)]
    public void A_rate_belongs_to_one_class(double rate, SpeedClass speed) => Assert.Equal(speed, SpeedClasses.Of(rate));

    [Theory]
    [InlineData(949, false)]
    [InlineData(950, true)]
    [InlineData(1000, true)]
    public void Whole_means_ninety_five_percent_of_every_track(double seconds, bool whole)
    {
        Recording[] both = [.. Webcam, A.Recording(TrackRole.Phone, 1000)];
        Seen[] seen = [A.Seen(TrackRole.Webcam, SpeedClass.UpTo2, new Fragment(0, 1000)), A.Seen(TrackRole.Phone, SpeedClass.UpTo4, new Fragment(0, seconds))];
        Assert.Equal(whole, Coverage.IsWhole(A.Sitting(), both, seen));
        Assert.False(Coverage.IsWhole(A.Sitting(), both, seen[..1]));
    }

    [Fact]
    public void A_camera_that_ran_on_after_the_sitting_leaves_nothing_unseen()
    {
        var sitting = A.Sitting();
        Recording[] longer = [A.Recording(TrackRole.Webcam, sitting.Seconds + 300)];
        var coverage = Coverage.Of(sitting, longer, [A.Seen(TrackRole.Webcam, SpeedClass.UpTo2, new Fragment(0, sitting.Seconds))]).Single();
        Assert.Equal(1, coverage.Watched);
        Assert.Empty(coverage.Unseen);
    }

    [Theory]
    [InlineData(100, 120, true)]
    [InlineData(100, 120.9, true)]
    [InlineData(95, 120, false)]
    [InlineData(1400, 1450, true)] // Nothing was recorded there.
    public void A_moment_has_been_watched_when_what_was_recorded_of_it_was_played(double from, double to, bool watched)
    {
        Recording[] both = [.. Webcam, A.Recording(TrackRole.Phone, 1000)];
        Assert.Equal(watched, Coverage.Includes(both, [A.Seen(TrackRole.Phone, SpeedClass.UpTo16, new Fragment(100, 120))], new Fragment(from, to)));
    }

    [Fact]
    public void Telling_the_same_again_changes_nothing()
    {
        var seen = A.Seen(TrackRole.Webcam, SpeedClass.UpTo2);
        seen.Add([new Fragment(0, 10), new Fragment(5, 20)]);
        seen.Add([new Fragment(5, 20)]);
        Assert.Equal([new Fragment(0, 20)], seen.Fragments);
    }

    [Fact]
    public void Shares_stay_between_none_and_all_whatever_was_played()
    {
        var random = new SmallRandom(1958);
        for (var round = 0; round < 500; round++)
        {
            var (slow, fast) = (Any(random), Any(random));
            var coverage = Of(A.Seen(TrackRole.Webcam, SpeedClass.UpTo2, slow), A.Seen(TrackRole.Webcam, SpeedClass.UpTo4, fast));
            Assert.InRange(coverage.Watched, 0, 1);
            Assert.InRange(coverage.UpTo2, 0, coverage.Watched + 1e-9);
            Assert.Equal(1000, (coverage.Watched * 1000) + coverage.Unseen.Sum(part => part.Seconds), 6);
        }
    }

    private static Fragment[] Any(SmallRandom random) => [.. Enumerable.Range(0, random.Below(5)).Select(_ =>
    {
        var from = random.Between(0, 1100);
        return new Fragment(from, from + random.Between(0, 400));
    })];

    private static TrackCoverage Of(params Seen[] seen) => Coverage.Of(A.Sitting(), Webcam, seen).Single();
}

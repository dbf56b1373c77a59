using ReviewPortal.Infrastructure.Media;
using static ReviewPortal.Web.Tests.Media.Webm;

namespace ReviewPortal.Web.Tests.Media;

public class HoleTests
{
    [Fact]
    public async Task Where_neither_picture_nor_sound_was_recorded_is_missing()
    {
        var index = await Indexing.IndexAsync(Recorded(LiveCluster(0, Second()), LiveCluster(7000, Second())));

        Assert.Equal([new Hole(1000, 7000)], index.Missing);
        Assert.Equal([new Hole(900, 7000)], index.Tracks[0].Holes);
        Assert.Equal([new Hole(1000, 7000)], index.Tracks[1].Holes);
    }

    [Fact]
    public async Task A_picture_that_stands_still_while_sound_goes_on_is_a_hole_of_its_track_only()
    {
        var sound = Enumerable.Range(1, 9).Select(second => LiveCluster((ulong)second * 1000, Second().Where(block => block[9] == (0x80 | Sound)).ToArray()));
        var index = await Indexing.IndexAsync(Recorded([LiveCluster(0, Second()), .. sound, LiveCluster(10_000, Second())]));

        Assert.Empty(index.Missing);
        Assert.Equal([new Hole(900, 10_000)], index.Tracks[0].Holes);
        Assert.Empty(index.Tracks[1].Holes);
    }

    [Fact]
    public async Task Without_sound_nobody_can_tell_a_still_screen_from_a_missing_one()
    {
        var index = await Indexing.IndexAsync(RecordedWith(Tracks(VideoTrack), LiveCluster(0, Key(0)), LiveCluster(15_000, Key(0))));

        Assert.Empty(index.Missing);
        Assert.Equal([new Hole(0, 15_000)], index.Tracks[0].Holes);
    }

    [Fact]
    public async Task Two_seconds_are_no_hole()
    {
        var index = await Indexing.IndexAsync(Recorded(LiveCluster(0, Key(0), Packet(0)), LiveCluster(2000, Key(0), Packet(20))));

        Assert.Empty(index.Missing);
        Assert.Empty(index.Tracks[0].Holes);
    }

    [Fact]
    public async Task Holes_of_two_tracks_that_meet_for_a_moment_make_nothing_missing()
    {
        var index = await Indexing.IndexAsync(Recorded(LiveCluster(0, Key(0), Packet(0)), LiveCluster(3000, Packet(0)), LiveCluster(4000, Key(0)), LiveCluster(7000, Key(0), Packet(0))));

        Assert.Equal([new Hole(0, 4000), new Hole(4000, 7000)], index.Tracks[0].Holes);
        Assert.Equal([new Hole(20, 3000), new Hole(3020, 7000)], index.Tracks[1].Holes);
        Assert.Equal([new Hole(20, 3000), new Hole(4000, 7000)], index.Missing);
    }

    [Fact]
    public async Task What_is_missing_at_the_beginning_counts()
    {
        var index = await Indexing.IndexAsync(Recorded(LiveCluster(5000, Second())));

        Assert.Equal([new Hole(0, 5000)], index.Missing);
        Assert.Equal(5.0, index.FirstSeconds);
        Assert.Equal(6.0, index.DurationSeconds);
    }

    [Fact]
    public async Task A_track_that_stops_before_the_other_has_a_hole_at_its_end()
    {
        var frames = Enumerable.Range(1, 8).Select(second => LiveCluster((ulong)second * 1000, Key(0), Frame(500)));
        var index = await Indexing.IndexAsync(Recorded([LiveCluster(0, Second()), .. frames]));

        Assert.Equal([new Hole(1000, 9000)], index.Tracks[1].Holes);
        Assert.Empty(index.Missing);
    }
}

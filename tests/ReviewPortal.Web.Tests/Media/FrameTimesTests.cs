using ReviewPortal.Infrastructure.Media;
using static ReviewPortal.Web.Tests.Media.Webm;

namespace ReviewPortal.Web.Tests.Media;

public class FrameTimesTests
{
    [Theory]
    [InlineData(0, -1)]
    [InlineData(39, -1)]
    [InlineData(40, 0)]
    [InlineData(79, 0)]
    [InlineData(80, 1)]
    [InlineData(15_000, 1)]
    [InlineData(15_080, 3)]
    [InlineData(9_999_999, 3)]
    public async Task The_frame_on_the_screen_is_the_last_one_that_has_begun(uint milliseconds, int frame)
    {
        var index = await Indexing.IndexAsync(RecordedWith(Tracks(VideoTrack), LiveCluster(40, Key(0), Frame(40)), LiveCluster(15_040, Frame(0), Key(40))));

        Assert.Equal(frame, index.Frames.At(milliseconds));
    }

    [Fact]
    public async Task The_bytes_for_the_player_are_distances_with_a_bit_for_key_frames()
    {
        var index = await Indexing.IndexAsync(RecordedWith(Tracks(VideoTrack), LiveCluster(0, Key(0), Frame(40), Frame(240))));

        Assert.Equal([1, 80, 0x90, 0x03], index.Frames.ToBytes());
    }
}

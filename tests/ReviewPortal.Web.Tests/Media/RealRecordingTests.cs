using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Media;

namespace ReviewPortal.Web.Tests.Media;

/// <summary>Files that a real browser recorded; Recordings/README.md says how.</summary>
public class RealRecordingTests
{
    [Fact]
    public async Task A_webcam_recorded_by_chromium()
    {
        var index = await IndexAsync("webcam.webm");

        Assert.Equal(4.040, index.DurationSeconds, precision: 3);
        Assert.Equal(49, index.Frames.Count);
        Assert.Equal([0], index.Frames.Keys());
        Assert.Equal(("V_VP8", 160, 120), (index.Tracks[0].Codec, index.Tracks[0].Width, index.Tracks[0].Height));
        Assert.Equal(("A_OPUS", 48000, 66L), (index.Tracks[1].Codec, index.Tracks[1].SampleRate, index.Tracks[1].Blocks));
        Assert.Equal(40, index.Loudness.Length);
        Assert.Equal(255, index.Loudness.Span.ToArray().Max());
        Assert.Equal(RecordingFlaws.None, index.Flaws);
        Assert.Empty(index.Missing);
    }

    [Fact]
    public async Task A_screen_on_which_nothing_moves_for_a_while()
    {
        var index = await IndexAsync("screen.webm");

        Assert.Equal([0u, 1u, 200u, 399u, 600u, 801u, 3397u, 3597u, 3798u], index.Frames.All());
        Assert.Equal([new Hole(801, 3397)], index.Tracks[0].Holes);
        Assert.Empty(index.Missing);
        Assert.False(index.HasSound);
    }

    [Fact]
    public async Task An_mp4_recorded_by_chromium()
    {
        var index = await IndexAsync("webcam.mp4");

        Assert.Equal(MediaContainer.Mp4, index.Container);
        Assert.Equal("video/mp4", index.ContentType);
        Assert.Equal(2.9635, index.DurationSeconds);
        Assert.Equal(37, index.Frames.Count);
        Assert.Equal(("avc1", 160, 120), (index.Tracks[0].Codec, index.Tracks[0].Width, index.Tracks[0].Height));
        Assert.Equal(("Opus", 48000, 1), (index.Tracks[1].Codec, index.Tracks[1].SampleRate, index.Tracks[1].Channels));
        Assert.True(index.Prefix.IsEmpty);
        Assert.Equal((0L, new FileInfo(Indexing.Recording("webcam.mp4")).Length), (index.ServedFrom, index.ServedTo));
    }

    [Theory]
    [InlineData("webcam.webm")]
    [InlineData("screen.webm")]
    [InlineData("webcam.mp4")]
    public async Task Frame_times_are_those_that_ffprobe_sees(string name)
    {
        Assert.SkipUnless(Ffprobe.IsHere, "ffprobe is not installed here");
        var seen = await Ffprobe.FramesAsync(Indexing.Recording(name));
        var frames = (await IndexAsync(name)).Frames;
        Assert.Equal(seen, Enumerable.Range(0, frames.Count).Select(frame => (frames[frame], frames.IsKey(frame))));
    }

    [Theory]
    [InlineData("webcam.webm", "4.040000")]
    [InlineData("screen.webm", "3.998000")]
    public async Task What_is_served_has_a_duration_for_ffprobe_and_gives_it_nothing_to_complain_of(string name, string duration)
    {
        Assert.SkipUnless(Ffprobe.IsHere, "ffprobe is not installed here");
        var index = await IndexAsync(name);
        var served = Path.GetTempFileName();
        await File.WriteAllBytesAsync(served, index.Served(await File.ReadAllBytesAsync(Indexing.Recording(name), TestContext.Current.CancellationToken)), TestContext.Current.CancellationToken);

        Assert.Equal((duration + "\n", ""), await Ffprobe.RunAsync("-show_entries", "format=duration", served));
        File.Delete(served);
    }

    private static async Task<MediaIndex> IndexAsync(string name)
    {
        await using var stream = File.OpenRead(Indexing.Recording(name));
        return Assert.IsType<MediaIndex>(await MediaFile.IndexAsync(stream, TestContext.Current.CancellationToken));
    }
}

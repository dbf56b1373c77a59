using System.Buffers.Binary;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Media;
using ReviewPortal.Infrastructure.Media.Caged;

namespace ReviewPortal.Web.Tests.Media.Caged;

/// <summary>What is measured is what was filmed, to within a frame.</summary>
public sealed class MeasurerTests
{
    private const double Frame = 0.051;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Black_still_and_silent_stretches_are_where_they_were_filmed()
    {
        Assert.SkipUnless(Film.IsHere, "No ffmpeg");
        // Black from 3 to 7, one frame repeated from 10 to 18, silent from 5 to 20.
        var measured = await MeasureAsync(await Film.WebmAsync(
            "testsrc=s=160x120:r=20:d=10,tpad=stop_mode=clone:stop_duration=8[a];testsrc=s=160x120:r=20:d=7[b];[a][b]concat,drawbox=enable='between(t,3,6.99)':color=black:t=fill,format=yuv420p",
            Film.Tone(25, 5, 20)));

        AssertAt(3, 7, Assert.Single(measured.Facts.Black));
        AssertAt(10, 18, Assert.Single(measured.Facts.Frozen));
        var silent = Assert.Single(measured.Facts.Silent);
        Assert.InRange(silent.From, 4.9, 5.1);
        Assert.InRange(silent.To, 19.9, 20.1);
        Assert.Equal(MeasuringEnd.Measured, measured.Facts.End);
    }

    [Fact]
    public async Task What_lasts_to_the_end_lasts_to_the_end()
    {
        Assert.SkipUnless(Film.IsHere, "No ffmpeg");
        var bytes = await Film.WebmAsync(Film.Picture(20, "drawbox=enable='gte(t,8)':color=black:t=fill"), Film.Tone(20, 8, 30));
        var (_, index) = await Film.ServedAsync(bytes);
        var facts = (await MeasureAsync(bytes)).Facts;

        AssertAt(8, index.DurationSeconds, Assert.Single(facts.Black));
        Assert.Contains(facts.Frozen, frozen => Math.Abs(frozen.To - index.DurationSeconds) <= Frame);
        Assert.InRange(Assert.Single(facts.Silent).To, 19.9, 20.1);
    }

    [Fact]
    public async Task A_lively_recording_has_none_of_these()
    {
        Assert.SkipUnless(Film.IsHere, "No ffmpeg");
        var facts = (await MeasureAsync(await Film.WebmAsync(Film.Picture(12), Film.Tone(12)))).Facts;

        Assert.Empty(facts.Black);
        Assert.Empty(facts.Frozen);
        Assert.Empty(facts.Silent);
    }

    [Theory]
    [InlineData(MediaContainer.WebM)]
    [InlineData(MediaContainer.Mp4)]
    public async Task The_waveform_has_a_pixel_for_every_twentieth_of_a_second(MediaContainer container)
    {
        Assert.SkipUnless(Film.IsHere, "No ffmpeg");
        var (picture, tone) = (Film.Picture(12), Film.Tone(12, 4, 8));
        var bytes = (await MeasureAsync(container is MediaContainer.WebM ? await Film.WebmAsync(picture, tone) : await Film.Mp4Async(picture, tone))).Waveform!;

        Assert.Equal([2, 1, 8000, 400], Enumerable.Range(0, 4).Select(field => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4 * field))));
        var pixels = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(16));
        Assert.InRange(pixels, 238, 243);
        Assert.Equal(24 + (2 * pixels), bytes.Length);
        var peaks = Waveform.Peaks(bytes, 12);
        Assert.All([1, 2, 9, 10], second => Assert.InRange(peaks[second], 0.2, 0.5));
        Assert.All([5, 6], second => Assert.InRange(peaks[second], 0, 0.02));
    }

    [Fact]
    public async Task Every_picture_of_the_storyboard_has_the_time_of_a_key_frame()
    {
        Assert.SkipUnless(Film.IsHere, "No ffmpeg");
        var bytes = await Film.WebmAsync(Film.Picture(150), null);
        var (_, index) = await Film.ServedAsync(bytes);
        var measured = await MeasureAsync(bytes);
        var keys = Enumerable.Range(0, index.Frames.Count).Where(index.Frames.IsKey).Select(frame => index.Frames[frame] / 1000.0).ToArray();

        // A key frame every two seconds: every second one of them fits on the sheet.
        Assert.Equal(keys.Where((_, place) => place % 2 is 0), measured.Facts.Pictures);
        Assert.InRange(measured.Facts.Pictures.Length, 30, Storyboard.MostPictures);
        Assert.Equal([0xFF, 0xD8, 0xFF], measured.Storyboard![..3]);
        Assert.Null(measured.Waveform);
    }

    [Fact]
    public async Task The_clocks_of_picture_and_sound_are_compared()
    {
        Assert.SkipUnless(Film.IsHere, "No ffmpeg");
        var facts = (await MeasureAsync(await Film.WebmAsync(Film.Picture(12), "anullsrc=r=48000:d=10"))).Facts;

        Assert.InRange(facts.SoundLater!.Value, -0.1, 0.1);
        Assert.InRange(facts.SoundHeard!.Value, 9.9, 10.1);
        Assert.InRange(facts.SoundShort!.Value, -0.1, 0.1);
        Assert.InRange(facts.PictureTo!.Value, 11.9, 12.1);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.77)]
    public async Task A_truncated_recording_is_measured_up_to_its_end_and_named_as_such(double share)
    {
        Assert.SkipUnless(Film.IsHere, "No ffmpeg");
        var whole = await Film.WebmAsync(Film.Picture(20), Film.Tone(20));
        var cut = (int)(whole.Length * share);
        // Behind a whole block of a live recording nobody can tell; the encoder lays the blocks a little differently each time.
        if ((await Indexing.IndexAsync(whole[..cut])).ServedTo == cut) cut--;
        var facts = (await MeasureAsync(whole[..cut])).Facts;

        Assert.Equal(MeasuringEnd.Measured, facts.End);
        Assert.True(facts.Flaws.HasFlag(RecordingFlaws.Truncated));
        Assert.InRange(facts.PictureTo!.Value, (20 * share) - 4, (20 * share) + 4);
        Assert.InRange(facts.SoundShort!.Value, -0.2, 0.2);
    }

    [Fact]
    public async Task An_mp4_file_with_its_table_at_the_end_is_read_through_a_pipe()
    {
        Assert.SkipUnless(Film.IsHere, "No ffmpeg");
        // Too much between the beginning and the table for ffmpeg to keep in memory.
        var bytes = await Film.Mp4Async(Film.Picture(60, "noise=alls=60:allf=t,drawbox=enable='between(t,30,33.99)':color=black:t=fill"), Film.Tone(60), "-qp", "10");
        Assert.True(bytes.Length > 8_000_000, $"{bytes.Length} bytes prove nothing");
        AssertAt(30, 34, Assert.Single((await MeasureAsync(bytes)).Facts.Black));
    }

    [Fact]
    public async Task Nothing_is_measured_where_there_is_no_ffmpeg()
    {
        var (source, index) = await Film.ServedAsync(await File.ReadAllBytesAsync(Indexing.Recording("webcam.webm"), Ct));
        Assert.Null(await new Measurer(Film.Cage(CageTools.None), TimeProvider.System).RunAsync(Guid.Empty, source, index, null, Ct));
    }

    [Theory]
    [InlineData("webcam.webm")]
    [InlineData("webcam.mp4")]
    [InlineData("screen.webm")]
    public async Task What_browsers_record_can_be_measured_and_progress_is_told(string name)
    {
        Assert.SkipUnless(Film.IsHere, "No ffmpeg");
        var told = new List<double>();
        var measured = await MeasureAsync(await File.ReadAllBytesAsync(Indexing.Recording(name), Ct), told.Add);

        Assert.Equal(MeasuringEnd.Measured, measured.Facts.End);
        Assert.NotEmpty(measured.Facts.Pictures);
        Assert.Equal(told.Order(), told);
        Assert.InRange(told[^1], 0.85, 1);
    }

    private static async Task<Measured> MeasureAsync(byte[] bytes, Action<double>? progress = null)
    {
        var (source, index) = await Film.ServedAsync(bytes);
        return (await new Measurer(Film.Cage(), TimeProvider.System).RunAsync(Guid.Empty, source, index, progress, Ct))!;
    }

    private static void AssertAt(double from, double to, Fragment found)
    {
        Assert.InRange(found.From, from - Frame, from + Frame);
        Assert.InRange(found.To, to - Frame, to + Frame);
    }
}

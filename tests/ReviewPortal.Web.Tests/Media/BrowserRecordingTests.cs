using System.Globalization;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Media;
using ReviewPortal.Web.Tests.Commands;

namespace ReviewPortal.Web.Tests.Media;

/// <summary>
/// What browsers really record: with and without a timeslice, a screen on which nothing moves, a pause, the shapes of Firefox, a broken end. The number of each
/// picture is drawn into it, so that the pictures themselves say which one is shown.
/// </summary>
public sealed class BrowserRecordingTests : IDisposable
{
    private const int Cells = 8;

    private readonly DirectoryInfo _temp = Directory.CreateTempSubdirectory("browser");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _temp.Delete(recursive: true);

    [Theory]
    [InlineData("whole.webm", 43)]
    [InlineData("slices.webm", 42)]
    [InlineData("still.webm", 25)]
    [InlineData("paused.webm", 36)]
    public async Task Every_frame_has_its_exact_time_and_what_is_served_has_a_duration_and_can_be_searched_to_any_second(string name, int frames)
    {
        Assert.SkipUnless(Ffprobe.IsHere, "ffprobe is not installed here");
        var original = await File.ReadAllBytesAsync(Indexing.Recording(name), Ct);
        var index = await Indexing.IndexAsync(original);
        Assert.Equal((frames, RecordingFlaws.None), (index.Frames.Count, index.Flaws));
        Assert.Empty(index.Missing);
        Assert.Equal(await Ffprobe.FramesAsync(Indexing.Recording(name)), Enumerable.Range(0, index.Frames.Count).Select(frame => (index.Frames[frame], index.Frames.IsKey(frame))));

        var served = await ServedAsync(index, original);
        var (duration, complaint) = await Ffprobe.RunAsync("-show_entries", "format=duration", served);
        Assert.Equal("", complaint);
        Assert.Equal(index.DurationSeconds, double.Parse(duration, CultureInfo.InvariantCulture), precision: 2);
        Assert.Equal(frames, Numbers(served).Length);
        for (var second = 0; second * 1000 <= index.Frames[frames - 1]; second++) Assert.Single(Numbers(served, "-ss", second.ToString(CultureInfo.InvariantCulture), "-frames:v", "1"));
    }

    [Fact]
    public async Task A_pause_leaves_no_hole_because_the_recorder_stops_its_clock()
    {
        var index = await Indexing.IndexAsync(await File.ReadAllBytesAsync(Indexing.Recording("paused.webm"), Ct));
        Assert.InRange(index.DurationSeconds, 2.9, 3.2);
        Assert.All(index.Tracks, track => Assert.Empty(track.Holes));
    }

    [Fact]
    public async Task As_firefox_writes_it_with_a_duration_of_nothing_and_sound_before_zero_it_plays_all_the_same()
    {
        Assert.SkipUnless(Ffprobe.IsHere, "ffprobe is not installed here");
        var original = await File.ReadAllBytesAsync(Indexing.Recording("whole.webm"), Ct);
        var chromium = await Indexing.IndexAsync(original);
        original = Firefox.Shaped(original);

        var index = await Indexing.IndexAsync(original);

        Assert.Equal(chromium.DurationSeconds, index.DurationSeconds, precision: 2);
        Assert.Equal(chromium.Frames.Count, index.Frames.Count);
        Assert.Equal(0x29, chromium.Tracks[1].FirstSeconds * 1000, precision: 0);
        Assert.InRange(index.Tracks[1].FirstSeconds, -0.001, 0);
        var (said, complaint) = await Ffprobe.RunAsync("-show_entries", "format=duration", await ServedAsync(index, original));
        Assert.Equal("", complaint);
        Assert.Equal(index.DurationSeconds, double.Parse(said, CultureInfo.InvariantCulture), precision: 2);
    }

    [Theory]
    [InlineData(0.95)]
    [InlineData(0.6)]
    [InlineData(0.3)]
    public async Task A_truncated_one_plays_up_to_its_end(double share)
    {
        Assert.SkipUnless(Ffprobe.IsHere, "ffprobe is not installed here");
        var whole = await File.ReadAllBytesAsync(Indexing.Recording("slices.webm"), Ct);
        var cut = whole[..(int)(whole.Length * share)];
        var index = await Indexing.IndexAsync(cut);
        Assert.True(index.Flaws.HasFlag(RecordingFlaws.Truncated));

        var served = await ServedAsync(index, cut);
        Assert.Equal(index.Frames.Count, Numbers(served).Length);
        Assert.Equal(Numbers(Indexing.Recording("slices.webm"))[..index.Frames.Count], Numbers(served));
    }

    /// <summary>30 pictures a second of which many were never recorded: the number in each tells when it was, and the index says the same.</summary>
    [Fact]
    public async Task The_number_drawn_into_each_picture_proves_its_time_when_the_rate_varies_and_holes_are_told_to_within_one_frame()
    {
        Assert.SkipUnless(Ffprobe.IsHere, "ffprobe is not installed here");
        var path = Path.Combine(_temp.FullName, "counted.webm");
        var (exit, said) = Tool.Run(
            "ffmpeg", "-v", "error", "-f", "lavfi", "-i", "color=black:s=160x32:r=30:d=8,geq=lum='16+219*mod(floor(N/pow(2,floor(X/20))),2)':cb=128:cr=128,select='(not(between(n,60,149)))*(not(mod(n,3))+not(mod(n,7)))'",
            "-fps_mode", "vfr", "-c:v", "libvpx", "-deadline", "realtime", "-b:v", "300k", "-enc_time_base", "1/1000", path);
        Assert.True(exit is 0, said);
        var bytes = await File.ReadAllBytesAsync(path, Ct);

        var index = await Indexing.IndexAsync(bytes);

        var numbers = Numbers(await ServedAsync(index, bytes));
        Assert.Equal(numbers.Length, index.Frames.Count);
        Assert.Equal(Enumerable.Range(0, 240).Where(n => n is < 60 or > 149 && (n % 3 is 0 || n % 7 is 0)), numbers);
        for (var frame = 0; frame < numbers.Length; frame++) Assert.InRange(index.Frames[frame] - (numbers[frame] * 1000 / 30.0), -1, 1);
        var hole = Assert.Single(index.Tracks[0].Holes);
        Assert.InRange(hole.From, 57 * 1000 / 30.0 - 1, (60 * 1000 / 30.0) + 34);
        Assert.InRange(hole.To, (150 * 1000 / 30.0) - 34, (150 * 1000 / 30.0) + 34);
    }

    // The numbers drawn into the pictures: black and white cells along the upper edge, the lowest bit first.
    private int[] Numbers(string path, params string[] from)
    {
        var raw = Path.Combine(_temp.FullName, "raw");
        var (exit, said) = Tool.Run("ffmpeg", ["-v", "error", "-y", .. from is ["-ss", var at, ..] ? new[] { "-ss", at } : [], "-i", path, "-an", "-fps_mode", "passthrough", .. from.Skip(2), "-vf", "crop=160:16:0:2", "-f", "rawvideo", "-pix_fmt", "gray", raw]);
        Assert.True(exit is 0 && said.Length is 0, said);
        return [.. File.ReadAllBytes(raw).Chunk(160 * 16).Select(picture => Enumerable.Range(0, Cells).Sum(cell => picture[(8 * 160) + (cell * 20) + 10] > 128 ? 1 << cell : 0))];
    }

    private async Task<string> ServedAsync(MediaIndex index, byte[] original)
    {
        var path = Path.Combine(_temp.FullName, "served.webm");
        await File.WriteAllBytesAsync(path, index.Served(original), Ct);
        return path;
    }
}

using System.Net;
using System.Net.Sockets;
using System.Text;
using ReviewPortal.Infrastructure.Media;
using ReviewPortal.Infrastructure.Media.Caged;
using ReviewPortal.Web.Tests.Media;
using static ReviewPortal.Web.Tests.Media.Webm;

namespace ReviewPortal.Web.Tests.Media.Caged;

/// <summary>Whatever ffmpeg is fed: it reaches nothing, it ends in time, and it leaves nothing behind.</summary>
public sealed class CageTests
{
    private static readonly byte[] TenHours = Ebml.Join(
        Header, Ebml.Live(0x18538067, Ebml.Element(0x1549A966, Ebml.Number(0x2AD7B1, 1_000_000), Ebml.Float(0x4489, 36_000_000.0)), Tracks(VideoTrack), LiveCluster(0, Key(0), Frame(50))));

    private static readonly byte[] Huge = RecordedWith(
        Tracks(Ebml.Element(0xAE, Ebml.Number(0xD7, Video), Ebml.Number(0x83, 1), Ebml.Text(0x86, "V_VP8"), Ebml.Element(0xE0, Ebml.Number(0xB0, 65535), Ebml.Number(0xBA, 65535)))),
        LiveCluster(0, Ebml.Element(0xA3, Block(Video, 0, 0x80, [0x10, 0x02, 0x00, 0x9D, 0x01, 0x2A, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0]))));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_works_of_the_cage_is_found_out_once_and_named()
    {
        Assert.SkipUnless(Film.IsHere, "No ffmpeg");
        var state = await Film.Cage().StateAsync();
        Assert.StartsWith("ffmpeg ", state.Version, StringComparison.Ordinal);
        // Where it is installed and forbidden, it is missing like where it is not installed.
        Assert.NotEqual(state.Tools.Bars.Contains("bubblewrap"), state.Tools.Missing.Contains("bubblewrap"));
        Assert.True(Film.HasBubblewrap || state.Tools.Missing.Contains("bubblewrap"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_bar_that_does_not_work_is_left_out_and_named_as_missing(bool bubblewrap)
    {
        Assert.SkipUnless(Film.IsHere, "No ffmpeg");
        var tools = bubblewrap ? Film.Tools with { Bubblewrap = "/bin/false" } : Film.Tools with { Bubblewrap = null, Limits = "/nowhere/prlimit" };
        var state = await Film.Cage(tools).StateAsync();
        Assert.True(state.HasFfmpeg);
        Assert.Contains(bubblewrap ? "bubblewrap" : "prlimit", state.Tools.Missing);
        Assert.True((await Film.Cage(tools).RunAsync(Film.Decode(MediaContainer.WebM, await File.ReadAllBytesAsync(Indexing.Recording("webcam.webm"), Ct)), Ct)).IsDone);
    }

    [Fact]
    public async Task Without_ffmpeg_there_is_a_plain_answer()
    {
        var cage = Film.Cage(CageTools.None);
        Assert.Equal(["ffmpeg", "ffprobe", "bubblewrap", "prlimit"], (await cage.StateAsync()).Tools.Missing);
        Assert.Equal(CagedEnd.NoTool, (await cage.RunAsync(Film.Decode(MediaContainer.WebM, [1]), Ct)).End);
    }

    [Theory]
    [InlineData("hls", true)]
    [InlineData("hls", false)]
    [InlineData("concat", true)]
    [InlineData("concat", false)]
    public async Task A_playlist_that_is_called_a_recording_fetches_nothing(string kind, bool caged)
    {
        Assert.SkipUnless(Film.IsHere, "No ffmpeg");
        using var canary = new TcpListener(IPAddress.Loopback, 0);
        canary.Start();
        var secret = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllBytesAsync(secret, await File.ReadAllBytesAsync(Indexing.Recording("webcam.webm"), Ct), Ct);
        var (url, file) = ($"http://{canary.LocalEndpoint}/canary.webm", $"file://{secret}");
        var playlist = Encoding.UTF8.GetBytes(kind is "hls"
            ? $"#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\n{url}\n#EXTINF:5,\n{file}\n#EXT-X-ENDLIST\n"
            : $"ffconcat version 1.0\nfile '{url}'\nfile '{file}'\n");
        try
        {
            // Its own bytes say what it is: the door refuses it, whatever its name.
            Assert.IsType<MediaRefusal>(await Indexing.TryIndexAsync(playlist));
            foreach (var container in new[] { MediaContainer.Mp4, MediaContainer.Matroska })
            {
                var cage = Film.Cage(caged ? null : Film.Tools with { Bubblewrap = null, Limits = null });
                Assert.Equal(CagedEnd.Failed, (await cage.RunAsync(Film.Decode(container, playlist), Ct)).End);
                Assert.Equal(CagedEnd.Failed, (await cage.RunAsync(Film.Probe(container, playlist), Ct)).End);
            }

            Assert.False(canary.Pending());
        }
        finally
        {
            File.Delete(secret);
        }
    }

    [Fact]
    public async Task In_the_cage_there_is_no_network_and_no_file_to_open()
    {
        var cage = Film.Cage();
        Assert.SkipUnless((await cage.StateAsync()).Tools.Bars.Contains("bubblewrap"), "This machine has no bubblewrap, or forbids it");
        using var canary = new TcpListener(IPAddress.Loopback, 0);
        canary.Start();
        // As if ffmpeg itself had been taken over: told outright to fetch and to read.
        foreach (var source in new[] { $"http://{canary.LocalEndpoint}/", "/etc/passwd", Indexing.Recording("webcam.webm") })
            Assert.Equal(CagedEnd.Failed, (await cage.RunAsync(new CagedJob(CagedTool.Ffmpeg, ["-nostdin", "-i", source, "-f", "null", "-"]) { Limit = TimeSpan.FromSeconds(20) }, Ct)).End);
        Assert.False(canary.Pending());
    }

    [Fact]
    public async Task A_frame_of_four_thousand_million_pixels_is_not_made()
    {
        Assert.SkipUnless(Film.IsHere, "No ffmpeg");
        var measured = await MeasureAsync(Huge);
        Assert.Empty(measured.Facts.Pictures);
    }

    [Fact]
    public async Task A_header_of_ten_hours_over_a_tenth_of_a_second_measures_what_there_is()
    {
        Assert.SkipUnless(Film.IsHere, "No ffmpeg");
        var measured = await MeasureAsync(TenHours);
        Assert.All([.. measured.Facts.Black, .. measured.Facts.Frozen], stretch => Assert.InRange(stretch.To, 0, 1));
    }

    [Fact]
    public async Task What_takes_too_long_is_killed_with_its_children()
    {
        Assert.SkipUnless(Film.IsHere, "No ffmpeg");
        // It is fed nothing, and would wait for ever.
        var mark = Guid.NewGuid().ToString();
        var job = Film.Decode(MediaContainer.WebM, [], mark) with { Limit = TimeSpan.FromSeconds(2), Feed = (_, ct) => WaitAsync(mark, ct) };
        Assert.Equal(CagedEnd.TookTooLong, (await Film.Cage().RunAsync(job, Ct)).End);
        await AssertGoneAsync(mark);
    }

    [Fact]
    public async Task Calling_it_off_kills_it_too()
    {
        Assert.SkipUnless(Film.IsHere, "No ffmpeg");
        var cage = Film.Cage();
        await cage.StateAsync();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var mark = Guid.NewGuid().ToString();
        var job = Film.Decode(MediaContainer.WebM, [], mark) with { Feed = (_, ct) => WaitAsync(mark, ct) };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cage.RunAsync(job, stop.Token));
        await AssertGoneAsync(mark);
    }

    [Fact]
    public async Task What_writes_too_much_is_killed()
    {
        Assert.SkipUnless(Film.IsHere, "No ffmpeg");
        var mark = Guid.NewGuid().ToString();
        var job = new CagedJob(CagedTool.Ffmpeg, ["-v", "error", "-f", "lavfi", "-i", "testsrc=s=640x480", "-metadata", $"comment={mark}", "-f", "rawvideo", "pipe:1"]) { Limit = TimeSpan.FromSeconds(30), MostOutput = 5_000_000 };
        Assert.Equal(CagedEnd.WroteTooMuch, (await Film.Cage().RunAsync(job, Ct)).End);
        await AssertGoneAsync(mark);
    }

    [Fact]
    public async Task A_reader_that_fails_is_heard_and_not_taken_for_a_bad_recording()
    {
        Assert.SkipUnless(Film.IsHere, "No ffmpeg");
        var mark = Guid.NewGuid().ToString();
        var job = Film.Decode(MediaContainer.WebM, [], mark) with { Feed = (_, _) => throw new IOException("The disk is gone") };
        Assert.Equal("The disk is gone", (await Assert.ThrowsAsync<IOException>(() => Film.Cage().RunAsync(job, Ct))).Message);
        await AssertGoneAsync(mark);
    }

    [Theory]
    [InlineData("webcam.webm", MediaContainer.WebM, 71)]
    [InlineData("webcam.mp4", MediaContainer.Mp4, 72)]
    public async Task Fifty_spoilt_files_end_in_time_and_leave_nothing_behind(string name, MediaContainer container, int seed)
    {
        Assert.SkipUnless(Film.IsHere, "No ffmpeg");
        var whole = await File.ReadAllBytesAsync(Indexing.Recording(name), Ct);
        var (random, cage, mark) = (new Random(seed), Film.Cage(), Guid.NewGuid().ToString());
        for (var turn = 0; turn < 25; turn++)
        {
            var spoilt = whole.ToArray();
            for (var flips = random.Next(1, 20); flips > 0; flips--) spoilt[random.Next(random.Next(2) is 0 ? 400 : spoilt.Length)] ^= (byte)(1 << random.Next(8));
            if (turn % 3 is 0) spoilt = spoilt[..random.Next(spoilt.Length)];
            var job = turn % 2 is 0 ? Film.Decode(container, spoilt, mark) : Film.Probe(container, spoilt);
            Assert.Contains((await cage.RunAsync(job, Ct)).End, new[] { CagedEnd.Done, CagedEnd.Failed });
        }

        await AssertGoneAsync(mark);
    }

    private static async Task<Measured> MeasureAsync(byte[] bytes)
    {
        var (source, index) = await Film.ServedAsync(bytes);
        return (await new Measurer(Film.Cage(), TimeProvider.System).RunAsync(Guid.Empty, source, index, null, Ct))!;
    }

    // It is there, and only then it waits: what never ran cannot be left behind. One program starts the other, and between the two there is a moment without a command line.
    private static async Task WaitAsync(string mark, CancellationToken ct)
    {
        for (var tries = 0; tries < 50 && Film.Strays(mark).Count is 0; tries++) await Task.Delay(10, ct);
        Assert.NotEmpty(Film.Strays(mark));
        await Task.Delay(Timeout.Infinite, ct);
    }

    // The system takes a moment to clear away what was killed.
    private static async Task AssertGoneAsync(string mark)
    {
        for (var tries = 0; Film.Strays(mark).Count > 0; tries++)
        {
            Assert.True(tries < 50, string.Join(", ", Film.Strays(mark)));
            await Task.Delay(100, Ct);
        }
    }
}

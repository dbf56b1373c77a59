using System.Text;
using ReviewPortal.Infrastructure.Media;
using static ReviewPortal.Web.Tests.Media.Webm;

namespace ReviewPortal.Web.Tests.Media;

public class MediaRefusalTests
{
    [Fact]
    public async Task An_empty_file_is_refused() => Assert.Equal(MediaRefusalReason.Empty, await Indexing.RefusalAsync([]));

    [Theory]
    [InlineData("#EXTM3U\nfile:///etc/passwd\n")]
    [InlineData("PK\u0003\u0004 nested archive")]
    [InlineData("a")]
    public async Task What_is_neither_webm_nor_mp4_is_refused_whatever_its_name(string content) =>
        Assert.Equal(MediaRefusalReason.UnknownFormat, await Indexing.RefusalAsync(Encoding.Latin1.GetBytes(content)));

    [Fact]
    public async Task Random_bytes_are_refused()
    {
        var bytes = new byte[10_000];
        new Random(5).NextBytes(bytes);
        Assert.Equal(MediaRefusalReason.UnknownFormat, await Indexing.RefusalAsync(bytes));
    }

    [Fact]
    public async Task An_ebml_file_of_another_kind_is_refused()
    {
        var file = Ebml.Join(Ebml.Element(0x1A45DFA3, Ebml.Text(0x4282, "subtitles")), Recorded()[Header.Length..]);
        Assert.Equal(MediaRefusalReason.OtherDocType, await Indexing.RefusalAsync(file));
    }

    [Fact]
    public async Task A_description_that_claims_more_than_the_file_holds_is_refused()
    {
        Assert.Equal(MediaRefusalReason.SizePastEnd, await Indexing.RefusalAsync(Ebml.Join(Header, Ebml.Live(0x18538067, Ebml.Claiming(0x1654AE6B, 5_000_000, VideoTrack)))));
        Assert.Equal(MediaRefusalReason.SizePastEnd, await Indexing.RefusalAsync(Ebml.Join(Header, Ebml.Live(0x18538067, Ebml.Claiming(0xEC, 1UL << 50)))));
    }

    [Fact]
    public async Task A_description_larger_than_any_recorder_makes_is_refused_without_reading_it()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reason = await Indexing.RefusalAsync(Ebml.Join(Header, Ebml.Live(0x18538067, Ebml.Claiming(0x1549A966, 17 * 1024 * 1024))));

        Assert.Equal(MediaRefusalReason.HeaderTooLarge, reason);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2 * 1024 * 1024);
    }

    [Fact]
    public async Task A_description_of_unknown_size_is_refused() =>
        Assert.Equal(MediaRefusalReason.Damaged, await Indexing.RefusalAsync(Ebml.Join(Header, Ebml.Live(0x18538067, Ebml.Live(0x1654AE6B, VideoTrack)))));

    [Fact]
    public async Task A_file_without_picture_and_sound_is_refused()
    {
        var subtitles = Ebml.Element(0xAE, Ebml.Number(0xD7, 1), Ebml.Number(0x83, 17), Ebml.Text(0x86, "S_TEXT/UTF8"));
        Assert.Equal(MediaRefusalReason.NoTracks, await Indexing.RefusalAsync(RecordedWith(Tracks(subtitles), LiveCluster(0, Key(0)))));
    }

    [Fact]
    public async Task A_file_without_one_whole_frame_is_refused()
    {
        Assert.Equal(MediaRefusalReason.NoFrames, await Indexing.RefusalAsync(Recorded()));
        Assert.Equal(MediaRefusalReason.NoFrames, await Indexing.RefusalAsync(Recorded(LiveCluster(0))));
        Assert.Equal(MediaRefusalReason.NoFrames, await Indexing.RefusalAsync(Recorded(LiveCluster(0, Key(0)))[..^1]));
    }

    [Fact]
    public async Task A_refusal_says_where()
    {
        var refusal = Assert.IsType<MediaRefusal>(await Indexing.TryIndexAsync(Ebml.Join(Header, Ebml.Live(0x18538067, Info, Ebml.Claiming(0x1654AE6B, 5_000_000)))));
        Assert.Equal(Header.Length + 12 + Info.Length, refusal.Position);
    }

    [Fact]
    public async Task Reading_can_be_called_off()
    {
        using var stream = new MemoryStream(Recorded(LiveCluster(0, Key(0))));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => MediaFile.IndexAsync(stream, new CancellationToken(canceled: true)));
    }
}

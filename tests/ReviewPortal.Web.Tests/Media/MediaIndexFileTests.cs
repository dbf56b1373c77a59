using ReviewPortal.Infrastructure.Media;
using static ReviewPortal.Web.Tests.Media.Webm;

namespace ReviewPortal.Web.Tests.Media;

public class MediaIndexFileTests
{
    [Fact]
    public async Task What_was_written_is_read_back_whole()
    {
        var index = await Indexing.IndexAsync(Recorded(LiveCluster(0, Second()), LiveCluster(9000, Second())));
        var read = MediaIndexFile.Read(MediaIndexFile.Write(index))!;

        Assert.Equal((index.Container, index.Flaws, index.DurationSeconds, index.FirstSeconds), (read.Container, read.Flaws, read.DurationSeconds, read.FirstSeconds));
        Assert.Equal((index.ServedFrom, index.ServedTo), (read.ServedFrom, read.ServedTo));
        Assert.Equal(index.Tracks.Select(track => track with { Holes = default }), read.Tracks.Select(track => track with { Holes = default }));
        Assert.Equal(index.Tracks.SelectMany(track => track.Holes), read.Tracks.SelectMany(track => track.Holes));
        Assert.Equal(index.Missing, read.Missing);
        Assert.Equal(index.Frames.All(), read.Frames.All());
        Assert.Equal(index.Frames.Keys(), read.Frames.Keys());
        Assert.Equal(index.Loudness.ToArray(), read.Loudness.ToArray());
        Assert.Equal(index.Prefix.ToArray(), read.Prefix.ToArray());
    }

    [Fact]
    public async Task An_index_of_another_version_or_with_a_wrong_bit_is_made_again()
    {
        var bytes = MediaIndexFile.Write(await Indexing.IndexAsync(Recorded(LiveCluster(0, Key(0)))));

        for (var at = 0; at < bytes.Length; at++)
        {
            bytes[at] ^= 0x10;
            Assert.Null(MediaIndexFile.Read(bytes));
            bytes[at] ^= 0x10;
        }

        Assert.Null(MediaIndexFile.Read(bytes[..^1]));
        Assert.Null(MediaIndexFile.Read([]));
        Assert.NotNull(MediaIndexFile.Read(bytes));
    }

    [Fact]
    public async Task Three_hours_take_a_few_bytes_a_frame()
    {
        var index = await Indexing.IndexAsync(Recorded([.. Enumerable.Range(0, 3 * 3600).Select(second => LiveCluster((ulong)second * 1000, Second()))]));

        Assert.Equal(108_000, index.Frames.Count);
        Assert.InRange(MediaIndexFile.Write(index).Length, 108_000, 700_000);
    }
}

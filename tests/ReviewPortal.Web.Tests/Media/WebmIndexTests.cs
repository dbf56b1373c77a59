using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Media;
using static ReviewPortal.Web.Tests.Media.Webm;

namespace ReviewPortal.Web.Tests.Media;

public class WebmIndexTests
{
    [Fact]
    public async Task A_live_recording_lasts_until_the_end_of_its_last_block()
    {
        var index = await Indexing.IndexAsync(Recorded(LiveCluster(0, Second()), LiveCluster(1000, Second()), LiveCluster(2000, Second())));

        Assert.Equal(3.0, index.DurationSeconds);
        Assert.Equal(MediaContainer.WebM, index.Container);
        Assert.Equal("video/webm", index.ContentType);
        Assert.Equal(RecordingFlaws.None, index.Flaws);
        Assert.Equal(30, index.Frames.Count);
        Assert.Equal([0, 10, 20], index.Frames.Keys());
        Assert.Equal(2900u, index.Frames[29]);
    }

    [Fact]
    public async Task Tracks_are_described()
    {
        var index = await Indexing.IndexAsync(Recorded(LiveCluster(0, Second())));

        Assert.Equal(("V_VP8", 640, 480), (index.Tracks[0].Codec, index.Tracks[0].Width, index.Tracks[0].Height));
        Assert.Equal(("A_OPUS", 48000, 1, 50L), (index.Tracks[1].Codec, index.Tracks[1].SampleRate, index.Tracks[1].Channels, index.Tracks[1].Blocks));
        Assert.True(index.HasSound);
    }

    [Fact]
    public async Task Known_sizes_and_unknown_sizes_tell_the_same()
    {
        var live = await Indexing.IndexAsync(Recorded(LiveCluster(0, Second()), LiveCluster(1000, Second())));
        var known = await Indexing.IndexAsync(Finished(Cluster(0, Second()), Cluster(1000, Second())));

        Assert.Equal(live.Frames.All(), known.Frames.All());
        Assert.Equal(live.DurationSeconds, known.DurationSeconds);
    }

    [Fact]
    public async Task What_follows_the_clusters_is_passed_over_and_not_served()
    {
        var cues = Ebml.Element(0x1C53BB6B, Ebml.Element(0xBB, Ebml.Number(0xB3, 0)));
        var tags = Ebml.Element(0x1254C367, Ebml.Text(0x7373, "tag"));
        var file = Finished(Cluster(0, Second()), cues, tags);
        var index = await Indexing.IndexAsync(file);

        Assert.Equal(RecordingFlaws.None, index.Flaws);
        Assert.Equal(file.Length - cues.Length - tags.Length, index.ServedTo);
    }

    [Fact]
    public async Task Firefox_puts_sound_first_and_begins_before_zero()
    {
        var info = Ebml.Element(0x1549A966, Ebml.Number(0x2AD7B1, 1_000_000), Ebml.Float(0x4489, 0.0));
        var index = await Indexing.IndexAsync(Ebml.Join(Header, Ebml.Live(0x18538067, info, Tracks(SoundTrack, VideoTrack), Cluster(0, Packet(-1), Key(0), Packet(19), Frame(33)))));

        Assert.Equal(-0.001, index.FirstSeconds);
        Assert.Equal(MediaTrackKind.Audio, index.Tracks[0].Kind);
        Assert.Equal("V_VP8", index.Video?.Codec);
        Assert.Equal(0.066, index.DurationSeconds, precision: 6);
    }

    [Fact]
    public async Task A_truncated_recording_is_indexed_up_to_its_end()
    {
        var whole = Recorded(LiveCluster(0, Second()), LiveCluster(1000, Key(0), Frame(50), Frame(100)));
        var index = await Indexing.IndexAsync(whole[..^2]);

        Assert.Equal(RecordingFlaws.Truncated, index.Flaws);
        Assert.Equal(1050u, index.Frames.All()[^1]);
        Assert.Equal(whole.Length - Frame(100).Length, index.ServedTo);
    }

    /// <summary>Cut behind a whole block: only the size that the Cluster promised tells.</summary>
    [Fact]
    public async Task A_cluster_that_promised_more_blocks_was_cut_off()
    {
        var whole = Finished(Cluster(0, Second()), Cluster(1000, Key(0), Frame(50), Frame(100)));
        var index = await Indexing.IndexAsync(whole[..^Frame(100).Length]);

        Assert.Equal(RecordingFlaws.Truncated, index.Flaws);
        Assert.Equal(whole.Length - Frame(100).Length, index.ServedTo);
    }

    [Fact]
    public async Task A_frame_in_a_group_is_a_key_frame_when_it_refers_to_nothing()
    {
        var index = await Indexing.IndexAsync(Recorded(LiveCluster(0, Group(0), Group(50, refers: true), Group(100))));

        Assert.Equal([0, 2], index.Frames.Keys());
    }

    [Fact]
    public async Task The_last_frame_lasts_as_long_as_its_group_says_or_else_as_long_as_most_frames()
    {
        Assert.Equal(0.350, (await Indexing.IndexAsync(Recorded(LiveCluster(0, Group(0), Group(50), Group(100, duration: 250))))).DurationSeconds);
        Assert.Equal(0.150, (await Indexing.IndexAsync(Recorded(LiveCluster(0, Group(0), Group(50), Group(100))))).DurationSeconds);
    }

    [Fact]
    public async Task A_default_duration_and_the_length_of_an_opus_packet_count_too()
    {
        var steady = Ebml.Element(0xAE, Ebml.Number(0xD7, Video), Ebml.Number(0x83, 1), Ebml.Text(0x86, "V_VP8"), Ebml.Number(0x23E383, 40_000_000));
        Assert.Equal(0.040, (await Indexing.IndexAsync(RecordedWith(Tracks(steady), LiveCluster(0, Key(0))))).DurationSeconds);

        byte[] threeOf20 = [0x78 | 3, 3, 9, 9];
        Assert.Equal(0.060, (await Indexing.IndexAsync(Recorded(LiveCluster(0, Ebml.Element(0xA3, Block(Sound, 0, 0x80, threeOf20)))))).DurationSeconds);
    }

    [Fact]
    public async Task Frames_laced_into_one_block_have_the_time_of_the_block()
    {
        var laced = Ebml.Element(0xA3, Block(Video, 200, 0x80 | 0x04, [2, 1, 1, 1]));
        var index = await Indexing.IndexAsync(Recorded(LiveCluster(0, Key(0), laced)));

        Assert.Equal([0u, 200u], index.Frames.All());
    }

    [Fact]
    public async Task Frames_are_told_in_the_order_of_showing()
    {
        var index = await Indexing.IndexAsync(Recorded(LiveCluster(0, Key(0), Frame(120), Frame(40), Frame(80), Frame(240), Frame(160), Frame(200))));

        Assert.Equal([0u, 40u, 80u, 120u, 160u, 200u, 240u], index.Frames.All());
        Assert.Equal(0.280, index.DurationSeconds, precision: 6);
    }

    [Fact]
    public async Task Padding_and_checksums_may_stand_anywhere()
    {
        var padding = Ebml.Element(0xEC, new byte[300]);
        var checksum = Ebml.Element(0xBF, new byte[4]);
        var index = await Indexing.IndexAsync(Ebml.Join(Header, padding, Ebml.Live(0x18538067, padding, Info, padding, Tracks(checksum, VideoTrack), padding, LiveCluster(0, checksum, Key(0), padding, Frame(50)), padding, LiveCluster(100, Frame(0)))));

        Assert.Equal([0u, 50u, 100u], index.Frames.All());
    }

    [Fact]
    public async Task Another_clock_is_understood()
    {
        var info = Ebml.Element(0x1549A966, Ebml.Number(0x2AD7B1, 100_000));
        var index = await Indexing.IndexAsync(Ebml.Join(Header, Ebml.Live(0x18538067, info, Tracks(VideoTrack), LiveCluster(10_000, Key(0), Frame(333)))));

        Assert.Equal([1000u, 1033u], index.Frames.All());
    }

    [Fact]
    public async Task A_delay_of_the_codec_moves_its_track()
    {
        var delayed = Ebml.Element(0xAE, Ebml.Number(0xD7, Sound), Ebml.Number(0x83, 2), Ebml.Text(0x86, "A_OPUS"), Ebml.Number(0x56AA, 6_500_000));
        var index = await Indexing.IndexAsync(RecordedWith(Tracks(delayed), LiveCluster(0, Packet(0), Packet(20))));

        Assert.Equal(-0.0065, index.FirstSeconds, precision: 6);
        Assert.Equal(0.0335, index.DurationSeconds, precision: 6);
    }

    [Fact]
    public async Task A_recording_glued_behind_another_is_named_and_left_out()
    {
        var first = Recorded(LiveCluster(0, Second()));
        var index = await Indexing.IndexAsync(Ebml.Join(first, Recorded(LiveCluster(0, Second()))));

        Assert.Equal(RecordingFlaws.SeveralSegments, index.Flaws);
        Assert.Equal(1.0, index.DurationSeconds);
        Assert.Equal(first.Length, index.ServedTo);
    }

    [Fact]
    public async Task Bytes_without_sense_are_passed_over_up_to_the_next_cluster()
    {
        var index = await Indexing.IndexAsync(Recorded(LiveCluster(0, Key(0)), new byte[500], LiveCluster(1000, Key(0)), Ebml.Claiming(0xA3, 1UL << 40), LiveCluster(2000, Key(0))));

        Assert.Equal(RecordingFlaws.Damaged, index.Flaws);
        Assert.Equal([0u, 1000u, 2000u], index.Frames.All());
    }

    [Fact]
    public async Task A_duration_in_the_header_is_not_believed_and_nor_is_an_impossible_time()
    {
        var info = Ebml.Element(0x1549A966, Ebml.Number(0x2AD7B1, 1_000_000), Ebml.Float(0x4489, 36_000_000));
        var index = await Indexing.IndexAsync(Ebml.Join(Header, Ebml.Live(0x18538067, info, Tracks(VideoTrack), LiveCluster(0, Key(0), Frame(50)), LiveCluster(1UL << 60, Key(0)))));

        Assert.Equal(0.1, index.DurationSeconds);
        Assert.Equal(RecordingFlaws.Damaged, index.Flaws);
    }

    [Fact]
    public async Task Loudness_follows_the_size_of_the_packets()
    {
        var index = await Indexing.IndexAsync(Recorded(LiveCluster(0, Packet(0, 10), Packet(100, 510), Packet(200, 255))));

        Assert.Equal([5, 255, 127], index.Loudness.ToArray());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(13)]
    [InlineData(300_000)]
    public async Task A_stream_that_comes_in_small_parts_and_cannot_go_back_tells_the_same(int part)
    {
        var file = Recorded([.. Enumerable.Range(0, 20).Select(second => LiveCluster((ulong)second * 1000, [.. Second(), Ebml.Element(0xEC, new byte[40_000])]))]);
        await using var stream = new TrickleStream(file, part);
        var index = Assert.IsType<MediaIndex>(await MediaFile.IndexAsync(stream, TestContext.Current.CancellationToken));

        Assert.Equal((await Indexing.IndexAsync(file)).Frames.All(), index.Frames.All());
        Assert.Equal(20.0, index.DurationSeconds);
    }
}

using ReviewPortal.Infrastructure.Media;
using static ReviewPortal.Web.Tests.Media.Webm;

namespace ReviewPortal.Web.Tests.Media;

public class WebmPrefixTests
{
    private const uint InfoId = 0x1549A966;
    private const uint TracksId = 0x1654AE6B;
    private const uint CuesId = 0x1C53BB6B;
    private const uint ClusterId = 0x1F43B675;

    [Fact]
    public async Task What_is_served_says_how_long_it_is_and_tells_the_same_frames()
    {
        var file = Recorded(LiveCluster(0, Second()), LiveCluster(1000, Second()));
        var index = await Indexing.IndexAsync(file);
        var served = index.Served(file);
        var again = await Indexing.IndexAsync(served);

        Assert.Equal(2000.0, new EbmlReading(served).Find(InfoId, 0x4489).Float);
        Assert.Equal(index.Frames.All(), again.Frames.All());
        Assert.Equal(index.DurationSeconds, again.DurationSeconds);
        Assert.Equal(index.Prefix.ToArray(), again.Prefix.ToArray());
    }

    [Fact]
    public async Task Every_cue_stands_for_a_key_frame_and_leads_to_its_cluster()
    {
        var file = Recorded([.. Enumerable.Range(0, 40).Select(second => LiveCluster((ulong)second * 1000, Second()))]);
        var index = await Indexing.IndexAsync(file);
        var served = index.Served(file);
        var segment = new EbmlReading(served);

        var cues = segment.Find(CuesId).Children(0xBB);
        Assert.Equal(40, cues.Count);
        foreach (var (cue, second) in cues.Select((cue, second) => (cue, second)))
        {
            Assert.Equal((ulong)second * 1000, cue.Child(0xB3).Number);
            Assert.Equal((ulong)Video, cue.Child(0xB7).Child(0xF7).Number);
            var cluster = segment.At(cue.Child(0xB7).Child(0xF1).Number);
            Assert.Equal((ClusterId, (ulong)second * 1000), (cluster.Id, cluster.Child(0xE7).Number));
        }
    }

    [Fact]
    public async Task The_table_of_contents_leads_to_each_part()
    {
        var file = Recorded(LiveCluster(0, Second()));
        var segment = new EbmlReading((await Indexing.IndexAsync(file)).Served(file));

        foreach (var seek in segment.Find(0x114D9B74).Children(0x4DBB))
            Assert.Equal(seek.Child(0x53AB).Number, segment.At(seek.Child(0x53AC).Number).Id);
        Assert.Equal([InfoId, TracksId, CuesId], segment.Find(0x114D9B74).Children(0x4DBB).Select(seek => (uint)seek.Child(0x53AB).Number));
    }

    [Fact]
    public async Task Tracks_and_the_rest_of_the_description_are_kept_but_not_a_checksum_that_no_longer_holds()
    {
        var info = Ebml.Element(InfoId, Ebml.Element(0xBF, new byte[4]), Ebml.Number(0x2AD7B1, 1_000_000), Ebml.Float(0x4489, 0), Ebml.Text(0x5741, "Recorder 7"));
        var file = Ebml.Join(Header, Ebml.Live(0x18538067, info, Tracks(VideoTrack), LiveCluster(0, Key(0))));
        var segment = new EbmlReading((await Indexing.IndexAsync(file)).Served(file));

        Assert.Equal(VideoTrack, segment.Find(TracksId).Body);
        Assert.Equal("Recorder 7", segment.Find(InfoId, 0x5741).Text);
        Assert.Empty(segment.Find(InfoId).Children(0xBF));
        Assert.Single(segment.Find(InfoId).Children(0x4489));
    }

    [Fact]
    public async Task Key_frames_close_together_share_a_cue()
    {
        var file = RecordedWith(Tracks(VideoTrack), LiveCluster(0, Key(0), Key(100), Key(499), Key(500), Key(999), Key(1000)));
        var segment = new EbmlReading((await Indexing.IndexAsync(file)).Served(file));

        Assert.Equal([0UL, 500UL, 1000UL], segment.Find(CuesId).Children(0xBB).Select(cue => cue.Child(0xB3).Number));
    }

    [Fact]
    public async Task A_recording_without_a_key_frame_has_no_cues_and_leads_to_none()
    {
        var file = RecordedWith(Tracks(VideoTrack), LiveCluster(0, Frame(0), Frame(50)));
        var index = await Indexing.IndexAsync(file);
        var segment = new EbmlReading(index.Served(file));

        Assert.Equal([InfoId, TracksId], segment.Find(0x114D9B74).Children(0x4DBB).Select(seek => (uint)seek.Child(0x53AB).Number));
        Assert.Equal(index.Frames.All(), (await Indexing.IndexAsync(index.Served(file))).Frames.All());
    }

    [Fact]
    public async Task A_recording_of_sound_alone_can_be_searched_too()
    {
        var file = RecordedWith(Tracks(SoundTrack), LiveCluster(0, Packet(0)), LiveCluster(1000, Packet(0)));
        var segment = new EbmlReading((await Indexing.IndexAsync(file)).Served(file));

        Assert.Equal([2UL, 2UL], segment.Find(CuesId).Children(0xBB).Select(cue => cue.Child(0xB7).Child(0xF7).Number));
    }

    [Fact]
    public async Task A_recording_of_a_week_full_of_key_frames_keeps_a_short_prefix()
    {
        var file = RecordedWith(Tracks(VideoTrack), [.. Enumerable.Range(0, 100_000).Select(place => LiveCluster((ulong)place * 600, Key(0)))]);

        Assert.InRange((await Indexing.IndexAsync(file)).Prefix.Length, 100_000, 600_000);
    }
}

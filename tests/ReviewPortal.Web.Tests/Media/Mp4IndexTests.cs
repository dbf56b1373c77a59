using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Media;
using static ReviewPortal.Web.Tests.Media.Mp4;

namespace ReviewPortal.Web.Tests.Media;

public class Mp4IndexTests
{
    private static readonly byte[] FourFrames = Box("stts", Numbers(0, 1, 4, 40));
    private static readonly byte[] FourSizes = Box("stsz", Numbers(0, 10, 4));

    [Fact]
    public async Task A_plain_file_tells_its_frames_from_its_tables()
    {
        var keys = Box("stss", Numbers(0, 2, 1, 4));
        var index = await Indexing.IndexAsync(Ebml.Join(FileType, Movie([FourFrames, FourSizes, keys]), Box("mdat", new byte[40])));

        Assert.Equal([0u, 40u, 80u, 120u], index.Frames.All());
        Assert.Equal([0, 3], index.Frames.Keys());
        Assert.Equal(0.160, index.DurationSeconds);
        Assert.Equal(("avc1", 640, 360), (index.Tracks[0].Codec, index.Tracks[0].Width, index.Tracks[0].Height));
    }

    [Fact]
    public async Task The_table_may_stand_behind_the_pictures_and_boxes_may_have_long_sizes()
    {
        var index = await Indexing.IndexAsync(Ebml.Join(FileType, Box("free"), LongBox("mdat", new byte[700_000]), Movie([FourFrames, FourSizes])));

        Assert.Equal(4, index.Frames.Count);
        Assert.Equal([0, 1, 2, 3], index.Frames.Keys());
    }

    [Fact]
    public async Task A_box_without_a_size_lasts_to_the_end_of_the_file()
    {
        var index = await Indexing.IndexAsync(Ebml.Join(FileType, Movie([FourFrames, FourSizes]), Numbers(0, 0x6D646174), new byte[40]));

        Assert.Equal(RecordingFlaws.None, index.Flaws);
        Assert.Equal(4, index.Frames.Count);
    }

    [Fact]
    public async Task Frames_that_are_decoded_in_another_order_are_told_in_the_order_of_showing()
    {
        var showing = Box("ctts", Numbers(0, 4, 1, 40, 1, 120, 1, 0, 1, 0));
        var index = await Indexing.IndexAsync(Ebml.Join(FileType, Movie([FourFrames, FourSizes, showing], edits: Box("elst", Numbers(0, 1, 96, 40, 0x10000)))));

        Assert.Equal([0u, 40u, 80u, 120u], index.Frames.All());
        Assert.Equal(0.160, index.DurationSeconds);
    }

    [Fact]
    public async Task An_edit_list_may_begin_with_nothing_and_then_leave_out_frames()
    {
        var edits = Box("elst", Numbers(0, 2, 1800, uint.MaxValue, 0x10000, 72, 80, 0x10000));
        var index = await Indexing.IndexAsync(Ebml.Join(FileType, Movie([FourFrames, FourSizes], edits)));

        Assert.Equal([3000u, 3040u], index.Frames.All());
        Assert.Equal([new Hole(0, 3000)], index.Tracks[0].Holes);
    }

    [Fact]
    public async Task A_hole_hides_in_the_length_of_a_frame()
    {
        var frames = Box("stts", Numbers(0, 3, 2, 40, 1, 9000, 1, 40));
        var index = await Indexing.IndexAsync(Ebml.Join(FileType, Movie([frames, FourSizes])));

        Assert.Equal([new Hole(80, 9080)], index.Tracks[0].Holes);
        Assert.Equal(9.120, index.DurationSeconds);
    }

    [Fact]
    public async Task A_fragmented_file_tells_its_frames_bit_by_bit()
    {
        var index = await Indexing.IndexAsync(Ebml.Join(FileType, Empty(), Fragment(0, 40, 40), Box("mdat", new byte[9]), Fragment(80, 40), Fragment(5000, 40)));

        Assert.Equal([0u, 40u, 80u, 5000u], index.Frames.All());
        Assert.Equal([0, 2, 3], index.Frames.Keys());
        Assert.Equal(5.040, index.DurationSeconds);
        Assert.Equal([new Hole(80, 5000)], index.Tracks[0].Holes);
    }

    [Fact]
    public async Task A_truncated_file_is_indexed_as_far_as_its_fragments_are_whole()
    {
        var file = Ebml.Join(FileType, Empty(), Fragment(0, 40, 40), Box("mdat", new byte[9]), Fragment(80, 40));
        var index = await Indexing.IndexAsync(file[..^3]);

        Assert.Equal(RecordingFlaws.Truncated, index.Flaws);
        Assert.Equal([0u, 40u], index.Frames.All());
        Assert.Equal(file.Length - 3, index.ServedTo);
    }

    [Fact]
    public async Task A_file_that_ends_before_its_description_is_refused()
    {
        Assert.Equal(MediaRefusalReason.SizePastEnd, await Indexing.RefusalAsync(Ebml.Join(FileType, Box("mdat", new byte[40]))[..^1]));
        Assert.Equal(MediaRefusalReason.NoTracks, await Indexing.RefusalAsync(Ebml.Join(FileType, Box("mdat", new byte[40]))));
        Assert.Equal(MediaRefusalReason.NoFrames, await Indexing.RefusalAsync(Ebml.Join(FileType, Empty())));
    }

    [Fact]
    public async Task Tables_that_claim_billions_of_frames_are_refused_soon()
    {
        var frames = Box("stts", Numbers(0, 1, uint.MaxValue, 0));
        var sizes = Box("stsz", Numbers(0, 1, uint.MaxValue));
        Assert.Equal(MediaRefusalReason.TooManyFrames, await Indexing.RefusalAsync(Ebml.Join(FileType, Movie([frames, sizes]))));
    }

    [Fact]
    public async Task A_description_of_absurd_size_is_refused() =>
        Assert.Equal(MediaRefusalReason.HeaderTooLarge, await Indexing.RefusalAsync(Ebml.Join(FileType, Numbers(0x7000_0000, 0x6D6F6F76), new byte[100])));

    private static byte[] Empty() => Movie([], extends: Box("trex", Numbers(0, 1, 1, 40, 10, 0)));

    /// <summary>The first frame of each is a key frame.</summary>
    private static byte[] Fragment(uint start, params uint[] durations) => Box(
        "moof",
        Box("traf", Box("tfhd", Numbers(0x20, 1, 0x10000)), Box("tfdt", Numbers(0, start)), Box("trun", Numbers([0x104, (uint)durations.Length, 0, .. durations]))));
}

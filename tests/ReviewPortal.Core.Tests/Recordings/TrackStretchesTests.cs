using ReviewPortal.Core.Recordings;

namespace ReviewPortal.Core.Tests.Recordings;

public sealed class TrackStretchesTests
{
    [Fact]
    public void Stretches_of_a_file_are_told_on_the_clock_of_the_sitting_and_parts_are_joined()
    {
        var (first, second) = (Part(0, offset: 10, seconds: 100), Part(1, offset: 110, seconds: 50));
        var track = Assert.Single(TrackStretches.Of([first, second], [Facts(first, black: new(90, 100)), Facts(second, black: new(0, 5))]));

        Assert.Equal([new Fragment(100, 115)], track.Black.Fragments);
        Assert.True(track.Measured);
        Assert.False(track.HasNone);
    }

    [Fact]
    public void A_track_of_which_one_file_was_not_measured_was_not_measured()
    {
        var (first, second) = (Part(0), Part(1));
        Assert.False(Assert.Single(TrackStretches.Of([first, second], [Facts(first)])).Measured);
        Assert.False(Assert.Single(TrackStretches.Of([first], [Facts(first, MeasuringEnd.Unreadable)])).Measured);
        Assert.True(Assert.Single(TrackStretches.Of([first], [Facts(first)])).Measured);
    }

    [Theory]
    [InlineData(TrackRole.Webcam, false)]
    [InlineData(TrackRole.Screen, true)]
    public void A_screen_that_stands_still_says_nothing(TrackRole role, bool none)
    {
        var part = Part(0, role: role);
        Assert.Equal(none, Assert.Single(TrackStretches.Of([part], [Facts(part, frozen: new(10, 20))])).HasNone);
    }

    [Fact]
    public void The_clocks_of_a_file_are_compared_as_far_as_it_has_them()
    {
        var facts = new RecordingFacts { MeasuredWith = "", PictureFrom = 0.5, SoundFrom = 0.2, SoundTo = 10.2, SoundHeard = 9.5 };
        Assert.Equal(-0.3, facts.SoundLater!.Value, precision: 6);
        Assert.Equal(0.5, facts.SoundShort!.Value, precision: 6);
        Assert.Null(new RecordingFacts { MeasuredWith = "", PictureFrom = 0 }.SoundLater);
    }

    private static Recording Part(int part, double offset = 0, double seconds = 60, TrackRole role = TrackRole.Webcam) => new()
    {
        Id = new Guid(part + 1, 0, 0, new byte[8]), Sitting = A.SittingId, Role = role, Part = part, File = $"{part}.webm", Sha256 = "", ContentType = "video/webm",
        OffsetSeconds = offset, DurationSeconds = seconds,
    };

    private static RecordingFacts Facts(Recording of, MeasuringEnd end = MeasuringEnd.Measured, Fragment? black = null, Fragment? frozen = null) => new()
    {
        Recording = of.Id, MeasuredWith = "ffmpeg 5.1", End = end, Black = black is { } dark ? [dark] : [], Frozen = frozen is { } still ? [still] : [],
    };
}

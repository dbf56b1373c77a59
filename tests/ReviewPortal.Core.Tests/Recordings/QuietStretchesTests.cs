using ReviewPortal.Core.Recordings;

namespace ReviewPortal.Core.Tests.Recordings;

/// <summary>What may be played faster: only what was measured to be quiet, never what was not measured.</summary>
public sealed class QuietStretchesTests
{
    private static readonly Recording Webcam = new()
    {
        Id = new("00000000-0000-0000-0000-000000000001"), Role = TrackRole.Webcam, File = "webcam.webm", Sha256 = "", ContentType = "video/webm", DurationSeconds = 100, HasSound = true,
    };

    private static readonly Recording Screen = new()
    {
        Id = new("00000000-0000-0000-0000-000000000002"), Role = TrackRole.Screen, File = "screen.webm", Sha256 = "", ContentType = "video/webm", DurationSeconds = 60, OffsetSeconds = 2,
    };

    [Fact]
    public void Quiet_is_where_there_is_no_sound_and_nothing_new_on_the_screen() =>
        Assert.Equal([new Fragment(12, 40)], Of(Facts(Webcam, silent: new(10, 40)), Facts(Screen, frozen: new(10, 58))));

    [Fact]
    public void Where_no_screen_was_recorded_silence_decides() =>
        Assert.Equal([new Fragment(70, 100)], Of(Facts(Webcam, silent: new(70, 100)), Facts(Screen)));

    [Fact]
    public void What_moves_on_a_camera_does_not_count_and_what_is_short_is_left_as_it_is() =>
        Assert.Empty(Of(Facts(Webcam, silent: new(30, 39.5)), Facts(Screen, frozen: new(0, 60))));

    [Fact]
    public void A_screen_or_a_sound_that_was_not_measured_is_not_called_quiet()
    {
        Assert.Empty(Of(Facts(Webcam, silent: new(0, 100))));
        Assert.Empty(Of(Facts(Webcam, silent: new(0, 100)), Facts(Screen, frozen: new(0, 60), MeasuringEnd.Unreadable)));
    }

    private static IEnumerable<Fragment> Of(params RecordingFacts[] facts) => QuietStretches.Of(100, [Webcam, Screen], facts).Fragments;

    private static RecordingFacts Facts(Recording recording, Fragment? frozen = null, MeasuringEnd end = MeasuringEnd.Measured) => new()
    {
        Recording = recording.Id, MeasuredWith = "", End = end, Frozen = frozen is { } still ? [still] : [],
    };

    private static RecordingFacts Facts(Recording recording, Fragment silent) => new() { Recording = recording.Id, MeasuredWith = "", Silent = [silent] };
}

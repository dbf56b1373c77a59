using ReviewPortal.Core.Recordings;

namespace ReviewPortal.Core.Tests.Recordings;

/// <summary>UU-DEF-2: what is missing of a track is a fact about the recording, found by arithmetic.</summary>
public sealed class TrackFactsTests
{
    private const double TestSeconds = 7200;

    [Fact]
    public void A_track_that_lasts_as_long_as_the_test_has_no_holes()
    {
        var webcam = Of(TrackRole.Webcam, A.Recording(TrackRole.Webcam, TestSeconds - 3, offset: 1.7));
        Assert.Empty(webcam.Missing);
        Assert.Equal(0, webcam.LongestGap);
        Assert.InRange(webcam.Covered, 0.99, 1);
    }

    [Fact]
    public void A_track_that_was_never_recorded_is_missing_whole()
    {
        var phone = Of(TrackRole.Phone);
        Assert.Equal([new Fragment(0, TestSeconds)], phone.Missing);
        Assert.Equal((TestSeconds, 0.0), (phone.LongestGap, phone.Covered));
    }

    [Fact]
    public void Between_two_parts_and_inside_a_part_there_are_holes()
    {
        var screen = Of(
            TrackRole.Screen,
            A.Recording(TrackRole.Screen, 1000),
            new Recording
            {
                Id = Guid.Empty, Sitting = A.SittingId, Role = TrackRole.Screen, Part = 1, File = "b.webm", Sha256 = "", ContentType = "video/webm",
                OffsetSeconds = 1600, DurationSeconds = 5600, Holes = [new Fragment(100, 400), new Fragment(500, 504)],
            });

        Assert.Equal([new Fragment(1000, 1600), new Fragment(1700, 2000)], screen.Missing);
        Assert.Equal(600, screen.LongestGap);
        Assert.Equal((TestSeconds - 600 - 300 - 4) / TestSeconds, screen.Covered, 6);
    }

    [Theory]
    [InlineData(4.9, false)]
    [InlineData(5, true)]
    public void A_start_that_differs_by_less_than_five_seconds_is_no_hole(double late, bool hole) =>
        Assert.Equal(hole, !Of(TrackRole.Webcam, A.Recording(TrackRole.Webcam, TestSeconds, offset: late)).Missing.IsEmpty);

    [Fact]
    public void A_recorder_that_ran_before_and_after_the_test_covers_no_more_than_the_test()
    {
        var webcam = Of(TrackRole.Webcam, A.Recording(TrackRole.Webcam, TestSeconds + 500, offset: -200));
        Assert.Equal((1.0, 0), (webcam.Covered, webcam.Missing.Length));
    }

    [Fact]
    public void A_recorder_that_started_early_ends_as_much_earlier()
    {
        // It ran from 200 s before the test for as long as the test: the last 200 s are not there.
        var webcam = Of(TrackRole.Webcam, A.Recording(TrackRole.Webcam, TestSeconds, offset: -200));
        Assert.Equal([new Fragment(TestSeconds - 200, TestSeconds)], webcam.Missing);
    }

    [Fact]
    public void A_hole_lies_where_the_clock_of_the_test_says_also_when_the_recorder_started_early()
    {
        var webcam = Of(
            TrackRole.Webcam,
            new Recording
            {
                Id = Guid.Empty, Sitting = A.SittingId, Role = TrackRole.Webcam, File = "a.webm", Sha256 = "", ContentType = "video/webm",
                OffsetSeconds = -200, DurationSeconds = TestSeconds + 300, Holes = [new Fragment(50, 150), new Fragment(190, 260)],
            });
        Assert.Equal([new Fragment(0, 60)], webcam.Missing);
    }

    [Fact]
    public void All_three_tracks_are_accounted_for_even_when_nothing_was_delivered() =>
        Assert.Equal(Enum.GetValues<TrackRole>(), TrackFacts.Of(A.Sitting(), []).Select(track => track.Role));

    private static TrackFacts Of(TrackRole role, params Recording[] recordings) => TrackFacts.Of(A.Sitting(), recordings).Single(track => track.Role == role);
}

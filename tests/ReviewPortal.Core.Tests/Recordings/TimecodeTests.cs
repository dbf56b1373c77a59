using ReviewPortal.Core.Recordings;

namespace ReviewPortal.Core.Tests.Recordings;

public sealed class TimecodeTests
{
    [Theory]
    [InlineData(0, "00:00:00.0")]
    [InlineData(59.96, "00:01:00.0")]
    [InlineData(59.94, "00:00:59.9")]
    [InlineData(2537.3, "00:42:17.3")]
    [InlineData(3599.99, "01:00:00.0")]
    [InlineData(360000, "100:00:00.0")]
    [InlineData(-3, "00:00:00.0")]
    public void A_moment_is_written_in_hours_minutes_seconds_and_tenths(double seconds, string written) => Assert.Equal(written, Timecode.Of(seconds));

    [Theory]
    [InlineData("42", 42)]
    [InlineData(" 42,5 ", 42.5)]
    [InlineData("01:02.5", 62.5)]
    [InlineData("00:01:02.5", 62.5)]
    [InlineData("1:0:0", 3600)]
    public void People_may_write_less(string text, double seconds) => Assert.Equal(seconds, Timecode.Parse(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("over een uur")]
    [InlineData("1:2:3:4")]
    [InlineData("-5")]
    [InlineData("1::2")]
    [InlineData("1e9")]
    public void What_is_no_moment_is_none(string? text) => Assert.Null(Timecode.Parse(text));

    [Fact]
    public void Every_tenth_of_three_hours_reads_back_as_it_was_written()
    {
        for (var tenths = 0; tenths <= 3 * 36000; tenths += 7)
            Assert.Equal(tenths / 10.0, Timecode.Parse(Timecode.Of(tenths / 10.0))!.Value, 6);
    }
}

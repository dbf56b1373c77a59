using ReviewPortal.Core.Calendar;

namespace ReviewPortal.Core.Tests.Calendar;

public sealed class AmsterdamTests
{
    [Theory]
    [InlineData("2026-07-01T21:59:59Z", "2026-07-01")]
    [InlineData("2026-07-01T22:00:00Z", "2026-07-02")]
    [InlineData("2026-07-01T22:30:00Z", "2026-07-02")]
    [InlineData("2026-12-01T22:30:00Z", "2026-12-01")]
    [InlineData("2026-12-01T23:00:00Z", "2026-12-02")]
    [InlineData("2026-12-31T23:30:00Z", "2027-01-01")]
    [InlineData("2026-03-29T00:59:00Z", "2026-03-29")]
    [InlineData("2026-10-25T22:59:59Z", "2026-10-25")]
    [InlineData("2026-10-25T23:00:00Z", "2026-10-26")]
    public void The_day_changes_at_midnight_in_Amsterdam(string moment, string day) =>
        Assert.Equal(day, $"{Amsterdam.DateOf(Moment(moment)):yyyy-MM-dd}");

    [Theory]
    [InlineData("2026-03-28", 1)]
    [InlineData("2026-03-30", 2)]
    [InlineData("2026-10-24", 2)]
    [InlineData("2026-10-26", 1)]
    public void A_clock_time_is_the_clock_time_before_and_after_the_clocks_change(string day, int offset)
    {
        var moment = Amsterdam.At(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), new TimeOnly(9, 0));
        Assert.Equal(TimeSpan.FromHours(offset), moment.Offset);
        Assert.Equal(9, Amsterdam.Wall(moment.ToUniversalTime()).Hour);
    }

    [Fact]
    public void The_hour_that_comes_twice_is_two_moments_of_one_day()
    {
        var (first, second) = (Amsterdam.Wall(Moment("2026-10-25T00:30:00Z")), Amsterdam.Wall(Moment("2026-10-25T01:30:00Z")));
        Assert.Equal((2, 30, 2, 30), (first.Hour, first.Minute, second.Hour, second.Minute));
        Assert.Equal(TimeSpan.FromHours(1), second - first);
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

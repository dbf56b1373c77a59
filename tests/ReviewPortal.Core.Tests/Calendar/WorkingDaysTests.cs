using ReviewPortal.Core.Calendar;

namespace ReviewPortal.Core.Tests.Calendar;

public sealed class WorkingDaysTests
{
    [Fact]
    public void Five_working_days_after_Friday_is_the_next_Friday() =>
        Assert.Equal(new DateOnly(2026, 11, 13), WorkingDays.After(new DateOnly(2026, 11, 6), 5));

    [Fact]
    public void Holidays_and_equated_days_do_not_count()
    {
        // Thursday 14 May 2026 is Ascension Day, Friday the 15th is equated with a holiday.
        Assert.Equal(new DateOnly(2026, 5, 18), WorkingDays.After(new DateOnly(2026, 5, 13), 1));
    }

    [Fact]
    public void None_after_a_day_is_that_day_even_when_it_is_a_Sunday() =>
        Assert.Equal(new DateOnly(2026, 11, 8), WorkingDays.After(new DateOnly(2026, 11, 8), 0));

    [Fact]
    public void To_count_back_is_another_matter_and_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkingDays.After(new DateOnly(2026, 11, 8), -1));
}

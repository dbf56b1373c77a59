using ReviewPortal.Core.Calendar;

namespace ReviewPortal.Core.Tests.Calendar;

public sealed class HolidayTests
{
    /// <summary>Easter Sundays as printed in almanacs, with the earliest and the latest of this century.</summary>
    [Theory]
    [InlineData(2000, 4, 23)]
    [InlineData(2002, 3, 31)]
    [InlineData(2005, 3, 27)]
    [InlineData(2008, 3, 23)]
    [InlineData(2011, 4, 24)]
    [InlineData(2013, 3, 31)]
    [InlineData(2016, 3, 27)]
    [InlineData(2018, 4, 1)]
    [InlineData(2019, 4, 21)]
    [InlineData(2020, 4, 12)]
    [InlineData(2021, 4, 4)]
    [InlineData(2022, 4, 17)]
    [InlineData(2023, 4, 9)]
    [InlineData(2024, 3, 31)]
    [InlineData(2025, 4, 20)]
    [InlineData(2026, 4, 5)]
    [InlineData(2027, 3, 28)]
    [InlineData(2028, 4, 16)]
    [InlineData(2029, 4, 1)]
    [InlineData(2030, 4, 21)]
    [InlineData(2035, 3, 25)]
    [InlineData(2038, 4, 25)]
    public void The_days_that_follow_Easter_are_where_the_almanac_has_them(int year, int month, int day)
    {
        var easter = new DateOnly(year, month, day);
        var holidays = Holidays.Of(year).ToLookup(holiday => holiday.Date, holiday => holiday.Dutch);
        Assert.Contains("Goede Vrijdag", holidays[easter.AddDays(-2)]);
        Assert.Contains("tweede Paasdag", holidays[easter.AddDays(1)]);
        Assert.Contains("Hemelvaartsdag", holidays[easter.AddDays(39)]);
        Assert.Contains("tweede Pinksterdag", holidays[easter.AddDays(50)]);
    }

    [Theory]
    [InlineData(2025, 26)]
    [InlineData(2026, 27)]
    [InlineData(2031, 26)]
    [InlineData(2032, 27)]
    public void Koningsdag_moves_to_Saturday_when_the_27th_is_a_Sunday(int year, int day)
    {
        Assert.Equal("Koningsdag", Holidays.On(new DateOnly(year, 4, day))?.Dutch);
        Assert.Single(Holidays.Of(year), holiday => holiday.Dutch is "Koningsdag");
    }

    /// <summary>law.md 2.3: the days equated by royal decree, and two that were not.</summary>
    [Theory]
    [InlineData(2023, 4, 28, true)]
    [InlineData(2023, 5, 19, true)]
    [InlineData(2024, 5, 10, true)]
    [InlineData(2024, 12, 27, true)]
    [InlineData(2025, 5, 30, true)]
    [InlineData(2026, 1, 2, true)]
    [InlineData(2026, 5, 15, true)]
    [InlineData(2027, 5, 7, true)]
    [InlineData(2028, 4, 28, true)]
    [InlineData(2028, 5, 26, true)]
    [InlineData(2026, 5, 4, false)]
    [InlineData(2027, 4, 26, false)]
    public void Equated_days_are_rows_and_no_others_are(int year, int month, int day, bool equated) =>
        Assert.Equal(equated, Holidays.On(new DateOnly(year, month, day)) is { Basis: var basis } && basis.Contains("lid 3", StringComparison.Ordinal));

    [Fact]
    public void Every_holiday_names_its_provision_in_both_languages() => Assert.All(Holidays.Of(2026).Concat(Holidays.Of(2028)), holiday =>
    {
        Assert.StartsWith("Algemene termijnenwet art. 3", holiday.Basis, StringComparison.Ordinal);
        Assert.NotEmpty(holiday.Dutch);
        Assert.NotEmpty(holiday.English);
    });

    /// <summary>Art. 3 names them all; a day that people call a holiday but the law does not is an ordinary day.</summary>
    [Fact]
    public void A_year_without_equated_days_has_the_nine_holidays_of_the_law()
    {
        Assert.Equal(9, Holidays.Of(2022).Count());
        Assert.Null(Holidays.On(new DateOnly(2026, 12, 5)));
        Assert.Null(Holidays.On(new DateOnly(2026, 12, 31)));
    }

    /// <summary>Art. 3 lid 3: no rule computes these days, so that each stands in a decree, and the decree settles its years.</summary>
    [Fact]
    public void An_equated_day_names_its_decree_and_the_decree_names_the_day() => Assert.All(Decree.All, decree => Assert.All(decree.Days, day =>
    {
        var holiday = Holidays.On(day);
        Assert.Same(decree, holiday?.Decree);
        Assert.Contains(day.ToString("d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("nl-NL")), decree.Title, StringComparison.Ordinal);
        Assert.InRange(day.Year, decree.FirstYear, decree.LastYear);
        Assert.True(day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
    }));

    [Theory]
    [InlineData(2022, false)]
    [InlineData(2023, true)]
    [InlineData(2028, true)]
    [InlineData(2029, false)]
    public void A_year_has_a_decree_or_says_that_it_has_none(int year, bool known)
    {
        Assert.Equal(known, Holidays.DecreeIsKnown(year));
        Assert.Equal(known, Holidays.Of(year).Any(holiday => holiday.Decree is not null));
    }
}

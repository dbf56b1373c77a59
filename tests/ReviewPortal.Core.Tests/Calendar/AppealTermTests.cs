using ReviewPortal.Core.Calendar;
using static ReviewPortal.Core.Calendar.DeadlineStepKind;

namespace ReviewPortal.Core.Tests.Calendar;

/// <summary>Awb 6:7 and 6:8 with the Algemene termijnenwet; the vectors stand in law.md 2.3.</summary>
public sealed class AppealTermTests
{
    [Theory]
    [InlineData("2025-11-21", "2026-01-05")]
    [InlineData("2026-11-13", "2026-12-28")]
    [InlineData("2027-03-15", "2027-04-26")]
    [InlineData("2027-03-24", "2027-05-10")]
    [InlineData("2026-10-05", "2026-11-16")]
    [InlineData("2026-10-10", "2026-11-23")]
    public void The_last_day_to_appeal_is_six_weeks_on_and_never_a_free_day(string published, string lastDay) =>
        Assert.Equal(Day(lastDay), StatutoryTerms.Appeal(Day(published)).LastDay);

    [Fact]
    public void A_term_that_ends_on_an_ordinary_day_has_no_step_that_rolls_on() =>
        Assert.Equal([Published, FirstDay, EndOfWeeks, LastDay], StatutoryTerms.Appeal(Day("2027-03-15")).Steps.Select(step => step.Kind));

    [Fact]
    public void A_term_that_rolls_over_Easter_explains_each_day_with_its_source()
    {
        // Six weeks after 12 February 2027 is Good Friday.
        var term = StatutoryTerms.Appeal(Day("2027-02-12"));

        Assert.Equal(Day("2027-03-30"), term.LastDay);
        Assert.Equal(
            [Published, FirstDay, EndOfWeeks, RollsOverHoliday, RollsOverWeekend, RollsOverWeekend, RollsOverHoliday, LastDay],
            term.Steps.Select(step => step.Kind));
        Assert.Equal(
            ["2027-02-12", "2027-02-13", "2027-03-26", "2027-03-26", "2027-03-27", "2027-03-28", "2027-03-29", "2027-03-30"],
            term.Steps.Select(step => $"{step.Date:yyyy-MM-dd}"));
        Assert.Equal(["Goede Vrijdag", "tweede Paasdag"], term.Steps.Select(step => step.Day?.Dutch).OfType<string>());
        Assert.All(term.Steps, step => Assert.Matches("Awb|WHW|Algemene termijnenwet", step.Basis));
        Assert.Equal("WHW 7.59a; Awb 6:7, 6:8", term.Basis);
    }

    [Fact]
    public void Two_Christmas_days_on_a_weekend_are_rolled_over_once()
    {
        // 25 and 26 December 2027 are a Saturday and a Sunday: there is no day in lieu.
        Assert.Equal(Day("2027-12-27"), StatutoryTerms.Appeal(Day("2027-11-13")).LastDay);
    }

    [Theory]
    [InlineData("2028-11-01", false)]
    [InlineData("2028-12-01", true)]
    [InlineData("2031-03-03", true)]
    public void A_term_that_ends_in_a_year_without_a_known_decree_warns(string published, bool warns)
    {
        var term = StatutoryTerms.Appeal(Day(published));
        Assert.Equal(warns, term.Steps.Any(step => step.Kind is DecreeUnknown));
        Assert.Equal(warns, term.LastDay.Year > Holidays.LastYearWithDecree);
    }

    [Fact]
    public void No_term_of_twenty_years_ends_on_a_weekend_or_holiday_or_early()
    {
        for (var day = Day("2020-01-01"); day.Year < 2040; day = day.AddDays(1))
        {
            var last = StatutoryTerms.Appeal(day).LastDay;
            Assert.True(WorkingDays.IsWorkingDay(last), $"{day} ends on {last}");
            // Five days at most: Liberation Day, Ascension Day, an equated Friday and a weekend in a row.
            Assert.InRange(last.DayNumber - day.DayNumber, 42, 42 + 5);
        }
    }

    [Fact]
    public void Days_left_count_whole_days_and_turn_negative()
    {
        var term = StatutoryTerms.Appeal(Day("2026-10-05"));
        Assert.Equal([1, 0, -1], new[] { "2026-11-15", "2026-11-16", "2026-11-17" }.Select(day => term.DaysLeft(Day(day))));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

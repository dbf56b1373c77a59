using ReviewPortal.Core.Calendar;
using static ReviewPortal.Core.Calendar.DeadlineStepKind;

namespace ReviewPortal.Core.Tests.Calendar;

/// <summary>The Algemene termijnenwet, article by article, on terms made up for it; and on every day of seven years.</summary>
public sealed class TermCountTests
{
    public static TheoryData<string> Forward => [.. Rolling.Keys];

    // One of every unit, the shortest and the longest to which the law applies.
    private static readonly Dictionary<string, Term> Rolling = new(StringComparer.Ordinal)
    {
        ["1 day"] = Statutory(1, TermUnit.Days),
        ["3 days"] = Statutory(3, TermUnit.Days),
        ["4 days"] = Statutory(4, TermUnit.Days),
        ["90 days"] = Statutory(90, TermUnit.Days),
        ["2 working days"] = Statutory(2, TermUnit.WorkingDays),
        ["1 week"] = Statutory(1, TermUnit.Weeks),
        ["6 weeks"] = Statutory(6, TermUnit.Weeks),
        ["12 weeks"] = Statutory(12, TermUnit.Weeks),
        ["3 months"] = Statutory(3, TermUnit.Months),
    };

    /// <summary>Art. 4, under a: in hours, in more than 90 days, twelve weeks or three months, in years.</summary>
    [Theory]
    [InlineData(90, TermUnit.Days, true)]
    [InlineData(91, TermUnit.Days, false)]
    [InlineData(12, TermUnit.Weeks, true)]
    [InlineData(13, TermUnit.Weeks, false)]
    [InlineData(3, TermUnit.Months, true)]
    [InlineData(4, TermUnit.Months, false)]
    [InlineData(1, TermUnit.Years, false)]
    [InlineData(48, TermUnit.Hours, false)]
    public void A_long_term_and_one_in_hours_or_years_is_left_alone(int length, TermUnit unit, bool rolls)
    {
        var term = Statutory(length, unit);
        Assert.Equal(rolls, term.Rolls);
        if (unit is TermUnit.Hours) return;

        // Of every term some end on a Sunday.
        var deadlines = Days().Select(term.From).ToArray();
        Assert.Equal(rolls, deadlines.All(deadline => WorkingDays.IsWorkingDay(deadline.LastDay)));
        Assert.Equal(!rolls, deadlines.Any(deadline => deadline.Steps.Any(step => step is { Kind: StaysExcluded, Basis: "Algemene termijnenwet art. 4" })));
    }

    /// <summary>Art. 2: three days over Easter 2027, which begin on Good Friday, hold none; Tuesday alone is not enough.</summary>
    [Fact]
    public void A_term_of_three_days_holds_two_working_days()
    {
        var term = Statutory(3, TermUnit.Days).From(Day("2027-03-25"));
        Assert.Equal(Day("2027-03-31"), term.LastDay);
        Assert.Contains(new DeadlineStep(TwoWorkingDays, Day("2027-03-31"), "Algemene termijnenwet art. 2"), term.Steps);
        Assert.Equal([RollsOverWeekend, RollsOverHoliday, TwoWorkingDays, LastDay], term.Steps.Skip(3).Select(step => step.Kind));

        // Two days are too few for article 2, and a house term is none of the law's.
        Assert.Equal(Day("2027-03-30"), Statutory(2, TermUnit.Days).From(Day("2027-03-25")).LastDay);
        Assert.Equal(Day("2027-03-28"), (Statutory(3, TermUnit.Days) with { Nature = TermNature.House }).From(Day("2027-03-25")).LastDay);
        Assert.DoesNotContain(Statutory(3, TermUnit.Days).From(Day("2026-11-16")).Steps, step => step.Kind is TwoWorkingDays);
    }

    /// <summary>Art. 1 speaks of a term "set by law": a house term stays on its day unless the house rule says otherwise.</summary>
    [Fact]
    public void A_house_term_rolls_only_when_its_rule_says_so()
    {
        var house = Statutory(2, TermUnit.Weeks) with { Nature = TermNature.House };
        var stays = house.From(Day("2026-12-12"));
        Assert.Equal(Day("2026-12-26"), stays.LastDay);
        Assert.Contains(stays.Steps, step => step.Kind is StaysHouseRule);
        Assert.Equal(Day("2026-12-28"), (house with { HouseRuleRolls = true }).From(Day("2026-12-12")).LastDay);
    }

    [Theory]
    [MemberData(nameof(Forward))]
    public void No_term_of_seven_years_ends_on_a_free_day_or_early_or_later_than_the_free_days_last(string name)
    {
        var term = Rolling[name];
        foreach (var day in Days())
        {
            var deadline = term.From(day);
            var (last, end) = (deadline.LastDay, Unrolled(term, day));
            Assert.True(WorkingDays.IsWorkingDay(last), $"{name} from {day} ends on {last}");
            Assert.True(last >= end, $"{name} from {day} ends on {last}, before {end}");

            var first = end;
            while (!WorkingDays.IsWorkingDay(first)) first = first.AddDays(1);
            var holds = WorkingDaysBetween(day, first);
            var lengthened = term.HoldsTwoWorkingDays && holds < 2;
            Assert.True(lengthened ? WorkingDaysBetween(day, last) is 2 : last == first, $"{name} from {day} ends on {last}, and the free days only last until {first}");
            Assert.Equal(lengthened, deadline.Steps.Any(step => step.Kind is TwoWorkingDays));

            // The explanation has a step for each day that the end moved on, and ends where the term ends.
            Assert.Equal(first.DayNumber - end.DayNumber, deadline.Steps.Count(step => step.Kind is RollsOverHoliday or RollsOverWeekend));
            Assert.Equal(last, deadline.Steps.Single(step => step.Kind is LastDay).Date);
            Assert.Equal(deadline.Steps.Select(step => step.Date).Order(), deadline.Steps.Select(step => step.Date));
        }
    }

    [Fact]
    public void No_run_of_free_days_of_seven_years_is_longer_than_five()
    {
        var runs = Days().Select(day => Enumerable.Range(0, 30).TakeWhile(on => !WorkingDays.IsWorkingDay(day.AddDays(on))).Count());
        Assert.Equal(5, runs.Max());
        Assert.Equal(5, Days().Max(day => StatutoryTerms.Appeal(day).LastDay.DayNumber - day.DayNumber - 42));
    }

    /// <summary>Art. 1 lid 2.</summary>
    [Fact]
    public void What_is_counted_back_never_rolls_not_even_by_law()
    {
        foreach (var day in Days())
        {
            Assert.Equal(day.AddDays(-21), ProtocolTerms.FacilityRequest(day).LastDay);
            Assert.Equal(day.AddDays(-14), ProtocolTerms.StudentNotice(day).LastDay);
            Assert.Equal(day.AddDays(-42), (Statutory(6, TermUnit.Weeks) with { Direction = TermDirection.Back }).From(day).LastDay);

            var objection = ProtocolTerms.Objection(day).LastDay;
            Assert.Equal(5, Enumerable.Range(objection.DayNumber, day.DayNumber - objection.DayNumber).Count(number => WorkingDays.IsWorkingDay(DateOnly.FromDayNumber(number))));
            Assert.True(WorkingDays.IsWorkingDay(objection));
        }
    }

    [Fact]
    public void Months_end_on_the_same_day_or_on_the_last_one_there_is()
    {
        Assert.Equal(Day("2027-02-12"), Statutory(3, TermUnit.Months).From(Day("2026-11-12")).LastDay);
        Assert.Equal(Day("2028-02-29"), Statutory(3, TermUnit.Months).From(Day("2027-11-30")).LastDay);
    }

    [Fact]
    public void A_term_in_hours_runs_from_a_moment_and_a_term_in_days_from_a_day()
    {
        Assert.Throws<ArgumentException>(() => Statutory(48, TermUnit.Hours).From(Day("2026-11-20")));
        Assert.Throws<ArgumentException>(() => Statutory(6, TermUnit.Weeks).From(new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero)));
    }

    private static DateOnly Unrolled(Term term, DateOnly day) => term.Unit switch
    {
        TermUnit.Days => day.AddDays(term.Length),
        TermUnit.Weeks => day.AddDays(term.Length * 7),
        TermUnit.Months => day.AddMonths(term.Length),
        _ => WorkingDays.After(day, term.Length),
    };

    private static int WorkingDaysBetween(DateOnly day, DateOnly last) =>
        Enumerable.Range(day.DayNumber + 1, last.DayNumber - day.DayNumber).Count(number => WorkingDays.IsWorkingDay(DateOnly.FromDayNumber(number)));

    private static IEnumerable<DateOnly> Days()
    {
        for (var day = Day("2024-01-01"); day.Year <= 2030; day = day.AddDays(1)) yield return day;
    }

    private static Term Statutory(int length, TermUnit unit) => new(TermName.Appeal, length, unit, new TermStart(Published, "Awb 3:41"), "Awb 6:7");

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A slip of the keyboard is refused by the step that asks for the day, and by no calendar that ends.</summary>
    [Fact]
    public void No_term_runs_off_the_calendar()
    {
        foreach (var day in new[] { DateOnly.MinValue, DateOnly.MaxValue })
            Assert.All(StatutoryTerms.All.Where(term => term.Unit is not TermUnit.Hours), term => Assert.NotEmpty(term.From(day).Steps));
        Assert.Equal(9000, StatutoryTerms.Appeal(DateOnly.MaxValue).LastDay.Year - 1);
        Assert.True(ProtocolTerms.FacilityRequest(DateOnly.MinValue).LastDay.Year < 1001);
    }
}

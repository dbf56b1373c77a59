using ReviewPortal.Core.Calendar;
using static ReviewPortal.Core.Calendar.DeadlineStepKind;

namespace ReviewPortal.Core.Tests.Calendar;

/// <summary>The rows beside the appeal: WHW 7.61 and 7.63b, Awb 6:7 and 2:10, with the Algemene termijnenwet.</summary>
public sealed class StatutoryTermsTests
{
    [Theory]
    [InlineData("2026-11-18", "2026-12-09")]
    [InlineData("2026-12-04", "2026-12-28")]
    [InlineData("2027-04-16", "2027-05-10")]
    public void A_settlement_has_three_weeks_from_the_day_after_receipt(string received, string last)
    {
        var term = StatutoryTerms.Settlement(Day(received));
        Assert.Equal((Day(last), "WHW 7.61 lid 3"), (term.LastDay, term.Basis));
        Assert.Equal([Received, FirstDay, EndOfWeeks], term.Steps.Take(3).Select(step => step.Kind));
        Assert.Equal(Day(received).AddDays(1), term.Steps[1].Date);
    }

    [Theory]
    [InlineData("2027-01-04", "2027-03-15")]
    [InlineData("2027-02-25", "2027-05-10")]
    [InlineData("2028-02-18", "2028-05-01")]
    public void The_appeals_board_has_ten_weeks_from_the_day_after_the_filing_term_expired(string expired, string last)
    {
        var term = StatutoryTerms.AppealsBoardDecision(Day(expired));
        Assert.Equal((Day(last), "WHW 7.61 lid 4"), (term.LastDay, term.Basis));
        Assert.Equal((FilingTermExpired, Day(expired)), (term.Steps[0].Kind, term.Steps[0].Date));
    }

    [Fact]
    public void An_appeal_and_the_decision_on_it_follow_upon_each_other()
    {
        var filing = StatutoryTerms.Appeal(Day("2026-11-20"));
        Assert.Equal(Day("2027-01-04"), filing.LastDay);
        Assert.Equal(Day("2027-03-15"), StatutoryTerms.AppealsBoardDecision(filing.LastDay).LastDay);
    }

    [Fact]
    public void A_further_appeal_counts_as_the_first_one_does_and_names_no_provision_of_the_WHW()
    {
        var (first, further) = (StatutoryTerms.Appeal(Day("2027-03-24")), StatutoryTerms.FurtherAppeal(Day("2027-03-24")));
        Assert.Equal(first.LastDay, further.LastDay);
        Assert.Equal(first.Steps.Select(step => step.Date), further.Steps.Select(step => step.Date));
        Assert.DoesNotContain(further.Steps, step => step.Source.Contains("WHW", StringComparison.Ordinal));
    }

    [Fact]
    public void The_executive_board_has_ten_weeks_on_an_objection()
    {
        var term = StatutoryTerms.ExecutiveBoardObjection(Day("2026-10-16"));
        // Ten weeks end on Christmas Day.
        Assert.Equal((Day("2026-12-28"), "WHW 7.63b"), (term.LastDay, term.Basis));
    }

    /// <summary>Awb 2:10: hours on the clock, in weekends and while the clock is put forward or back.</summary>
    [Theory]
    [InlineData("2026-11-20T16:00:00+01:00", "2026-11-22T16:00:00+01:00")]
    [InlineData("2026-12-24T23:30:00+01:00", "2026-12-26T23:30:00+01:00")]
    [InlineData("2026-03-27T17:30:00+01:00", "2026-03-29T18:30:00+02:00")]
    [InlineData("2026-10-24T19:30:00+02:00", "2026-10-26T18:30:00+01:00")]
    [InlineData("2026-10-23T02:30:00+02:00", "2026-10-25T02:30:00+02:00")]
    [InlineData("2026-10-23T03:30:00+02:00", "2026-10-25T02:30:00+01:00")]
    [InlineData("2026-11-20T15:00:00Z", "2026-11-22T16:00:00+01:00")]
    public void A_notification_is_due_in_48_hours_whatever_day_that_is(string published, string due)
    {
        var last = StatutoryTerms.PortalNotification(Moment(published));
        Assert.Equal((Moment(due), Moment(due).Offset), (last, last.Offset));
        Assert.Equal(TimeSpan.FromHours(48), last - Moment(published));
    }

    [Fact]
    public void A_notification_that_is_due_on_a_Sunday_says_why_it_stays_there()
    {
        var term = StatutoryTerms.PortalNotificationExplained(Moment("2026-11-20T16:00:00+01:00"));
        Assert.Equal([Published, EndOfHours, StaysExcluded, LastMoment], term.Steps.Select(step => step.Kind));
        Assert.Equal("Algemene termijnenwet art. 4", term.Steps[2].Source);
        Assert.Equal(Moment("2026-11-20T16:00:00+01:00"), term.Steps[0].Moment);
        Assert.Equal((Day("2026-11-22"), "Awb 2:10 lid 1"), (term.LastDay, term.Basis));
    }

    [Fact]
    public void Every_row_names_its_law_in_every_step() => Assert.All(StatutoryTerms.All, term =>
    {
        var deadline = term.Unit is TermUnit.Hours ? term.From(Moment("2026-11-20T16:00:00+01:00")) : term.From(Day("2027-02-12"));
        Assert.Equal(TermNature.Statutory, term.Nature);
        Assert.All(deadline.Steps, step => Assert.Matches("^(Awb|WHW|Algemene termijnenwet) ", step.Source));
    });

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

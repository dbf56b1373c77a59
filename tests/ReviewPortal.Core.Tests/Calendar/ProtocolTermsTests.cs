using ReviewPortal.Core.Calendar;
using static ReviewPortal.Core.Calendar.DeadlineStepKind;

namespace ReviewPortal.Core.Tests.Calendar;

/// <summary>UU-R1-4, UU-R2-9 and UU-R2-11: counted back from the test, and never moved (Algemene termijnenwet art. 1 lid 2).</summary>
public sealed class ProtocolTermsTests
{
    [Theory]
    [InlineData("2026-11-30", "2026-11-09")]
    [InlineData("2026-06-15", "2026-05-25")] // Whit Monday
    [InlineData("2027-01-15", "2026-12-25")] // Christmas Day
    [InlineData("2026-11-29", "2026-11-08")] // a Sunday
    public void A_facility_is_asked_for_three_weeks_before_the_test(string test, string last) => Assert.Equal(Day(last), ProtocolTerms.FacilityRequest(Day(test)).LastDay);

    [Theory]
    [InlineData("2026-11-30", "2026-11-16")]
    [InlineData("2026-05-29", "2026-05-15")] // equated with a holiday
    public void Students_are_told_two_weeks_before_the_test(string test, string last) => Assert.Equal(Day(last), ProtocolTerms.StudentNotice(Day(test)).LastDay);

    [Theory]
    [InlineData("2026-11-30", "2026-11-23")]
    [InlineData("2026-11-27", "2026-11-20")]
    [InlineData("2026-05-21", "2026-05-12")] // over Ascension Day, the equated Friday and a weekend
    [InlineData("2026-11-29", "2026-11-23")] // a test on a Sunday
    public void An_objection_comes_five_working_days_before_the_test(string test, string last) => Assert.Equal(Day(last), ProtocolTerms.Objection(Day(test)).LastDay);

    [Fact]
    public void A_last_day_that_is_free_says_why_it_stays()
    {
        var term = ProtocolTerms.FacilityRequest(Day("2026-06-15"));
        Assert.Equal([Test, CountedBack, StaysCountedBack, LastDay], term.Steps.Select(step => step.Kind));
        Assert.Equal("Algemene termijnenwet art. 1 lid 2", term.Steps[2].Basis);
        Assert.Equal([Test, CountedBack, LastDay], ProtocolTerms.FacilityRequest(Day("2026-11-30")).Steps.Select(step => step.Kind));
    }

    /// <summary>Whether Monday the 2nd is equated matters when working days are counted, and not when weeks are.</summary>
    [Fact]
    public void Only_a_term_in_working_days_needs_the_decree()
    {
        Assert.True(ProtocolTerms.Objection(Day("2029-01-03")).NeedsChecking);
        Assert.True(ProtocolTerms.Objection(Day("2031-06-03")).NeedsChecking);
        Assert.False(ProtocolTerms.Objection(Day("2028-12-20")).NeedsChecking);
        Assert.False(ProtocolTerms.FacilityRequest(Day("2031-06-03")).NeedsChecking);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

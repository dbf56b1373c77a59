using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Lifecycle;

namespace ReviewPortal.Core.Tests.Decisions;

/// <summary>WHW 7.12b lid 2: designated exams, for a period, of at most one year.</summary>
public sealed class SanctionTests
{
    private static readonly DateOnly First = new(2026, 12, 8);

    [Theory]
    [InlineData("2026-12-08", true)]
    [InlineData("2027-06-07", true)]
    [InlineData("2027-12-07", true)]
    [InlineData("2027-12-08", false)]
    [InlineData("2026-12-07", false)]
    public void An_exclusion_lasts_one_year_to_the_day_at_most_and_never_ends_before_it_begins(string until, bool lawful) =>
        Assert.Equal(lawful, A.Exclusion(First, Day(until), "Statistiek II").IsWithinLimits);

    [Fact]
    public void A_year_that_begins_on_the_29th_of_February_is_no_longer_than_any_other()
    {
        Assert.True(A.Exclusion(new(2028, 2, 29), new(2029, 2, 27), "Statistiek II").IsWithinLimits);
        Assert.False(A.Exclusion(new(2028, 2, 29), new(2029, 3, 1), "Statistiek II").IsWithinLimits);
    }

    [Fact]
    public void An_exclusion_without_exams_a_beginning_or_an_end_is_void()
    {
        Assert.False(A.Exclusion(First, First).IsWithinLimits);
        Assert.False(A.Exclusion(First, First, "", "  ").IsWithinLimits);
        Assert.False(A.Exclusion(null, First, "Statistiek II").IsWithinLimits);
        Assert.False(A.Exclusion(First, null, "Statistiek II").IsWithinLimits);
    }

    [Fact]
    public void A_reprimand_has_no_exams_and_no_dates_and_what_the_catalogue_does_not_know_is_no_sanction()
    {
        Assert.True(new Sanction("REPRIMAND", [], null, null).IsWithinLimits);
        Assert.False(new Sanction("FINE", ["Statistiek II"], First, First).IsWithinLimits);
    }

    /// <summary>Awb 3:40: a decision has no effect before it is known; CBHO 2021/102 on what reaches back.</summary>
    [Fact]
    public void An_exclusion_never_begins_before_publication()
    {
        Assert.True(A.Exclusion(First, First, "Statistiek II").StartsOnOrAfter(First));
        Assert.False(A.Exclusion(First, First, "Statistiek II").StartsOnOrAfter(First.AddDays(1)));
        Assert.False(A.Exclusion(null, First, "Statistiek II").StartsOnOrAfter(First));
        Assert.True(new Sanction("REPRIMAND", [], null, null).StartsOnOrAfter(First));
    }

    [Theory]
    [InlineData("2026-11-30", true)]
    [InlineData("2026-12-01", true)]
    [InlineData("2026-12-02", false)]
    public void The_day_of_publication_decides_whether_the_sanction_still_stands(string published, bool stands)
    {
        var @case = A.Case().Decided(Drafts.FraudWithExclusion).CoSigned().At(Core.Calendar.Amsterdam.At(Day(published), new TimeOnly(15, 0)));
        Assert.Equal(stands, @case.Facts(Who.Secretary).Meets(Requirement.SanctionNotBeforePublication));
    }

    [Fact]
    public void Beyond_the_limits_fraud_cannot_be_decided()
    {
        var draft = Drafts.FraudWithExclusion with { Sanction = A.Exclusion(First, First.AddYears(1), "Statistiek II") };
        Assert.Equal([Requirement.SanctionWithinLimits], Assert.IsType<Refused>(A.Case().Drafted(draft).Ask(CaseAction.DecideFraud, Who.Member)).Unmet);
        Assert.True(A.Case().Drafted(Drafts.FraudWithExclusion).Ask(CaseAction.DecideFraud, Who.Member).IsDone);
    }

    [Fact]
    public void An_exclusion_of_which_nothing_has_been_filled_in_yet_lacks_its_limits_and_no_more()
    {
        var blank = Drafts.FraudWithExclusion with { Sanction = new("EXCLUSION", [], null, null) };
        Assert.Equal([Requirement.SanctionWithinLimits], Assert.IsType<Refused>(A.Case().Drafted(blank).Ask(CaseAction.DecideFraud, Who.Member)).Unmet);
    }

    /// <summary>CBHO 2021/102: what the regulations of the exam date do not know, cannot be imposed.</summary>
    [Theory]
    [InlineData("2021-08-31", false)]
    [InlineData("2021-09-01", true)]
    [InlineData("2026-11-02", true)]
    public void A_sanction_has_a_basis_only_in_the_regulations_of_the_exam_date(string examDate, bool known)
    {
        Assert.Equal(known, A.Exclusion(First, First, "Statistiek II").HasBasisOn(Day(examDate)));
        Assert.Equal(known, SanctionCatalogue.On(Day(examDate)).Any());
        Assert.False(new Sanction("FINE", [], First, First).HasBasisOn(Day(examDate)));
    }

    [Fact]
    public void A_kind_of_sanction_holds_from_its_first_day_to_its_last()
    {
        var kind = SanctionCatalogue.All[0] with { From = First, Until = First.AddDays(1) };
        Assert.Equal([false, true, true, false], new[] { -1, 0, 1, 2 }.Select(days => kind.HoldsOn(First.AddDays(days))));
    }

    /// <summary>CBHO 2021/102: an exam that has been taken cannot be taken away.</summary>
    [Theory]
    [InlineData("Statistiek II", false)]
    [InlineData("Statistiek II, hertentamen van 14 december 2026", false)]
    [InlineData("Statistics II, resit of 14 December 2026", false)]
    [InlineData("Methoden (2027-06-07)", false)]
    [InlineData("Methoden 8-6-2027", true)]
    [InlineData("Statistiek II, hertentamen van 7 december 2026", true)]
    [InlineData("Statistics II of 2 November 2026", true)]
    [InlineData("Methoden van 01-12-2026", true)]
    [InlineData(" sw-stat2-2026-t1", true)]
    [InlineData("Hertentamen van SW-STAT2-2026-T1", false)]
    [InlineData("SW-STAT2", false)]
    [InlineData("Methoden, zaal 12-34-5678", false)]
    public void An_exclusion_never_strikes_an_exam_that_has_been_taken_or_lies_outside_its_period(string exam, bool strikes)
    {
        Assert.Equal(strikes, A.Exclusion(First, new(2027, 6, 7), "Wiskunde", exam).StrikesAlreadyTaken(A.Exam()));
        Assert.False(new Sanction("REPRIMAND", [exam], null, null).StrikesAlreadyTaken(A.Exam()));
    }

    [Fact]
    public void Every_sanction_of_the_catalogue_names_its_source() => Assert.All(SanctionCatalogue.All, kind => Assert.NotEmpty(kind.Source));

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

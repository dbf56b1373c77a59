using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;

namespace ReviewPortal.Core.Tests.Cases;

public sealed class HouseTermsTests
{
    [Fact]
    public void The_standard_terms_are_the_rows_of_the_states_and_the_notice() => Assert.Equal(
        [.. StateTerms.All.Select(term => (term.State.ToString(), term.Days)), ("NoticeWorkingDays", 5)],
        HouseTerms.Names.Select(name => (name, name is "NoticeWorkingDays" ? HouseTerms.Standard.NoticeWorkingDays : HouseTerms.Standard.Of(Enum.Parse<CaseState>(name))!.Days)));

    [Theory]
    [InlineData("UnderInvestigation")]
    [InlineData("underinvestigation")]
    public void A_row_takes_the_place_of_the_standard_one_and_of_no_other(string name)
    {
        var terms = HouseTerms.Standard.With(name, 20)!;
        Assert.Equal(20, terms.Of(CaseState.UnderInvestigation)?.Days);
        Assert.Equal("huisregel", terms.Of(CaseState.UnderInvestigation)?.Basis);
        Assert.Equal(StateTerms.All.Where(term => term.State is not CaseState.UnderInvestigation), terms.States.Where(term => term.State is not CaseState.UnderInvestigation));
        Assert.Equal(10, HouseTerms.Standard.Of(CaseState.UnderInvestigation)?.Days);
    }

    [Fact]
    public void The_notice_to_the_student_is_a_row_too()
    {
        var terms = HouseTerms.Standard.With("NoticeWorkingDays", 8)!;
        Assert.Equal((8, 5), (terms.NoticeWorkingDays, HouseTerms.Standard.NoticeWorkingDays));
        Assert.Equal(HouseTerms.Standard.States, terms.States);
    }

    [Theory]
    [InlineData("Investigation", 10)]
    [InlineData("Notified", 10)]
    [InlineData("4", 10)]
    [InlineData("", 10)]
    [InlineData("InReview", 0)]
    [InlineData("InReview", -1)]
    [InlineData("InReview", 261)]
    public void What_is_no_house_term_or_no_length_of_one_is_refused(string name, int days) => Assert.Null(HouseTerms.Standard.With(name, days));

    [Fact]
    public void A_state_in_which_nobody_must_act_has_no_term() => Assert.Null(StateTerms.DueAfter(CaseState.Cleared, new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero)));
}

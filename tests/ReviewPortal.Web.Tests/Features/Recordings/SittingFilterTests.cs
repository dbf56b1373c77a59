using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Features.Recordings;

namespace ReviewPortal.Web.Tests.Features.Recordings;

/// <summary>The filter stands in the address, whole, and what an address says wrongly filters nothing.</summary>
public sealed class SittingFilterTests
{
    private static readonly SittingFilter Full = new()
    {
        Words = "C-47 & Ævar", Exam = "INFOB1PICA-2026-T1", State = CaseState.SecondReview, Faculty = "Bètawetenschappen", Supplier = "Opnemer 2.1", Reviewer = SittingFilter.Nobody,
        From = new DateOnly(2026, 11, 2), Until = new DateOnly(2026, 11, 30), Reported = false, Recorded = Recorded.Little, Sort = SittingColumn.Gap, Reversed = true, Page = 3,
    };

    [Fact]
    public void What_is_asked_comes_back_from_the_address_as_it_was()
    {
        Assert.Equal(Full, SittingFilter.Parse(Full.ToString()));
        Assert.Equal(Full with { Page = 1 }, SittingFilter.Parse(Full.ToView()));
        Assert.Equal("", SittingFilter.Everything.ToString());
        Assert.Equal(SittingFilter.Everything, SittingFilter.Parse(""));
        Assert.Equal("?state=Imported", new SittingFilter { State = CaseState.Imported }.ToString());
    }

    [Theory]
    [InlineData("?state=Guilty&recorded=7&reported=maybe&reviewer=me&from=yesterday&until=2026-13-01&page=0&sort=shoesize&order=up")]
    [InlineData("?page=-1&page=2&state=3")]
    [InlineData("?exam=a&exam=b&%zz=%")]
    public void What_is_no_value_filters_nothing(string query) => Assert.Equal(SittingFilter.Everything, SittingFilter.Parse(query));

    [Fact]
    public void A_column_that_is_chosen_again_turns_round_and_the_list_begins_at_its_first_page()
    {
        var once = Full.SortedBy(SittingColumn.Exam);
        Assert.Equal((SittingColumn.Exam, false, false, 1), (once.Sort, once.Reversed, once.Descending, once.Page));
        Assert.True(once.SortedBy(SittingColumn.Exam).Descending);
        Assert.True(SittingFilter.Everything.SortedBy(SittingColumn.Signals).Descending);
        Assert.False(SittingFilter.Everything.SortedBy(SittingColumn.Start).Descending);
        Assert.False((SittingFilter.Everything with { Page = 2, Reversed = true }).IsNarrowed);
    }
}

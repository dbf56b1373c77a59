using ReviewPortal.Core.Review;

namespace ReviewPortal.Core.Tests.Review;

public sealed class ReviewComparisonTests
{
    [Theory]
    [InlineData(100, 110, 105, 120, true)]
    [InlineData(100, 110, 110, 120, true)]
    [InlineData(100, 110, 115, 120, true)]
    [InlineData(100, 110, 115.1, 120, false)]
    [InlineData(115.1, 120, 100, 110, false)]
    public void Two_marks_are_about_one_moment_when_they_overlap_or_lie_five_seconds_apart(double from, double to, double otherFrom, double otherTo, bool together)
    {
        var compared = ReviewComparison.Of([A.Mark("OTHER_PERSON", from, to)], [Second("OTHER_PERSON", otherFrom, otherTo)]);
        Assert.Equal(together ? [MarkAgreement.Same] : from < otherFrom ? [MarkAgreement.OnlyFirst, MarkAgreement.OnlySecond] : [MarkAgreement.OnlySecond, MarkAgreement.OnlyFirst], compared.Moments.Select(moment => moment.Agreement));
    }

    [Fact]
    public void What_agrees_and_what_does_not_is_counted_and_stands_in_order_of_time()
    {
        var compared = ReviewComparison.Of(
            [A.Mark("OTHER_PERSON", 300, 320), A.Mark("SOUND", 100, 110), A.Mark("DESK_ITEMS", 500, 510)],
            [Second("SOUND", 104, 112), Second("OUT_OF_VIEW", 305, 330), Second("EXCULPATORY", 700, 710)]);
        Assert.Equal([MarkAgreement.Same, MarkAgreement.OtherCategory, MarkAgreement.OnlyFirst, MarkAgreement.OnlySecond], compared.Moments.Select(moment => moment.Agreement));
        Assert.Equal((1, 3), (compared.Agreed, compared.Deviating.Count()));
        Assert.Equal([100, 300, 500, 700], compared.Moments.Select(moment => moment.From));
    }

    /// <summary>The same category goes before more overlap: who marks two things at once has marked both.</summary>
    [Fact]
    public void Two_things_at_one_moment_are_each_paired_with_their_own()
    {
        var compared = ReviewComparison.Of(
            [A.Mark("OTHER_PERSON", 100, 130), A.Mark("SOUND", 101, 129)],
            [Second("SOUND", 100, 130), Second("OTHER_PERSON", 125, 131)]);
        Assert.Equal(2, compared.Agreed);
        Assert.Equal(2, compared.Moments.Length);
    }

    [Fact]
    public void A_mark_has_one_counterpart_and_the_nearest_goes_first()
    {
        var compared = ReviewComparison.Of([A.Mark("SOUND", 100, 110)], [Second("SOUND", 90, 101), Second("SOUND", 102, 111)]);
        Assert.Equal([MarkAgreement.OnlySecond, MarkAgreement.Same], compared.Moments.Select(moment => moment.Agreement));
        Assert.Equal(102, compared.Moments[1].Second!.From);
    }

    [Fact]
    public void Netiquette_is_compared_with_nothing()
    {
        var compared = ReviewComparison.Of([A.Mark("NETIQUETTE", 100, 110)], [Second("NETIQUETTE", 100, 110)]);
        Assert.Empty(compared.Moments);
        Assert.Equal(0, compared.Agreed);
    }

    [Fact]
    public void The_order_of_the_marks_changes_nothing()
    {
        Observation[] first = [A.Mark("SOUND", 10, 20), A.Mark("SOUND", 22, 24), A.Mark("OTHER_PERSON", 18, 30)], second = [Second("SOUND", 15, 25), Second("OTHER_PERSON", 28, 40), Second("SOUND", 41, 42)];
        Assert.Equal(
            ReviewComparison.Of(first, second).Moments.Select(pair => (pair.First?.Id, pair.Second?.Id)),
            ReviewComparison.Of(first.Reverse(), second.Reverse()).Moments.Select(pair => (pair.First?.Id, pair.Second?.Id)));
    }

    private static Observation Second(string ground, double from, double to) =>
        new() { Id = new Guid((int)(from * 10), 2, 0, [0, 0, 0, 0, 0, 0, 0, (byte)ground.Length]), Case = A.CaseId, By = Who.SecondReviewer.Id, Ground = ground, From = from, To = to, Seen = "Ik zie iemand." };
}

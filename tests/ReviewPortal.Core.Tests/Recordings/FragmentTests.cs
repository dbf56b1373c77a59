using ReviewPortal.Core.Recordings;

namespace ReviewPortal.Core.Tests.Recordings;

public sealed class FragmentTests
{
    [Theory]
    [InlineData(-0.1, 5)]
    [InlineData(5, 4.9)]
    [InlineData(double.NaN, 5)]
    [InlineData(0, double.NaN)]
    [InlineData(0, double.PositiveInfinity)]
    public void A_fragment_that_is_none_cannot_be_made(double from, double to) => Assert.ThrowsAny<ArgumentOutOfRangeException>(() => new Fragment(from, to));

    [Fact]
    public void Fragments_that_only_touch_do_not_overlap()
    {
        Assert.False(new Fragment(0, 5).Overlaps(new Fragment(5, 9)));
        Assert.True(new Fragment(0, 5.1).Overlaps(new Fragment(5, 9)));
    }

    [Fact]
    public void A_fragment_reads_as_two_timecodes() => Assert.Equal("00:41:38.0 – 00:44:31.4", new Fragment(2498, 2671.4).ToString());
}

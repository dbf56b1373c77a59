using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Web.Tests.Vault;

public class RangeRequestTests
{
    private const string Tag = "\"abc\"";

    [Theory]
    [InlineData("bytes=0-0", 0, 1)]
    [InlineData("bytes=0-", 0, 1000)]
    [InlineData("bytes=999-", 999, 1)]
    [InlineData("bytes=10-19", 10, 10)]
    [InlineData("bytes=10-99999999999999999999999", 10, 990)]
    [InlineData("bytes=-1", 999, 1)]
    [InlineData("bytes=-5000", 0, 1000)]
    [InlineData("BYTES= 0-9 ", 0, 10)]
    public void One_stretch_is_a_part(string range, long from, long count) =>
        Assert.Equal(new RangeRequest(RangeAnswer.Part, from, count), RangeRequest.Parse(range, null, Tag, 1000));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("bytes")]
    [InlineData("bytes=")]
    [InlineData("bytes=-")]
    [InlineData("bytes=--5")]
    [InlineData("bytes=5-4")]
    [InlineData("bytes=a-5")]
    [InlineData("bytes=5-b")]
    [InlineData("bytes=+5-9")]
    [InlineData("bytes=0x1-9")]
    [InlineData("bytes=5 - 9")]
    [InlineData("bytes=0-1,5-6")]
    [InlineData("bytes=1-2-3")]
    [InlineData("seconds=0-9")]
    public void Several_stretches_and_nonsense_give_the_whole(string? range) =>
        Assert.Equal(new RangeRequest(RangeAnswer.Whole, 0, 1000), RangeRequest.Parse(range, null, Tag, 1000));

    [Theory]
    [InlineData("bytes=1000-", 1000)]
    [InlineData("bytes=1000-2000", 1000)]
    [InlineData("bytes=99999999999999999999-", 1000)]
    [InlineData("bytes=-0", 1000)]
    [InlineData("bytes=0-", 0)]
    [InlineData("bytes=-1", 0)]
    public void A_stretch_behind_the_end_cannot_be_had(string range, long length) =>
        Assert.Equal(RangeAnswer.Unsatisfiable, RangeRequest.Parse(range, null, Tag, length).Answer);

    [Theory]
    [InlineData(Tag, RangeAnswer.Part)]
    [InlineData("\"other\"", RangeAnswer.Whole)]
    [InlineData("W/\"abc\"", RangeAnswer.Whole)]
    [InlineData("Mon, 02 Nov 2026 09:00:00 GMT", RangeAnswer.Whole)]
    public void A_stretch_of_something_else_is_not_given(string ifRange, RangeAnswer answer) =>
        Assert.Equal(answer, RangeRequest.Parse("bytes=0-9", ifRange, Tag, 1000).Answer);
}

using ReviewPortal.Core.Cases;

namespace ReviewPortal.Core.Tests.Cases;

public sealed class CaseNumberTests
{
    [Theory]
    [InlineData(2026, 1, "2026-0001")]
    [InlineData(2026, 158, "2026-0158")]
    [InlineData(2026, 123456, "2026-123456")]
    public void A_number_reads_back_as_it_is_written(int year, int sequence, string written)
    {
        var number = new CaseNumber(year, sequence);
        Assert.Equal(written, number.ToString());
        Assert.Equal(number, CaseNumber.Parse($" {written} "));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026")]
    [InlineData("2026-158")]
    [InlineData("2026-0000")]
    [InlineData("1999-0001")]
    [InlineData("2026-+158")]
    [InlineData("2026-0158-1")]
    [InlineData("2026-99999999999")]
    [InlineData("２０２６-0158")]
    public void What_is_no_number_is_none(string? text) => Assert.Null(CaseNumber.Parse(text));

    [Theory]
    [InlineData(1999, 1)]
    [InlineData(10000, 1)]
    [InlineData(2026, 0)]
    public void A_number_outside_its_bounds_cannot_be_made(int year, int sequence) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new CaseNumber(year, sequence));

    [Fact]
    public void Numbers_sort_by_year_and_then_by_sequence()
    {
        CaseNumber[] numbers = [new(2027, 1), new(2026, 10000), new(2026, 2)];
        Assert.Equal(["2026-0002", "2026-10000", "2027-0001"], numbers.Order().Select(number => number.ToString()));
        Assert.True(numbers[2] < numbers[1] && numbers[0] > numbers[1] && numbers[0] >= numbers[0] && numbers[0] <= numbers[0]);
    }
}

using ReviewPortal.Core.Necessity;

namespace ReviewPortal.Core.Tests.Necessity;

/// <summary>UAVG 46, UU-PRE-8: a citizen service number is recognised however it is written, and what is only like one is left alone.</summary>
public sealed class CitizenNumbersTests
{
    // Each passes the test of the check digit; numbers that begin with 9999 are not given out, and the other is the example of the field.
    [Theory]
    [InlineData("Er staat 999990019.")]
    [InlineData("Op de kaart: 9999.90.019.")]
    [InlineData("9999 90 019")]
    [InlineData("9999-90-019, leesbaar")]
    [InlineData("BSN 111222333")]
    [InlineData("111 222 333")]
    [InlineData("111-222-333")]
    [InlineData("111.222.333")]
    [InlineData("1112.22.333")]
    [InlineData("1112\u00A022\u00A0333")]
    [InlineData("111222 333")]
    [InlineData("11122233 3")]
    [InlineData("1112\u00AD22\u200B333")]
    [InlineData("111\u2009222\u2009333")]
    [InlineData("111\u2011222\u2011333")]
    [InlineData("Om 12.30 uur las ik 111 222 333 op de kaart")]
    public void One_is_found_in_every_notation(string text) => Assert.True(CitizenNumbers.StandIn(A.Exam(), text));

    [Theory]
    [InlineData("Zijn nummer: \u0661\u0661\u0661\u0662\u0662\u0662\u0663\u0663\u0663")]
    [InlineData("111 222 334")]
    [InlineData("1112.22.334")]
    [InlineData("€ 111.222.333")]
    [InlineData("111.222.333,00")]
    [InlineData("EUR 111 222 333")]
    [InlineData("111.222.333 euro")]
    [InlineData("+31 111 222 333")]
    [InlineData("Van 11:12:22.333 tot 11:12:23.111")]
    [InlineData("11.12.22.333")]
    [InlineData("Zaak 2026-000158 van 23-11-2026")]
    [InlineData("1112-22-3330")]
    [InlineData("111.222-333")]
    [InlineData("1-111-222-333")]
    [InlineData("030 253 1234")]
    [InlineData(null)]
    public void A_time_a_date_a_case_an_amount_or_another_number_is_none(string? text) => Assert.False(CitizenNumbers.StandIn(A.Exam(), text));
}

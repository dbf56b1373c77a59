using ReviewPortal.Core.Recordings;

namespace ReviewPortal.Core.Tests.Recordings;

/// <summary>When an agreement with a processor is in force (AVG 28 lid 3; AP-VWO-1).</summary>
public sealed class ProcessingAgreementTests
{
    [Theory]
    [InlineData("2026-08-31", AgreementState.NotYet)]
    [InlineData("2026-09-01", AgreementState.InForce)]
    [InlineData("2027-07-01", AgreementState.InForce)]
    [InlineData("2027-07-02", AgreementState.EndingSoon)]
    [InlineData("2027-08-31", AgreementState.EndingSoon)]
    [InlineData("2027-09-01", AgreementState.Ended)]
    public void It_is_in_force_from_its_first_day_to_its_last_and_says_when_it_ends_soon(string day, AgreementState expected)
    {
        var agreement = Agreement(new DateOnly(2027, 8, 31));
        Assert.Equal(expected, agreement.On(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(expected is AgreementState.InForce or AgreementState.EndingSoon, agreement.IsInForceOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Without_a_last_day_it_stays_in_force_until_it_is_ended_with_a_reason_once()
    {
        var agreement = Agreement(until: null);
        var day = new DateOnly(2099, 1, 1);
        Assert.Equal(AgreementState.InForce, agreement.On(day));
        Assert.Throws<ArgumentException>(() => agreement.End(" ", Who.Chair, A.End));
        agreement.End(" opgezegd ", Who.Chair, A.End);
        Assert.Equal((AgreementState.Ended, "opgezegd", Who.Chair.Name), (agreement.On(day), agreement.EndReason, agreement.EndedByName));
        Assert.Throws<InvalidOperationException>(() => agreement.End("nog eens", Who.Chair, A.End));
    }

    private static ProcessingAgreement Agreement(DateOnly? until) => new() { Reference = "VWO-1", From = new(2026, 9, 1), Until = until, RegisteredByName = "fg" };
}

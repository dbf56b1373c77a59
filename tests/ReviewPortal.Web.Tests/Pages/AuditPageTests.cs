using Bunit;
using ReviewPortal.Web.Access.Pages;

namespace ReviewPortal.Web.Tests.Pages;

/// <summary>AP-POL-3: who keeps the portal running has no task in a case, and learns from the audit log neither whom it is about nor how it ended.</summary>
public sealed class AuditPageTests
{
    [Theory]
    [InlineData("beheer", false)]
    [InlineData("fg", true)]
    public async Task Only_the_data_protection_officer_reads_what_was_done_in_a_case(string who, bool sees)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.FraudNotified);
        await using var _ = portal;
        await using var page = APage.For(portal, who);
        var shown = page.Render<AuditPage>();
        shown.WaitForAssertion(() => Assert.True(shown.FindAll("tbody tr").Count > 5), TimeSpan.FromSeconds(10));
        Assert.Equal(sees, shown.Markup.Contains("case.DecideFraud", StringComparison.Ordinal));
        Assert.Equal(sees, shown.Markup.Contains((await @case.NowAsync()).Number.ToString(), StringComparison.Ordinal));
        Assert.Equal(!sees, shown.Markup.Contains("niet zichtbaar voor deze rol", StringComparison.Ordinal));
    }
}

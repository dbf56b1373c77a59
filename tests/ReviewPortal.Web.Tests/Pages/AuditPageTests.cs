using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
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
        Assert.Equal(sees, shown.Markup.Contains("Besluiten: fraude", StringComparison.Ordinal));
        Assert.Equal(sees, shown.Markup.Contains((await @case.NowAsync()).Number.ToString(), StringComparison.Ordinal));
        Assert.Equal(!sees, shown.Markup.Contains("niet zichtbaar voor deze rol", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_looked_for_stands_in_the_address_and_in_the_download()
    {
        var (portal, _) = await Stages.AtAsync(Stage.Reported);
        await using var __ = portal;
        await using var page = APage.For(portal, "fg");
        page.Services.GetRequiredService<NavigationManager>().NavigateTo("/audit");
        var shown = page.Render<AuditPage>();
        shown.WaitForAssertion(() => Assert.True(shown.FindAll("tbody tr").Count > 1), TimeSpan.FromSeconds(10));
        await shown.Find("input[type=search]").ChangeAsync(new() { Value = "geen zaak heet zo" });
        Assert.EndsWith("/audit?words=geen%20zaak%20heet%20zo", page.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        Assert.Contains("/audit.csv?words=geen%20zaak%20heet%20zo", page.Render<AuditPage>().Find("a[download]").GetAttribute("href"), StringComparison.Ordinal);
    }
}

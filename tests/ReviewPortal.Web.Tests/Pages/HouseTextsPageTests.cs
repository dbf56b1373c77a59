using Bunit;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Letters;
using ReviewPortal.Web.Features.Letters;

namespace ReviewPortal.Web.Tests.Pages;

/// <summary>The secretary writes the texts of the letters: what is typed is kept, what is missing is named, what is in force is said.</summary>
public sealed class HouseTextsPageTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("nl", "In gebruik nemen", "Versie 1 is in gebruik", "Adres van dat loket")]
    [InlineData("en", "Put in force", "Version 1 is in force", "Address of that desk")]
    public async Task What_is_typed_is_kept_and_put_in_force_when_nothing_is_missing(string language, string press, string done, string missing)
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await using var page = APage.For(portal, "secretaris", language);
        var shown = page.Render<HouseTextsPage>();
        shown.Find("#place-town-nl").Input("Zeist");
        shown.Find("#place-appealsdeskaddress-nl").Input("");
        shown.WaitForAssertion(() => Assert.NotNull(shown.Find("#why")), Patience);
        shown.Find("#why").Input("Verhuisd.");
        Press(shown, press);
        shown.WaitForAssertion(() => Assert.Contains(missing, shown.Find("[role=alert]").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal("Zeist", shown.Find("#place-town-nl").GetAttribute("value"));

        shown.Find("#place-appealsdeskaddress-nl").Input("Nieuwe Gracht 1\n3512 LA Utrecht");
        Press(shown, press);
        shown.WaitForAssertion(() => Assert.Contains(done, shown.Markup, StringComparison.Ordinal), Patience);
        Assert.Empty(shown.FindAll("[role=alert]"));
        var kept = await portal.ReadAsync(db => db.HouseTexts.SingleAsync(Ct));
        Assert.Equal(("Zeist", 1), (kept.Content.Town, kept.Number));
        Assert.Equal(["Nieuwe Gracht 1", "3512 LA Utrecht"], kept.Content.AppealsDeskAddress);
    }

    /// <summary>Three bodies write letters, each under a letterhead of its own: who writes the texts sees them all.</summary>
    [Fact]
    public async Task The_example_can_be_read_in_the_name_of_each_body_that_writes()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await using var page = APage.For(portal, "secretaris");
        var shown = page.Render<HouseTextsPage>();
        var bodies = shown.FindAll("[aria-label='In wiens naam de voorbeeldbrief is geschreven'] button");
        Assert.Equal(["Examencommissie", "College van Bestuur", "College van beroep voor de examens"], bodies.Select(button => button.TextContent));
        Assert.Contains("sender=Board", shown.Markup, StringComparison.Ordinal);
        bodies[1].Click();
        shown.WaitForAssertion(() => Assert.Contains("sender=ExecutiveBoard", shown.Markup, StringComparison.Ordinal), Patience);
        Assert.Equal("true", shown.FindAll("button.chip").Single(button => button.TextContent == "College van Bestuur").GetAttribute("aria-pressed"));
    }

    private static void Press(IRenderedComponent<HouseTextsPage> shown, string button) => shown.FindAll("button").First(item => item.TextContent.Trim() == button).Click();
}

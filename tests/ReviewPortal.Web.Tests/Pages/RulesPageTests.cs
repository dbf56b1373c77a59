using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Features.Necessity;
using ReviewPortal.Web.Layout;

namespace ReviewPortal.Web.Tests.Pages;

/// <summary>UU-GOV-1: the rules can be read as they were on a day.</summary>
public sealed class RulesPageTests
{
    [Fact]
    public async Task A_day_before_the_amendment_shows_the_older_protocol_as_unconfirmed_and_no_article_43a()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await using var page = APage.For(portal, "lid1");
        var held = Held(page, "/necessity/rules?on=2021-05-01");
        Assert.Contains("Dit gold op zaterdag 1 mei 2021", held, StringComparison.Ordinal);
        Assert.Contains("Protocol online proctoring van 18 januari 2021", held, StringComparison.Ordinal);
        Assert.Contains("nog niet bevestigd", held, StringComparison.Ordinal);
        Assert.Contains("onze eigen weergave", held, StringComparison.Ordinal);
        Assert.DoesNotContain("onvoldoende zicht is geweest", held, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Today_shows_every_passage_that_holds_in_dutch_and_in_english()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        foreach (var language in Enum.GetValues<Language>())
        {
            await using var page = APage.For(portal, "lid1", language.Code());
            var held = Held(page, "/necessity/rules");
            Assert.All(Regulations.On(new(2026, 11, 2)).SelectMany(rule => rule.Provisions), passage => Assert.Contains(passage.Text(language), held, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Choosing_a_day_goes_to_its_address()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await using var page = APage.For(portal, "lid1");
        var shown = page.Render<RulesPage>();
        await shown.Find("input[type=date]").ChangeAsync(new ChangeEventArgs { Value = "2021-10-25" });
        Assert.EndsWith("/necessity/rules?on=2021-10-25", page.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lid1", true)]
    [InlineData("reviewer", true)]
    [InlineData("student", false)]
    [InlineData("beroep", false)]
    public async Task The_rules_open_for_those_for_whom_the_room_opens(string who, bool opens)
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await using var page = APage.For(portal, who);
        page.Services.GetRequiredService<NavigationManager>().NavigateTo("/necessity/rules?on=2026-11-02");
        var shown = page.Render<Routes>(parameters => parameters.Add(item => item.Theme, "auto"));
        shown.WaitForAssertion(() => Assert.Equal(opens, shown.Markup.Contains("Dit gold op maandag 2 november 2026", StringComparison.Ordinal)), TimeSpan.FromSeconds(10));
        Assert.Equal(!opens, shown.Markup.Contains("Deze pagina hoort niet bij uw rol", StringComparison.Ordinal));
    }

    private static string Held(APage page, string address)
    {
        page.Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return page.Render<RulesPage>().Find("section[aria-live]").TextContent;
    }
}

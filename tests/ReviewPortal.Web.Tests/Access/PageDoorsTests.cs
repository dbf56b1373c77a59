using System.Reflection;
using Bunit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Access.Pages;
using ReviewPortal.Web.Layout;
using ReviewPortal.Web.Tests.Pages;

namespace ReviewPortal.Web.Tests.Access;

/// <summary>Every page asks who is there, and goes on asking while it is open.</summary>
public sealed class PageDoorsTests
{
    [Fact]
    public void Every_page_asks_for_somebody_who_is_signed_in_or_says_that_it_does_not()
    {
        var pages = typeof(Portal).Assembly.GetTypes().Where(IsPage).ToArray();
        Assert.True(pages.Length > 20, $"Only {pages.Length} pages were found");
        Assert.DoesNotContain(pages, page => !HasADoor(page));
        Assert.Equal([nameof(FailurePage), nameof(SignInPage), nameof(VerifyLetterPage)], pages.Where(page => page.IsDefined(typeof(AllowAnonymousAttribute))).Select(page => page.Name).Order(StringComparer.Ordinal));
        Assert.False(HasADoor(typeof(PlantedPage)));
        Assert.True(IsPage(typeof(PlantedPage)));
    }

    [Fact]
    public async Task A_page_that_stands_open_is_taken_down_when_its_reader_is_no_longer_signed_in()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await using var page = APage.For(portal, "coordinator");
        page.Services.GetService<NavigationManager>()!.NavigateTo("/retention");
        var shown = page.Render<Routes>(parameters => parameters.Add(item => item.Theme, "auto"));
        shown.WaitForAssertion(() => Assert.NotEmpty(shown.FindAll("table.plain")), TimeSpan.FromSeconds(10));

        page.SignOut();

        shown.WaitForAssertion(() => Assert.Empty(shown.FindAll("table.plain")), TimeSpan.FromSeconds(10));
        Assert.Contains("U bent afgemeld", shown.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("student")]
    [InlineData("beroep")]
    [InlineData("reviewer")]
    [InlineData("fg")]
    [InlineData("beheer")]
    public async Task A_page_for_a_role_stands_in_the_menu_of_those_whom_it_lets_in_and_of_nobody_else(string who)
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        foreach (var door in RolePages.Table)
        {
            await using var page = APage.For(portal, who);
            page.Services.GetService<NavigationManager>()!.NavigateTo(door.Address);
            var shown = page.Render<Routes>(parameters => parameters.Add(item => item.Theme, "auto"));
            shown.WaitForAssertion(() => Assert.NotEmpty(shown.FindAll("nav.rail a")), TimeSpan.FromSeconds(10));
            var inMenu = shown.FindAll("nav.rail a").Any(link => link.GetAttribute("href") == door.Address);
            Assert.Equal(inMenu, !shown.Markup.Contains("Deze pagina hoort niet bij uw rol", StringComparison.Ordinal));
            Assert.Equal(portal.Who(who).Roles.Any(role => door.Roles.Contains(role)), inMenu);
        }
    }

    [Fact]
    public void Students_and_the_appeals_desk_have_no_business_with_the_tests_of_everybody() =>
        Assert.DoesNotContain(RolePages.Table.Single(page => page.Policy is RolePages.Necessity).Roles, role => role is Role.Student or Role.AppealsDesk);

    private static bool IsPage(Type type) => type.IsDefined(typeof(RouteAttribute), inherit: false);

    private static bool HasADoor(Type page) => page.GetCustomAttributes(inherit: true).Any(attribute => attribute is IAuthorizeData or IAllowAnonymous);

    [Route("/planted")]
    private sealed class PlantedPage : ComponentBase;
}

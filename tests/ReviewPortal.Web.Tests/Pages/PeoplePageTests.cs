using Bunit;
using Microsoft.Extensions.DependencyInjection;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Access.Pages;

namespace ReviewPortal.Web.Tests.Pages;

public sealed class PeoplePageTests
{
    [Fact]
    public async Task A_first_password_stands_below_the_person_whose_it_is_and_goes_away()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await using var page = APage.For(portal, "beheer");
        // The page asks for a scope of its own each time, and the page of a test has no other services in its scopes.
        await using var scope = portal.Services.CreateAsyncScope();
        page.Services.AddScoped(_ => scope.ServiceProvider.GetRequiredService<Accounts>());
        var people = page.Render<PeoplePage>();
        people.WaitForState(() => people.FindAll("tbody tr").Count > 5);
        var rows = people.FindAll("tbody tr").Count;
        var email = people.FindAll("tbody tr")[2].QuerySelector(".small")!.TextContent.Split(" · ")[0];

        await people.FindAll("tbody tr")[2].QuerySelectorAll("button")[1].ClickAsync(new());

        people.WaitForState(() => people.FindAll("tbody tr").Count == rows + 1);
        var shown = people.FindAll("tbody tr")[3];
        Assert.Contains(email, shown.TextContent, StringComparison.Ordinal);
        Assert.Matches("^[A-Za-z0-9]{16}$", shown.QuerySelector("b.mono")!.TextContent);
        Assert.Single(people.FindAll("[role=status]"));

        await shown.QuerySelector("button")!.ClickAsync(new());
        people.WaitForState(() => people.FindAll("tbody tr").Count == rows);
    }
}

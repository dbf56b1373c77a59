using Microsoft.Playwright;

namespace ReviewPortal.Journeys;

/// <summary>The line between browser and portal is gone for some seconds, while somebody goes on filling in a form.</summary>
public sealed class LineCut(RunningPortal portal)
{
    private const string Words = "Wat buiten beeld gebeurde, is niet vast te stellen.";

    [Fact]
    public async Task What_was_chosen_and_typed_meanwhile_is_what_the_portal_has_afterwards()
    {
        var @case = Assert.Single(await portal.JsonAsync("cases"), item => item.GetProperty("state").GetString() is "deliberation");
        var page = await portal.VisitAsync("lid1@demo.example");
        IWebSocketRoute? line = null;
        await page.RouteWebSocketAsync("**/_blazor*", socket =>
        {
            line = socket;
            socket.ConnectToServer();
        });
        var university = page.GetByLabel("De universiteit (storing bij universiteit of leverancier)");
        var student = page.GetByLabel("De student (instructie niet nageleefd)");
        var cannot = page.GetByLabel("Wat kan niet worden vastgesteld, en waarom niet?");
        await page.GotoAsync($"/decisions/{@case.GetProperty("number").GetString()}");
        await page.GetByLabel("Onregelmatigheid: de toets is ongeldig, geen sanctie").CheckAsync();
        await university.CheckAsync();
        await SavedAsync(page);

        await page.RouteAsync("**/_blazor/negotiate*", route => route.AbortAsync());
        await page.RouteAsync("**/healthz", route => route.AbortAsync());
        await line!.CloseAsync();
        await Assertions.Expect(page.Locator("#components-reconnect-modal")).ToBeVisibleAsync();
        await student.CheckAsync();
        await cannot.FillAsync(Words);
        await page.EvaluateAsync("document.title = 'the same page'");
        await page.UnrouteAllAsync();

        await Assertions.Expect(page.Locator("#components-reconnect-modal")).ToBeHiddenAsync();
        // Only the portal can show this field: it stands beside a choice that it has heard of.
        await Assertions.Expect(page.GetByLabel("Instructie die niet is nageleefd")).ToBeVisibleAsync();
        await Assertions.Expect(page).ToHaveTitleAsync("the same page");
        await SavedAsync(page);
        await page.ReloadAsync();
        await Assertions.Expect(student).ToBeCheckedAsync();
        await Assertions.Expect(cannot).ToHaveValueAsync(Words);
        await page.Context.CloseAsync();
    }

    private static Task SavedAsync(IPage page) => Assertions.Expect(page.GetByText("Opgeslagen", new() { Exact = true })).ToBeVisibleAsync();
}

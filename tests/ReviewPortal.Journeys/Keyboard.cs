using Microsoft.Playwright;

namespace ReviewPortal.Journeys;

/// <summary>What somebody finds who has no mouse.</summary>
public sealed class Keyboard(RunningPortal portal)
{
    [Theory]
    [InlineData("/recordings")]
    [InlineData("/search?q=2026")]
    public async Task The_first_key_offers_to_skip_the_menu_and_the_next_stays_on_the_page(string path)
    {
        var page = await portal.VisitAsync("secretaris@demo.example");
        await page.GotoAsync(path);
        // Opening a page puts the focus on its heading; before that, whatever is focused loses it again.
        await Assertions.Expect(page.Locator("main h1")).ToBeFocusedAsync();
        var skip = page.Locator("a.skip");
        await skip.FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("main")).ToBeFocusedAsync();
        Assert.Equal(path, new Uri(page.Url).PathAndQuery);
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('main').contains(document.activeElement)"), "The next key leads out of the page");
        Assert.Equal(path + "#main", await skip.GetAttributeAsync("href"));
        await page.Context.CloseAsync();
    }
}

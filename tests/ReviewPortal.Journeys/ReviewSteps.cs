using System.Globalization;
using Microsoft.Playwright;

namespace ReviewPortal.Journeys;

/// <summary>What a reviewer does on the review stage.</summary>
internal static class ReviewSteps
{
    /// <summary>Opens the review of a case, and waits until the stage answers and shows its pictures.</summary>
    public static async Task OpenAsync(IPage page, string number)
    {
        await page.GotoAsync($"/review/{number}");
        await ReadyAsync(page);
    }

    /// <summary>The stage answers and shows its pictures.</summary>
    public static Task ReadyAsync(IPage page) =>
        UntilAsync(page, "document.querySelector('.review:not([aria-busy])') !== null && Array.from(document.querySelectorAll('figure[data-role] video')).filter(video => video.readyState >= 2).length == 3");

    /// <summary>Plays for a moment, so that something has really been watched.</summary>
    public static async Task PlaySomeAsync(IPage page)
    {
        await page.Locator("[data-do=toggle]").ClickAsync();
        await UntilAsync(page, "Array.from(document.querySelectorAll('video')).some(video => video.currentTime > 1)");
        await page.Locator("[data-do=toggle]").ClickAsync();
    }

    /// <summary>Plays from beginning to end, as fast as the machine can show it.</summary>
    public static async Task WatchAllAsync(IPage page)
    {
        await page.Locator("[data-rate='8']").ClickAsync();
        await page.Locator("[data-do=toggle]").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Afronden zonder opmerkingen" })).Not.ToHaveAttributeAsync("aria-disabled", "true", new() { Timeout = 60_000 });
    }

    /// <summary>Marks a moment by the key M, the category, the two time codes and the description.</summary>
    public static async Task MarkAsync(IPage page, Moment moment)
    {
        await page.Locator("h1").First.ClickAsync();
        await page.Keyboard.PressAsync("m");
        await page.Locator(".ground", new() { HasText = moment.Category }).First.ClickAsync();
        var form = page.GetByRole(AriaRole.Region, new() { Name = "Markering" });
        await form.GetByLabel("Tot", new() { Exact = true }).GetByRole(AriaRole.Textbox).FillAsync(moment.To);
        await page.Keyboard.PressAsync("Tab");
        await form.GetByLabel("Van", new() { Exact = true }).GetByRole(AriaRole.Textbox).FillAsync(moment.From);
        await page.Keyboard.PressAsync("Tab");
        await form.GetByLabel("Wat is te zien en te horen").FillAsync(moment.Seen);
        await page.GetByRole(AriaRole.Button, new() { Name = "Klaar" }).ClickAsync();
        await Assertions.Expect(page.GetByText(moment.Seen)).ToBeVisibleAsync();
    }

    /// <summary>Plays a moment from beginning to end: what stands in the record has been seen.</summary>
    /// <param name="rate">How many times as fast; pictures that a busy machine could not show in time do not count as seen.</param>
    public static async Task WatchMomentAsync(IPage page, Moment moment, int rate = 4)
    {
        var (from, to) = (TimeSpan.Parse(moment.From, CultureInfo.InvariantCulture).TotalSeconds, TimeSpan.Parse(moment.To, CultureInfo.InvariantCulture).TotalSeconds);
        var surface = page.Locator("[data-timeline] [role=slider]");
        var length = double.Parse((await surface.GetAttributeAsync("aria-valuemax"))!, CultureInfo.InvariantCulture);
        var box = (await surface.BoundingBoxAsync())!;
        await page.Mouse.ClickAsync(box.X + (float)(box.Width * Math.Max(0, from - 2) / length), box.Y + 6);
        await page.Locator($"[data-rate='{rate}']").ClickAsync();
        await page.Locator("[data-do=toggle]").ClickAsync();
        await UntilAsync(page, $"document.querySelector('[data-clock]').textContent > '{TimeSpan.FromSeconds(to + 1):hh\\:mm\\:ss}'");
        await page.Locator("[data-do=toggle]").ClickAsync();
    }

    /// <summary>Looks once more, slowly, at moments that were not seen whole.</summary>
    public static async Task WatchAgainUnlessAsync(IPage page, string button, IEnumerable<Moment> moments)
    {
        var next = page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true });
        for (var patience = 0; patience < 50; patience++)
        {
            if (await next.GetAttributeAsync("aria-disabled") is not "true") return;
            await Task.Delay(200);
        }

        foreach (var moment in moments) await WatchMomentAsync(page, moment, rate: 2);
    }

    /// <summary>Presses what is signed, says yes, and confirms to be who they are when that is asked: the last time may be short ago.</summary>
    public static async Task PressAndSignAsync(IPage page, string button)
    {
        await PressAndConfirmAsync(page, button);
        await SignAsync(page, async () => await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).CountAsync() is 0);
    }

    /// <summary>Confirms in the dialog as soon as it is there.</summary>
    /// <param name="isDone">The step was taken without it.</param>
    public static async Task SignAsync(IPage page, Func<Task<bool>> isDone)
    {
        var dialog = page.Locator("dialog.signing[open]");
        for (var tries = 0; tries < 100; tries++)
        {
            if (await dialog.CountAsync() > 0)
            {
                // It has the focus, so that whoever has no mouse goes on with one key.
                await Assertions.Expect(dialog.Locator("button.primary")).ToBeFocusedAsync();
                await page.Keyboard.PressAsync("Enter");
                await Assertions.Expect(dialog).ToHaveCountAsync(0);
                return;
            }

            if (await isDone()) return;
            await Task.Delay(100);
        }

        Assert.Fail("Neither the question who signs nor the end of the step came in ten seconds");
    }

    /// <summary>Presses what cannot be undone, and says yes to the question.</summary>
    public static async Task PressAndConfirmAsync(IPage page, string button)
    {
        var pressed = page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true });
        try
        {
            await Assertions.Expect(pressed).Not.ToHaveAttributeAsync("aria-disabled", "true");
        }
        catch (PlaywrightException)
        {
            // Why it does not go on stands beside the button.
            Assert.Fail($"{button}: {await page.Locator($"[id='{await pressed.GetAttributeAsync("aria-describedby")}']").TextContentAsync()}");
        }

        await pressed.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ja, doorgaan" }).ClickAsync();
    }

    /// <summary>Accounts for what was not watched, as the procedure asks.</summary>
    public static async Task NoteWhatWasWatchedAsync(IPage page, string note)
    {
        await page.Locator("button.watched").ClickAsync();
        var panel = page.GetByRole(AriaRole.Region, new() { Name = "Wat hebt u bekeken?" });
        await panel.GetByLabel("Waarom niet alles is bekeken").FillAsync(note);
        await Assertions.Expect(panel.GetByText("Opgeslagen")).ToBeVisibleAsync();
        await panel.GetByLabel("Sluiten").ClickAsync();
    }

    /// <summary>The second reviewer writes what was seen and supports the suspicion.</summary>
    public static async Task GiveOpinionAsync(IPage page, string reasons)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Oordeel" }).ClickAsync();
        await page.GetByLabel("Wat hebt u zelf gezien, en hoe komt u tot dit oordeel?").FillAsync(reasons);
        await PressAndConfirmAsync(page, "Vermoeden ondersteunen");
        await Assertions.Expect(page.GetByText("U ondersteunt het vermoeden.")).ToBeVisibleAsync();
    }

    // Playwright's own waiting evaluates a string inside the page, which the portal's content policy forbids.
    public static async Task UntilAsync(IPage page, string condition)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            if (await page.EvaluateAsync<bool>(condition)) return;
            await Task.Delay(100);
        }

        Assert.Fail($"This did not come about in twenty seconds: {condition}");
    }
}

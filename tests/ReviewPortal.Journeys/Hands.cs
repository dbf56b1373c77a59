using System.Globalization;
using Microsoft.Playwright;

namespace ReviewPortal.Journeys;

/// <summary>Somebody who works with the keyboard alone: what Tab does not reach is not there.</summary>
internal sealed class Hands
{
    private const int Patience = 150;

    // Some line or shadow around what has the focus, or around the label that holds it, and nothing on top of it (WCAG 2.4.7, 2.4.11).
    private const string ShowsFocus = """
        e => {
            const drawn = x => { const s = getComputedStyle(x); return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none'; };
            const box = e.getBoundingClientRect();
            const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
            return (drawn(e) || drawn(e.closest('label') ?? e)) && (e.contains(top) || top?.contains(e)) === true;
        }
        """;

    private readonly bool _english;

    private Hands(IPage page, string language) => (Page, _english) = (page, language is "en");

    public IPage Page { get; }

    /// <summary>Hands on a page that is open, in the language it is going to have.</summary>
    public static Hands Of(IPage page, string language) => new(page, language);

    /// <summary>Signs in and sets the language, with keys.</summary>
    public static async Task<Hands> SignInAsync(RunningPortal portal, string email, string language)
    {
        var hands = new Hands(await portal.StrangerAsync(), language);
        await hands.Page.GotoAsync("/account/sign-in");
        await hands.ReachAsync(hands.Page.Locator($"button[value='{email}']"));
        await hands.Page.Keyboard.PressAsync("Enter");
        await hands.Page.WaitForURLAsync(url => !url.Contains("/account/", StringComparison.Ordinal));
        await Assertions.Expect(hands.Title).ToBeFocusedAsync();
        if (hands._english)
        {
            await hands.ReachAsync(hands.Page.GetByRole(AriaRole.Link, new() { Name = "EN", Exact = true }));
            await hands.Page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(hands.Page.Locator("html[lang=en] main h1")).ToBeVisibleAsync();
        }

        return hands;
    }

    /// <summary>Types the address of a page, and finds the focus at its head.</summary>
    public async Task OpenAsync(string path)
    {
        await Page.GotoAsync(path);
        await Assertions.Expect(Title).ToBeFocusedAsync();
    }

    /// <summary>Follows a link.</summary>
    public async Task FollowAsync(string dutch, string english)
    {
        await ReachAsync(Page.GetByRole(AriaRole.Link, new() { Name = Say(dutch, english), Exact = true }));
        var from = Page.Url;
        await Page.Keyboard.PressAsync("Enter");
        await Page.WaitForURLAsync(url => url != from);
        await Assertions.Expect(Title).ToBeFocusedAsync();
    }

    public async Task WriteAsync(string dutch, string english, string text)
    {
        var field = Page.GetByRole(AriaRole.Textbox, new() { Name = Say(dutch, english) });
        await ReachAsync(field);
        await Page.Keyboard.TypeAsync(text);
        await Assertions.Expect(field).ToHaveValueAsync(text);
    }

    /// <summary>Types a day into a field for days, part by part.</summary>
    public async Task WriteDayAsync(string dutch, string english, DateOnly day)
    {
        var field = Page.Locator("input[type=date]").And(Page.GetByLabel(Say(dutch, english)));
        await ReachAsync(field);
        await Page.Keyboard.TypeAsync(day.ToString("MMddyyyy", CultureInfo.InvariantCulture));
        await Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(field).ToHaveValueAsync(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    /// <summary>Checks or unchecks, or chooses the first of a group.</summary>
    public async Task ToggleAsync(string dutch, string english)
    {
        var box = Page.GetByLabel(Say(dutch, english));
        await ReachAsync(box);
        var was = await box.IsCheckedAsync();
        await Page.Keyboard.PressAsync("Space");
        await Assertions.Expect(box).ToBeCheckedAsync(new() { Checked = !was });
    }

    /// <summary>Takes a step: says yes where it is asked, and finds the focus at the head of the case afterwards.</summary>
    public async Task StepAsync(string dutch, string english, bool asks, bool back = false, bool signs = false)
    {
        var button = Button(dutch, english);
        await Assertions.Expect(button).Not.ToHaveAttributeAsync("aria-disabled", "true");
        await ReachAsync(button, back);
        await Page.Keyboard.PressAsync("Enter");
        if (asks)
        {
            await Assertions.Expect(Page.GetByRole(AriaRole.Button, new() { Name = Say("Ja, doorgaan", "Yes, go on") })).ToBeFocusedAsync();
            await Page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(button).ToBeFocusedAsync();
            await Page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(Page.GetByRole(AriaRole.Button, new() { Name = Say("Ja, doorgaan", "Yes, go on") })).ToBeFocusedAsync();
            await Page.Keyboard.PressAsync("Enter");
        }

        if (signs) await ReviewSteps.SignAsync(Page, async () => await Title.EvaluateAsync<bool>("title => title === document.activeElement"));
        await Assertions.Expect(Title).ToBeFocusedAsync();
        await Assertions.Expect(Page.Locator("[role=alert].failure")).ToHaveCountAsync(0);
    }

    /// <summary>A step that cannot be taken can be reached, does nothing, and says what is missing, line by line, each with its source.</summary>
    public async Task RefusedAsync(string dutch, string english, string[] sources, bool back = false)
    {
        var button = Button(dutch, english);
        await ReachAsync(button, back);
        await Assertions.Expect(button).ToHaveAttributeAsync("aria-disabled", "true");
        var why = Page.Locator("#" + await button.GetAttributeAsync("aria-describedby"));
        await Assertions.Expect(why).ToBeVisibleAsync();
        await Assertions.Expect(why.Locator(".cite")).ToHaveTextAsync([.. sources.Select(Cited)]);
        Assert.All(await why.Locator("li").AllInnerTextsAsync(), (line, at) => Assert.True(line.Length > Cited(sources[at]).Length + 10, $"The line names its source alone: {line}"));

        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Page.GetByRole(AriaRole.Alertdialog)).ToHaveCountAsync(0);
        await Assertions.Expect(button).ToBeFocusedAsync();
    }

    /// <summary>Presses Tab until something has the focus, and sees where that is. Of several, any will do: a list that scrolls may begin elsewhere by then.</summary>
    public async Task ReachAsync(ILocator target, bool back = false)
    {
        await Assertions.Expect(target.First).ToBeVisibleAsync();
        var way = new List<string>();
        for (var pressed = 0; pressed < Patience; pressed++)
        {
            if (await target.EvaluateAllAsync<bool>("all => all.includes(document.activeElement)"))
            {
                Assert.True(await Page.EvaluateAsync<bool>($"({ShowsFocus})(document.activeElement)"), $"The focus cannot be seen on {target}");
                return;
            }

            await Page.Keyboard.PressAsync(back ? "Shift+Tab" : "Tab");
            way.Add(await Page.EvaluateAsync<string>("(document.activeElement.ariaLabel ?? document.activeElement.textContent).trim().slice(0, 30)"));
        }

        Assert.Fail($"The keyboard does not reach {target}, but: {string.Join(" | ", way)}");
    }

    public string Say(string dutch, string english) => _english ? english : dutch;

    // How the page cites a Dutch source in the language it speaks.
    private string Cited(string source) => _english
        ? source.Replace("Reglement examencommissie", "Rules of the Board of Examiners", StringComparison.Ordinal).Replace(" lid ", " para. ", StringComparison.Ordinal)
        : source.Replace("house rule", "huisregel", StringComparison.Ordinal);

    public Task LeaveAsync() => Page.Context.CloseAsync();

    private ILocator Title => Page.Locator("main h1");

    private ILocator Button(string dutch, string english) => Page.GetByRole(AriaRole.Button, new() { Name = Say(dutch, english), Exact = true });
}

using Microsoft.Playwright;

namespace ReviewPortal.Journeys;

/// <summary>
/// A reviewer's day without a mouse: open, watch, step frame by frame, mark, answer signals, finish, sign. In every state of the page it is asked what keeps
/// people out (WCAG 2.2 AA), and whether everything fits.
/// </summary>
public sealed class ReviewByKeyboard(RunningPortal portal)
{
    private static readonly string[] Seen =
    [
        "De kandidaat kijkt negen seconden naar links.", "Er klinkt een tweede stem.", "Op het bureau ligt een telefoon.", "De kandidaat is buiten beeld.", "Op de muur hangt een vel met tekst.",
    ];

    private readonly List<string> _wrong = [];

    [Fact]
    public async Task From_opening_to_the_signature_with_keys_alone()
    {
        var way = await Way.ImportAsync(portal, "07-phone-and-notes", "JOURNEY-REVIEW-KEYS");
        await way.AssignAsync();
        var hands = await Hands.SignInAsync(portal, "reviewer@demo.example", "nl");
        await hands.Page.GotoAsync($"/review/{way.Number}");
        await ReviewSteps.ReadyAsync(hands.Page);
        await LookAsync(hands, "opened");

        await WatchAsync(hands);
        await StepAsync(hands);
        await MarkFiveAsync(hands);
        await AnswerSignalsAsync(hands);
        await HelpAsync(hands);
        await AskSecondReviewAsync(hands);
        await way.SecondReviewAsync();
        await SignAsync(hands, way);

        await hands.LeaveAsync();
        Assert.Equal("reported", (await way.LineAsync()).GetProperty("state").GetString());
        Assert.True(_wrong.Count is 0, string.Join(Environment.NewLine, _wrong));
    }

    // To the end at four times the speed: what is marked afterwards has been watched.
    private async Task WatchAsync(Hands hands)
    {
        await PressAsync(hands, ">", ">", "k");
        await Assertions.Expect(hands.Page.Locator("[data-rate='4']")).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(hands.Page.Locator("[data-do=toggle]")).ToHaveAttributeAsync("data-state", "playing");
        await LookAsync(hands, "playing");
        await Assertions.Expect(hands.Page.Locator("[data-do=toggle]")).ToHaveAttributeAsync("data-state", "paused", new() { Timeout = 90_000 });
    }

    private static async Task StepAsync(Hands hands)
    {
        await PressAsync(hands, "j", "j", "j");
        await ReviewSteps.UntilAsync(hands.Page, "document.querySelector('[data-main] video').readyState >= 2 && !document.querySelector('[data-main] video').seeking");
        var start = await MomentAsync(hands);
        await PressAsync(hands, ".");
        await ReviewSteps.UntilAsync(hands.Page, $"document.querySelector('[data-main] video').currentTime > {Text(start)}");
        var next = await MomentAsync(hands);
        Assert.True(next - start < 1, $"One frame took {next - start} s");
        await PressAsync(hands, ".", ",");
        await ReviewSteps.UntilAsync(hands.Page, $"Math.abs(document.querySelector('[data-main] video').currentTime - {Text(next)}) < 0.002");
    }

    private async Task MarkFiveAsync(Hands hands)
    {
        for (var number = 0; number < Seen.Length; number++)
        {
            await PressAsync(hands, "j");
            if (number is 0) await PressAsync(hands, "i", "ArrowRight", "o");
            else await PressAsync(hands, "m");
            // Who knows the way waits for nothing: what is typed before the text is there goes into it all the same.
            var waits = number < 2;
            if (waits) await Assertions.Expect(hands.Page.Locator("[data-form]")).ToBeFocusedAsync();
            if (number is 0) await LookAsync(hands, "a mark without a category");
            await PressAsync(hands, (number + 3).ToString(System.Globalization.CultureInfo.InvariantCulture));
            if (waits) await Assertions.Expect(hands.Page.GetByLabel("Wat is te zien en te horen")).ToBeFocusedAsync();
            await hands.Page.Keyboard.TypeAsync(Seen[number]);
            await Assertions.Expect(hands.Page.GetByLabel("Wat is te zien en te horen")).ToHaveValueAsync(Seen[number]);
            if (number is 0) await LookAsync(hands, "a mark that is written");
            await PressAsync(hands, "Escape");
            await Assertions.Expect(hands.Page.Locator(".mark-list").GetByText(Seen[number])).ToBeVisibleAsync();
        }

        await Assertions.Expect(hands.Page.Locator(".mark-list li")).ToHaveCountAsync(Seen.Length);
    }

    private async Task AnswerSignalsAsync(Hands hands)
    {
        await hands.ReachAsync(hands.Page.Locator(".signals").GetByRole(AriaRole.Button, new() { Name = "Verwerp" }));
        await PressAsync(hands, "Enter");
        await Assertions.Expect(hands.Page.Locator(".signals input.reason")).ToBeFocusedAsync();
        await hands.Page.Keyboard.TypeAsync("De toets stond op volledig scherm, zoals gevraagd.");
        await LookAsync(hands, "a signal that is rejected");
        await PressAsync(hands, "Enter");
        await Assertions.Expect(hands.Page.Locator(".signals").GetByText("Verworpen: De toets stond op volledig scherm").First).ToBeVisibleAsync();

        await hands.ReachAsync(hands.Page.Locator(".signals").GetByRole(AriaRole.Button, new() { Name = "Bevestig" }));
        await PressAsync(hands, "Enter");
        await Assertions.Expect(hands.Page.Locator("[data-form]")).ToBeFocusedAsync();
        await PressAsync(hands, "3");
        await Assertions.Expect(hands.Page.GetByLabel("Wat is te zien en te horen")).ToBeFocusedAsync();
        await hands.Page.Keyboard.TypeAsync("Er is één beeldscherm te zien.");
        await PressAsync(hands, "Escape");
        await Assertions.Expect(hands.Page.Locator(".signals").GetByText("Bevestigd").First).ToBeVisibleAsync();
    }

    private async Task HelpAsync(Hands hands)
    {
        await hands.Page.Locator("h1").First.FocusAsync();
        await PressAsync(hands, "?");
        await Assertions.Expect(hands.Page.Locator("[data-help]")).ToBeVisibleAsync();
        await LookAsync(hands, "the keys");
        await PressAsync(hands, "Escape");
        await Assertions.Expect(hands.Page.Locator("[data-help]")).ToBeHiddenAsync();
    }

    private async Task AskSecondReviewAsync(Hands hands)
    {
        await hands.Page.Locator("h1").First.FocusAsync();
        await hands.ReachAsync(hands.Page.Locator("button.watched"));
        await PressAsync(hands, "Enter");
        await hands.WriteAsync("Waarom niet alles is bekeken", "Why not everything was watched", "Bekeken op viermaal de snelheid; wat daarna ontbrak is niet van belang.");
        await LookAsync(hands, "the account of the watching");
        var ask = hands.Page.GetByRole(AriaRole.Button, new() { Name = "Tweede review vragen", Exact = true });
        await Assertions.Expect(ask).Not.ToHaveAttributeAsync("aria-disabled", "true");
        await hands.ReachAsync(ask, back: true);
        await PressAsync(hands, "Enter");
        await Assertions.Expect(hands.Page.GetByRole(AriaRole.Button, new() { Name = "Ja, doorgaan" })).ToBeFocusedAsync();
        await PressAsync(hands, "Enter");
        await Assertions.Expect(hands.Page.GetByText("Naar het proces-verbaal").First).ToBeVisibleAsync();
        await LookAsync(hands, "waiting for the second review");
    }

    private async Task SignAsync(Hands hands, Way way)
    {
        await hands.OpenAsync($"/proces-verbaal/{way.Number}");
        await hands.ReachAsync(hands.Page.GetByLabel("Uitkomst van de identiteitscontrole"));
        await PressAsync(hands, "ArrowDown");
        await hands.ToggleAsync("Vermoeden van een onregelmatigheid", "Suspicion of an irregularity");
        await hands.WriteAsync("Omschrijving van het vermoeden", "Description of the suspicion", "Vermoeden van een onregelmatigheid: de kandidaat was even buiten beeld.");
        await LookAsync(hands, "the proces-verbaal");
        await hands.StepAsync("Proces-verbaal ondertekenen", "Sign the proces-verbaal", asks: true, back: true, signs: true);
        await Assertions.Expect(hands.Page.GetByText("De tekst ligt vast")).ToBeVisibleAsync();
    }

    private async Task LookAsync(Hands hands, string state) => _wrong.AddRange(await EveryPage.WrongHereAsync(hands.Page, state));

    private static async Task PressAsync(Hands hands, params string[] keys)
    {
        foreach (var key in keys) await hands.Page.Keyboard.PressAsync(key);
    }

    private static Task<double> MomentAsync(Hands hands) => hands.Page.EvaluateAsync<double>("document.querySelector('[data-main] video').currentTime");

    private static string Text(double seconds) => seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

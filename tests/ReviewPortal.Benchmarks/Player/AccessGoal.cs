using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ReviewPortal.Benchmarks.Player;

/// <summary>G10: what keeps people out of the review page, in each of its states. That everything can be done by keys, a journey shows.</summary>
internal static class AccessGoal
{
    private static readonly AxeRunOptions Rules = new() { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } };

    // What can be pressed and is smaller than 24 pixels one way; a field counts with its label.
    private const string Small = """
        [...document.querySelectorAll('.review button, .review a[href], .review input, .review select, .review summary, .review textarea')]
          .filter((target) => !target.disabled && target.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
          .map((target) => [target, (target.closest('label') ?? target).getBoundingClientRect()])
          .filter(([, { width, height }]) => width > 0 && height > 0 && (width < 23.5 || height < 23.5))
          .map(([target, { width, height }]) => (target.dataset.do || target.ariaLabel || target.className || target.tagName) + ' ' + Math.round(width) + 'x' + Math.round(height))
        """;

    public static async Task<IReadOnlyList<GoalRow>> RunAsync(Stage stage, Sitting sitting, Asked asked)
    {
        var page = await stage.ReviewAsync(sitting, 30);
        var (wrong, small, states) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), 0);
        async Task LookAsync()
        {
            await Task.Delay(800);
            states++;
            foreach (var violation in (await page.RunAxe(Rules)).Violations.Where(violation => violation.Impact is "serious" or "critical")) wrong.Add($"{violation.Id} on {violation.Nodes[0].Html.Split('>')[0].Replace('|', '/')}");
            small.UnionWith(await page.EvaluateAsync<string[]>(Small));
        }

        await LookAsync();
        await PressAsync(page, "k", LookAsync);
        await PressAsync(page, "k", () => Task.CompletedTask);
        await PressAsync(page, "?", LookAsync);
        await PressAsync(page, "Escape", () => Task.CompletedTask);
        await PressAsync(page, "i", LookAsync);
        await PressAsync(page, "m", LookAsync);
        await page.Keyboard.PressAsync("Escape");
        await page.Locator("button.watched").ClickAsync();
        await LookAsync();
        await page.CloseAsync();
        return
        [
            new("G10", $"axe, {states} states of the page: serious", "", [wrong.Count], null, 0, string.Join(", ", wrong)),
            new("G10", "targets smaller than 24 px", "", [small.Count], null, 0, string.Join(", ", small)),
        ];
    }

    private static async Task PressAsync(IPage page, string key, Func<Task> thenAsync)
    {
        await page.Locator("h1").First.ClickAsync();
        await page.Keyboard.PressAsync(key);
        await thenAsync();
    }
}

using Microsoft.Playwright;

namespace ReviewPortal.Benchmarks.Player;

/// <summary>G5: from going to the page until each of the three tracks has painted something.</summary>
internal static class OpeningGoal
{
    private const double SlowLine = 20e6 / 8;
    private const int SlowMilliseconds = 40;

    public static async Task<IReadOnlyList<GoalRow>> RunAsync(Stage stage, Sitting sitting, Asked asked)
    {
        var rows = new List<GoalRow>();
        foreach (var (what, slow, limit) in new[] { ("on this machine", false, 500.0), ("at 20 Mbit/s and 40 ms", true, 1500.0) })
        {
            var (ours, naive) = (new List<double>(), new List<double>());
            for (var repeat = -1; repeat < asked.Repeats; repeat++)
            {
                var (a, b) = (await OursAsync(stage, sitting, slow), await NaiveAsync(stage, sitting, slow));
                if (repeat < 0) continue;
                ours.Add(a);
                naive.Add(b);
            }

            rows.Add(new("G5", $"first frame of three tracks {what}", "ms", [.. ours], [.. naive], limit, "scripts in the browser's cache; the naive page counts from the making of its videos"));
        }

        return rows;
    }

    private static async Task<double> OursAsync(Stage stage, Sitting sitting, bool slow)
    {
        var page = await stage.Context.NewPageAsync();
        var traffic = await Traffic.OfAsync(page);
        if (slow) await traffic.SlowAsync(SlowLine, SlowMilliseconds);
        await page.GotoAsync($"/review/{stage.CaseOf(sitting).Number}?at=0", new() { WaitUntil = WaitUntilState.Commit });
        return await FirstAsync(page, 0);
    }

    private static async Task<double> NaiveAsync(Stage stage, Sitting sitting, bool slow)
    {
        var page = await stage.Context.NewPageAsync();
        await page.GotoAsync("/portal.css");
        var traffic = await Traffic.OfAsync(page);
        if (slow) await traffic.SlowAsync(SlowLine, SlowMilliseconds);
        var began = await page.EvaluateAsync<double>("([addresses, offsets, at]) => { const began = performance.now(); bench.build(addresses, offsets, at); return began; }", stage.Naively(sitting, 0));
        return await FirstAsync(page, began);
    }

    private static async Task<double> FirstAsync(IPage page, double began)
    {
        await Stage.UntilAsync(page, "bench.first.length >= 3");
        var first = await page.EvaluateAsync<double[]>("bench.first");
        await page.CloseAsync();
        return first.Order().ElementAt(2) - began;
    }
}

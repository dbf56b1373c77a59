using Microsoft.Playwright;

namespace ReviewPortal.Benchmarks.Player;

/// <summary>G11: one frame on and one frame back on a screen recording whose frames come at uneven distances. The number in the picture says which one is shown.</summary>
internal static class StepGoal
{
    private const int Steps = 100;
    private const int Screen = 2;
    private const double From = 20;

    public static async Task<IReadOnlyList<GoalRow>> RunAsync(Stage stage, Sitting sitting, Asked asked)
    {
        var (ours, naive) = (new List<double>(), new List<double>());
        for (var repeat = 0; repeat < Math.Min(asked.Repeats, 3); repeat++)
        {
            var page = await stage.ReviewAsync(sitting, From + (repeat * 40));
            await page.Locator("h1").First.ClickAsync();
            await page.Keyboard.PressAsync("Alt+3");
            var film = sitting.Films[Screen];
            ours.Add(await CountAsync(page, film, key => page.Keyboard.PressAsync(key)));
            await page.CloseAsync();

            var other = await stage.NaiveAsync(sitting, From + (repeat * 40));
            var step = 1.0 / film.Footage.Camera.Rate;
            naive.Add(await CountAsync(other, film, key => other.EvaluateAsync("([track, by]) => { bench.videos()[track].currentTime += by; }", new object[] { Screen, key is "." ? step : -step })));
            await other.CloseAsync();
        }

        return [new("G11", $"{Steps} steps of one frame on and back, exactly its neighbour", "%", [.. ours], [.. naive], 100, "naive: 1 / frames a second") { Larger = true }];
    }

    // Fifty on, fifty back, by turns, so that holes of sixteen seconds are crossed both ways.
    private static async Task<double> CountAsync(IPage page, Film film, Func<string, Task> stepAsync)
    {
        var (right, round) = (0, film.Footage.Frames.Count);
        var shown = await ShownAsync(page, -1, round);
        foreach (var step in Enumerable.Range(0, Steps))
        {
            var by = step / 25 % 2 is 0 ? 1 : -1;
            await stepAsync(by > 0 ? "." : ",");
            var wanted = (shown + by + round) % round;
            var now = await ShownAsync(page, wanted, round);
            if (now == wanted) right++;
            shown = now;
        }

        return right * 100.0 / Steps;
    }

    // Waits for the frame that is wished, and then a little, in case another comes after it.
    private static async Task<int> ShownAsync(IPage page, int wanted, int round)
    {
        var shown = -1;
        for (var tries = 0; tries < 60; tries++)
        {
            await Task.Delay(tries is 0 ? 80 : 40);
            shown = await page.EvaluateAsync<bool>("bench.videos()[2].seeking") ? -1 : await page.EvaluateAsync<int>("bench.number(bench.videos()[2], 2)") % round;
            if (wanted < 0 && shown >= 0 && tries > 10) break;
            if (shown != wanted || wanted < 0) continue;
            await Task.Delay(60);
            shown = await page.EvaluateAsync<int>("bench.number(bench.videos()[2], 2)") % round;
            if (shown == wanted) break;
        }

        return shown;
    }
}

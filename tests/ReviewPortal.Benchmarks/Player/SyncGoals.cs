using System.Globalization;
using Microsoft.Playwright;

namespace ReviewPortal.Benchmarks.Player;

/// <summary>G1 to G3: whether three tracks stay together, from the first second on and at every speed.</summary>
internal static class SyncGoals
{
    private static readonly (int Rate, double Limit, double Seconds)[] Speeds = [(1, 15, 12), (4, 25, 10), (8, 60, 10)];

    public static async Task<IReadOnlyList<GoalRow>> RunAsync(Stage stage, Sitting sitting, Asked asked)
    {
        var rows = new List<GoalRow>();
        foreach (var (rate, limit, seconds) in Speeds)
        {
            if (!asked.WantsGoal("G1") && (rate > 1 || !asked.WantsGoal("G2"))) continue;
            var (ours, naive) = await ByTurnsAsync(stage, sitting, rate, seconds, asked.Repeats);
            if (rate is 1 && asked.WantsGoal("G2"))
                rows.Add(new("G2", "first second at 1x, p95 off", "ms", Each(ours, run => Samples.Percentile(run.To(1).Errors, 0.95)), Each(naive, run => Samples.Percentile(run.To(1).Errors, 0.95)), 25));
            if (!asked.WantsGoal("G1")) continue;
            Samples[] steady = [.. ours.Select(run => run.From(2))], beside = [.. naive.Select(run => run.From(2))];
            var note = $"real rate {Row.Median(Each(steady, run => run.Rate)):F2}x, naive {Row.Median(Each(beside, run => run.Rate)):F2}x; {Clocks(steady)}";
            rows.Add(new("G1", $"{rate}x after 2 s, p95 off", "ms of recording", Each(steady, run => Samples.Percentile(run.Errors, 0.95)), Each(beside, run => Samples.Percentile(run.Errors, 0.95)), limit, note));
            rows.Add(new("G1", $"{rate}x after 1 s, most off", "ms", Each(ours, run => run.From(1).Errors.Max() / rate), Each(naive, run => run.From(1).Errors.Max() / rate), 100));
            rows.Add(new("G1", $"{rate}x corrective searches", "", Each(steady, run => run.Seeks), Each(beside, run => run.Seeks), 0, $"stalls {Row.Median(Each(steady, run => run.Stalls)):F0}"));
        }

        if (asked.WantsGoal("G1")) rows.Add(await PixelsAsync(stage, sitting, asked.Repeats));
        if (asked.WantsGoal("G3")) rows.AddRange(await FastAsync(stage, sitting, asked.Repeats));
        return rows;
    }

    /// <summary>Plays a while with each, by turns, at another moment each time.</summary>
    public static async Task<(Samples[] Ours, Samples[] Naive)> ByTurnsAsync(Stage stage, Sitting sitting, int rate, double seconds, int repeats, bool pixels = false)
    {
        var (ours, naive) = (new List<Samples>(), new List<Samples>());
        for (var repeat = -1; repeat < repeats; repeat++)
        {
            var at = 10 + ((repeat + 1) * (sitting.Seconds - (rate * seconds) - 20) / (repeats + 1));
            var mine = await PlayAsync(await stage.ReviewAsync(sitting, at), sitting, rate, seconds, isOurs: true, pixels);
            var theirs = await PlayAsync(await stage.NaiveAsync(sitting, at), sitting, rate, seconds, isOurs: false, pixels);
            // The first turn warms up: it learns how long sound takes to start, as the second visit of a reviewer knows it.
            if (repeat < 0) continue;
            ours.Add(mine);
            naive.Add(theirs);
        }

        return ([.. ours], [.. naive]);
    }

    private static async Task<Samples> PlayAsync(IPage page, Sitting sitting, int rate, double seconds, bool isOurs, bool pixels)
    {
        if (isOurs) await page.Locator($"[data-rate='{rate}']").ClickAsync();
        await Task.Delay(500);
        await page.EvaluateAsync("pixels => bench.watch(pixels)", pixels);
        if (isOurs) await page.Locator("[data-do=toggle]").ClickAsync();
        else await page.EvaluateAsync("rate => bench.play(rate)", rate);
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        var rows = await page.EvaluateAsync<double[][]>("bench.rows()");
        await page.CloseAsync();
        return Samples.Of(rows, sitting.Offsets);
    }

    // The current time is what a video says of itself; the number in its picture is what it shows.
    private static async Task<GoalRow> PixelsAsync(Stage stage, Sitting sitting, int repeats)
    {
        var (ours, naive) = await ByTurnsAsync(stage, sitting, 1, 6, repeats, pixels: true);
        return new("G1", "1x pictures that are the one of their moment or next to it", "%", Each(ours, run => run.From(1).WithinOneFrame(sitting.Films) * 100), Each(naive, run => run.From(1).WithinOneFrame(sitting.Films) * 100), 100, "runs of their own") { Larger = true };
    }

    private static async Task<IReadOnlyList<GoalRow>> FastAsync(Stage stage, Sitting sitting, int repeats)
    {
        const int Rate = 16;
        var (said, saying) = (new List<double>(), "");
        var (ours, naive) = (new List<Samples>(), new List<Samples>());
        for (var repeat = -1; repeat < repeats; repeat++)
        {
            var at = 10 + ((repeat + 1) * 250.0 % (sitting.Seconds - 400));
            var page = await stage.ReviewAsync(sitting, at);
            await page.Locator($"[data-rate='{Rate}']").ClickAsync();
            await page.EvaluateAsync("bench.watch(false)");
            await page.Locator("[data-do=toggle]").ClickAsync();
            await Task.Delay(TimeSpan.FromSeconds(16));
            var rows = await page.EvaluateAsync<double[][]>("bench.rows()");
            saying = await page.Locator("[data-effective]").InnerTextAsync();
            await page.CloseAsync();
            var theirs = await PlayAsync(await stage.NaiveAsync(sitting, at), sitting, Rate, 16, isOurs: false, pixels: false);
            if (repeat < 0) continue;
            var run = Samples.Of(rows, sitting.Offsets).From(6);
            ours.Add(run);
            naive.Add(theirs.From(6));
            said.Add(run.Rate > Rate * 0.95 || saying.Any(char.IsDigit) ? 1 : 0);
        }

        return
        [
            new("G3", "16x asked: the rate that is held", "x", Each(ours, run => run.Rate), Each(naive, run => run.Rate), 9, $"stalls {Row.Median(Each(ours, run => run.Stalls)):F0}") { Larger = true },
            new("G3", "16x asked: p95 off", "ms", Each(ours, run => Samples.Percentile(run.Errors, 0.95) / run.Rate), Each(naive, run => Samples.Percentile(run.Errors, 0.95) / run.Rate), 120),
            new("G3", "the effective rate stands there", "", [.. said], null, 1, $"“{saying}”") { Larger = true },
        ];
    }

    /// <summary>What of a distance is real: the first track's word is uneven by itself.</summary>
    public static string Clocks(Samples[] runs) => string.Create(CultureInfo.InvariantCulture, $"the first track's own word is uneven by {Row.Median(Each(runs, run => run.Uneven)):F1}, the silent two are {Row.Median(Each(runs, run => run.SilentApart)):F1} apart");

    private static double[] Each(IEnumerable<Samples> runs, Func<Samples, double> figure) => [.. runs.Select(figure)];
}

using System.Globalization;
using Microsoft.Playwright;

namespace ReviewPortal.Benchmarks.Player;

/// <summary>G4: how long it takes until three tracks show the moment somebody asked for, what that moves over the wires, and where a scrub ends.</summary>
internal static class SeekGoals
{
    private const int Searches = 25;
    private const int Slow = 8;
    private const int Patience = 8000;
    private const double SlowLine = 3 * 2.5e6;

    public static async Task<IReadOnlyList<GoalRow>> RunAsync(Stage stage, Sitting sitting, Asked asked) =>
        [.. await TimesAsync(stage, sitting, asked.Repeats, 450, 700, "a key frame every 100"), .. await TrafficAsync(stage, sitting, asked.Repeats), .. await ScrubsAsync(stage, sitting, asked.Repeats)];

    public static Task<IReadOnlyList<GoalRow>> RunFineAsync(Stage stage, Sitting sitting, Asked asked) => TimesAsync(stage, sitting, asked.Repeats, 250, 400, "a key frame every 2 s");

    private static async Task<IReadOnlyList<GoalRow>> TimesAsync(Stage stage, Sitting sitting, int repeats, double half, double most, string keys)
    {
        var (ours, naive) = (new List<double[]>(), new List<double[]>());
        var (mine, theirs) = (await stage.ReviewAsync(sitting, 30), await stage.NaiveAsync(sitting, 30));
        var random = new Random(11);
        for (var repeat = -1; repeat < repeats; repeat++)
        {
            double[] shares = [.. Enumerable.Range(0, Searches).Select(_ => 0.02 + (0.95 * random.NextDouble()))];
            var (a, b) = (await EachAsync(mine, sitting, shares, isOurs: true), await EachAsync(theirs, sitting, shares, isOurs: false));
            if (repeat < 0) continue;
            ours.Add(a);
            naive.Add(b);
        }

        await mine.CloseAsync();
        await theirs.CloseAsync();
        var lost = ours.Sum(times => times.Count(time => time >= Patience));
        GoalRow Of(string what, double share, double limit) => new("G4", $"search to the painted frame of three tracks, {keys}: {what}", "ms", [.. ours.Select(times => Samples.Percentile(times, share))], [.. naive.Select(times => Samples.Percentile(times, share))], limit, lost > 0 ? $"{lost} never arrived" : "");
        return [Of("p50", 0.50, half), Of("p95", 0.95, most)];
    }

    private static async Task<double[]> EachAsync(IPage page, Sitting sitting, double[] shares, bool isOurs)
    {
        var times = new List<double>();
        await page.BringToFrontAsync();
        foreach (var share in shares)
        {
            await SendAsync(page, sitting, share, isOurs);
            var took = await page.EvaluateAsync<double>("patience => bench.arrived(1.5, patience)", Patience);
            times.Add(took < 0 ? Patience : took);
        }

        return [.. times];
    }

    // Ours by a press on the timeline, as a reviewer does it.
    private static async Task SendAsync(IPage page, Sitting sitting, double share, bool isOurs)
    {
        await page.EvaluateAsync("bench.expect()");
        if (!isOurs)
        {
            await page.EvaluateAsync("times => bench.place(times)", sitting.Offsets.Select(offset => (share * sitting.Seconds) - offset).ToArray());
            return;
        }

        var box = await SurfaceAsync(page);
        await page.Mouse.ClickAsync(box.X + (float)(box.Width * share), box.Y + 6);
    }

    private static async Task<(float X, float Y, float Width)> SurfaceAsync(IPage page)
    {
        var box = await page.Locator("[data-timeline] [role=slider]").BoundingBoxAsync();
        return (box!.X, box.Y, box.Width);
    }

    private static async Task<IReadOnlyList<GoalRow>> TrafficAsync(Stage stage, Sitting sitting, int repeats)
    {
        var (ours, naive) = (new List<double>(), new List<double>());
        var random = new Random(12);
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            double[] shares = [.. Enumerable.Range(0, Slow).Select(_ => 0.02 + (0.95 * random.NextDouble()))];
            foreach (var isOurs in new[] { true, false })
            {
                var page = isOurs ? await stage.ReviewAsync(sitting, 30) : await stage.NaiveAsync(sitting, 30);
                var traffic = await Traffic.OfAsync(page);
                await traffic.SlowAsync(SlowLine, 0);
                await Task.Delay(2000);
                var before = traffic.Bytes;
                await EachAsync(page, sitting, shares, isOurs);
                (isOurs ? ours : naive).Add((traffic.Bytes - before) / 1e6 / Slow);
                await page.CloseAsync();
            }
        }

        return [new("G4", "moved by one search in three tracks at 7.5 MB/s for all", "MB", [.. ours], [.. naive], 7, "one search after the other; read-ahead is the browser's")];
    }

    private static async Task<IReadOnlyList<GoalRow>> ScrubsAsync(Stage stage, Sitting sitting, int repeats)
    {
        var (missed, most) = (new List<double>(), new List<double>());
        var page = await stage.ReviewAsync(sitting, 30);
        var random = new Random(13);
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            var (x, y, width) = await SurfaceAsync(page);
            await page.EvaluateAsync("bench.expect()");
            await page.Mouse.MoveAsync(x + (width / 2), y + 6);
            await page.Mouse.DownAsync();
            var share = 0.0;
            for (var scrub = 0; scrub < 20; scrub++)
            {
                share = 0.05 + (0.9 * random.NextDouble());
                await page.Mouse.MoveAsync(x + (float)(width * share), y + 6);
                await Task.Delay(40);
            }

            await page.Mouse.UpAsync();
            await page.EvaluateAsync<double>("patience => bench.arrived(1.5, patience)", Patience);
            await Task.Delay(300);
            var times = await page.EvaluateAsync<double[]>("bench.videos().map(video => video.currentTime)");
            var numbers = await page.EvaluateAsync<int[]>("bench.numbers()");
            var clock = TimeSpan.ParseExact(await page.Locator("[data-clock]").InnerTextAsync(), @"hh\:mm\:ss\.f", CultureInfo.InvariantCulture).TotalSeconds;
            var grain = sitting.Seconds / width;
            // At rest: all tracks at the moment of the last scrub, and showing its frame.
            var right = sitting.Films.Select((film, track) => Math.Abs(times[track] + film.Offset - (share * sitting.Seconds)) < 2 * grain && Math.Abs(times[track] + film.Offset - clock) < 0.06 && Math.Abs(film.Behind(times[track], numbers[track])) <= 1);
            missed.Add(right.Count(one => !one));
            most.Add(await page.EvaluateAsync<double>("bench.most"));
        }

        await page.CloseAsync();
        return
        [
            new("G4", "20 scrubs: tracks that do not end on the last target, by their pixels", "", [.. missed], null, 0),
            new("G4", "20 scrubs: searches under way in one track at most", "", [.. most], null, 2),
        ];
    }
}

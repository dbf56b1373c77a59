using System.Globalization;

namespace ReviewPortal.Benchmarks.Player;

/// <summary>G1 on recordings that are not even: made by a real recorder, with a gap, with a clock that runs fast.</summary>
internal static class ShapeGoals
{
    private const int Numbers = 6;

    public static async Task<IReadOnlyList<GoalRow>> RunRealAsync(Stage stage, Sitting sitting, Asked asked)
    {
        var rows = new List<GoalRow>();
        foreach (var (rate, limit, seconds) in new[] { (1, 15.0, 8.0), (4, 25.0, 8.0) })
        {
            var (ours, naive) = await SyncGoals.ByTurnsAsync(stage, sitting, rate, seconds, asked.Repeats);
            rows.Add(new("G1", $"real recordings, {rate}x after 2 s, p95 off", "ms of recording", [.. ours.Select(Off)], [.. naive.Select(Off)], limit, $"real rate {Row.Median([.. ours.Select(run => run.Rate)]):F2}x; {SyncGoals.Clocks([.. ours.Select(run => run.From(2))])}"));
        }

        var (mine, theirs) = await SyncGoals.ByTurnsAsync(stage, sitting, 1, 8, asked.Repeats, pixels: true);
        rows.Add(new("G1", "real recordings, 1x: between the clock of the first track and the moment in the pictures of the others, p95", "ms", [.. mine.Select(Age)], [.. theirs.Select(Age)], null, "the age of a picture is in it: up to a frame (67 and 200 ms), and what the recorder took"));
        return rows;
    }

    public static async Task<IReadOnlyList<GoalRow>> RunGapAsync(Stage stage, Sitting sitting, Asked asked)
    {
        var (after, naive) = (new List<double>(), new List<double>());
        for (var repeat = 0; repeat < asked.Repeats; repeat++)
        {
            // The phone has nothing from second 63.2 to second 123.2 of the sitting.
            var page = await stage.ReviewAsync(sitting, 118);
            await page.EvaluateAsync("bench.watch(false)");
            await page.Locator("[data-do=toggle]").ClickAsync();
            await Task.Delay(14_000);
            var rows = await page.EvaluateAsync<double[][]>("bench.rows()");
            await page.CloseAsync();
            after.Add(Samples.Percentile(Samples.Of(rows, sitting.Offsets) is var run ? (run with { Rows = [.. run.Rows.Where(row => run.Session(row, 0) > 123.2 + 2)] }).Errors : [], 0.95));
            var other = await stage.NaiveAsync(sitting, 126);
            await other.EvaluateAsync("bench.watch(false)");
            await other.EvaluateAsync("bench.play(1)");
            await Task.Delay(5000);
            naive.Add(Off(Samples.Of(await other.EvaluateAsync<double[][]>("bench.rows()"), sitting.Offsets)));
            await other.CloseAsync();
        }

        return
        [
            new("G1", "a gap of 60 s: 2 s after it, p95 off", "ms", [.. after], [.. naive], 15),
        ];
    }

    public static async Task<IReadOnlyList<GoalRow>> RunSkewedAsync(Stage stage, Sitting sitting, Asked asked)
    {
        var (ours, naive) = (new List<Samples>(), new List<Samples>());
        for (var repeat = 0; repeat < asked.Repeats; repeat++)
        {
            foreach (var isOurs in new[] { true, false })
            {
                var page = isOurs ? await stage.ReviewAsync(sitting, 1700) : await stage.NaiveAsync(sitting, 1700);
                await page.EvaluateAsync("bench.watch(true)");
                if (isOurs) await page.Locator("[data-do=toggle]").ClickAsync();
                else await page.EvaluateAsync("bench.play(1)");
                await Task.Delay(8000);
                (isOurs ? ours : naive).Add(Samples.Of(await page.EvaluateAsync<double[][]>("bench.rows()"), sitting.Offsets).From(2));
                await page.CloseAsync();
            }
        }

        var right = Row.Median([.. ours.Select(run => run.WithinOneFrame(sitting.Films) * 100)]);
        return [new("G1", "a phone whose clock is 100 ppm fast, 28 minutes on: between the true moments of the two, p95", "ms", [.. ours.Select(Strayed)], [.. naive.Select(Strayed)], 15, string.Create(CultureInfo.InvariantCulture, $"the delivery says what the recorder's clock told, naive knows one offset; {right:F0} % of the pictures are the one of their moment or next to it"))];
    }

    private static double Off(Samples run) => Samples.Percentile(run.From(2).Errors, 0.95);

    // The pictures say when they were taken, in hundredths of a second.
    private static double Age(Samples run) => Samples.Percentile([.. run.From(2).Pictures.SelectMany(row => new[] { 1, 2 }.Select(track => Math.Abs(run.Session(row, 0) - (row[Numbers + track] / 100)) * 1000))], 0.95);

    // A second of the sitting is a little more than one of the phone's file.
    private static double Strayed(Samples run) => Samples.Percentile([.. run.Rows.Select(row => Math.Abs(run.Session(row, 0) - ((row[2] / Sitting.Fast) + Sitting.PhoneOffset)) * 1000)], 0.95);
}

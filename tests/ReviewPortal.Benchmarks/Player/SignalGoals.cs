namespace ReviewPortal.Benchmarks.Player;

/// <summary>G7: a hundred thousand signals, and a million, on the timeline while three videos play.</summary>
internal static class SignalGoals
{
    // A pan or a zoom with every frame, as a hand on a wheel does: in, along, out.
    private const string Turned = """
        async () => {
          const slider = document.querySelector('[data-timeline] [role=slider]'), { left, top, width } = slider.getBoundingClientRect();
          const deltas = [], turn = (step) => slider.dispatchEvent(new WheelEvent('wheel', {
            bubbles: true, cancelable: true, clientX: left + width * (0.2 + 0.6 * ((step * 7) % 10) / 10), clientY: top + 6,
            deltaY: step % 3 === 0 ? 0 : step % 120 < 60 ? -60 : 60, deltaX: step % 3 === 0 ? (step % 2 ? 40 : -40) : 0 }));
          bench.costs.clear();
          bench.counting = true;
          await new Promise((done) => {
            let before = 0, step = 0;
            const go = (time) => {
              if (before) deltas.push(time - before);
              before = time;
              if (step++ === 240) return done();
              turn(step);
              requestAnimationFrame(go);
            };
            requestAnimationFrame(go);
          });
          bench.counting = false;
          return [deltas, [...bench.costs.values()]];
        }
        """;

    private const string Touched = """
        () => {
          const slider = document.querySelector('[data-timeline] [role=slider]'), { left, width } = slider.getBoundingClientRect();
          const lane = document.querySelector('[data-lane=signals]').getBoundingClientRect(), took = [];
          for (let at = 0; at < 200; at++) {
            const began = performance.now();
            slider.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, clientX: left + width * ((at * 37) % 200) / 200, clientY: lane.top + lane.height / 2 }));
            took.push(performance.now() - began);
          }
          return took;
        }
        """;

    private const string Idle = """
        () => new Promise((done) => {
          const deltas = [];
          let before = 0;
          const go = (time) => {
            if (before) deltas.push(time - before);
            before = time;
            if (deltas.length === 240) done(deltas);
            else requestAnimationFrame(go);
          };
          requestAnimationFrame(go);
        })
        """;

    public static Task<IReadOnlyList<GoalRow>> RunAsync(Stage stage, Sitting sitting, Asked asked) => RunAsync(stage, sitting, asked, "100k", 250, 300);

    public static Task<IReadOnlyList<GoalRow>> RunMillionAsync(Stage stage, Sitting sitting, Asked asked) => RunAsync(stage, sitting, asked, "1M", null, null);

    // How often a frame comes while three videos play on a page that does nothing.
    private static async Task<double> AloneAsync(Stage stage, Sitting sitting)
    {
        var page = await stage.NaiveAsync(sitting, 30);
        await page.EvaluateAsync("bench.play(1)");
        await Task.Delay(2000);
        var deltas = await page.EvaluateAsync<double[]>(Idle);
        await page.CloseAsync();
        return Samples.Percentile(deltas, 0.95);
    }

    private static async Task<IReadOnlyList<GoalRow>> RunAsync(Stage stage, Sitting sitting, Asked asked, string many, double? payload, double? ready)
    {
        var (bytes, drawn, frames, costs, touches) = (0.0, new List<double>(), new List<double>(), new List<double>(), new List<double>());
        var (bare, still) = (new List<double>(), new List<double>());
        for (var repeat = -1; repeat < asked.Repeats; repeat++)
        {
            var page = await stage.ReviewAsync(sitting, 30);
            await Stage.UntilAsync(page, "bench.drawn > 0");
            var loaded = await page.EvaluateAsync<double[]>("[performance.getEntriesByType('resource').find(entry => entry.name.includes('/signals.bin')).decodedBodySize, bench.drawn - performance.getEntriesByType('resource').find(entry => entry.name.includes('/signals.bin')).startTime]");
            var atRest = await page.EvaluateAsync<double[][]>(Turned);
            await page.Locator("[data-do=toggle]").ClickAsync();
            await Task.Delay(2000);
            var turned = await page.EvaluateAsync<double[][]>(Turned);
            var touched = await page.EvaluateAsync<double[]>(Touched);
            await page.CloseAsync();
            var alone = await AloneAsync(stage, sitting);
            if (repeat < 0) continue;
            bare.Add(alone);
            still.Add(Samples.Percentile(atRest[0], 0.95));
            bytes = loaded[0] / 1000;
            drawn.Add(loaded[1]);
            frames.Add(Samples.Percentile(turned[0], 0.95));
            costs.Add(Samples.Percentile(turned[1], 0.95));
            touches.Add(Samples.Percentile(touched, 0.95));
        }

        return
        [
            new("G7", $"{many} signals: what is sent", "KB", [bytes], null, payload),
            new("G7", $"{many} signals: from asking until they are drawn", "ms", [.. drawn], null, ready, "while the page and its videos load"),
            new("G7", $"{many} signals, three videos playing: 240 pans and zooms, p95 between frames", "ms", [.. frames], [.. bare], 17.5, "naive: the three videos and nothing else, nobody pans; the screen's own is 16.7"),
            new("G7", $"{many} signals, three videos at rest: 240 pans and zooms, p95 between frames", "ms", [.. still], null, 17.5),
            new("G7", $"{many} signals: all scripts of a frame, p95", "ms", [.. costs], null, 4),
            new("G7", $"{many} signals: what lies under the pointer, p95", "ms", [.. touches], null, 1),
        ];
    }
}

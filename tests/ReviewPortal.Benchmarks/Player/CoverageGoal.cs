using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Benchmarks.Player;

/// <summary>G9: a scripted visit (search, 4x, a hidden tab, a reload, two tabs at once); what is kept as watched against what the videos really played.</summary>
internal static class CoverageGoal
{
    private const string Times = "bench.videos().map(video => video.currentTime)";

    public static async Task<IReadOnlyList<GoalRow>> RunAsync(Stage stage, Sitting sitting, Asked asked)
    {
        var visit = new Visit(stage, sitting);
        var hidden = await visit.PlayAsync();
        var kept = await KeptAsync(stage, sitting);
        var (off, where, inHiding) = (0.0, "", 0.0);
        foreach (var role in Enum.GetValues<TrackRole>())
        {
            foreach (var speed in Enum.GetValues<SpeedClass>())
            {
                var (truth, told) = (visit.Truth(role, speed), FragmentSet.Of(kept.Where(seen => seen.Role == role && seen.Speed == speed).SelectMany(seen => seen.Fragments)));
                foreach (var (what, wrong) in truth.Without(told.Fragments).Fragments.Select(lost => ("played and not kept", lost)).Concat(told.Without(truth.Fragments).Fragments.Select(more => ("kept and not played", more))))
                {
                    if (wrong.Seconds > off) (off, where) = (wrong.Seconds, string.Create(CultureInfo.InvariantCulture, $"{what}: {role} {speed} {wrong.From:F1} to {wrong.To:F1}"));
                }
            }

            var all = FragmentSet.Of(kept.Where(seen => seen.Role == role).SelectMany(seen => seen.Fragments));
            inHiding = Math.Max(inHiding, hidden[(int)role].Seconds - FragmentSet.Of([hidden[(int)role]]).Without(all.Fragments).Seconds);
        }

        return
        [
            new("G9", "scripted visit: the longest stretch kept and not played, or played and not kept", "s", [off], null, 0.5, $"one visit; each track, each class of speed; read from the database; {where}"),
            new("G9", "what a hidden tab adds", "s", [Math.Round(inHiding, 2)], null, 0.25, "the clock is looked at four times a second"),
        ];
    }

    private static async Task<List<Seen>> KeptAsync(Stage stage, Sitting sitting)
    {
        await using var app = BenchPortal.Open(stage.Data);
        await using var db = await app.Services.GetRequiredService<PortalDbs>().LookAsync(default);
        var @case = stage.CaseOf(sitting).Id;
        return await db.Seen.Where(seen => seen.Case == @case).ToListAsync();
    }

    private sealed class Visit(Stage stage, Sitting sitting)
    {
        private readonly List<(SpeedClass Speed, Fragment[] Tracks)> _played = [];

        public FragmentSet Truth(TrackRole role, SpeedClass speed) => FragmentSet.Of(_played.Where(played => played.Speed == speed).Select(played => played.Tracks[(int)role]));

        /// <returns>By track, what went by while the tab was hidden.</returns>
        public async Task<Fragment[]> PlayAsync()
        {
            var page = await stage.ReviewAsync(sitting, 20);
            await WhileAsync(page, SpeedClass.UpTo2, 6);
            await GoToAsync(page, 100);
            await page.Locator("[data-rate='4']").ClickAsync();
            await WhileAsync(page, SpeedClass.UpTo4, 5);
            await page.Locator("[data-rate='1']").ClickAsync();
            await GoToAsync(page, 200);
            var hidden = await HideAsync(page);
            await GoToAsync(page, 300);
            // What was not yet sent lies in the tab; the page sends it when it is there again.
            await WhileAsync(page, SpeedClass.UpTo2, 4, () => page.ReloadAsync());
            await Stage.UntilAsync(page, Stage.Ready);
            await GoToAsync(page, 400);
            await WhileAsync(page, SpeedClass.UpTo2, 4);
            await GoToAsync(page, 500);
            var other = await stage.ReviewAsync(sitting, 503);
            await Task.WhenAll(WhileAsync(page, SpeedClass.UpTo2, 6), WhileAsync(other, SpeedClass.UpTo2, 6));
            await Task.Delay(7000);
            await page.CloseAsync();
            await other.CloseAsync();
            await Task.Delay(1000);
            return hidden;
        }

        // Ends with a press, or with what is given.
        private async Task WhileAsync(IPage page, SpeedClass speed, double seconds, Func<Task>? endAsync = null)
        {
            var from = await page.EvaluateAsync<double[]>(Times);
            await page.Locator("[data-do=toggle]").ClickAsync();
            await Task.Delay(TimeSpan.FromSeconds(seconds));
            if (endAsync is null) await page.Locator("[data-do=toggle]").ClickAsync();
            var to = await page.EvaluateAsync<double[]>(Times);
            if (endAsync is not null) await endAsync();
            Note(speed, from, to);
        }

        // Plays on while nobody can see it: what the page is told is what a browser tells it when another tab comes to the front.
        private async Task<Fragment[]> HideAsync(IPage page)
        {
            var from = await page.EvaluateAsync<double[]>(Times);
            await page.Locator("[data-do=toggle]").ClickAsync();
            await Task.Delay(3000);
            var hides = await TurnAsync(page, "hidden");
            await Task.Delay(3000);
            var shows = await TurnAsync(page, "visible");
            await Task.Delay(3000);
            await page.Locator("[data-do=toggle]").ClickAsync();
            Note(SpeedClass.UpTo2, from, hides);
            Note(SpeedClass.UpTo2, shows, await page.EvaluateAsync<double[]>(Times));
            return Fragments(hides, shows);
        }

        private static Task<double[]> TurnAsync(IPage page, string state) => page.EvaluateAsync<double[]>(
            "state => { Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state }); document.dispatchEvent(new Event('visibilitychange')); return " + Times + "; }", state);

        private static async Task GoToAsync(IPage page, double to)
        {
            var surface = page.Locator("[data-timeline] [role=slider]");
            var (box, length) = (await surface.BoundingBoxAsync(), double.Parse((await surface.GetAttributeAsync("aria-valuemax"))!, CultureInfo.InvariantCulture));
            await page.Mouse.ClickAsync(box!.X + (float)(box.Width * to / length), box.Y + 6);
            await Stage.UntilAsync(page, "bench.videos().every(video => !video.seeking && video.readyState >= 3)");
        }

        private void Note(SpeedClass speed, double[] from, double[] to) => _played.Add((speed, Fragments(from, to)));

        private Fragment[] Fragments(double[] from, double[] to) => [.. sitting.Offsets.Select((offset, track) => new Fragment(from[track] + offset, to[track] + offset))];
    }
}

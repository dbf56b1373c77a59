using System.IO.Compression;
using Microsoft.Playwright;

namespace ReviewPortal.Benchmarks.Player;

/// <summary>G12: what playing says to the server, and how much the scripts of the player weigh.</summary>
internal static class QuietGoal
{
    private const int Seconds = 30;

    public static async Task<IReadOnlyList<GoalRow>> RunAsync(Stage stage, Sitting sitting, Asked asked)
    {
        var (playing, resting) = (new List<double>(), new List<double>());
        double[] weight = [];
        string[] foreign = [];
        for (var repeat = 0; repeat < Math.Min(asked.Repeats, 3); repeat++)
        {
            var page = await stage.Context.NewPageAsync();
            var traffic = await Traffic.OfAsync(page);
            await page.GotoAsync($"/review/{stage.CaseOf(sitting).Number}?at={30 + (repeat * 40)}");
            await Stage.UntilAsync(page, "document.querySelector('.review:not([aria-busy])') !== null && bench.videos().every(video => video.readyState >= 3)");
            await Task.Delay(3000);
            resting.Add(await CountAsync(traffic));
            await page.Locator("[data-do=toggle]").ClickAsync();
            await Task.Delay(3000);
            playing.Add(await CountAsync(traffic));
            string[] scripts = [.. await page.EvaluateAsync<string[]>("performance.getEntriesByType('resource').map(entry => entry.name).filter(name => /\\.js(\\?|$)/.test(name))")];
            string[] own = [.. scripts.Where(script => script.Contains("/Features/Review/", StringComparison.Ordinal) || script.Contains("/Ui/Playback/", StringComparison.Ordinal))];
            foreign = [.. scripts.Where(script => !script.Contains("/Features/", StringComparison.Ordinal) && !script.Contains("/Ui/", StringComparison.Ordinal) && !script.Contains("/_framework/", StringComparison.Ordinal))];
            weight = await Task.WhenAll(own.Select(async script => Squeezed(await page.EvaluateAsync<string>("async address => await (await fetch(address)).text()", script))));
            await page.CloseAsync();
        }

        return
        [
            new("G12", "messages to the server while playing at 1x, saving included", "a second", [.. playing], null, 0.2, $"at rest {Row.Median([.. resting]):F2} a second"),
            new("G12", $"scripts of player and timeline, {weight.Length} files, each by itself squeezed (gzip)", "KB", [weight.Sum() / 1000], null, 40),
            new("G12", "scripts of others, beside the framework's", "", [foreign.Length], null, 0, string.Join(", ", foreign.Select(script => new Uri(script).AbsolutePath))),
        ];
    }

    private static async Task<double> CountAsync(Traffic traffic)
    {
        var before = traffic.Messages;
        await Task.Delay(TimeSpan.FromSeconds(Seconds));
        return (traffic.Messages - before) / (double)Seconds;
    }

    private static double Squeezed(string text)
    {
        using var into = new MemoryStream();
        using (var gzip = new GZipStream(into, CompressionLevel.SmallestSize)) gzip.Write(System.Text.Encoding.UTF8.GetBytes(text));
        return into.ToArray().Length;
    }
}

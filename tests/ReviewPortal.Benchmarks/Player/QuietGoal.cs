using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;

namespace ReviewPortal.Benchmarks.Player;

/// <summary>G12: what playing says to the server, and how much the scripts of the player weigh.</summary>
internal static partial class QuietGoal
{
    private const double Seconds = 30;

    private const string Scripts = """
        () => Promise.all(performance.getEntriesByType('resource').map((entry) => entry.name)
          .filter((name) => /\.js(\?|$)/.test(name) && /\/(Features\/Review|Ui\/Playback)\//.test(name)).map(async (name) => (await fetch(name)).text()))
        """;

    public static async Task<IReadOnlyList<GoalRow>> RunAsync(Stage stage, Sitting sitting, Asked asked)
    {
        var (saves, others, receipts) = (new List<double>(), new List<double>(), new List<double>());
        string[] scripts = [];
        for (var repeat = 0; repeat < Math.Min(asked.Repeats, 3); repeat++)
        {
            var page = await stage.Context.NewPageAsync();
            var traffic = await Traffic.OfAsync(page);
            await page.GotoAsync(string.Create(CultureInfo.InvariantCulture, $"/review/{stage.CaseOf(sitting).Number}?at={30 + (repeat * 40)}"));
            await Stage.UntilAsync(page, Stage.Ready);
            await page.Locator("[data-do=toggle]").ClickAsync();
            await Task.Delay(3000);
            var before = (traffic.Saves, traffic.Others, traffic.Receipts);
            await Task.Delay(TimeSpan.FromSeconds(Seconds));
            saves.Add((traffic.Saves - before.Saves) / Seconds);
            others.Add((traffic.Others - before.Others) / Seconds);
            receipts.Add((traffic.Receipts - before.Receipts) / Seconds);
            scripts = await page.EvaluateAsync<string[]>(Scripts);
            await page.CloseAsync();
        }

        string[] foreign = [.. scripts.SelectMany(script => Imported().Matches(script)).Select(import => import.Groups["from"].Value).Where(from => from[0] is not '.').Distinct(StringComparer.Ordinal)];
        return
        [
            new("G12", "messages to the server while playing at 1x, other than saving", "a second", [.. others], null, 0, $"and {Row.Median([.. receipts]):F2} receipts a second, the framework's own: signs of life and what was drawn"),
            new("G12", "saving", "a second", [.. saves], null, 0.21, "every 5 s"),
            new("G12", $"scripts of player and timeline, {scripts.Length} files, each by itself squeezed (gzip)", "KB", [scripts.Sum(Squeezed) / 1000], null, 40),
            new("G12", "what they import that is not their own", "", [foreign.Length], null, 0, string.Join(", ", foreign)),
        ];
    }

    private static double Squeezed(string text)
    {
        using var into = new MemoryStream();
        using (var gzip = new GZipStream(into, CompressionLevel.SmallestSize)) gzip.Write(System.Text.Encoding.UTF8.GetBytes(text));
        return into.ToArray().Length;
    }

    [GeneratedRegex("^(import|export) (.* from )?\"(?<from>[^\"]+)\"|import\\(\"(?<from>[^\"]+)\"", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Imported();
}

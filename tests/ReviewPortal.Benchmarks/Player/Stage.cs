using System.Globalization;
using System.Reflection;
using Microsoft.Playwright;
using ReviewPortal.Journeys;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Benchmarks.Player;

/// <summary>The running portal with the sittings to measure with, and a browser in which the reviewer of the demo is signed in.</summary>
internal sealed class Stage : IAsyncDisposable
{
    /// <summary>The stage answers, and every track has its picture.</summary>
    public const string Ready = "document.querySelector('.review:not([aria-busy])') !== null && bench.videos().every(video => !video.seeking && (video.readyState >= 3 || !video.src))";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bench");
    private readonly Dictionary<string, BenchCase> _cases = new(StringComparer.Ordinal);
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private IBrowserContext? _context;
    private Server? _server;

    private Stage()
    {
    }

    public string Data => Path.Combine(_folder.FullName, "data");

    public int Port { get; private set; }

    public IBrowserContext Context => _context!;

    public static async Task<Stage> OpenAsync(IReadOnlyCollection<Sitting> sittings)
    {
        var stage = new Stage();
        try
        {
            var cases = await BenchPortal.FillAsync(stage.Data, [.. sittings.Select(sitting => sitting.Folder)]);
            foreach (var (sitting, @case) in sittings.Zip(cases)) stage._cases[sitting.Name] = @case;
            foreach (var sitting in sittings.Where(sitting => sitting.SignalsTimes > 1)) await BenchPortal.RepeatSignalsAsync(stage.Data, stage.CaseOf(sitting).Id, sitting.SignalsTimes);
            await stage.StartAsync();
            return stage;
        }
        catch
        {
            await stage.DisposeAsync();
            throw;
        }
    }

    public BenchCase CaseOf(Sitting sitting) => _cases[sitting.Name];

    public string Address(string path) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}{path}");

    /// <summary>The review page at a moment, its three pictures ready.</summary>
    public async Task<IPage> ReviewAsync(Sitting sitting, double at)
    {
        var page = await Context.NewPageAsync();
        await page.GotoAsync(string.Create(CultureInfo.InvariantCulture, $"/review/{_cases[sitting.Name].Number}?at={at}"));
        await UntilAsync(page, Ready);
        return page;
    }

    /// <summary>The same three recordings in three videos, each placed once by its offset.</summary>
    public async Task<IPage> NaiveAsync(Sitting sitting, double at)
    {
        var page = await Context.NewPageAsync();
        await page.GotoAsync("/portal.css");
        await page.EvaluateAsync("([addresses, offsets, at]) => bench.build(addresses, offsets, at)", Naively(sitting, at));
        await UntilAsync(page, "bench.videos().every(video => !video.seeking && video.readyState >= 3)");
        return page;
    }

    public object[] Naively(Sitting sitting, double at) => [_cases[sitting.Name].Recordings.Select(recording => Links.Media(recording.Id)).ToArray(), sitting.Offsets.ToArray(), at];

    // Waiting by a text that the page evaluates is what the content policy of the portal forbids.
    public static async Task UntilAsync(IPage page, string condition, int seconds = 60)
    {
        for (var tries = 0; tries < seconds * 20; tries++)
        {
            if (await page.EvaluateAsync<bool>(condition)) return;
            await Task.Delay(50);
        }

        throw new TimeoutException($"This did not come about in {seconds} s: {condition}");
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        _server?.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task StartAsync()
    {
        Port = Server.FreePort();
        // Not held to one processor: browser and portal share the machine, as they do for a reviewer who runs both.
        _server = await Server.StartAsync(Port, pins: false, ["dotnet", Path.Combine(AppContext.BaseDirectory, "ReviewPortal.Web.dll"), "--data", Data, "--environment", "Development", "--urls", Address("")]);
        await _server.QuietAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
        _context = await _browser.NewContextAsync(new() { BaseURL = Address(""), ViewportSize = new() { Width = 1440, Height = 900 } });
        using (var probe = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("probe.js")!)) await _context.AddInitScriptAsync(await probe.ReadToEndAsync());
        var page = await _context.NewPageAsync();
        await page.GotoAsync(Links.SignIn);
        await page.ClickAsync($"button[value='{BenchPortal.Reviewer}']");
        await page.WaitForURLAsync(url => !url.Contains("/account/", StringComparison.Ordinal));
        await page.CloseAsync();
    }
}

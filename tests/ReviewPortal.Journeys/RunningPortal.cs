using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(ReviewPortal.Journeys.RunningPortal))]
// One browser at a time: what is timed here must not depend on what runs beside it.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace ReviewPortal.Journeys;

/// <summary>The real program, started as people start it, on an empty folder, and a real browser to visit it with.</summary>
public sealed class RunningPortal : IAsyncLifetime
{
    // What a browser says while there is nothing at the other end; an answer that is an error is something else.
    private static readonly string[] OutOfReach = ["net::ERR_", "Failed to complete negotiation", "Failed to start the connection", "Failed to start the transport"];

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("portal");
    private readonly string _address = $"http://127.0.0.1:{FreePort()}";
    private Process? _program;
    private bool _fails;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>From the start of the process to the first page, the first import included.</summary>
    public TimeSpan FirstStart { get; private set; }

    public string Data => _data.FullName;

    public async ValueTask InitializeAsync()
    {
        FirstStart = await StartAsync();
        if (Chromium.Path is null) return;
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(20_000);
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        await StopAsync();
        _data.Delete(recursive: true);
    }

    /// <summary>A person at a browser of their own, signed in with the demo account.</summary>
    public async Task<IPage> VisitAsync(string email, ViewportSize? size = null)
    {
        var page = await StrangerAsync(size);
        Hear(page, email);
        await page.GotoAsync("/account/sign-in");
        await page.ClickAsync($"button[value='{email}']");
        await page.WaitForURLAsync(url => !url.Contains("/account/", StringComparison.Ordinal));
        return page;
    }

    // What the portal itself reports as failed is printed as well, with where it happened.
    private void Hear(string line)
    {
        if (line.Length > 0 && line[0] is not ' ') _fails = line.StartsWith("fail:", StringComparison.Ordinal) || line.StartsWith("crit:", StringComparison.Ordinal);
        if (_fails) Console.Error.WriteLine(line);
    }

    // What a browser says while a journey goes wrong is gone afterwards; it is printed between the results.
    private static void Hear(IPage page, string email)
    {
        page.PageError += (_, error) => Tell(error.Split('\n')[0]);
        page.Console += (_, said) =>
        {
            // That a portal cannot be reached is tried many times a second, and meant wherever it happens.
            if (said.Type is "error" && !OutOfReach.Any(words => said.Text.Contains(words, StringComparison.Ordinal))) Tell(said.Text);
        };
        void Tell(string words) => Console.Error.WriteLine($"{email} at {page.Url}: {words}");
    }

    /// <summary>Somebody at a browser of their own, not signed in.</summary>
    /// <param name="touches">Has a screen that can be touched.</param>
    public async Task<IPage> StrangerAsync(ViewportSize? size = null, bool touches = false)
    {
        if (_browser is null) Missing("chromium");
        var context = await _browser!.NewContextAsync(new() { BaseURL = _address, ViewportSize = size ?? new() { Width = 1440, Height = 900 }, AcceptDownloads = true, HasTouch = touches });
        context.SetDefaultTimeout(15_000);
        return await context.NewPageAsync();
    }

    /// <summary>Runs a command of the program on the same data, while it serves.</summary>
    public async Task<(int ExitCode, string Output, string Errors)> CommandAsync(params string[] arguments)
    {
        using var process = Process.Start(Dotnet([.. arguments, "--data", Data]))!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }

    /// <summary>Runs a command that answers with a list, on the same data, while it serves.</summary>
    public async Task<JsonElement[]> JsonAsync(string command, params string[] arguments)
    {
        var (exitCode, output, errors) = await CommandAsync([command, .. arguments, "--json"]);
        Assert.True(exitCode is 0, errors + output);
        using var list = JsonDocument.Parse(output);
        return [.. list.RootElement.Clone().EnumerateArray()];
    }

    /// <summary>The program dies without a word, as in a power cut.</summary>
    public async Task KillAsync()
    {
        _program!.Kill(entireProcessTree: true);
        await _program.WaitForExitAsync();
        _program.Dispose();
        _program = null;
    }

    public async Task<TimeSpan> StartAsync()
    {
        var watch = Stopwatch.StartNew();
        _program = Process.Start(Dotnet(["--data", Data, "--urls", _address]))!;
        _program.OutputDataReceived += (_, line) => Hear(line.Data ?? "");
        _program.ErrorDataReceived += (_, line) => TestContext.Current.SendDiagnosticMessage(line.Data ?? "");
        _program.BeginOutputReadLine();
        _program.BeginErrorReadLine();

        using var http = new HttpClient();
        while (watch.Elapsed < TimeSpan.FromSeconds(90))
        {
            if (_program.HasExited) throw new InvalidOperationException($"The portal ended with exit code {_program.ExitCode}.");
            try
            {
                if ((await http.GetAsync(new Uri($"{_address}/account/sign-in"))).StatusCode is HttpStatusCode.OK) return watch.Elapsed;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(100);
        }

        throw new TimeoutException("The portal did not start within 90 seconds.");
    }

    /// <summary>On CI a missing tool is a failure, elsewhere a reason to skip.</summary>
    public static void Missing(string tool)
    {
        if (Environment.GetEnvironmentVariable("REQUIRE_TOOLS") is "1") Assert.Fail($"{tool} is not installed.");
        Assert.Skip($"{tool} is not installed.");
    }

    private async Task StopAsync()
    {
        if (_program is not null) await KillAsync();
    }

    private ProcessStartInfo Dotnet(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = Places.Root };
        start.ArgumentList.Add(Places.Program);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["LANG"] = "C.UTF-8";
        start.Environment["PublicAddress"] = _address;
        return start;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

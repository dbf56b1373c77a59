using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.Playwright;
using ReviewPortal.Journeys;

namespace ReviewPortal.Benchmarks.Player;

/// <summary>Three tracks that the recorder of a real browser made, with its fake devices: what recorders really deliver.</summary>
internal static class RealRecording
{
    private const int Seconds = 70;
    private static readonly string[] Roles = ["webcam", "phone", "screen"];

    public static async Task<Sitting> MakeAsync()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Sitting.Cache, "REAL")).FullName;
        var kept = Path.Combine(folder, "offsets.txt");
        if (!File.Exists(kept))
        {
            var made = await RecordAsync();
            foreach (var (role, file) in Roles.Zip(made.Files)) await File.WriteAllBytesAsync(Path.Combine(folder, role + ".webm"), Convert.FromBase64String(file));
            await Deliveries.WriteAsync(folder, "REAL", Seconds, Roles.Zip(made.Offsets).Select(track => new Delivered(track.First, track.First + ".webm", Math.Round(track.Second, 3))));
            await File.WriteAllLinesAsync(kept, made.Offsets.Select(offset => offset.ToString("F3", CultureInfo.InvariantCulture)));
        }

        return new("REAL", folder, Seconds, [], [.. (await File.ReadAllLinesAsync(kept)).Select(line => double.Parse(line, CultureInfo.InvariantCulture))]);
    }

    private static async Task<Recorded> RecordAsync()
    {
        // Devices are given to pages of a server of this machine only; any will do.
        var port = Server.FreePort();
        using var server = await Server.StartAsync(port, pins: false, ["dotnet", Path.Combine(AppContext.BaseDirectory, "ReviewPortal.Benchmarks.dll"), "--peer", KestrelPeer.ResultsFile, "none", $"http://127.0.0.1:{port}"]);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright, "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream");
        var page = await browser.NewPageAsync();
        await page.GotoAsync($"http://127.0.0.1:{port}/");
        using var script = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("record.js")!);
        var text = await page.EvaluateAsync<string>(await script.ReadToEndAsync(), new[] { Seconds, Sitting.PhoneOffset, Sitting.ScreenOffset });
        return JsonSerializer.Deserialize<Recorded>(text)!;
    }

    private sealed record Recorded(double[] Offsets, string[] Files);
}

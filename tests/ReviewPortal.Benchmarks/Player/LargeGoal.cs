using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.Playwright;
using ReviewPortal.Infrastructure.Media;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Benchmarks.Player;

/// <summary>G6: a recording of a gigabyte as a browser leaves it, against the same file given to a video as it is.</summary>
internal static class LargeGoal
{
    // Without a line in between a browser takes whatever there is, in no time.
    private const double Line = 20e6 / 8;
    private const int LineMilliseconds = 40;

    private const string Played = """
        async (address) => {
          const video = document.createElement('video');
          video.muted = true;
          video.preload = 'auto';
          document.body.append(video);
          const known = new Promise((done) => video.addEventListener('loadedmetadata', () => done(video.duration), { once: true }));
          const painted = new Promise((done) => video.requestVideoFrameCallback(() => done(performance.now())));
          const failed = new Promise((_, broken) => video.addEventListener('error', () => broken(new Error(video.error.message))));
          video.src = address;
          const duration = await Promise.race([known, failed]);
          await Promise.race([painted, failed]);
          return duration === Infinity ? -1 : duration;
        }
        """;

    public static async Task<IReadOnlyList<GoalRow>> RunAsync(Stage stage, Sitting sitting, Asked asked)
    {
        var original = Path.Combine(sitting.Folder, "webcam.webm");
        var recording = stage.CaseOf(sitting).Recordings.Single();
        var port = Server.FreePort();
        using var raw = await Server.StartAsync(port, pins: false, ["dotnet", Path.Combine(AppContext.BaseDirectory, "ReviewPortal.Benchmarks.dll"), "--peer", KestrelPeer.ResultsFile, original, $"http://127.0.0.1:{port}"]);
        var (bytes, rawBytes, index) = (new List<double>(), new List<double>(), new List<double>());
        var (duration, rawDuration) = (0.0, 0.0);
        for (var repeat = -1; repeat < asked.Repeats; repeat++)
        {
            (duration, var ours) = await OpenAsync(stage, sitting);
            (rawDuration, var naive) = await PlayAsync(stage, $"http://127.0.0.1:{port}/", "/recording.webm");
            var seconds = await IndexAsync(original);
            if (repeat < 0) continue;
            bytes.Add(ours / 1e6);
            rawBytes.Add(naive / 1e6);
            index.Add(seconds);
        }

        var size = string.Create(CultureInfo.InvariantCulture, $"{new FileInfo(original).Length / 1e9:F1} GB of raw recording");
        return
        [
            new("G6", $"{size}: its duration, when the first facts are known", "s", [duration < 0 ? double.NaN : duration], [rawDuration < 0 ? double.NaN : rawDuration], sitting.Seconds - 1, "none: the browser says that it is endless") { Larger = true },
            new("G6", "moved before the first frame at 20 Mbit/s and 40 ms", "MB", [.. bytes], [.. rawBytes], 2, "as far as the browser had counted by then"),
            new("G6", "index", "s", [.. index], null, 3, "once, when it is delivered"),
            new("G6", "bytes that differ from the original, and checksums", "", [await DifferentAsync(stage, original, recording)], null, 0, "the served file from its first cluster on, and the checksum that is kept; no ffmpeg in it"),
        ];
    }

    private static async Task<(double Duration, long Bytes)> PlayAsync(Stage stage, string address, string media)
    {
        var page = await stage.Context.NewPageAsync();
        await page.GotoAsync(address);
        var traffic = await Traffic.OfAsync(page);
        await traffic.SlowAsync(Line, LineMilliseconds);
        var duration = await page.EvaluateAsync<double>(Played, media);
        var bytes = traffic.Recorded;
        await page.CloseAsync();
        return (duration, bytes);
    }

    // On the review page, as a reviewer opens it.
    private static async Task<(double Duration, long Bytes)> OpenAsync(Stage stage, Sitting sitting)
    {
        var page = await stage.Context.NewPageAsync();
        var traffic = await Traffic.OfAsync(page);
        await traffic.SlowAsync(Line, LineMilliseconds);
        await page.GotoAsync($"/review/{stage.CaseOf(sitting).Number}?at=0", new() { WaitUntil = WaitUntilState.Commit });
        await Stage.UntilAsync(page, "bench.first.length >= 1");
        var bytes = traffic.Recorded;
        var duration = await page.EvaluateAsync<double>("document.querySelector('video[src]').duration");
        await page.CloseAsync();
        return (duration, bytes);
    }

    private static async Task<double> IndexAsync(string path)
    {
        var start = Stopwatch.GetTimestamp();
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
        await MediaFile.IndexAsync(stream, default);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    // What is served is another head and the same clusters: they are compared by their checksum, and the whole original by the one that was kept.
    private static async Task<double> DifferentAsync(Stage stage, string original, Core.Recordings.Recording recording)
    {
        await using var file = File.OpenRead(original);
        var whole = Convert.ToHexStringLower(await SHA256.HashDataAsync(file));
        var head = new byte[4096];
        file.Position = 0;
        await file.ReadExactlyAsync(head);
        var cluster = FirstCluster(head);
        file.Position = cluster;
        var clusters = await SHA256.HashDataAsync(file);
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("Cookie", await BenchPortal.SignInAsync(stage.Port));
        using var request = new HttpRequestMessage(HttpMethod.Get, stage.Address(Links.Media(recording.Id)));
        request.Headers.Range = new RangeHeaderValue(null, file.Length - cluster);
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await using var served = await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync();
        var sent = await SHA256.HashDataAsync(served);
        return (Convert.ToHexString(clusters) == Convert.ToHexString(sent) ? 0 : 1) + (recording.Sha256 == whole ? 0 : 1);
    }

    private static int FirstCluster(byte[] head) => head.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x1F, 0x43, 0xB6, 0x75]);
}

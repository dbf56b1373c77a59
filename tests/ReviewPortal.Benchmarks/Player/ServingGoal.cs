using ReviewPortal.Web.Ui;

namespace ReviewPortal.Benchmarks.Player;

/// <summary>G8: how long one small stretch takes under load. How much is served in all, the line `serving` measures, each server on a processor of its own.</summary>
internal static class ServingGoal
{
    private const int Stretch = 64 * 1024;
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(3);

    public static async Task<IReadOnlyList<GoalRow>> RunAsync(Stage stage, Sitting sitting, Asked asked)
    {
        var file = Path.Combine(sitting.Folder, "webcam.webm");
        var (port, length) = (Server.FreePort(), new FileInfo(file).Length);
        using var peer = await Server.StartAsync(port, pins: false, ["dotnet", Path.Combine(AppContext.BaseDirectory, "ReviewPortal.Benchmarks.dll"), "--peer", KestrelPeer.ResultsFile, file, $"http://127.0.0.1:{port}"]);
        var portal = new RangeLoad(stage.Port, Links.Media(stage.CaseOf(sitting).Recordings[0].Id), length) { Cookie = await BenchPortal.SignInAsync(stage.Port) };
        var plain = new RangeLoad(port, "/recording.webm", length);
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var repeat = -1; repeat < asked.Repeats; repeat++)
        {
            await portal.RunAsync(Stretch, Turn);
            await plain.RunAsync(Stretch, Turn);
            if (repeat < 0) continue;
            ours.Add(Samples.Percentile(portal.Took, 0.95));
            theirs.Add(Samples.Percentile(plain.Took, 0.95));
        }

        return [new("G8", "64 KiB of a sealed recording, 8 connections at once, p95", "ms", [.. ours], [.. theirs], 3, "beside it `Results.File` on a plain file instead of a naive page; throughput and processor time: the line `serving`")];
    }
}

using System.Diagnostics;
using ReviewPortal.Infrastructure.Import;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Benchmarks;

/// <summary>Taking in a recording (read, hash, look at, seal, flush: one pass) against copying it, hashing it and flushing the disk.</summary>
internal static class IngestLine
{
    public static async Task<IReadOnlyList<Row>> RunAsync(Asked asked)
    {
        var folder = Directory.CreateTempSubdirectory("bench");
        try
        {
            var delivery = await BenchPortal.DeliveryAsync(folder, asked.Bytes);
            var (ours, peer, memory) = (new List<double>(), new List<double>(), new List<double>());
            for (var repeat = -1; repeat < asked.Repeats; repeat++)
            {
                var (seconds, megabytes) = await TakeInAsync(folder.FullName, delivery);
                var copied = await CopyAsync(folder.FullName, delivery);
                if (repeat < 0) continue;
                ours.Add(seconds);
                memory.Add(megabytes);
                peer.Add(copied);
            }

            return
            [
                new($"ingest of {asked.Megabytes} MiB", "cp + openssl dgst + sync", "s", [.. ours], [.. peer], Smaller: true, 1.5, 1.1),
                new("memory while it lasts, beyond that before", "64 MiB", "MiB", [.. memory], [.. memory.Select(_ => 64.0)], Smaller: true, 1, null),
            ];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(double Seconds, double Megabytes)> TakeInAsync(string folder, string delivery)
    {
        var data = new DataFolder(Path.Combine(folder, "vault")).Create();
        var vault = new RecordingVault(data, new SealedStore(data), new RecordingKeys(data, new MasterKeys(data)), new ShredList(data));
        GC.Collect();
        await SyncAsync(folder);
        using var watch = new MemoryWatch();
        var start = Stopwatch.GetTimestamp();
        using (var receipts = await vault.BeginAsync(TimeProvider.System, default))
        {
            using var read = await new BundleReader(new BundleLimits()).ReadAsync(Incoming.At(delivery), (_, _) => Task.FromResult<Receipts?>(receipts), default) as Delivery
                ?? throw new InvalidOperationException("The delivery was refused");
            receipts.Admit();
        }

        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Directory.Delete(data.Root, recursive: true);
        return (seconds, watch.Megabytes);
    }

    private static async Task<double> CopyAsync(string folder, string delivery)
    {
        var copy = Path.Combine(folder, "copy");
        await SyncAsync(folder);
        var start = Stopwatch.GetTimestamp();
        await ShellAsync($"cp '{delivery}/webcam.webm' '{copy}' && openssl dgst -sha256 '{copy}' && sync -f '{copy}'");
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        File.Delete(copy);
        return seconds;
    }

    private static Task SyncAsync(string folder) => ShellAsync($"sync -f '{folder}'");

    private static async Task ShellAsync(string command)
    {
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", command]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        if (shell.ExitCode is not 0) throw new InvalidOperationException($"It failed: {command}");
    }

    /// <summary>The most memory of this process so far, looked at often.</summary>
    private sealed class MemoryWatch : IDisposable
    {
        private readonly long _before = Environment.WorkingSet;
        private readonly Timer _timer;
        private long _most;

        public MemoryWatch() => _timer = new Timer(_ => _most = Math.Max(_most, Environment.WorkingSet), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(20));

        public double Megabytes => Math.Max(0, _most - _before) / 1024.0 / 1024;

        public void Dispose() => _timer.Dispose();
    }
}

using System.Collections.Concurrent;
using System.IO.Pipelines;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Media.Caged;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>
/// Measures what was taken in, one recording at a time. Which ones wait, the database says: whoever is stopped halfway has kept nothing, and begins again.
/// </summary>
public sealed partial class MeasureRecordings(PortalDbs dbs, RecordingVault vault, DerivedFiles derived, Measurer measurer, MeasuringProgress progress, WatchingHere watching, ILogger<MeasureRecordings> log)
{
    private const int Stretch = 256 * 1024;

    // What cannot be read at rest is a matter for verify and a backup; after those the portal is started again.
    private readonly ConcurrentDictionary<Guid, bool> _leftAlone = [];

    /// <returns>False when nothing waits, or nothing can be measured on this machine.</returns>
    public async Task<bool> RunOneAsync(CancellationToken ct)
    {
        if (await NextAsync(ct) is not { } recording) return false;
        try
        {
            progress.Tell(recording.Id, 0);
            return await MeasureAsync(recording, ct);
        }
        catch (IOException unreadable) when (!FullDisk.Is(unreadable))
        {
            LogUnreadable(log, recording.Id, recording.File, unreadable);
            return _leftAlone.TryAdd(recording.Id, true);
        }
        finally
        {
            progress.End(recording.Id);
        }
    }

    // The newest first: somebody may be waiting for it.
    private async Task<Recording?> NextAsync(CancellationToken ct)
    {
        var leftAlone = _leftAlone.Keys.ToArray();
        await using var db = await dbs.LookAsync(ct);
        return await db.Recordings
            .Where(item => !leftAlone.Contains(item.Id) && !db.RecordingFacts.Any(facts => facts.Recording == item.Id && facts.Version == RecordingFacts.Newest))
            .OrderByDescending(item => item.Id).FirstOrDefaultAsync(ct);
    }

    private async Task<bool> MeasureAsync(Recording recording, CancellationToken ct)
    {
        if (await vault.IndexAsync(recording.Id, ct) is not { } index || await vault.OpenAsync(recording.Id, recording.Sha256, ct) is not { } opened)
            return _leftAlone.TryAdd(recording.Id, true);
        using (opened)
        {
            var source = new MediaSource(index.Container, opened.Length, Yielding(opened)) { Waits = WatchingHere.Longest };
            if (await measurer.RunAsync(recording.Id, source, index, share => progress.Tell(recording.Id, share), ct) is not { } measured) return false;
            await KeepAsync(recording.Id, DerivedFiles.Waveform, measured.Waveform, ct);
            await KeepAsync(recording.Id, DerivedFiles.Storyboard, measured.Storyboard, ct);
            await dbs.ChangeAsync(db => KeepAsync(db, measured.Facts, ct), ct);
            return true;
        }
    }

    // A program that is fed nothing stands still.
    private Func<long, long, PipeWriter, CancellationToken, Task> Yielding(VirtualRecording opened)
    {
        var nobodyWatches = watching.Waiting();
        return async (from, count, to, ct) =>
        {
            for (var end = from + count; from < end; from += Stretch)
            {
                await nobodyWatches(ct);
                await opened.CopyRangeAsync(from, Math.Min(Stretch, end - from), to, ct);
            }
        };
    }

    private async Task KeepAsync(Guid recording, string name, byte[]? bytes, CancellationToken ct)
    {
        if (bytes is null) return;
        using var stream = new MemoryStream(bytes);
        await derived.WriteAsync(recording, name, stream, ct);
    }

    private static async Task<bool> KeepAsync(PortalDb db, RecordingFacts facts, CancellationToken ct)
    {
        if (!await db.Recordings.AnyAsync(item => item.Id == facts.Recording, ct)) return false; // Destroyed in the meantime.
        await db.RecordingFacts.Where(item => item.Recording == facts.Recording).ExecuteDeleteAsync(ct);
        db.Add(facts);
        await db.SaveChangesAsync(ct);
        return true;
    }

    [LoggerMessage(LogLevel.Error, "Recording {Recording} ({File}) cannot be read at rest, and so not be measured; run verify")]
    private static partial void LogUnreadable(ILogger log, Guid recording, string file, Exception unreadable);
}

/// <summary>Measures in the background, as long as the portal serves. Where there is no ffmpeg it ends at once; pages say so.</summary>
internal sealed partial class MeasuringWorker(MeasureRecordings measure, Cage cage, TimeProvider clock, ILogger<MeasuringWorker> log) : BackgroundService
{
    // Another process may take something in: only the database knows.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(15), AfterFailure = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        if (!(await cage.StateAsync()).HasFfmpeg) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = Look;
            try
            {
                while (await measure.RunOneAsync(stoppingToken)) await Task.Yield();
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                // A full disk, say. Reviewing goes on without it.
                LogFailed(log, failed);
                wait = AfterFailure;
            }

            await Task.Delay(wait, clock, stoppingToken);
        }
    }

    [LoggerMessage(LogLevel.Error, "Measuring a recording failed; it is tried again in a few minutes")]
    private static partial void LogFailed(ILogger log, Exception failed);
}

using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Uploads;

namespace ReviewPortal.Web.Features.Recordings.Uploads;

/// <summary>At every start and every hour: unfinished uploads to which nothing came any more go, and so does what lies there without reason.</summary>
internal sealed partial class SweepUploads(PortalDbs dbs, UploadStore store, UploadLimits limits, UploadNews news, TimeProvider clock, ILogger<SweepUploads> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do await TryAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    public async Task RunAsync(CancellationToken ct)
    {
        // First what lies there, then what should: an upload that begins meanwhile is in the second list.
        var here = store.All().ToArray();
        var (open, expired) = await dbs.ChangeAsync(async db => (await ExpireAsync(db, ct), await OpenAsync(db, ct)), ct) is var (gone, left) ? (left, gone) : default;
        foreach (var upload in here.Where(upload => !open.Contains(upload))) await store.DestroyAsync(upload, ct);
        if (expired > 0) news.Tell();
    }

    private async Task TryAsync(CancellationToken ct)
    {
        try
        {
            await RunAsync(ct);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            LogFailed(log, failure);
        }
    }

    private async Task<int> ExpireAsync(PortalDb db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var expired = await db.Uploads.Where(item => item.State == UploadState.Arriving && item.ExpiresAt <= now).ToListAsync(ct);
        foreach (var upload in expired) upload.End(UploadState.Expired, [], now);
        var old = now - limits.KeepReports;
        db.RemoveRange(await db.Uploads.Where(item => item.EndedAt != null && item.EndedAt < old).ToListAsync(ct));
        await db.SaveChangesAsync(ct);
        return expired.Count;
    }

    private static async Task<HashSet<Guid>> OpenAsync(PortalDb db, CancellationToken ct) =>
        await db.Uploads.Where(item => item.State == UploadState.Arriving || item.State == UploadState.Checking).Select(item => item.Id).ToHashSetAsync(ct);

    [LoggerMessage(LogLevel.Error, "Uploads that came to nothing could not be cleared away; it is tried again in an hour")]
    private static partial void LogFailed(ILogger log, Exception failure);
}

using Microsoft.EntityFrameworkCore;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Web.Features.Review;

/// <summary>At every start and every hour: pictures that were taken away, by themselves or with their mark, are destroyed (AVG 5 lid 1 onder c and e).</summary>
internal sealed partial class SweepExhibits(PortalDbs dbs, ExhibitFiles files, TimeProvider clock, ILogger<SweepExhibits> log) : BackgroundService
{
    /// <summary>How long taking away can be undone, at the least.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Kept, clock);
        do await TryAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    public async Task RunAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - Kept;
        var gone = await dbs.ChangeAsync(
            async db =>
            {
                var removed = await db.Exhibits.Where(item => item.RemovedAt != null && item.RemovedAt < before).ToListAsync(ct);
                // The picture first: a row whose picture is gone is found again, a picture without a row is not.
                foreach (var exhibit in removed) files.Delete(exhibit.Recording, exhibit.Id);
                db.RemoveRange(removed);
                await db.SaveChangesAsync(ct);
                return removed.Count;
            },
            ct);
        if (gone > 0) LogGone(log, gone);
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

    [LoggerMessage(LogLevel.Information, "{Count} pictures that were taken away from their marks are destroyed")]
    private static partial void LogGone(ILogger log, int count);

    [LoggerMessage(LogLevel.Error, "Pictures that were taken away from their marks could not be destroyed; it is tried again in an hour")]
    private static partial void LogFailed(ILogger log, Exception failure);
}

using Microsoft.EntityFrameworkCore;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Vault;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Review;

/// <summary>At every start and every hour: pictures that were taken away, by themselves or with their mark, are destroyed (AVG 5 lid 1 onder c and e).</summary>
internal sealed partial class SweepExhibits(PortalDbs dbs, ExhibitFiles files, TimeProvider clock, ILogger<SweepExhibits> log) : HourlySweep(clock, log)
{
    /// <summary>How long taking away can be undone, at the least.</summary>
    public static readonly TimeSpan Kept = Often;

    public override async Task RunAsync(CancellationToken ct)
    {
        var before = Clock.GetUtcNow() - Kept;
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
        if (gone > 0) LogGone(Log, gone);
    }

    [LoggerMessage(LogLevel.Information, "{Count} pictures that were taken away from their marks are destroyed")]
    private static partial void LogGone(ILogger log, int count);
}

using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Infrastructure.Import.Stills;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>The screenshots that one delivery brought.</summary>
/// <param name="From">Seconds from the sitting's start, of the first.</param>
public sealed record StillStrip(Guid Track, string File, int Pictures, double From, double To, DateTimeOffset Start);

/// <summary>The screenshots of a sitting, a page at a time. It writes nothing.</summary>
public sealed class StillViews(PortalDbs dbs, StillFiles files)
{
    public const int PageSize = 24;

    public async Task<ImmutableArray<StillStrip>> OfAsync(SittingId sitting, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        var start = await db.Sittings.Where(item => item.Id == sitting).Select(item => item.Start).SingleAsync(ct);
        var tracks = await db.StillTracks.Where(track => db.SignalDeliveries.Any(item => item.Id == track.Delivery && item.Sitting == sitting)).ToListAsync(ct);
        return [.. tracks.OrderBy(track => track.First).Select(track => new StillStrip(track.Id, track.File, track.Pictures, (track.First - start).TotalSeconds, (track.Last - start).TotalSeconds, start))];
    }

    /// <returns>Null when they are damaged or gone.</returns>
    public async Task<IReadOnlyList<Still>?> PageAsync(Guid track, int skip, CancellationToken ct)
    {
        try
        {
            return await files.ListAsync(track, skip, PageSize, ct);
        }
        catch (DamagedRecordingException)
        {
            return null;
        }
    }
}

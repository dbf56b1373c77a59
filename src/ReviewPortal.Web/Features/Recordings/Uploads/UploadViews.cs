using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Recordings.Uploads;

/// <summary>An upload as it is at this moment.</summary>
/// <param name="Received">How many of its bytes are here; null when what came is damaged.</param>
/// <param name="WaitsForRoom">It is here whole, and the disk is too full to take it in.</param>
public sealed record UploadRow(Upload Upload, long? Received, bool WaitsForRoom)
{
    public UploadState State => Received is null ? UploadState.Failed : Upload.State;

    public ImmutableArray<UploadLine> Report => Received is null ? [UploadReport.Damaged] : WaitsForRoom ? [UploadReport.NoRoom] : Upload.Report;
}

/// <summary>What was sent in over HTTP, and what became of it. It writes nothing.</summary>
public sealed class UploadViews(PortalDbs dbs, ReceiveUpload receive)
{
    private const int Shown = 50;

    /// <summary>The latest first; none for whoever is no coordinator.</summary>
    public async Task<ImmutableArray<UploadRow>> ListAsync(PersonId by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        if (await db.PersonAsync(by, ct) is not { } actor || !actor.Is(Role.Coordinator)) return [];
        var uploads = await db.Uploads.Where(item => item.State != UploadState.Cancelled).OrderByDescending(item => item.CreatedAt).Take(Shown).ToListAsync(ct);
        return [.. uploads.Select(receive.Now)];
    }
}

using Microsoft.EntityFrameworkCore;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>At every start: does everything that was taken in still lie in the vault, with its key and as long as it was? Reads no recording.</summary>
internal sealed partial class Manifest(PortalDbs dbs, RecordingVault vault, ILogger<Manifest> log)
{
    /// <summary>Everything that has a row and so belongs in the vault: recordings, and tracks of screenshots.</summary>
    public async Task<HashSet<Guid>> CommittedAsync(CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        return await db.Recordings.Select(recording => recording.Id).Concat(db.StillTracks.Select(track => track.Id)).Concat(db.Attachments.Select(file => file.Id)).ToHashSetAsync(ct);
    }

    /// <returns>How many recordings are not whole.</returns>
    public async Task<int> CheckAsync(CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        var missing = 0;
        await foreach (var recording in db.Recordings.Select(item => new { item.Id, item.File, item.Bytes, item.Sitting }).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (vault.IsWhole(recording.Id, recording.Bytes)) continue;
            missing++;
            LogMissing(log, recording.Id, recording.File, recording.Sitting.Value);
        }

        await foreach (var track in db.StillTracks.Select(item => new { item.Id, item.File, item.Bytes, item.Delivery }).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (vault.IsWhole(track.Id, track.Bytes)) continue;
            missing++;
            LogStillsMissing(log, track.Id, track.File, track.Delivery);
        }

        return missing;
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "Recording {Recording} ({File}) of sitting {Sitting} is missing, incomplete or without its key: restore it from a backup and run verify")]
    private static partial void LogMissing(ILogger log, Guid recording, string file, Guid sitting);

    [LoggerMessage(Level = LogLevel.Critical, Message = "Screenshots {Track} ({File}) of delivery {Delivery} are missing, incomplete or without their key: restore them from a backup and run verify")]
    private static partial void LogStillsMissing(ILogger log, Guid track, string file, Guid delivery);
}

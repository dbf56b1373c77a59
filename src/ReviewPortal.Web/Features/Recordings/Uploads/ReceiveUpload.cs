using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Uploads;
using ReviewPortal.Web.Features.Recordings.Api;

namespace ReviewPortal.Web.Features.Recordings.Uploads;

/// <summary>Receives files part by part. Nothing of them is taken in before they are whole.</summary>
public sealed class ReceiveUpload(PortalDbs dbs, UploadStore store, UploadLimits limits, WaitingUploads queue, UploadNews news, TimeProvider clock)
{
    // Where it comes in, and sealed where it stays: the first is given back only when the second is whole.
    private const int Twice = 2;

    // Noted once an hour at most, not with every part.
    private static readonly TimeSpan Noted = TimeSpan.FromHours(1);

    public async Task<(Upload? Upload, UploadObjection? Why)> CreateAsync(NewUpload file, Sender by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(by);
        if (file.Bytes > limits.Bytes) return (null, UploadObjection.TooLarge);
        if (await ReceivedAsync(by, ct) is not { } received) return (null, UploadObjection.NotAllowed);
        var now = clock.GetUtcNow();
        var upload = new Upload
        {
            Id = Guid.CreateVersion7(now), File = file.File, Bytes = file.Bytes, Format = file.Format, Sitting = file.Sitting, Metadata = file.Metadata,
            Key = by.Key, Supplier = by.Supplier, Sender = by.Actor.Id, SenderName = by.Actor.Name, CreatedAt = now, ExpiresAt = now + limits.KeepUnfinished,
        };
        var objection = await dbs.ChangeAsync<UploadObjection?>(
            async db =>
            {
                if (!await MaySendAsync(db, by, ct)) return UploadObjection.NotAllowed;
                var open = await db.Uploads.Where(item => item.State == UploadState.Arriving || item.State == UploadState.Checking).ToListAsync(ct);
                if (open.Count(item => item.State is UploadState.Arriving && item.Sender == by.Actor.Id) >= limits.Unfinished) return UploadObjection.TooManyAtOnce;
                if (!store.HasRoomFor(open.Sum(item => Needs(item, received)) + Twice * file.Bytes)) return UploadObjection.DiskFull;
                db.Add(upload);
                await db.SaveChangesAsync(ct);
                return null;
            },
            ct);
        if (objection is not null) return (null, objection);
        try
        {
            await store.AddAsync(upload.Id, ct);
        }
        catch (IOException full) when (FullDisk.Is(full))
        {
            await UndoAsync(upload.Id);
            return (null, UploadObjection.DiskFull);
        }
        catch
        {
            await UndoAsync(upload.Id);
            throw;
        }

        if (upload.Bytes is 0) await CompleteAsync(upload.Id, ct);
        news.Tell();
        return (upload, null);
    }

    /// <returns>Null when there is none, or it is another sender's.</returns>
    public async Task<Upload?> FindAsync(Guid id, Sender by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        await using var db = await dbs.LookAsync(ct);
        if (await db.Uploads.FirstOrDefaultAsync(item => item.Id == id, ct) is not { } upload || !await MaySendAsync(db, by, ct)) return null;
        var own = upload.Key == by.Key && upload.Sender == by.Actor.Id;
        return own || (by.Supplier is not null && upload.Supplier == by.Supplier && by.May(KeyScope.Status)) ? upload : null;
    }

    /// <summary>How it is at this moment.</summary>
    public UploadRow Now(Upload upload)
    {
        ArgumentNullException.ThrowIfNull(upload);
        return new(upload, upload.State is UploadState.Arriving ? store.OffsetNow(upload.Id) : upload.Bytes, upload.State is UploadState.Checking && queue.IsForRoom(upload.Id));
    }

    public async Task<(PartAnswer Answer, long Offset)> AppendAsync(Upload upload, long offset, Stream body, PartChecksum? checksum, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(upload);
        // The last answer may have been lost on its way.
        if (upload.State is not UploadState.Arriving) return (offset == upload.Bytes ? PartAnswer.Received : PartAnswer.WrongOffset, upload.Bytes);
        if (store.OffsetNow(upload.Id) is null) return (PartAnswer.Damaged, offset);
        using var held = store.TryHold(upload.Id);
        if (held is null) return (PartAnswer.Busy, offset);
        if (store.Offset(upload.Id) is var come && come != offset) return (PartAnswer.WrongOffset, come);
        var (reached, end) = await store.AppendAsync(upload.Id, upload.Bytes, body, checksum, ct);
        // Whoever sent it may be gone; what is here is here.
        if (reached == upload.Bytes) await CompleteAsync(upload.Id, CancellationToken.None);
        else if (reached > offset) await ProlongAsync(upload, CancellationToken.None);
        return (end switch
        {
            PartEnd.Whole => PartAnswer.Received,
            PartEnd.TooMuch => PartAnswer.TooMuch,
            PartEnd.WrongChecksum => PartAnswer.WrongChecksum,
            PartEnd.DiskFull => PartAnswer.DiskFull,
            PartEnd.TooManyPieces => PartAnswer.TooManyPieces,
            _ => PartAnswer.Lost,
        }, reached);
    }

    /// <returns>False when it is too late, or a part of it is coming in.</returns>
    public async Task<bool> CancelAsync(Upload upload, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(upload);
        // Of what has no place nothing can come in; it is cancelled like any other.
        var hasPlace = store.HasPlace(upload.Id);
        using (var held = hasPlace ? store.TryHold(upload.Id) : null)
        {
            if ((hasPlace && held is null) || !await ChangeAsync(upload.Id, item => item.End(UploadState.Cancelled, [], clock.GetUtcNow()), ct)) return false;
        }

        await store.DestroyAsync(upload.Id, CancellationToken.None);
        news.Tell();
        return true;
    }

    // Before the gate is taken: after a start the last piece of each is read through, and nobody should wait for that.
    private async Task<Dictionary<Guid, long?>?> ReceivedAsync(Sender by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        if (!await MaySendAsync(db, by, ct)) return null;
        var arriving = await db.Uploads.Where(item => item.State == UploadState.Arriving).Select(item => item.Id).ToListAsync(ct);
        return arriving.ToDictionary(id => id, store.OffsetNow);
    }

    // What was announced a moment ago has not been looked at, and nothing of it is here; what is damaged grows no more.
    private static long Needs(Upload open, Dictionary<Guid, long?> received) => open.State is UploadState.Checking ? open.Bytes
        : !received.TryGetValue(open.Id, out var come) ? Twice * open.Bytes
        : come is null ? 0 : Twice * open.Bytes - come.Value;

    // Nobody has been told of it, so nobody could cancel it.
    private async Task UndoAsync(Guid id)
    {
        await dbs.ChangeAsync(
            async db =>
            {
                db.RemoveRange(await db.Uploads.Where(item => item.Id == id).ToListAsync(CancellationToken.None));
                return await db.SaveChangesAsync(CancellationToken.None);
            },
            CancellationToken.None);
        if (store.HasPlace(id)) await store.DestroyAsync(id, CancellationToken.None);
    }

    private async Task CompleteAsync(Guid id, CancellationToken ct)
    {
        if (!await ChangeAsync(id, item => item.Complete(), ct)) return;
        queue.Add(id);
        news.Tell();
    }

    private async Task ProlongAsync(Upload upload, CancellationToken ct)
    {
        var until = clock.GetUtcNow() + limits.KeepUnfinished;
        if (until - upload.ExpiresAt < Noted) return;
        await ChangeAsync(upload.Id, item => item.ExpiresAt = until, ct);
        upload.ExpiresAt = until;
    }

    private Task<bool> ChangeAsync(Guid id, Action<Upload> change, CancellationToken ct) => dbs.ChangeAsync(
        async db =>
        {
            if (await db.Uploads.FirstOrDefaultAsync(item => item.Id == id && item.State == UploadState.Arriving, ct) is not { } upload) return false;
            change(upload);
            await db.SaveChangesAsync(ct);
            return true;
        },
        ct);

    private static async Task<bool> MaySendAsync(PortalDb db, Sender by, CancellationToken ct) =>
        by.Key is not null || (await db.PersonAsync(by.Actor.Id, ct) is { } actor && actor.Is(Role.Coordinator));
}

using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Import;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Uploads;
using ReviewPortal.Web.Features.Recordings.Api;
using ReviewPortal.Web.Features.Recordings.Keys;

namespace ReviewPortal.Web.Features.Recordings.Uploads;

/// <summary>
/// Takes in what was sent, one file after the other, beside everything else: through the same door as a file on the command line, read from where it lies
/// sealed. What was under way when the server stopped is begun again.
/// </summary>
internal sealed partial class TakeInUploads(PortalDbs dbs, UploadStore store, WaitingUploads queue, TakeIn takeIn, SupplierKeys keys, UploadNews news, UploadLimits limits, TimeProvider clock, ILogger<TakeInUploads> log) : BackgroundService
{
    private const int MostAttempts = 3;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var looking = clock.CreateTimer(_ => queue.LookForRoom(), state: null, limits.LookForRoom, limits.LookForRoom);
        foreach (var left in await LeftAsync(stoppingToken)) queue.Add(left);
        await foreach (var upload in queue.AllAsync(stoppingToken)) await TakeInAsync(upload, stoppingToken);
    }

    // Killed between the last byte and the note that it was the last, an upload is whole and says that it is arriving.
    private async Task<ImmutableArray<Guid>> LeftAsync(CancellationToken ct)
    {
        var whole = await WholeAsync(ct);
        return await dbs.ChangeAsync<ImmutableArray<Guid>>(
            async db =>
            {
                var open = await db.Uploads.Where(item => item.State == UploadState.Arriving || item.State == UploadState.Checking).OrderBy(item => item.CreatedAt).ToListAsync(ct);
                foreach (var upload in open.Where(item => whole.Contains(item.Id))) upload.Complete();
                await db.SaveChangesAsync(ct);
                return [.. open.Where(item => item.State is UploadState.Checking).Select(item => item.Id)];
            },
            ct);
    }

    // Before the gate is taken: what was torn is read through.
    private async Task<HashSet<Guid>> WholeAsync(CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        var arriving = await db.Uploads.Where(item => item.State == UploadState.Arriving).ToListAsync(ct);
        return [.. arriving.Where(item => store.OffsetNow(item.Id) == item.Bytes).Select(item => item.Id)];
    }

    private async Task TakeInAsync(Guid id, CancellationToken ct)
    {
        var isBegun = false;
        try
        {
            if (!await HasRoomAsync(id, ct)) return;
            if (await BeginAsync(id, ct) is not { } upload) return;
            isBegun = true;
            var (state, report) = upload.Attempts > MostAttempts ? (UploadState.Failed, [UploadReport.Failed]) : await TriedAsync(upload, ct);
            await EndAsync(upload, state, report, ct);
            await store.DestroyAsync(id, ct);
            news.Tell();
        }
        catch (Exception stopped) when (ct.IsCancellationRequested)
        {
            LogStopped(log, id, stopped);
            if (isBegun) await UncountAsync(id);
            throw;
        }
        catch (Exception full) when (FullDisk.Is(full))
        {
            // It is here whole and stays so; it had its turn at a bad moment.
            if (isBegun) await UncountAsync(id);
            WaitForRoom(id, full);
        }
        catch (Exception failure)
        {
            // The next start tries again; the files after this one must not wait for that.
            LogFailed(log, id, failure);
        }
    }

    private async Task<(UploadState, ImmutableArray<UploadLine>)> TriedAsync(Upload upload, CancellationToken ct)
    {
        try
        {
            var results = await takeIn.RunAsync(new Incoming(upload.File, () => store.Open(upload.Id)) { Supplier = await keys.SupplierOfAsync(upload.Supplier, ct) }, upload.Format, upload.Sitting, Sender.ActorOf(upload), ct);
            return (UploadReport.StateOf(results), [.. results.SelectMany(result => UploadReport.Lines(upload.File, result))]);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested && !FullDisk.Is(failure))
        {
            LogFailed(log, upload.Id, failure);
            return (UploadState.Failed, [UploadReport.Failed]);
        }
    }

    // What is taken in lies there a second time until it ends; what must stay free for everything else is not used for it.
    private async Task<bool> HasRoomAsync(Guid id, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        var bytes = await db.Uploads.Where(item => item.Id == id && item.State == UploadState.Checking).Select(item => item.Bytes).FirstOrDefaultAsync(ct);
        if (store.HasRoomFor(bytes)) queue.HasRoom(id);
        else WaitForRoom(id, full: null);
        return !queue.IsForRoom(id);
    }

    private void WaitForRoom(Guid id, Exception? full)
    {
        if (!queue.IsForRoom(id)) LogFull(log, id, full);
        queue.AddForRoom(id);
        news.Tell();
    }

    // An attempt counts only when it may have been the file that ended it.
    private async Task UncountAsync(Guid id)
    {
        try
        {
            await dbs.ChangeAsync(
                async db =>
                {
                    if (await db.Uploads.FirstOrDefaultAsync(item => item.Id == id && item.Attempts > 0) is { } upload) upload.Attempts--;
                    return await db.SaveChangesAsync();
                },
                CancellationToken.None);
        }
        catch (Exception failure) when (failure is DbUpdateException or DbException or IOException or ObjectDisposedException)
        {
            LogFailed(log, id, failure); // On a full disk even this may not fit; then one attempt is lost.
        }
    }

    private Task<Upload?> BeginAsync(Guid id, CancellationToken ct) => dbs.ChangeAsync(
        async db =>
        {
            if (await db.Uploads.FirstOrDefaultAsync(item => item.Id == id && item.State == UploadState.Checking, ct) is not { } upload) return null;
            upload.Attempts++;
            await db.SaveChangesAsync(ct);
            return upload;
        },
        ct);

    private Task<bool> EndAsync(Upload known, UploadState state, ImmutableArray<UploadLine> report, CancellationToken ct) => dbs.ChangeAsync(
        async db =>
        {
            var now = clock.GetUtcNow();
            var upload = await db.Uploads.SingleAsync(item => item.Id == known.Id, ct);
            upload.End(state, report, now);
            await db.AuditAsync(Sender.ActorOf(upload), "upload.end", $"upload/{upload.Id}", new { upload.File, upload.Bytes, state }, now, ct);
            await db.SaveChangesAsync(ct);
            return true;
        },
        ct);

    [LoggerMessage(LogLevel.Error, "The disk is full: upload {Upload} has arrived and waits until there is room to take it in")]
    private static partial void LogFull(ILogger log, Guid upload, Exception? full);

    [LoggerMessage(LogLevel.Information, "Upload {Upload} was being taken in when the portal stopped; the next start does so")]
    private static partial void LogStopped(ILogger log, Guid upload, Exception stopped);

    [LoggerMessage(LogLevel.Error, "Upload {Upload} could not be taken in")]
    private static partial void LogFailed(ILogger log, Guid upload, Exception failure);
}

using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Writing;
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
internal sealed partial class TakeInUploads(PortalDbs dbs, UploadStore store, WaitingUploads queue, TakeIn takeIn, SupplierKeys keys, UploadNews news, TimeProvider clock, ILogger<TakeInUploads> log) : BackgroundService
{
    private const int MostAttempts = 3;
    private static readonly Texts All = new(typeof(UploadTexts));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var left in await LeftAsync(stoppingToken)) queue.Add(left);
        await foreach (var upload in queue.AllAsync(stoppingToken)) await TakeInAsync(upload, stoppingToken);
    }

    // Killed between the last byte and the note that it was the last, an upload is whole and says that it is arriving.
    private Task<ImmutableArray<Guid>> LeftAsync(CancellationToken ct) => dbs.ChangeAsync<ImmutableArray<Guid>>(
        async db =>
        {
            var open = await db.Uploads.Where(item => item.State == UploadState.Arriving || item.State == UploadState.Checking).OrderBy(item => item.CreatedAt).ToListAsync(ct);
            foreach (var upload in open.Where(item => item.State is UploadState.Arriving && store.Has(item.Id) && IsWhole(item))) upload.Complete();
            await db.SaveChangesAsync(ct);
            return [.. open.Where(item => item.State is UploadState.Checking).Select(item => item.Id)];
        },
        ct);

    private bool IsWhole(Upload upload)
    {
        try
        {
            return store.OffsetNow(upload.Id) == upload.Bytes;
        }
        catch (IOException damaged)
        {
            LogFailed(log, upload.Id, damaged);
            return false;
        }
    }

    private async Task TakeInAsync(Guid id, CancellationToken ct)
    {
        try
        {
            if (await BeginAsync(id, ct) is not { } upload) return;
            var (state, report) = upload.Attempts > MostAttempts ? (UploadState.Failed, Failed()) : await TriedAsync(upload, ct);
            await EndAsync(upload, state, report, ct);
            await store.DestroyAsync(id, ct);
            news.Tell();
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
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
            return (results.Any(result => result.IsRefused) ? UploadState.Refused : UploadState.TakenIn, [.. results.SelectMany(result => UploadReport.Lines(upload.File, result))]);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            LogFailed(log, upload.Id, failure);
            return (UploadState.Failed, Failed());
        }
    }

    private static ImmutableArray<UploadLine> Failed() => [new UploadLine(IsRefused: true, All["Failed.Sentence", Language.Dutch], All["Failed.Sentence", Language.English], Case: null)];

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

    [LoggerMessage(LogLevel.Error, "Upload {Upload} could not be taken in")]
    private static partial void LogFailed(ILogger log, Guid upload, Exception failure);
}

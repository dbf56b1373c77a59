using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Import;
using ReviewPortal.Infrastructure.Import.Suppliers;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>Why nothing was done with a delivery in quarantine.</summary>
public enum QuarantineObjection
{
    /// <summary>Only the coordinator does this.</summary>
    NotYours,

    /// <summary>There is none, or somebody dealt with it meanwhile.</summary>
    NotWaiting,

    NoReason,

    /// <summary>What lies there is not what was sealed.</summary>
    Damaged,
}

/// <param name="Results">What taking it in said; empty when that was not tried.</param>
public sealed record QuarantineAnswer(QuarantineObjection? Objection, ImmutableArray<ImportResult> Results)
{
    public static QuarantineAnswer No(QuarantineObjection objection) => new(objection, []);
}

/// <summary>
/// Takes deliveries in quarantine in after all, once what was missing has been registered, and destroys them: by hand with a reason, or when their time
/// is over. Each way out is in the audit log with the hash of what it was.
/// </summary>
public sealed partial class Quarantine(
    PortalDbs dbs, QuarantineFolder folder, Gate gate, ImportDelivery bundles, TakeInSignals signals, TakeInStills stills, SupplierReader reader, DeliveryReports reports, TimeProvider clock, ILogger<Quarantine> log) : IDisposable
{
    // Nobody pressed a button: the rule itself acted.
    private static readonly Actor Rule = new(new PersonId(Guid.Empty), "quarantaine", "", []);

    // One delivery at a time: there may be gigabytes in it.
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>The coordinator tries one. What still lacks something stays, and the answer says what.</summary>
    public async Task<QuarantineAnswer> ReleaseAsync(Guid id, PersonId by, CancellationToken ct)
    {
        await using (var db = await dbs.LookAsync(ct))
        {
            if (await db.PersonAsync(by, ct) is not { } actor || !actor.Is(Role.Coordinator)) return QuarantineAnswer.No(QuarantineObjection.NotYours);
            return await TakeInAsync(id, actor, ct);
        }
    }

    /// <summary>Takes in everything that lacks nothing any more; tried when an agreement or a retention rule was registered.</summary>
    public async Task<ImmutableArray<(string Name, ImmutableArray<ImportResult> Results)>> ReleaseAllAsync(CancellationToken ct)
    {
        var tried = ImmutableArray.CreateBuilder<(string, ImmutableArray<ImportResult>)>();
        foreach (var waiting in await FreeAsync(ct))
        {
            try
            {
                var answer = await TakeInAsync(waiting.Id, Rule, ct);
                if (answer.Objection is QuarantineObjection.Damaged) LogDamaged(log, waiting.Id);
                if (!answer.Results.IsEmpty) tried.Add((waiting.Name, answer.Results));
            }
            catch (IOException failure)
            {
                // A full disk, say. The others get their turn, and this one again.
                LogFailed(log, waiting.Id, failure);
            }
        }

        return tried.DrainToImmutable();
    }

    public async Task<QuarantineAnswer> DestroyAsync(Guid id, string reason, PersonId by, CancellationToken ct)
    {
        Actor? actor;
        await using (var db = await dbs.LookAsync(ct)) actor = await db.PersonAsync(by, ct);
        if (actor?.Is(Role.Coordinator) is not true) return QuarantineAnswer.No(QuarantineObjection.NotYours);
        if (Inked.IsEmpty(reason)) return QuarantineAnswer.No(QuarantineObjection.NoReason);
        return await EndAloneAsync(id, QuarantineEnd.Destroyed, reason, actor, ct) ? new QuarantineAnswer(null, []) : QuarantineAnswer.No(QuarantineObjection.NotWaiting);
    }

    /// <summary>Destroys those of which the time is over.</summary>
    public async Task<int> ExpireAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        Guid[] over;
        await using (var db = await dbs.LookAsync(ct)) over = await db.QuarantinedDeliveries.Where(item => item.EndedAt == null && item.KeepUntil <= now).Select(item => item.Id).ToArrayAsync(ct);
        var ended = 0;
        foreach (var id in over) ended += await EndAloneAsync(id, QuarantineEnd.Expired, null, Rule, ct) ? 1 : 0;
        return ended;
    }

    /// <summary>At a start: what a stopped process left without a row goes.</summary>
    public Task SweepAsync(CancellationToken ct) => folder.SweepAsync(async () =>
    {
        await using var db = await dbs.LookAsync(ct);
        return await db.QuarantinedDeliveries.Where(item => item.EndedAt == null).Select(item => item.Id).ToHashSetAsync(ct);
    });

    public void Dispose() => _one.Dispose();

    private async Task<IReadOnlyList<(Guid Id, string Name)>> FreeAsync(CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        var free = new List<(Guid, string)>();
        foreach (var waiting in await db.QuarantinedDeliveries.Where(item => item.EndedAt == null).OrderBy(item => item.ReceivedAt).ToListAsync(ct))
        {
            if ((await gate.LacksAsync(db, waiting, ct)).Needs.IsEmpty) free.Add((waiting.Id, waiting.Name));
        }

        return free;
    }

    private async Task<QuarantineAnswer> TakeInAsync(Guid id, Actor by, CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            QuarantinedDelivery? waiting;
            await using (var db = await dbs.LookAsync(ct)) waiting = await db.QuarantinedDeliveries.FirstOrDefaultAsync(item => item.Id == id && item.EndedAt == null, ct);
            if (waiting is null) return QuarantineAnswer.No(QuarantineObjection.NotWaiting);
            if (await ReadAsync(waiting, ct) is not { IsDefault: false } results) return QuarantineAnswer.No(QuarantineObjection.Damaged);
            await reports.KeepAsync(waiting.Name, results, by, ct);
            // Stopped here, the next try finds it taken in already, and ends its stay then.
            if (!results.Any(result => result.IsRefused)) await EndAsync(id, QuarantineEnd.Released, null, by, ct);
            return new QuarantineAnswer(null, results);
        }
        finally
        {
            _one.Release();
        }
    }

    // Through the same gate as when it came, in the name of whoever delivered it.
    private async Task<ImmutableArray<ImportResult>> ReadAsync(QuarantinedDelivery waiting, CancellationToken ct)
    {
        var sender = new Actor(waiting.ReceivedBy, waiting.ReceivedByName, "", [Role.Coordinator]);
        try
        {
            if (!folder.Has(waiting.Id)) return default;
            var packed = new Incoming(waiting.Name, Open) { Supplier = waiting.Supplier };
            if (waiting.Format is null) return Sound([await bundles.RunAsync(packed, sender, ct)]);
            var sitting = waiting.SittingNamed is { } named ? SittingId.Parse(named) : null;
            if (waiting.Format is TakeInStills.Format) return await stills.RunAsync(packed, sitting, sender, ct) is { } pictures ? Sound(pictures) : default;
            await using var file = Open();
            var bytes = new byte[file.Length];
            await file.ReadExactlyAsync(bytes, ct);
            // Its signature was checked when it came.
            var read = reader.Read(bytes, waiting.Name, SupplierFormats.Named(waiting.Format), kept: true);
            return Sound(await signals.RunAsync(read, waiting.Name, waiting.Supplier, sitting, sender, ct));
        }
        catch (DamagedRecordingException)
        {
            return default;
        }

        Stream Open() => folder.Open(waiting.Id) ?? throw new FileNotFoundException(waiting.Name);
    }

    // It was well formed when it came.
    private static ImmutableArray<ImportResult> Sound(ImmutableArray<ImportResult> results) => results.Any(result => result is NotTakenIn) ? default : results;

    // Not while it is being taken in: what was destroyed with a reason must not turn up among the cases.
    private async Task<bool> EndAloneAsync(Guid id, QuarantineEnd how, string? reason, Actor by, CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            return await EndAsync(id, how, reason, by, ct);
        }
        finally
        {
            _one.Release();
        }
    }

    // The row first: what it stood for is destroyed when it stands there no more, and by the sweep if this stops in between.
    private async Task<bool> EndAsync(Guid id, QuarantineEnd how, string? reason, Actor by, CancellationToken ct)
    {
        var ended = await dbs.ChangeAsync(async db =>
        {
            if (await db.QuarantinedDeliveries.FirstOrDefaultAsync(item => item.Id == id && item.EndedAt == null, ct) is not { } entry) return false;
            var now = clock.GetUtcNow();
            entry.End(how, reason, by, now);
            await db.AuditAsync(by, how switch
            {
                QuarantineEnd.Released => "quarantine.release",
                QuarantineEnd.Destroyed => "quarantine.destroy",
                _ => "quarantine.expire",
            }, $"quarantine/{id}", new { entry.Supplier, exam = entry.ExamCode, entry.Sha256, packed = entry.PackedSha256, entry.Bytes, reason }, now, ct);
            await db.SaveChangesAsync(ct);
            return true;
        }, ct);
        if (ended) await folder.DestroyAsync(id, ct);
        return ended;
    }

    [LoggerMessage(LogLevel.Critical, "Delivery {Id} in quarantine is damaged or without its key: ask its sender to deliver it again")]
    private static partial void LogDamaged(ILogger log, Guid id);

    [LoggerMessage(LogLevel.Error, "Delivery {Id} in quarantine could not be taken in; it is tried again")]
    private static partial void LogFailed(ILogger log, Guid id, Exception failure);
}

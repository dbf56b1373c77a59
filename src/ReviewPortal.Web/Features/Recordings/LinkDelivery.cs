using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Import.Suppliers;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>Why a delivery that waits was not linked or laid aside.</summary>
public enum DeliveryObjection
{
    /// <summary>Only the coordinator does this.</summary>
    NotYours,

    /// <summary>There is none, or somebody dealt with it meanwhile.</summary>
    NotWaiting,

    NoSitting,

    NoReason,
}

public sealed record NotLinked(DeliveryObjection Why) : ImportResult;

/// <summary>It was laid aside and is kept.</summary>
public sealed record LaidAside : ImportResult;

/// <summary>The coordinator links a delivery that found no sitting by itself, or lays it aside with a reason.</summary>
public sealed class LinkDelivery(PortalDbs dbs, SupplierReader reader, CaseNews news, TimeProvider clock)
{
    public async Task<ImportResult> RunAsync(Guid id, SittingId sitting, PersonId by, CancellationToken ct)
    {
        var result = await ChangeAsync(id, by, async (db, delivery, actor) =>
        {
            if (!await db.CasesFor(actor).AnyAsync(item => item.Sitting == sitting, ct)) return new NotLinked(DeliveryObjection.NoSitting);
            return reader.Again(delivery) is { } report ? await SignalLink.KeepAsync(db, delivery, report, sitting, actor, clock.GetUtcNow(), ct) : new NotLinked(DeliveryObjection.NotWaiting);
        }, ct);
        if (result is SignalsTakenIn { Added: > 0 } taken) news.Tell(taken.Id);
        return result;
    }

    public Task<ImportResult> DiscardAsync(Guid id, string reason, PersonId by, CancellationToken ct) => ChangeAsync(id, by, async (db, delivery, actor) =>
    {
        if (Inked.IsEmpty(reason)) return new NotLinked(DeliveryObjection.NoReason);
        var now = clock.GetUtcNow();
        delivery.Discard(reason, actor, now);
        await db.AuditAsync(actor, "delivery.discard", $"delivery/{delivery.Id}", new { delivery.Format, delivery.Sha256, delivery.Names, delivery.DiscardReason }, now, ct);
        return new LaidAside();
    }, ct);

    private Task<ImportResult> ChangeAsync(Guid id, PersonId by, Func<PortalDb, SignalDelivery, Actor, Task<ImportResult>> change, CancellationToken ct) => dbs.ChangeAsync(
        async db =>
        {
            if (await db.PersonAsync(by, ct) is not { } actor || !actor.Is(Role.Coordinator)) return new NotLinked(DeliveryObjection.NotYours);
            if (await db.SignalDeliveries.FirstOrDefaultAsync(item => item.Id == id, ct) is not { Waits: true } delivery) return new NotLinked(DeliveryObjection.NotWaiting);
            var result = await change(db, delivery, actor);
            await db.SaveChangesAsync(ct);
            return result;
        },
        ct);
}

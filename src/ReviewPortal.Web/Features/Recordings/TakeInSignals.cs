using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Import;
using ReviewPortal.Infrastructure.Import.Suppliers;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>A supplier's report found its sitting.</summary>
/// <param name="Known">How many of its signals were there before.</param>
/// <param name="Refused">Those that cannot belong to the sitting, one by one.</param>
/// <param name="CameLate">Nobody reviews this sitting any more: the signals are kept with the delivery only.</param>
public sealed record SignalsTakenIn(CaseNumber Case, CaseId Id, string Supplier, int Added, int Known, ImmutableArray<DeliveryRefusal> Refused, bool CameLate) : ImportResult;

/// <summary>The same bytes were taken in before; nothing changed.</summary>
public sealed record SignalsThere(CaseNumber Case) : ImportResult;

/// <summary>It names no sitting that is here, and waits for a person to link it.</summary>
/// <param name="Again">It was waiting already.</param>
public sealed record SignalsWait(string Supplier, ImmutableArray<string> Names, bool Again) : ImportResult;

/// <summary>The same bytes were laid aside by a person before.</summary>
public sealed record SignalsDiscarded(string Reason) : ImportResult;

/// <summary>There is no such sitting.</summary>
public sealed record NoSitting(string Named) : ImportResult;

/// <summary>A file about several sittings cannot be linked to one.</summary>
public sealed record SeveralSittings(int Count) : ImportResult;

/// <summary>Takes in what other systems noticed during sittings: questions for a reviewer, which move nothing (AP-INBR-3, I11).</summary>
public sealed class TakeInSignals(PortalDbs dbs, SupplierReader reader, Gate gate, CaseNews news, TimeProvider clock)
{
    /// <param name="sitting">Where a person says it belongs; otherwise the identities in it say so.</param>
    /// <returns>What became of each report in the file.</returns>
    public Task<ImmutableArray<ImportResult>> RunAsync(string path, SupplierFormat? format, SittingId? sitting, Actor by, CancellationToken ct) => RunAsync(Incoming.At(path), format, sitting, by, ct);

    /// <inheritdoc cref="RunAsync(string, SupplierFormat?, SittingId?, Actor, CancellationToken)"/>
    public async Task<ImmutableArray<ImportResult>> RunAsync(Incoming incoming, SupplierFormat? format, SittingId? sitting, Actor by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(incoming);
        return await RunAsync(await reader.ReadAsync(incoming, format, ct), incoming.Name, incoming.Supplier, sitting, by, ct);
    }

    /// <summary>One that has been read.</summary>
    /// <param name="supplier">With whose key it came; otherwise its format says whose it is.</param>
    public async Task<ImmutableArray<ImportResult>> RunAsync(DeliveryResult read, string file, string? supplier, SittingId? sitting, Actor by, CancellationToken ct)
    {
        switch (read)
        {
            case DeliveryRefusal refusal:
                return [new NotTakenIn(refusal)];
            case SupplierDelivery { Reports.Length: > 1 } several when sitting is not null:
                return [new SeveralSittings(several.Reports.Length)];
            case SupplierDelivery delivery:
                if (!await IsKnownAsync(delivery, ct) && await gate.HoldAsync(delivery, file, supplier, sitting, by, ct) is { } held) return [held];
                var results = await dbs.ChangeAsync(db => KeepAsync(db, delivery, file, sitting, by, ct), ct);
                foreach (var taken in results.OfType<SignalsTakenIn>().Where(taken => taken.Added > 0)) news.Tell(taken.Id);
                return results;
            default:
                throw new InvalidOperationException("A delivery is read or refused");
        }
    }

    // What is here already is not taken in again, whatever has ended since.
    private async Task<bool> IsKnownAsync(SupplierDelivery delivery, CancellationToken ct)
    {
        var hashes = delivery.Reports.Select(report => report.Sha256).Distinct().ToArray();
        await using var db = await dbs.LookAsync(ct);
        return await db.SignalDeliveries.CountAsync(item => hashes.Contains(item.Sha256), ct) == hashes.Length;
    }

    private async Task<ImmutableArray<ImportResult>> KeepAsync(PortalDb db, SupplierDelivery delivery, string file, SittingId? sitting, Actor by, CancellationToken ct)
    {
        if (sitting is { } named && !await db.Sittings.AnyAsync(item => item.Id == named, ct)) return [new NoSitting(named.ToString())];
        var results = ImmutableArray.CreateBuilder<ImportResult>();
        foreach (var report in delivery.Reports)
        {
            results.Add(await KeepAsync(db, report, file, sitting, by, ct));
            await db.SaveChangesAsync(ct); // The next report may say the same.
        }

        return results.DrainToImmutable();
    }

    private async Task<ImportResult> KeepAsync(PortalDb db, SupplierReport report, string file, SittingId? named, Actor by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var known = await db.SignalDeliveries.FirstOrDefaultAsync(item => item.Sha256 == report.Sha256, ct);
        if (known is { DiscardReason: { } reason }) return new SignalsDiscarded(reason);
        if (known is { Sitting: { } linked }) return new SignalsThere(await db.Cases.Where(item => item.Sitting == linked).Select(item => item.Number).SingleAsync(ct));

        var delivery = known ?? Received(report, file, by, now);
        if (known is null) db.Add(delivery);
        if ((named ?? await SignalLink.FindAsync(db, report, ct)) is { } found) return await SignalLink.KeepAsync(db, delivery, report, found, by, now, ct);

        if (known is null) await db.AuditAsync(by, "delivery.wait", $"delivery/{delivery.Id}", new { delivery.Format, delivery.Sha256, delivery.Names }, now, ct);
        return new SignalsWait(report.Supplier, delivery.Names, Again: known is not null);
    }

    private static SignalDelivery Received(SupplierReport report, string file, Actor by, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Format = report.Format.Name(),
        Supplier = report.Supplier,
        File = file,
        Sha256 = report.Sha256,
        Bytes = report.Content.Length,
        Content = report.Content.ToArray(),
        Names = [.. report.Ids.Select(id => id.ToString())],
        ReceivedBy = by.Id,
        ReceivedByName = by.Name,
        ReceivedAt = now,
    };
}

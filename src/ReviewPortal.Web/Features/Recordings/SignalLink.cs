using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Import;
using ReviewPortal.Infrastructure.Import.Suppliers;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>Puts the signals of a delivery with their sitting. What is there stays as it is: only what is new is added, and an answered signal never changes.</summary>
internal static class SignalLink
{
    // Clocks of supplier and server differ a little.
    internal const double Tolerance = 60;

    // While somebody reviews, or will.
    internal static readonly CaseState[] Open = [CaseState.Imported, CaseState.InReview, CaseState.SecondReview];

    public static async Task<SignalsTakenIn> KeepAsync(PortalDb db, SignalDelivery delivery, SupplierReport report, SittingId id, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        var sitting = await db.Sittings.AsNoTracking().SingleAsync(item => item.Id == id, ct);
        var @case = await db.Cases.AsNoTracking().SingleAsync(item => item.Sitting == id, ct);
        var (placed, refused) = Placed(report, sitting, delivery.File);
        var there = (await db.Signals.Where(item => item.Sitting == id && item.SameAs != null).Select(item => item.SameAs!).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        var added = WithSameAs(report.Format, placed).Where(pair => !there.Contains(pair.SameAs)).ToArray();
        var late = !Open.Contains(@case.State);
        if (!late) db.AddRange(added.Select(pair => ToSignal(pair.Signal, pair.SameAs, delivery, sitting)));

        delivery.Link(id, by, now, late ? 0 : added.Length, late);
        await db.AuditAsync(
            by, "delivery.link", $"delivery/{delivery.Id}",
            new { @case = @case.Number.ToString(), sitting = id.ToString(), delivery.Format, delivery.Sha256, delivery.Added, known = placed.Length - added.Length, refused = refused.Length, late }, now, ct);
        return new SignalsTakenIn(@case.Number, @case.Id, delivery.Supplier, delivery.Added, placed.Length - added.Length, refused, late);
    }

    /// <summary>The sitting that a report names. Identities that point to two sittings point to none: a person must look.</summary>
    public static async Task<SittingId?> FindAsync(PortalDb db, SupplierReport report, CancellationToken ct)
    {
        var ids = report.Ids.Select(id => (System: ExternalId.Small(id.System), Key: ExternalId.Small(id.Value))).ToHashSet();
        var keys = ids.Select(id => id.Key).ToArray();
        var found = await db.ExternalIds.AsNoTracking().Where(item => keys.Contains(item.Key)).ToListAsync(ct);
        return found.Where(item => ids.Contains((item.System, item.Key))).Select(item => item.Sitting).Distinct().ToArray() is [var sitting] ? sitting : null;
    }

    /// <summary>A sitting has come for which reports were waiting already.</summary>
    /// <returns>How many were linked.</returns>
    public static async Task<int> WaitingAsync(PortalDb db, SupplierReader reader, SittingId sitting, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        var ids = (await db.ExternalIds.Where(item => item.Sitting == sitting).ToListAsync(ct)).Select(item => $"{item.System}: {item.Key}").ToHashSet(StringComparer.Ordinal);
        if (ids.Count is 0) return 0;
        // Their names first: the bytes of one may be megabytes.
        var waiting = await db.SignalDeliveries.Where(item => item.Sitting == null && item.DiscardedAt == null).OrderBy(item => item.ReceivedAt).Select(item => new { item.Id, item.Names }).ToListAsync(ct);
        var linked = 0;
        foreach (var item in waiting.Where(item => item.Names.Any(name => ids.Contains(ExternalId.Small(name)))))
        {
            var delivery = await db.SignalDeliveries.SingleAsync(found => found.Id == item.Id, ct);
            if (reader.Again(delivery) is not { } report || await FindAsync(db, report, ct) != sitting) continue;
            await KeepAsync(db, delivery, report, sitting, by, now, ct);
            await db.SaveChangesAsync(ct); // The next may say the same.
            linked++;
        }

        return linked;
    }

    /// <summary>The signals that fall within the sitting, and a sentence about each that does not.</summary>
    public static (ImmutableArray<SupplierSignal> Placed, ImmutableArray<DeliveryRefusal> Refused) Placed(SupplierReport report, Sitting sitting, string file)
    {
        var inside = report.Signals.ToLookup(signal => signal.At(sitting) is >= -Tolerance and var at && at <= sitting.Seconds + Tolerance);
        return ([.. inside[true]], [.. report.Refused, .. inside[false].Select(signal => new DeliveryRefusal(RefusalReason.OutsideTheSitting, file, signal.Line, [signal.Place, When(signal)]))]);
    }

    private static string When(SupplierSignal signal) => signal.Moment is { } moment
        ? moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{signal.Seconds ?? 0:0.###} s");

    // The same thing said twice in one delivery is two signals; said again in the next delivery it is none.
    private static IEnumerable<(SupplierSignal Signal, string SameAs)> WithSameAs(SupplierFormat format, ImmutableArray<SupplierSignal> signals) =>
        signals.Select(signal => (Signal: signal, Said: string.Create(CultureInfo.InvariantCulture, $"{format}\n{signal.Moment?.UtcTicks}\n{signal.Seconds:R}\n{signal.Kind}\n{signal.Weight:R}\n{signal.Text}\n{signal.Particulars}")))
            .GroupBy(pair => pair.Said, StringComparer.Ordinal)
            .SelectMany(same => same.Select((pair, times) => (pair.Signal, Hash($"{same.Key}\n{times}"))));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))[..16]);

    private static Signal ToSignal(SupplierSignal signal, string sameAs, SignalDelivery delivery, Sitting sitting) => ToSignal(signal, sameAs, delivery, sitting, SignalPlace.In(signal.Data));

    private static Signal ToSignal(SupplierSignal signal, string sameAs, SignalDelivery delivery, Sitting sitting, SignalPlace place) => new()
    {
        Sitting = sitting.Id,
        At = signal.At(sitting),
        Source = signal.Source,
        Kind = signal.Kind,
        Text = signal.Text,
        Weight = signal.Weight,
        Data = signal.Data,
        Site = place.Site,
        Application = place.Application,
        Delivery = delivery.Id,
        SameAs = sameAs,
    };
}

using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Retention;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Import;
using ReviewPortal.Infrastructure.Import.Stills;
using ReviewPortal.Infrastructure.Import.Suppliers;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>What must be there before a delivery comes in.</summary>
public enum GateNeed
{
    /// <summary>A processing agreement in force with its supplier (AVG 28 lid 3; AP-VWO-1).</summary>
    Agreement,

    /// <summary>A retention rule for its exam (AVG 5 lid 1 onder e; KV-BEW-1).</summary>
    RetentionRule,
}

/// <param name="Exam">Its code; null for signals, which come to a sitting that is here already.</param>
public sealed record GateLack(string Supplier, string? Exam, ImmutableArray<GateNeed> Needs);

/// <summary>It may not come in yet and is kept sealed.</summary>
/// <param name="Again">It was there already; nothing changed.</param>
public sealed record Quarantined(GateLack Lack, DateTimeOffset KeepUntil, bool Again) : ImportResult;

/// <summary>It may not come in yet, and there is no room to keep it.</summary>
public sealed record QuarantineFull(GateLack Lack, long MostBytes) : ImportResult;

/// <param name="Days">How long a delivery stays in quarantine.</param>
/// <param name="MostBytes">Of all deliveries in quarantine together.</param>
public sealed record GateSettings(int Days, long MostBytes);

/// <summary>
/// Asked for everything that is delivered, by whichever way, once it has been read whole: what is malformed is the sender's to mend and is not kept.
/// What is good and lacks an agreement or a retention rule goes to quarantine.
/// </summary>
public sealed class Gate(PortalDbs dbs, QuarantineFolder folder, GateSettings settings, TimeProvider clock)
{
    /// <returns>Null when it may come in.</returns>
    public Task<ImportResult?> HoldAsync(Delivery delivery, string name, Actor by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        var arriving = new Arriving(name, _ => Task.FromResult(delivery.ManifestSha256), delivery.Recorder.Name, delivery.Bytes, delivery.PackAsync)
        {
            Exam = new ArrivingExam(delivery.Exam.Code, delivery.Exam.Course, delivery.Exam.Faculty, Amsterdam.DateOf(delivery.Start)),
        };
        return HoldAsync(arriving, by, ct);
    }

    /// <returns>Null when it may come in.</returns>
    public Task<ImportResult?> HoldAsync(SupplierDelivery delivery, string file, string? supplier, SittingId? sitting, Actor by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        if (delivery.Reports.IsEmpty) return Task.FromResult<ImportResult?>(null);
        var format = delivery.Reports[0].Format;
        var arriving = new Arriving(file, _ => Task.FromResult(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(delivery.Content.Span))), supplier ?? format.Supplier(), delivery.Content.Length, (into, stop) => into.WriteAsync(delivery.Content, stop).AsTask())
        {
            Format = format.Name(),
            SittingNamed = sitting?.ToString(),
        };
        return HoldAsync(arriving, by, ct);
    }

    /// <summary>Screenshots with their pictures; what is said about them alone would be no whole delivery.</summary>
    /// <param name="format">By which quarantine knows how to read it again.</param>
    /// <returns>Null when it may come in.</returns>
    internal Task<ImportResult?> HoldAsync(StillDelivery delivery, string format, string file, string? supplier, SittingId? sitting, Actor by, CancellationToken ct) =>
        HoldAsync(new Arriving(file, delivery.HashAsync, supplier ?? SupplierFormat.Seb.Supplier(), delivery.Bytes, delivery.PackAsync) { Format = format, SittingNamed = sitting?.ToString() }, by, ct);

    /// <summary>What is still missing for something that waits in quarantine.</summary>
    internal async Task<GateLack> LacksAsync(PortalDb db, QuarantinedDelivery waiting, CancellationToken ct) => await LacksAsync(
        db, waiting.Supplier, waiting.ExamCode is null ? null : new ArrivingExam(waiting.ExamCode, waiting.Course ?? "", waiting.Faculty ?? "", waiting.SatOn ?? DateOnly.MinValue), ct);

    private async Task<GateLack> LacksAsync(PortalDb db, string supplier, ArrivingExam? exam, CancellationToken ct)
    {
        var (today, key) = (Amsterdam.DateOf(clock.GetUtcNow()), Supplier.KeyOf(supplier));
        var agreements = await db.ProcessingAgreements.AsNoTracking().Where(item => db.Suppliers.Any(known => known.Id == item.Supplier && known.Key == key)).ToListAsync(ct);
        var covered = exam is null || await IsCoveredAsync(db, exam, ct);
        return new GateLack(supplier, exam?.Code, [.. Needs(agreements.Exists(item => item.IsInForceOn(today)), covered)]);
    }

    private static IEnumerable<GateNeed> Needs(bool agreed, bool covered)
    {
        if (!agreed) yield return GateNeed.Agreement;
        if (!covered) yield return GateNeed.RetentionRule;
    }

    private static async Task<bool> IsCoveredAsync(PortalDb db, ArrivingExam exam, CancellationToken ct)
    {
        string[] keys = [RetentionCoverage.KeyOf(exam.Faculty), RetentionCoverage.KeyOf(exam.Course), RetentionCoverage.KeyOf(exam.Code)];
        return (await db.RetentionCoverages.AsNoTracking().Where(item => keys.Contains(item.Key)).ToListAsync(ct)).Exists(item => item.Covers(exam.Faculty, exam.Course, exam.Code, exam.Sat));
    }

    private async Task<ImportResult?> HoldAsync(Arriving arriving, Actor by, CancellationToken ct)
    {
        string sha256;
        await using (var db = await dbs.LookAsync(ct))
        {
            var lack = await LacksAsync(db, arriving.Supplier, arriving.Exam, ct);
            if (lack.Needs.IsEmpty) return null;
            sha256 = await arriving.HashAsync(ct);
            if (await StandsAsync(db, sha256, lack, arriving.Bytes, ct) is { } stands) return stands;
        }

        using var receiving = await folder.ReceivingAsync(ct);
        var (id, kept) = (Guid.CreateVersion7(clock.GetUtcNow()), false);
        try
        {
            var (packed, bytes) = await folder.KeepAsync(id, arriving.PackAsync, ct);
            var result = await dbs.ChangeAsync(db => KeepAsync(db, id, arriving, sha256, packed, bytes, by, ct), ct);
            kept = result is Quarantined { Again: false };
            return result;
        }
        finally
        {
            if (!kept) folder.Discard(id);
        }
    }

    // It waits already, or there is no room for it.
    private async Task<ImportResult?> StandsAsync(PortalDb db, string sha256, GateLack lack, long bytes, CancellationToken ct)
    {
        var waiting = db.QuarantinedDeliveries.Where(item => item.EndedAt == null);
        if (await waiting.Where(item => item.Sha256 == sha256).Select(item => (DateTimeOffset?)item.KeepUntil).FirstOrDefaultAsync(ct) is { } until) return new Quarantined(lack, until, Again: true);
        return await waiting.SumAsync(item => item.Bytes, ct) + bytes > settings.MostBytes ? new QuarantineFull(lack, settings.MostBytes) : null;
    }

    private async Task<ImportResult?> KeepAsync(PortalDb db, Guid id, Arriving arriving, string sha256, string packed, long bytes, Actor by, CancellationToken ct)
    {
        // Asked again inside the write gate: somebody may have registered, or delivered the same, meanwhile.
        var lack = await LacksAsync(db, arriving.Supplier, arriving.Exam, ct);
        if (lack.Needs.IsEmpty) return null;
        if (await StandsAsync(db, sha256, lack, bytes, ct) is { } stands) return stands;
        var now = clock.GetUtcNow();
        var entry = new QuarantinedDelivery
        {
            Id = id, Name = arriving.Name, Sha256 = sha256, PackedSha256 = packed, Bytes = bytes, Format = arriving.Format, SittingNamed = arriving.SittingNamed,
            Supplier = arriving.Supplier, ExamCode = arriving.Exam?.Code, Course = arriving.Exam?.Course, Faculty = arriving.Exam?.Faculty, SatOn = arriving.Exam?.Sat,
            ReceivedBy = by.Id, ReceivedByName = by.Name, ReceivedAt = now, KeepUntil = now.AddDays(settings.Days),
        };
        db.Add(entry);
        await db.AuditAsync(by, "quarantine.keep", $"quarantine/{id}", new { entry.Supplier, exam = entry.ExamCode, entry.Sha256, packed, lack.Needs, entry.KeepUntil }, now, ct);
        await db.SaveChangesAsync(ct);
        return new Quarantined(lack, entry.KeepUntil, Again: false);
    }

    // Its hash is asked for only when it has to wait: that of screenshots is of every picture.
    private sealed record Arriving(string Name, Func<CancellationToken, Task<string>> HashAsync, string Supplier, long Bytes, Func<Stream, CancellationToken, Task> PackAsync)
    {
        public string? Format { get; init; }

        public string? SittingNamed { get; init; }

        public ArrivingExam? Exam { get; init; }
    }

    private sealed record ArrivingExam(string Code, string Course, string Faculty, DateOnly Sat);
}

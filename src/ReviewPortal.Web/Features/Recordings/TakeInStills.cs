using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Import;
using ReviewPortal.Infrastructure.Import.Stills;
using ReviewPortal.Infrastructure.Import.Suppliers;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>
/// Takes in screenshots with what was said about them: that becomes signals, as without pictures; the pictures become a track of the sitting, sealed under a
/// key of its own.
/// </summary>
public sealed class TakeInStills(PortalDbs dbs, StillReader reader, StillLimits limits, StillFiles files, RecordingVault vault, TakeInSignals signals, Gate gate, TimeProvider clock)
{
    /// <summary>What quarantine calls a delivery with pictures.</summary>
    internal const string Format = "seb-stills";

    /// <returns>Null when it is something else.</returns>
    public async Task<ImmutableArray<ImportResult>?> RunAsync(Incoming incoming, SittingId? sitting, Actor by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(incoming);
        switch (await reader.ReadAsync(incoming, ct))
        {
            case DeliveryRefusal refusal:
                return [new NotTakenIn(refusal)];
            case StillDelivery delivery:
                using (delivery) return await RunAsync(delivery, incoming, sitting, by, ct);
            default:
                return null;
        }
    }

    private async Task<ImmutableArray<ImportResult>> RunAsync(StillDelivery delivery, Incoming incoming, SittingId? sitting, Actor by, CancellationToken ct)
    {
        if (sitting is not null && delivery.Said.Reports.Length > 1) return [new SeveralSittings(delivery.Said.Reports.Length)];
        var (matched, results) = await MatchedAsync(delivery, sitting, ct);
        if (matched.IsEmpty) return results;
        if (await gate.HoldAsync(delivery, Format, incoming.Name, incoming.Supplier, sitting, by, ct) is { } held) return [held];
        var said = await signals.RunAsync(delivery.Said with { Reports = matched }, incoming.Name, incoming.Supplier, sitting, by, ct);
        results = [.. said, .. results];
        foreach (var report in matched) results = [.. results, .. await PicturesAsync(delivery, report, incoming.Name, by, ct)];
        return results;
    }

    // Signals without a sitting wait for a person; what may show anything at all of somebody's screen does not.
    private async Task<(ImmutableArray<SupplierReport> Matched, ImmutableArray<ImportResult> Others)> MatchedAsync(StillDelivery delivery, SittingId? named, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        if (named is { } id) return await db.Sittings.AnyAsync(item => item.Id == id, ct) ? (delivery.Said.Reports, []) : ([], [new NoSitting(id.ToString())]);
        var (matched, others) = (ImmutableArray.CreateBuilder<SupplierReport>(), ImmutableArray.CreateBuilder<ImportResult>());
        foreach (var report in delivery.Said.Reports)
        {
            // A person may have linked what was said before the pictures came.
            var linked = await db.SignalDeliveries.AnyAsync(item => item.Sha256 == report.Sha256 && item.Sitting != null, ct);
            if (linked || await SignalLink.FindAsync(db, report, ct) is not null) matched.Add(report);
            else others.Add(new StillsWithoutSitting([.. report.Ids.Select(name => name.ToString())]));
        }

        return (matched.ToImmutable(), others.ToImmutable());
    }

    private async Task<ImmutableArray<ImportResult>> PicturesAsync(StillDelivery delivery, SupplierReport report, string file, Actor by, CancellationToken ct)
    {
        SignalDelivery? linked;
        Sitting sitting;
        CaseNumber number;
        await using (var db = await dbs.LookAsync(ct))
        {
            linked = await db.SignalDeliveries.FirstOrDefaultAsync(item => item.Sha256 == report.Sha256 && item.Sitting != null, ct);
            if (linked?.Sitting is not { } id) return []; // Laid aside by a person, or held at the gate meanwhile: its own result says so.
            sitting = await db.Sittings.SingleAsync(item => item.Id == id, ct);
            var @case = await db.Cases.SingleAsync(item => item.Sitting == id, ct);
            number = @case.Number;
            if (linked.CameLate || !SignalLink.Open.Contains(@case.State)) return [new StillsCameLate(number)];
        }

        using var receipts = await vault.BeginAsync(clock, ct);
        var pack = new StillPack(delivery, limits);
        var (from, to) = (sitting.Start.AddSeconds(-SignalLink.Tolerance), sitting.End.AddSeconds(SignalLink.Tolerance));
        var packed = await pack.SealAsync(report.Signals, from, to, await ThereAsync(sitting.Id, ct), receipts, ct);
        if (packed is not null)
        {
            var kept = await dbs.ChangeAsync(
                async db =>
                {
                    var row = await KeepAsync(db, packed, linked, sitting.Id, file, by, ct);
                    if (row) receipts.LetRowsDecide();
                    return row;
                },
                ct);
            if (kept) receipts.Admit();
            else return [new StillsTakenIn(number, 0, packed.Stills.Length + pack.Known, pack.Refused)];
        }

        var unnamed = delivery.Unnamed is > 0 and var count ? [StillRefusal.Of(StillFlaw.Unnamed, file, count)] : ImmutableArray<StillRefusal>.Empty;
        return [new StillsTakenIn(number, packed?.Stills.Length ?? 0, pack.Known, [.. pack.Refused, .. unnamed])];
    }

    private async Task<bool> KeepAsync(PortalDb db, PackedStills packed, SignalDelivery delivery, SittingId sitting, string file, Actor by, CancellationToken ct)
    {
        // Asked again inside the write gate: the same may have come in twice at once.
        if (await db.StillTracks.AnyAsync(item => item.Delivery == delivery.Id && item.Sha256 == packed.Sha256, ct)) return false;
        var now = clock.GetUtcNow();
        db.Add(new StillTrack
        {
            Id = packed.Track,
            Delivery = delivery.Id,
            File = file,
            Bytes = packed.Bytes,
            Sha256 = packed.Sha256,
            Pictures = packed.Stills.Length,
            First = packed.Stills[0].Moment.ToUniversalTime(),
            Last = packed.Stills[^1].Moment.ToUniversalTime(),
            TakenInAt = now,
        });
        await db.AuditAsync(by, "delivery.stills", $"delivery/{delivery.Id}", new { sitting = sitting.ToString(), track = packed.Track, pictures = packed.Stills.Length, packed.Sha256 }, now, ct);
        await db.SaveChangesAsync(ct);
        return true;
    }

    private async Task<HashSet<(long, string)>> ThereAsync(SittingId sitting, CancellationToken ct)
    {
        Guid[] tracks;
        await using (var db = await dbs.LookAsync(ct)) tracks = await db.StillTracks.Where(track => db.SignalDeliveries.Any(item => item.Id == track.Delivery && item.Sitting == sitting)).Select(track => track.Id).ToArrayAsync(ct);
        var there = new HashSet<(long, string)>();
        foreach (var track in tracks)
        {
            foreach (var still in await files.ListAsync(track, 0, int.MaxValue, ct) ?? []) there.Add((still.Moment.ToUnixTimeMilliseconds(), still.Sha256));
        }

        return there;
    }
}

using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Import;
using ReviewPortal.Infrastructure.Import.Suppliers;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>One line of the list of deliveries.</summary>
/// <param name="Case">Null while it waits, or when it was laid aside.</param>
/// <param name="MayOpen">Whoever sees the delivery may open that case: it may have left this person's sight since.</param>
public sealed record DeliveryRow(Guid Id, string Supplier, string File, DateTimeOffset ReceivedAt, string ReceivedBy, long Bytes, ImmutableArray<string> Names, CaseNumber? Case, int Added, bool CameLate, bool Discarded, bool MayOpen)
{
    public bool Waits => Case is null && !Discarded;
}

/// <summary>One thing a delivery says, as people read it.</summary>
/// <param name="At">Seconds from the sitting's start, where that is known.</param>
public sealed record DeliveredLine(double? At, DateTimeOffset? Moment, SignalSource Source, string Kind, string Text, double? Weight);

public sealed record DeliveryDetails(
    DeliveryRow Row, string Sha256, string? LinkedBy, DateTimeOffset? LinkedAt, string? DiscardedBy, DateTimeOffset? DiscardedAt, string? DiscardReason,
    ImmutableArray<DeliveredLine> Lines, int Total, ImmutableArray<DeliveryRefusal> Refused);

/// <summary>A sitting to which a delivery can be linked.</summary>
public sealed record LinkableSitting(SittingId Id, CaseNumber Number, string Exam, string Pseudonym, DateTimeOffset Start, CaseState State);

/// <summary>Where the signals of a sitting came from.</summary>
public sealed record SignalOrigin(Guid Id, string Supplier, string File, DateTimeOffset ReceivedAt, int Added, bool CameLate);

/// <summary>What suppliers delivered, for the coordinator. It writes nothing.</summary>
public sealed class DeliveryViews(PortalDbs dbs, SupplierReader reader)
{
    private const int ShownLines = 200, ShownSittings = 20;

    /// <summary>The latest first, a page at a time; none for whoever is no coordinator.</summary>
    public async Task<(IReadOnlyList<DeliveryRow> Rows, int Total)> ListAsync(PersonId by, bool onlyWaiting, int skip, int take, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        if (await CoordinatorAsync(db, by, ct) is not { } actor) return ([], 0);
        var found = onlyWaiting ? db.SignalDeliveries.Where(item => item.Sitting == null && item.DiscardedAt == null) : db.SignalDeliveries;
        return (await Rows(db, actor, found.OrderByDescending(item => item.ReceivedAt).ThenBy(item => item.Id).Skip(skip).Take(take)).ToListAsync(ct), await found.CountAsync(ct));
    }

    /// <summary>How many wait for somebody: to be linked, and in quarantine, which ends by itself.</summary>
    public async Task<(int ToLink, int InQuarantine)> WaitingAsync(PersonId by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        return await CoordinatorAsync(db, by, ct) is null
            ? (0, 0)
            : (await db.SignalDeliveries.CountAsync(item => item.Sitting == null && item.DiscardedAt == null, ct), await db.QuarantinedDeliveries.CountAsync(item => item.EndedAt == null, ct));
    }

    public async Task<DeliveryDetails?> DetailsAsync(Guid id, PersonId by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        if (await CoordinatorAsync(db, by, ct) is not { } actor || await db.SignalDeliveries.FirstOrDefaultAsync(item => item.Id == id, ct) is not { } delivery) return null;
        var row = await Rows(db, actor, db.SignalDeliveries.Where(item => item.Id == id)).SingleAsync(ct);
        var report = reader.Again(delivery);
        var sitting = delivery.Sitting is { } linked ? await db.Sittings.FirstOrDefaultAsync(item => item.Id == linked, ct) : null;
        return new DeliveryDetails(
            row, delivery.Sha256, delivery.LinkedByName, delivery.LinkedAt, delivery.DiscardedByName, delivery.DiscardedAt, delivery.DiscardReason,
            [.. (report?.Signals ?? []).Take(ShownLines).Select(signal => new DeliveredLine(sitting is null ? signal.Seconds : signal.At(sitting), signal.Moment, signal.Source, signal.Kind, signal.Text, signal.Weight))],
            report?.Signals.Length ?? 0,
            report is null ? [] : sitting is null ? report.Refused : SignalLink.Placed(report, sitting, delivery.File).Refused);
    }

    /// <summary>Sittings with these words in case number, candidate or test; the latest first.</summary>
    public async Task<ImmutableArray<LinkableSitting>> SittingsAsync(PersonId by, string words, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        if (Inked.IsEmpty(words) || await CoordinatorAsync(db, by, ct) is not { } actor) return [];
        var like = LikePattern.Containing(words.Trim());
        var number = CaseNumber.Parse(words.Trim());
        return [.. await db.CasesFor(actor)
            .Join(db.Sittings, item => item.Sitting, sitting => sitting.Id, (item, sitting) => new { item, sitting })
            .Join(db.Exams, pair => pair.sitting.Exam, exam => exam.Id, (pair, exam) => new { pair.item, pair.sitting, exam })
            .Where(row => row.item.Number == number || EF.Functions.Like(row.sitting.Pseudonym, like, LikePattern.Escape)
                || EF.Functions.Like(row.exam.Title, like, LikePattern.Escape) || EF.Functions.Like(row.exam.Code, like, LikePattern.Escape))
            .OrderByDescending(row => row.sitting.Start).ThenBy(row => row.item.Number).Take(ShownSittings)
            .Select(row => new LinkableSitting(row.sitting.Id, row.item.Number, row.exam.Title, row.sitting.Pseudonym, row.sitting.Start, row.item.State)).ToListAsync(ct)];
    }

    /// <summary>From whom the signals of a sitting came besides its recordings, in the order in which they came.</summary>
    public async Task<ImmutableArray<SignalOrigin>> OfAsync(SittingId sitting, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        return [.. await db.SignalDeliveries.Where(item => item.Sitting == sitting).OrderBy(item => item.ReceivedAt)
            .Select(item => new SignalOrigin(item.Id, item.Supplier, item.File, item.ReceivedAt, item.Added, item.CameLate)).ToListAsync(ct)];
    }

    private static async Task<Actor?> CoordinatorAsync(PortalDb db, PersonId by, CancellationToken ct) => await db.PersonAsync(by, ct) is { } actor && actor.Is(Role.Coordinator) ? actor : null;

    // Without the bytes: there may be megabytes of them.
    private static IQueryable<DeliveryRow> Rows(PortalDb db, Actor actor, IQueryable<SignalDelivery> found) => found.Select(item => new DeliveryRow(
        item.Id, item.Supplier, item.File, item.ReceivedAt, item.ReceivedByName, item.Bytes, item.Names,
        db.Cases.Where(@case => @case.Sitting == item.Sitting).Select(@case => (CaseNumber?)@case.Number).FirstOrDefault(),
        item.Added, item.CameLate, item.DiscardedAt != null,
        db.CasesFor(actor).Any(@case => @case.Sitting == item.Sitting)));
}

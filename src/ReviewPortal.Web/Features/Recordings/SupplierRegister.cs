using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>What is typed to register an agreement, and its supplier when that is new.</summary>
public sealed record AgreementDraft(string Supplier, string Reference, DateOnly? From, DateOnly? Until);

/// <summary>Why nothing was registered or ended.</summary>
public enum AgreementObjection
{
    /// <summary>Only the data protection officer does this.</summary>
    NotYours,
    NoName,
    NoReference,
    NoFirstDay,
    EndsBeforeItBegins,
    NotThere,
    NoReason,
}

/// <param name="State">Of the agreement that lasts longest; null when there is none.</param>
public sealed record SupplierLine(Guid Id, string Name, AgreementState? State, string? Reference, DateOnly? Until);

public sealed record SupplierDetails(Supplier Supplier, ImmutableArray<(ProcessingAgreement Agreement, AgreementState State)> Agreements);

/// <summary>
/// Suppliers and their processing agreements (AVG 28 lid 3; AP-VWO-1). The data protection officer registers and ends, since it is that officer who says
/// whether a contract meets the AVG; coordinator and administrator read.
/// </summary>
public sealed class SupplierRegister(PortalDbs dbs, GateNews news, TimeProvider clock)
{
    public const int LongestStatement = 8000;

    private const int LongestName = 200;

    private static readonly Role[] Readers = [Role.DataProtectionOfficer, Role.Coordinator, Role.Administrator];

    public async Task<AgreementObjection?> RegisterAsync(AgreementDraft draft, PersonId by, CancellationToken ct) =>
        await OfficerAsync(by, ct) is { } actor ? await RegisterAsync(draft, actor, ct) : AgreementObjection.NotYours;

    /// <summary>For the command line, where whoever holds the machine answers for it.</summary>
    internal async Task<AgreementObjection?> RegisterAsync(AgreementDraft draft, Actor by, CancellationToken ct)
    {
        if (Objection(draft) is { } objection) return objection;
        await dbs.ChangeAsync(async db =>
        {
            var now = clock.GetUtcNow();
            var supplier = await SupplierAsync(db, draft.Supplier.Trim(), by, now, ct);
            var agreement = new ProcessingAgreement { Id = Guid.CreateVersion7(now), Supplier = supplier.Id, Reference = draft.Reference.Trim(), From = draft.From!.Value, Until = draft.Until, RegisteredAt = now, RegisteredByName = by.Name };
            db.Add(agreement);
            await db.AuditAsync(by, "agreement.register", $"supplier/{supplier.Id}", new { supplier.Name, agreement = agreement.Id, agreement.Reference, agreement.From, agreement.Until }, now, ct);
            return await db.SaveChangesAsync(ct);
        }, ct);
        news.Tell();
        return null;
    }

    public async Task<AgreementObjection?> EndAsync(Guid agreement, string reason, PersonId by, CancellationToken ct)
    {
        if (await OfficerAsync(by, ct) is not { } actor) return AgreementObjection.NotYours;
        if (Inked.IsEmpty(reason)) return AgreementObjection.NoReason;
        return await dbs.ChangeAsync(async db =>
        {
            if (await db.ProcessingAgreements.FirstOrDefaultAsync(item => item.Id == agreement && item.EndedAt == null, ct) is not { } found) return AgreementObjection.NotThere;
            var now = clock.GetUtcNow();
            found.End(reason, actor, now);
            await db.AuditAsync(actor, "agreement.end", $"supplier/{found.Supplier}", new { agreement, found.Reference, reason = found.EndReason }, now, ct);
            await db.SaveChangesAsync(ct);
            return (AgreementObjection?)null;
        }, ct);
    }

    /// <summary>Writes down what the supplier states that its software looks for (APW-INF-6); empty takes it back.</summary>
    public async Task<AgreementObjection?> StateAsync(Guid id, string looksFor, PersonId by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(looksFor);
        if (await OfficerAsync(by, ct) is not { } actor) return AgreementObjection.NotYours;
        return await dbs.ChangeAsync(async db =>
        {
            if (looksFor.Length > LongestStatement || await db.Suppliers.FirstOrDefaultAsync(item => item.Id == id, ct) is not { } supplier) return AgreementObjection.NotThere;
            supplier.State(looksFor, actor, clock.GetUtcNow());
            await db.AuditAsync(actor, "supplier.state", $"supplier/{id}", new { supplier.Name, supplier.LooksFor }, clock.GetUtcNow(), ct);
            await db.SaveChangesAsync(ct);
            return (AgreementObjection?)null;
        }, ct);
    }

    /// <summary>All suppliers by name; none for whoever has no business with them.</summary>
    public async Task<ImmutableArray<SupplierLine>> ListAsync(PersonId by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        if (!await MayReadAsync(db, by, ct)) return [];
        var (today, agreements) = (Today, (await db.ProcessingAgreements.ToListAsync(ct)).ToLookup(item => item.Supplier));
        return [.. (await db.Suppliers.OrderBy(item => item.Name).ToListAsync(ct)).Select(item => Line(item, agreements[item.Id], today))];
    }

    public async Task<SupplierDetails?> DetailsAsync(Guid id, PersonId by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        if (!await MayReadAsync(db, by, ct) || await db.Suppliers.FirstOrDefaultAsync(item => item.Id == id, ct) is not { } supplier) return null;
        var today = Today;
        return new SupplierDetails(supplier, [.. (await db.ProcessingAgreements.Where(item => item.Supplier == id).ToListAsync(ct)).OrderBy(item => item.On(today)).ThenByDescending(item => item.From).Select(item => (item, item.On(today)))]);
    }

    private DateOnly Today => Amsterdam.DateOf(clock.GetUtcNow());

    private static SupplierLine Line(Supplier supplier, IEnumerable<ProcessingAgreement> agreements, DateOnly today)
    {
        var best = agreements.OrderBy(item => item.On(today)).ThenByDescending(item => item.Until ?? DateOnly.MaxValue).FirstOrDefault();
        return new SupplierLine(supplier.Id, supplier.Name, best?.On(today), best?.Reference, best?.Until);
    }

    private static AgreementObjection? Objection(AgreementDraft draft) =>
        Inked.IsEmpty(draft.Supplier) || draft.Supplier.Length > LongestName ? AgreementObjection.NoName
        : Inked.IsEmpty(draft.Reference) ? AgreementObjection.NoReference
        : draft.From is null ? AgreementObjection.NoFirstDay
        : draft.Until < draft.From ? AgreementObjection.EndsBeforeItBegins
        : null;

    private static async Task<Supplier> SupplierAsync(PortalDb db, string name, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        var key = Supplier.KeyOf(name);
        if (await db.Suppliers.FirstOrDefaultAsync(item => item.Key == key, ct) is { } known) return known;
        var supplier = new Supplier { Id = Guid.CreateVersion7(now), Name = name, Key = key, RegisteredAt = now, RegisteredByName = by.Name };
        db.Add(supplier);
        return supplier;
    }

    private static async Task<bool> MayReadAsync(PortalDb db, PersonId by, CancellationToken ct) => await db.PersonAsync(by, ct) is { } actor && Readers.Any(actor.Is);

    private async Task<Actor?> OfficerAsync(PersonId by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        return await db.PersonAsync(by, ct) is { } actor && actor.Is(Role.DataProtectionOfficer) ? actor : null;
    }
}

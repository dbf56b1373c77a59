using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Retention;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Retention;

public sealed record CoverageDraft(CoverageScope Scope, string Named, DateOnly? From, string Basis);

/// <summary>Why nothing was registered or ended.</summary>
public enum CoverageObjection
{
    /// <summary>Only the records manager does this.</summary>
    NotYours,
    NoName,
    NoFirstDay,
    NoBasis,
    NotThere,
    NoReason,
}

/// <summary>For which exams the retention schedule was adopted; without it nothing of an exam comes in (KV-BEW-1). The records manager keeps it.</summary>
public sealed class RetentionRules(PortalDbs dbs, GateNews news, TimeProvider clock)
{
    private const int LongestName = 200;

    public async Task<CoverageObjection?> RegisterAsync(CoverageDraft draft, PersonId by, CancellationToken ct) =>
        await RecordsManagerAsync(by, ct) is { } actor ? await RegisterAsync(draft, actor, ct) : CoverageObjection.NotYours;

    /// <summary>For the command line, where whoever holds the machine answers for it.</summary>
    internal async Task<CoverageObjection?> RegisterAsync(CoverageDraft draft, Actor by, CancellationToken ct)
    {
        if (Objection(draft) is { } objection) return objection;
        await dbs.ChangeAsync(async db =>
        {
            var now = clock.GetUtcNow();
            var row = new RetentionCoverage
            {
                Id = Guid.CreateVersion7(now), Scope = draft.Scope, Named = draft.Named.Trim(), Key = RetentionCoverage.KeyOf(draft.Named), From = draft.From!.Value, Basis = draft.Basis.Trim(),
                RegisteredAt = now, RegisteredByName = by.Name,
            };
            db.Add(row);
            await db.AuditAsync(by, "retention.register", $"retention/{row.Id}", new { row.Scope, row.Named, row.From, row.Basis }, now, ct);
            return await db.SaveChangesAsync(ct);
        }, ct);
        news.Tell();
        return null;
    }

    public async Task<CoverageObjection?> EndAsync(Guid id, string reason, PersonId by, CancellationToken ct)
    {
        if (await RecordsManagerAsync(by, ct) is not { } actor) return CoverageObjection.NotYours;
        if (Inked.IsEmpty(reason)) return CoverageObjection.NoReason;
        return await dbs.ChangeAsync(async db =>
        {
            if (await db.RetentionCoverages.FirstOrDefaultAsync(item => item.Id == id && item.EndedAt == null, ct) is not { } row) return CoverageObjection.NotThere;
            var now = clock.GetUtcNow();
            row.End(reason, actor, now);
            await db.AuditAsync(actor, "retention.end", $"retention/{row.Id}", new { row.Scope, row.Named, reason = row.EndReason }, now, ct);
            await db.SaveChangesAsync(ct);
            return (CoverageObjection?)null;
        }, ct);
    }

    /// <summary>Those that hold, then those that were ended; open to everybody who may open the page, since they name no person.</summary>
    public async Task<ImmutableArray<RetentionCoverage>> ListAsync(CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        return [.. (await db.RetentionCoverages.ToListAsync(ct)).OrderBy(row => row.EndedAt is not null).ThenBy(row => row.Scope).ThenBy(row => row.Named, StringComparer.OrdinalIgnoreCase).ThenBy(row => row.From)];
    }

    public async Task<bool> MayRegisterAsync(PersonId by, CancellationToken ct) => await RecordsManagerAsync(by, ct) is not null;

    private static CoverageObjection? Objection(CoverageDraft draft) =>
        Inked.IsEmpty(draft.Named) || draft.Named.Length > LongestName ? CoverageObjection.NoName
        : draft.From is null ? CoverageObjection.NoFirstDay
        : Inked.IsEmpty(draft.Basis) ? CoverageObjection.NoBasis
        : null;

    private async Task<Actor?> RecordsManagerAsync(PersonId by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        return await db.PersonAsync(by, ct) is { } actor && actor.Is(Role.RecordsManager) ? actor : null;
    }
}

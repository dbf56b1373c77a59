using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Recordings.Keys;

/// <summary>A new key, as an administrator fills it in.</summary>
public sealed record KeyDraft(Guid Supplier, string Name, ImmutableArray<string> Scopes, DateTimeOffset? ExpiresAt);

/// <summary>One line of the list of keys.</summary>
public sealed record KeyLine(SupplierKey Key, string Supplier);

/// <summary>A key that opens something now, and whose it is.</summary>
public sealed record ValidKey(SupplierKey Key, string Supplier);

public sealed record SupplierChoice(Guid Id, string Name);

/// <summary>Why a key was not made.</summary>
public enum KeyObjection
{
    /// <summary>Only an administrator does this.</summary>
    NotYours,

    NoSupplier,

    NoName,

    /// <summary>It would open nothing.</summary>
    NoScope,

    /// <summary>It would be over before it begins.</summary>
    Past,
}

/// <summary>Makes keys for the systems of suppliers and takes them back (AVG 32). Each change is kept together with its audit row.</summary>
public sealed class SupplierKeys(PortalDbs dbs, TimeProvider clock)
{
    private static readonly TimeSpan UseIsNoted = TimeSpan.FromMinutes(1);

    /// <summary>The latest first; none for whoever is no administrator.</summary>
    public async Task<(ImmutableArray<KeyLine> Keys, ImmutableArray<SupplierChoice> Suppliers)> ListAsync(PersonId by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        if (await AdministratorAsync(db, by, ct) is null) return ([], []);
        var suppliers = await db.Suppliers.OrderBy(item => item.Name).Select(item => new SupplierChoice(item.Id, item.Name)).ToListAsync(ct);
        var keys = await db.SupplierKeys.OrderByDescending(item => item.CreatedAt).ToListAsync(ct);
        return ([.. keys.Select(key => new KeyLine(key, suppliers.Single(supplier => supplier.Id == key.Supplier).Name))], [.. suppliers]);
    }

    /// <summary>The name of the supplier with whose key something came; null for a person's delivery.</summary>
    public async Task<string?> SupplierOfAsync(Guid? supplier, CancellationToken ct)
    {
        if (supplier is null) return null;
        await using var db = await dbs.LookAsync(ct);
        return await db.Suppliers.Where(item => item.Id == supplier).Select(item => item.Name).SingleAsync(ct);
    }

    /// <returns>The key itself, which nobody sees again; or why there is none.</returns>
    public Task<(string? Key, KeyObjection? Why)> MakeAsync(KeyDraft draft, PersonId by, CancellationToken ct) => dbs.ChangeAsync<(string?, KeyObjection?)>(
        async db =>
        {
            ArgumentNullException.ThrowIfNull(draft);
            var now = clock.GetUtcNow();
            if (await AdministratorAsync(db, by, ct) is not { } administrator) return (null, KeyObjection.NotYours);
            if (await db.Suppliers.FirstOrDefaultAsync(item => item.Id == draft.Supplier, ct) is not { } supplier) return (null, KeyObjection.NoSupplier);
            if (Inked.IsEmpty(draft.Name)) return (null, KeyObjection.NoName);
            if (draft.Scopes.IsEmpty || draft.Scopes.Except(KeyScope.All).Any()) return (null, KeyObjection.NoScope);
            if (draft.ExpiresAt <= now) return (null, KeyObjection.Past);
            var (kept, key) = SupplierKey.Make(supplier.Id, draft.Name, draft.Scopes, draft.ExpiresAt?.ToUniversalTime(), administrator, now);
            db.Add(kept);
            await db.AuditAsync(administrator, "key.create", $"key/{kept.Id}", new { supplier = supplier.Name, kept.Name, kept.Prefix, kept.Scopes, kept.ExpiresAt }, now, ct);
            await db.SaveChangesAsync(ct);
            return (key, null);
        },
        ct);

    /// <returns>False when there is no such key, or it is not for this person to revoke.</returns>
    public Task<bool> RevokeAsync(Guid id, PersonId by, CancellationToken ct) => dbs.ChangeAsync(
        async db =>
        {
            var now = clock.GetUtcNow();
            if (await AdministratorAsync(db, by, ct) is not { } administrator || await db.SupplierKeys.FirstOrDefaultAsync(item => item.Id == id, ct) is not { RevokedAt: null } key) return false;
            key.Revoke(administrator, now);
            await db.AuditAsync(administrator, "key.revoke", $"key/{key.Id}", new { key.Name, key.Prefix }, now, ct);
            await db.SaveChangesAsync(ct);
            return true;
        },
        ct);

    /// <summary>Asked for at every request, so that a revoked key opens nothing from that moment on.</summary>
    public async Task<ValidKey?> FindAsync(string key, CancellationToken ct)
    {
        var (hash, now) = (SupplierKey.HashOf(key), clock.GetUtcNow());
        await using var db = await dbs.LookAsync(ct);
        if (await db.SupplierKeys.FirstOrDefaultAsync(item => item.Hash == hash, ct) is not { } found || !found.Holds(now)) return null;
        if (found.LastUsedAt is not { } last || now - last >= UseIsNoted) await NoteUseAsync(found.Id, now, ct);
        return new ValidKey(found, await db.Suppliers.Where(item => item.Id == found.Supplier).Select(item => item.Name).SingleAsync(ct));
    }

    private Task<bool> NoteUseAsync(Guid id, DateTimeOffset now, CancellationToken ct) => dbs.ChangeAsync(
        async db =>
        {
            (await db.SupplierKeys.SingleAsync(item => item.Id == id, ct)).LastUsedAt = now;
            await db.SaveChangesAsync(ct);
            return true;
        },
        ct);

    private static async Task<Actor?> AdministratorAsync(PortalDb db, PersonId by, CancellationToken ct) => await db.PersonAsync(by, ct) is { } actor && actor.Is(Role.Administrator) ? actor : null;
}

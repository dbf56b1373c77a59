using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>A filter with a name.</summary>
public sealed record NamedView(Guid Id, string Name, SittingFilter Filter);

/// <summary>The filters to which somebody gave a name. They are that person's own, and say nothing of a case.</summary>
public sealed class SavedViews(PortalDbs dbs, TimeProvider clock)
{
    private const string List = "sittings";
    private const int Most = 30;

    public async Task<ImmutableArray<NamedView>> OfAsync(PersonId by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        var views = await Of(db, by).OrderBy(item => item.Name).ToListAsync(ct);
        return [.. views.Select(item => new NamedView(item.Id, item.Name, SittingFilter.Parse(item.Query)))];
    }

    /// <summary>Keeps a filter under a name; under a name that is there already it takes the place of the other.</summary>
    /// <returns>Its identity; null when it has no name, or there are too many.</returns>
    public Task<Guid?> SaveAsync(string name, SittingFilter filter, PersonId by, CancellationToken ct) => dbs.ChangeAsync(
        async db =>
        {
            ArgumentNullException.ThrowIfNull(filter);
            if (Trimmed(name) is not { } trimmed || await db.PersonAsync(by, ct) is null) return null;
            var own = await Of(db, by).ToListAsync(ct);
            var view = own.Find(item => item.Name == trimmed);
            if (view is null && own.Count >= Most) return null;
            if (view is null) db.Add(view = new SavedView { Id = Guid.CreateVersion7(clock.GetUtcNow()), Person = by, List = List, Name = trimmed, Query = "" });
            view.Query = filter.ToView();
            await db.SaveChangesAsync(ct);
            return (Guid?)view.Id;
        },
        ct);

    /// <returns>False when it is somebody else's, has no name, or the name is taken.</returns>
    public Task<bool> RenameAsync(Guid id, string name, PersonId by, CancellationToken ct) => dbs.ChangeAsync(
        async db =>
        {
            if (Trimmed(name) is not { } trimmed) return false;
            var own = await Of(db, by).ToListAsync(ct);
            if (own.Find(item => item.Id == id) is not { } view || own.Exists(item => item.Id != id && item.Name == trimmed)) return false;
            view.Name = trimmed;
            await db.SaveChangesAsync(ct);
            return true;
        },
        ct);

    public Task<bool> DeleteAsync(Guid id, PersonId by, CancellationToken ct) => dbs.ChangeAsync(
        async db => await Of(db, by).Where(item => item.Id == id).ExecuteDeleteAsync(ct) > 0,
        ct);

    private static IQueryable<SavedView> Of(PortalDb db, PersonId by) => db.SavedViews.Where(item => item.Person == by && item.List == List);

    private static string? Trimmed(string name) => name.Trim() is { Length: > 0 and <= SavedView.LongestName } trimmed && !trimmed.Any(char.IsControl) ? trimmed : null;
}

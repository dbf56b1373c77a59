using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Infrastructure.Accounts;

/// <summary>Finds the persons behind accounts, with the roles they hold at this moment.</summary>
public static class People
{
    /// <summary>Null when there is no such account or it has been disabled.</summary>
    public static async Task<Actor?> PersonAsync(this PortalDb db, PersonId id, CancellationToken ct) =>
        (await db.PersonsAsync(user => user.Id == id.Value, ct)).FirstOrDefault();

    /// <summary>Everybody who holds this role, by name.</summary>
    public static Task<ImmutableArray<Actor>> WithRoleAsync(this PortalDb db, Role role, CancellationToken ct)
    {
        var name = role.ToString();
        var holders = db.UserRoles.Join(db.Roles.Where(item => item.Name == name), link => link.RoleId, item => item.Id, (link, _) => link.UserId);
        return db.PersonsAsync(user => holders.Contains(user.Id), ct);
    }

    public static async Task<ImmutableArray<Actor>> PersonsAsync(
        this PortalDb db, System.Linq.Expressions.Expression<Func<PortalUser, bool>> which, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var users = await db.Users.AsNoTracking()
            .Where(which)
            .Where(user => !user.Disabled)
            .OrderBy(user => user.Name)
            .Select(user => new
            {
                user.Id,
                user.Name,
                user.Email,
                user.StudentNumber,
                Roles = db.UserRoles.Where(link => link.UserId == user.Id).Join(db.Roles, link => link.RoleId, role => role.Id, (_, role) => role.Name).ToList(),
            })
            .ToListAsync(ct);
        return [.. users.Select(user => new Actor(new(user.Id), user.Name, user.Email ?? "", RolesOf(user.Roles), user.StudentNumber))];
    }

    private static ImmutableArray<Role> RolesOf(IEnumerable<string?> names) =>
        [.. names.Where(name => Enum.TryParse<Role>(name, out _)).Select(name => Enum.Parse<Role>(name!)).Order()];
}

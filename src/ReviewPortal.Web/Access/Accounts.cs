using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Access;

/// <summary>A new account, as an administrator fills it in.</summary>
public sealed record AccountDraft(string Email, string Name, ImmutableArray<Role> Roles, string? StudentNumber, string Language);

/// <summary>One line of the list of accounts.</summary>
public sealed record AccountLine(Guid Id, string Name, string Email, string? StudentNumber, bool Disabled, ImmutableArray<Role> Roles);

/// <summary>Makes accounts and changes what they may do. Only an administrator can; each change is kept together with its audit row, or not at all.</summary>
public sealed class Accounts(IServiceProvider services, PortalDbs dbs, TimeProvider clock)
{
    private const string PasswordLetters = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int Shown = 200;

    public async Task<ImmutableArray<AccountLine>> ListAsync(string words, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        var like = LikePattern.Containing(words.Trim());
        var found = await db.Users.Where(user => EF.Functions.Like(user.Name, like, LikePattern.Escape) || EF.Functions.Like(user.Email!, like, LikePattern.Escape)).OrderBy(user => user.Name).Take(Shown)
            .Select(user => new { user, Roles = db.UserRoles.Where(link => link.UserId == user.Id).Join(db.Roles, link => link.RoleId, role => role.Id, (_, role) => role.Name!).ToList() })
            .ToListAsync(ct);
        return [.. found.Select(row => new AccountLine(row.user.Id, row.user.Name, row.user.Email ?? "", row.user.StudentNumber, row.user.Disabled, [.. row.Roles.Select(Enum.Parse<Role>).Order()]))];
    }

    /// <returns>Objections, such as an e-mail address or a student number already in use.</returns>
    public Task<IdentityResult> CreateAsync(PersonId by, AccountDraft draft, string password) => KeepAsync(async (db, users) =>
    {
        var administrator = await AdministratorAsync(db, by);
        await AuditCreationAsync(db, administrator, draft, await AddAsync(db, users, draft, password, isDemo: false));
    });

    /// <summary>The way in where nobody can let anybody in: refused as soon as there is an administrator who can.</summary>
    internal Task<IdentityResult> CreateFirstAdministratorAsync(Actor by, string email, string name, string password) => KeepAsync(async (db, users) =>
    {
        if (!(await db.WithRoleAsync(Role.Administrator, CancellationToken.None)).IsEmpty) throw NotKeptException.Because("AdministratorExists");
        var draft = new AccountDraft(email, name, [Role.Administrator], null, "nl");
        await AuditCreationAsync(db, by, draft, await AddAsync(db, users, draft, password, isDemo: false));
    });

    /// <summary>Makes an account of the demo, which nobody asks for and which nobody reaches over the network.</summary>
    internal Task<IdentityResult> CreateDemoAsync(AccountDraft draft, string? password = null) => KeepAsync((db, users) => AddAsync(db, users, draft, password, isDemo: true));

    /// <summary>A disabled account keeps its history; its cookie and circuit end within a minute.</summary>
    public Task<IdentityResult> DisableAsync(PersonId by, Guid account, bool disabled) => ChangeAsync(by, account, disabled ? "account.disable" : "account.enable", (users, user) =>
    {
        user.Disabled = disabled;
        return users.UpdateSecurityStampAsync(user);
    });

    public Task<IdentityResult> ResetPasswordAsync(PersonId by, Guid account, string password) => ChangeAsync(by, account, "account.password", async (users, user) =>
        await users.ResetPasswordAsync(user, await users.GeneratePasswordResetTokenAsync(user), password));

    /// <summary>A password to hand over once; the owner changes it.</summary>
    public static string FirstPassword() => RandomNumberGenerator.GetString(PasswordLetters, 16);

    private Task<IdentityResult> ChangeAsync(PersonId by, Guid account, string action, Func<UserManager<PortalUser>, PortalUser, Task<IdentityResult>> change) => KeepAsync(async (db, users) =>
    {
        var administrator = await AdministratorAsync(db, by);
        if (await users.FindByIdAsync(account.ToString()) is not { } user) throw NotKeptException.Because("NotAllowed");
        NotKeptException.Unless(await change(users, user));
        await AuditAsync(db, administrator, action, user, new { email = user.Email });
    });

    private async Task<IdentityResult> KeepAsync(Func<PortalDb, UserManager<PortalUser>, Task> change)
    {
        try
        {
            return await dbs.ChangeAsync(
                async db =>
                {
                    // Identity on the context of this change, so that what it saves is part of it.
                    using var users = ActivatorUtilities.CreateInstance<UserManager<PortalUser>>(services, new UserStore<PortalUser, IdentityRole<Guid>, PortalDb, Guid>(db));
                    await change(db, users);
                    return IdentityResult.Success;
                },
                CancellationToken.None);
        }
        catch (NotKeptException objections)
        {
            return objections.Result;
        }
    }

    private static async Task<PortalUser> AddAsync(PortalDb db, UserManager<PortalUser> users, AccountDraft draft, string? password, bool isDemo)
    {
        if (draft.StudentNumber is { } number && await db.Users.AnyAsync(user => user.StudentNumber == number)) throw NotKeptException.Because("DuplicateStudentNumber");
        var user = new PortalUser
        {
            UserName = draft.Email,
            Email = draft.Email,
            EmailConfirmed = true,
            Name = draft.Name,
            StudentNumber = draft.StudentNumber,
            Language = draft.Language,
            IsDemo = isDemo,
        };
        NotKeptException.Unless(password is null ? await users.CreateAsync(user) : await users.CreateAsync(user, password));
        await EnsureAsync(db, draft.Roles);
        NotKeptException.Unless(await users.AddToRolesAsync(user, draft.Roles.Select(role => role.ToString())));
        return user;
    }

    // A role of the procedure becomes a role of Identity when somebody gets it for the first time.
    private static async Task EnsureAsync(PortalDb db, ImmutableArray<Role> roles)
    {
        foreach (var role in roles.Select(role => Enum.GetName(role) ?? throw new InvalidOperationException($"{role} is not a role of the procedure.")))
        {
            if (!await db.Roles.AnyAsync(known => known.Name == role)) db.Roles.Add(new IdentityRole<Guid>(role) { NormalizedName = role.ToUpperInvariant() });
        }

        await db.SaveChangesAsync();
    }

    private static async Task<Actor> AdministratorAsync(PortalDb db, PersonId by) =>
        await db.PersonAsync(by, CancellationToken.None) is { } actor && actor.Is(Role.Administrator) ? actor : throw NotKeptException.Because("NotAllowed");

    private Task AuditCreationAsync(PortalDb db, Actor by, AccountDraft draft, PortalUser user) =>
        AuditAsync(db, by, "account.create", user, new { email = draft.Email, roles = draft.Roles, studentNumber = draft.StudentNumber });

    private async Task AuditAsync(PortalDb db, Actor by, string action, PortalUser user, object detail)
    {
        await db.AuditAsync(by, action, $"account/{user.Id}", detail, clock.GetUtcNow(), CancellationToken.None);
        await db.SaveChangesAsync();
    }
}

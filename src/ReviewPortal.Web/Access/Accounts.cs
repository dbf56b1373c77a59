using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
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

/// <summary>Makes accounts and changes what they may do. Only an administrator can; who did what is audited.</summary>
public sealed class Accounts(UserManager<PortalUser> users, RoleManager<IdentityRole<Guid>> roles, PortalDbs dbs, TimeProvider clock)
{
    private const string PasswordLetters = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int Shown = 200;

    private static readonly IdentityResult NotAllowed = IdentityResult.Failed(new IdentityError { Code = "NotAllowed", Description = "Only an administrator can do this." });

    /// <summary>Every role of the procedure exists as a role of Identity.</summary>
    public async Task EnsureRolesAsync()
    {
        foreach (var role in Enum.GetNames<Role>())
        {
            if (!await roles.RoleExistsAsync(role)) await roles.CreateAsync(new IdentityRole<Guid>(role));
        }
    }

    public async Task<ImmutableArray<AccountLine>> ListAsync(string words, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        var like = $"%{words.Trim()}%";
        var found = await db.Users.Where(user => EF.Functions.Like(user.Name, like) || EF.Functions.Like(user.Email!, like)).OrderBy(user => user.Name).Take(Shown)
            .Select(user => new { user, Roles = db.UserRoles.Where(link => link.UserId == user.Id).Join(db.Roles, link => link.RoleId, role => role.Id, (_, role) => role.Name!).ToList() })
            .ToListAsync(ct);
        return [.. found.Select(row => new AccountLine(row.user.Id, row.user.Name, row.user.Email ?? "", row.user.StudentNumber, row.user.Disabled, [.. row.Roles.Select(Enum.Parse<Role>).Order()]))];
    }

    /// <returns>Identity's own objections, such as an e-mail address already in use.</returns>
    public async Task<IdentityResult> CreateAsync(PersonId by, AccountDraft draft, string password) =>
        await AdministratorAsync(by) is { } administrator ? await AuditedAsync(administrator, "account.create", draft.Email, await CreateAsync(draft, password, isDemo: false)) : NotAllowed;

    /// <summary>Makes an account without asking who wants it: for the command line and the demo, which nobody reaches over the network.</summary>
    internal async Task<IdentityResult> CreateAsync(AccountDraft draft, string? password, bool isDemo)
    {
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
        var created = password is null ? await users.CreateAsync(user) : await users.CreateAsync(user, password);
        return created.Succeeded ? await users.AddToRolesAsync(user, draft.Roles.Select(role => role.ToString())) : created;
    }

    /// <summary>A disabled account keeps its history; its cookie and circuit end within a minute.</summary>
    public Task<IdentityResult> DisableAsync(PersonId by, Guid account, bool disabled) => ChangeAsync(by, account, disabled ? "account.disable" : "account.enable", async user =>
    {
        user.Disabled = disabled;
        return await users.UpdateSecurityStampAsync(user);
    });

    public Task<IdentityResult> ResetPasswordAsync(PersonId by, Guid account, string password) => ChangeAsync(by, account, "account.password", async user =>
        await users.ResetPasswordAsync(user, await users.GeneratePasswordResetTokenAsync(user), password));

    /// <summary>A password to hand over once; the owner changes it.</summary>
    public static string FirstPassword() => RandomNumberGenerator.GetString(PasswordLetters, 16);

    private async Task<IdentityResult> ChangeAsync(PersonId by, Guid account, string action, Func<PortalUser, Task<IdentityResult>> change)
    {
        if (await AdministratorAsync(by) is not { } administrator || await users.FindByIdAsync(account.ToString()) is not { } user) return NotAllowed;
        return await AuditedAsync(administrator, action, user.Email ?? "", await change(user));
    }

    private async Task<Actor?> AdministratorAsync(PersonId by)
    {
        await using var db = await dbs.LookAsync(CancellationToken.None);
        return await db.PersonAsync(by, CancellationToken.None) is { } actor && actor.Is(Role.Administrator) ? actor : null;
    }

    private async Task<IdentityResult> AuditedAsync(Actor by, string action, string email, IdentityResult result)
    {
        if (!result.Succeeded) return result;
        return await dbs.ChangeAsync(
            async db =>
            {
                await db.AuditAsync(by, action, "account", new { email }, clock.GetUtcNow(), CancellationToken.None);
                await db.SaveChangesAsync();
                return result;
            },
            CancellationToken.None);
    }
}

using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Accounts;

namespace ReviewPortal.Web.Access;

/// <summary>A new or changed account, as an administrator fills it in.</summary>
public sealed record AccountDraft(string Email, string Name, ImmutableArray<Role> Roles, string? StudentNumber, string Language);

/// <summary>Makes accounts and changes what they may do.</summary>
public sealed class Accounts(UserManager<PortalUser> users, RoleManager<IdentityRole<Guid>> roles)
{
    private const string PasswordLetters = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>Every role of the procedure exists as a role of Identity.</summary>
    public async Task EnsureRolesAsync()
    {
        foreach (var role in Enum.GetNames<Role>())
        {
            if (!await roles.RoleExistsAsync(role)) await roles.CreateAsync(new IdentityRole<Guid>(role));
        }
    }

    /// <returns>Identity's own objections, such as an e-mail address already in use.</returns>
    public async Task<IdentityResult> CreateAsync(AccountDraft draft, string? password, bool isDemo = false)
    {
        ArgumentNullException.ThrowIfNull(draft);
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

    /// <summary>A password to hand over once; the owner changes it.</summary>
    public static string FirstPassword() => RandomNumberGenerator.GetString(PasswordLetters, 16);
}

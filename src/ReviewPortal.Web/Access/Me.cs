using System.Collections.Immutable;
using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;

namespace ReviewPortal.Web.Access;

/// <summary>The person who is signed in. Good for what a page shows; what may be done, every action finds out afresh.</summary>
public sealed class Me(AuthenticationStateProvider state)
{
    public async Task<PersonId> IdAsync() => (await state.GetAuthenticationStateAsync()).User.PersonId();

    public async Task<Actor> WhoAsync() => (await state.GetAuthenticationStateAsync()).User.ToActor();
}

public static class Claims
{
    public const string Name = "portal:name";
    public const string StudentNumber = "portal:student";

    /// <summary>The language of the account, as a language tag.</summary>
    public const string Language = "portal:language";

    /// <summary>One sign-in in one browser: another has another.</summary>
    public const string Session = "portal:session";

    /// <summary>Somebody signs in: this is a session of its own.</summary>
    internal static void BeginSession(ClaimsPrincipal user) => (user.Identity as ClaimsIdentity)?.AddClaim(new(Session, Guid.NewGuid().ToString("N")));

    /// <summary>The account is looked at again in the middle of a session: it stays the same session.</summary>
    internal static void KeepSession(ClaimsPrincipal before, ClaimsPrincipal after)
    {
        if (before.FindFirst(Session) is { } session) (after.Identity as ClaimsIdentity)?.AddClaim(session.Clone());
    }

    public static PersonId PersonId(this ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return new(Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : Guid.Empty);
    }

    public static Actor ToActor(this ClaimsPrincipal user) => new(
        user.PersonId(),
        user.FindFirstValue(Name) ?? "",
        user.FindFirstValue(ClaimTypes.Email) ?? "",
        user.PortalRoles(),
        user.FindFirstValue(StudentNumber));

    public static ImmutableArray<Role> PortalRoles(this ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return [.. user.FindAll(ClaimTypes.Role).Select(claim => claim.Value).Where(name => Enum.TryParse<Role>(name, out _)).Select(Enum.Parse<Role>).Order()];
    }
}

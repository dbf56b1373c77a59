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

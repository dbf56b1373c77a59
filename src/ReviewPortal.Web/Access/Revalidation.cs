using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using ReviewPortal.Infrastructure.Accounts;

namespace ReviewPortal.Web.Access;

/// <summary>Ends the circuit of somebody whose account was disabled or whose password or roles changed, within a minute.</summary>
internal sealed class Revalidation(ILoggerFactory logs, IServiceScopeFactory scopes) : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(30);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        return await users.GetUserAsync(authenticationState.User) is { Disabled: false } user
            && authenticationState.User.HasClaim(users.Options.ClaimsIdentity.SecurityStampClaimType, await users.GetSecurityStampAsync(user));
    }
}

using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using ReviewPortal.Infrastructure.Accounts;

namespace ReviewPortal.Web.Access;

/// <summary>
/// Makes a stranger of somebody whose account was disabled or whose password or roles changed, as often as their cookie is looked at again.
/// The open page is taken down with that, because every page asks for somebody who is signed in.
/// </summary>
internal sealed class Revalidation(ILoggerFactory logs, IServiceScopeFactory scopes, IOptions<SecurityStampValidatorOptions> options) : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => options.Value.ValidationInterval;

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        return await users.GetUserAsync(authenticationState.User) is { Disabled: false } user
            && authenticationState.User.HasClaim(users.Options.ClaimsIdentity.SecurityStampClaimType, await users.GetSecurityStampAsync(user));
    }
}

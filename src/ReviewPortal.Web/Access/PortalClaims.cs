using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using ReviewPortal.Infrastructure.Accounts;

namespace ReviewPortal.Web.Access;

/// <summary>Puts the name, the language and the student number into the cookie beside Identity's own claims.</summary>
internal sealed class PortalClaims(UserManager<PortalUser> users, RoleManager<IdentityRole<Guid>> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<PortalUser, IdentityRole<Guid>>(users, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(PortalUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(Claims.Name, user.Name));
        identity.AddClaim(new Claim(Claims.Language, user.Language));
        if (user.StudentNumber is { } number) identity.AddClaim(new Claim(Claims.StudentNumber, number));
        return identity;
    }
}

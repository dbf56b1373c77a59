using System.Globalization;
using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.Extensions.DependencyInjection;
using ReviewPortal.Core.Cases;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Tests.Pages;

/// <summary>The portal's pages as one person sees them, on the portal's own services; only the browser is missing.</summary>
internal sealed class APage : BunitContext
{
    private readonly IServiceScope _scope;

    private APage(APortal portal, Actor person)
    {
        _scope = portal.Services.CreateScope();
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddFallbackServiceProvider(_scope.ServiceProvider);
        Services.AddLocalization();
        Services.AddScoped<Me>();
        var authorization = this.AddAuthorization();
        authorization.SetAuthorized(person.Email);
        authorization.SetClaims([new(ClaimTypes.NameIdentifier, person.Id.ToString()), new(Claims.Name, person.Name), .. person.Roles.Select(role => new Claim(ClaimTypes.Role, role.ToString()))]);
    }

    public static APage For(APortal portal, string who, string language = "nl")
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        return new APage(portal, portal.Who(who));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing) _scope.Dispose();
    }
}

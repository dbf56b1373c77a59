using System.Globalization;
using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using ReviewPortal.Core.Cases;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Tests.Pages;

/// <summary>The portal's pages as one person sees them, on the portal's own services; only the browser is missing.</summary>
internal sealed class APage : BunitContext
{
    private readonly IServiceScope _scope;
    private readonly Session _session;

    private APage(APortal portal, Actor person)
    {
        _scope = portal.Services.CreateScope();
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddFallbackServiceProvider(_scope.ServiceProvider);
        Services.AddLocalization();
        Services.AddScoped<Me>();
        Services.AddScoped(services => ActivatorUtilities.CreateInstance<StepUp>(_scope.ServiceProvider, services.GetRequiredService<AuthenticationStateProvider>()));
        _session = new Session(person);
        Services.AddSingleton<AuthenticationStateProvider>(_session);
        Services.AddSingleton(portal.Get<IAuthorizationService>());
        Services.AddSingleton(portal.Get<IAuthorizationPolicyProvider>());
        RenderTree.Add<CascadingAuthenticationState>();
    }

    public static APage For(APortal portal, string who, string language = "nl")
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        return new APage(portal, portal.Who(who));
    }

    /// <summary>The session ends while the page is open.</summary>
    public void SignOut() => _session.End();

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing) _scope.Dispose();
    }

    private sealed class Session(Actor person) : AuthenticationStateProvider
    {
        private AuthenticationState _now = new(new ClaimsPrincipal(new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, person.Id.ToString()), new(Claims.Name, person.Name), .. person.Roles.Select(role => new Claim(ClaimTypes.Role, role.ToString()))], "test")));

        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(_now);

        public void End()
        {
            _now = new(new ClaimsPrincipal(new ClaimsIdentity()));
            NotifyAuthenticationStateChanged(GetAuthenticationStateAsync());
        }
    }
}

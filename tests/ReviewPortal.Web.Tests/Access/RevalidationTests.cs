using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Tests.Http;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Access;

/// <summary>Whoever was disabled or got another password is a stranger soon after, on the open page and at the next request.</summary>
public sealed class RevalidationTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(100);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_open_page_learns_of_it_within_the_interval(bool disable)
    {
        await using var portal = await LookingOftenAsync();
        await using var circuit = portal.Services.CreateAsyncScope();
        var state = circuit.ServiceProvider.GetRequiredService<AuthenticationStateProvider>();
        var stranger = new TaskCompletionSource();
        state.AuthenticationStateChanged += async changed =>
        {
            if ((await changed).User.Identity is not { IsAuthenticated: true }) stranger.TrySetResult();
        };
        ((IHostEnvironmentAuthenticationStateProvider)state).SetAuthenticationState(Task.FromResult(new AuthenticationState(await PrincipalAsync(circuit.ServiceProvider, portal))));
        await Task.Delay(3 * Short, Ct);
        Assert.False(stranger.Task.IsCompleted, "Nothing had changed yet");

        await ChangeAsync(portal, disable);

        await stranger.Task.WaitAsync(TimeSpan.FromSeconds(10), Ct);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_next_request_is_sent_to_the_sign_in_page(bool disable)
    {
        await using var portal = await LookingOftenAsync();
        await portal.StartAsync();
        using var visitor = await Visitor.AsAsync(portal, portal.Who("reviewer").Email);
        using var before = await visitor.GetAsync(Links.CasesCsv);
        Assert.Equal(System.Net.HttpStatusCode.OK, before.StatusCode);

        await ChangeAsync(portal, disable);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await Task.Delay(2 * Short, Ct);

        using var after = await visitor.GetAsync(Links.CasesCsv);
        Assert.Equal((System.Net.HttpStatusCode.Redirect, Links.SignIn), (after.StatusCode, after.Headers.Location?.AbsolutePath));
    }

    [Fact]
    public async Task It_is_looked_at_at_least_once_a_minute()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        Assert.InRange(portal.Get<IOptions<SecurityStampValidatorOptions>>().Value.ValidationInterval, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
    }

    private static async Task<APortal> LookingOftenAsync()
    {
        var portal = await APortal.WithDemoPeopleAsync();
        portal.Get<IOptions<SecurityStampValidatorOptions>>().Value.ValidationInterval = Short;
        return portal;
    }

    private static async Task<ClaimsPrincipal> PrincipalAsync(IServiceProvider services, APortal portal)
    {
        var user = await services.GetRequiredService<UserManager<PortalUser>>().FindByIdAsync(portal.Who("reviewer").Id.ToString());
        return await services.GetRequiredService<IUserClaimsPrincipalFactory<PortalUser>>().CreateAsync(user!);
    }

    private static async Task ChangeAsync(APortal portal, bool disable)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<Accounts>();
        var (by, account) = (portal.Who("beheer").Id, portal.Who("reviewer").Id.Value);
        Assert.True((disable ? await accounts.DisableAsync(by, account, disabled: true) : await accounts.ResetPasswordAsync(by, account, Accounts.FirstPassword())).Succeeded);
    }
}

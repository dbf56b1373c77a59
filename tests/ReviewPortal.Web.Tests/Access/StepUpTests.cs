using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Features.Decisions;

namespace ReviewPortal.Web.Tests.Access;

/// <summary>Who signs shows again who that is; signer, moment and method are kept (Awb 2:18).</summary>
public sealed class StepUpTests
{
    private const string Password = "een lang wachtwoord";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_password_is_asked_again_once_the_last_proof_is_too_old_and_the_signature_keeps_how()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Drafted);
        await using var _ = portal;
        await PasswordAsync(portal, "lid1");
        var stepUp = On(portal, "lid1");

        Assert.Equal(SigningAsk.Password, await stepUp.AskAsync());
        var unproven = await stepUp.SignatureAsync();
        Assert.Equal([Requirement.SignedAfresh], Assert.IsType<Refused>(await DecideAsync(portal, @case, unproven)).Unmet);

        Assert.Equal(ProofResult.Good, await stepUp.ProveAsync(Password));
        Assert.Equal(SigningAsk.Nothing, await stepUp.AskAsync());
        var proved = portal.Clock.GetUtcNow();
        portal.Clock.Set(proved.AddMinutes(9));
        await ACase.DoneAsync(DecideAsync(portal, @case, await stepUp.SignatureAsync()));

        var decision = await @case.DecisionAsync();
        var told = await portal.ReadAsync(db => db.CaseEvents.SingleAsync(item => item.Action == CaseAction.DecideIrregularity, Ct));
        Assert.Equal((SigningMethod.Password, SigningMethod.Password, proved), (decision.SignedWith!.Value, told.SignedWith!.Value, told.ProvedAt!.Value));
        var detail = await portal.ReadAsync(db => db.AuditDetails.OrderByDescending(item => item.Seq).Select(item => item.Text).FirstAsync(Ct));
        Assert.Contains("signedWith", detail, StringComparison.Ordinal);

        portal.Clock.Set(proved.AddMinutes(11));
        Assert.Equal(SigningAsk.Password, await stepUp.AskAsync());
        Assert.Null((await stepUp.SignatureAsync()).Signing);
    }

    [Fact]
    public async Task Wrong_passwords_lock_the_account_as_at_the_door_and_stand_in_the_log()
    {
        var (portal, _) = await Stages.AtAsync(Stage.Drafted);
        await using var closing = portal;
        await PasswordAsync(portal, "lid1");
        var stepUp = On(portal, "lid1");
        for (var number = 1; number < 5; number++) Assert.Equal(ProofResult.Wrong, await stepUp.ProveAsync("iets anders"));
        Assert.Equal(ProofResult.LockedOut, await stepUp.ProveAsync("iets anders"));
        Assert.Equal(ProofResult.LockedOut, await stepUp.ProveAsync(Password));
        Assert.Null((await stepUp.SignatureAsync()).Signing);
        Assert.Equal(6, await portal.ReadAsync(db => db.AuditRows.CountAsync(row => row.Action == "signing.refused", Ct)));
    }

    [Fact]
    public async Task An_account_of_the_demo_confirms_in_words_and_outside_development_not_at_all()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Drafted);
        await using var _ = portal;
        var stepUp = On(portal, "lid1");
        Assert.Equal(SigningAsk.Words, await stepUp.AskAsync());
        Assert.Equal(ProofResult.Good, await stepUp.ProveAsync(null));
        await ACase.DoneAsync(DecideAsync(portal, @case, await stepUp.SignatureAsync()));
        Assert.Equal(SigningMethod.Demo, (await @case.DecisionAsync()).SignedWith);

        var strict = On(portal, "lid2", new HostingEnvironment { EnvironmentName = Environments.Production });
        Assert.Equal((SigningAsk.Impossible, ProofResult.Impossible), (await strict.AskAsync(), await strict.ProveAsync(null)));
    }

    [Fact]
    public async Task A_proof_is_of_one_session_and_of_one_person()
    {
        var (portal, _) = await Stages.AtAsync(Stage.Drafted);
        await using var closing = portal;
        Assert.Equal(ProofResult.Good, await On(portal, "lid1").ProveAsync(null));
        Assert.Equal(SigningAsk.Nothing, await On(portal, "lid1").AskAsync());
        Assert.Equal(SigningAsk.Words, await On(portal, "lid1", stamp: "after signing out").AskAsync());
        Assert.Equal(SigningAsk.Words, await On(portal, "lid1", session: "another browser").AskAsync());
        Assert.Equal(SigningAsk.Words, await On(portal, "lid2").AskAsync());
    }

    [Fact]
    public async Task Where_every_signature_asks_for_its_own_a_proof_is_used_up()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var proofs = new SigningProofs(new SigningPolicy(TimeSpan.Zero), portal.Clock);
        proofs.Keep(portal.Who("lid1").Id, "s", SigningMethod.Password);
        Assert.False(proofs.Has(portal.Who("lid1").Id, "s"));
        Assert.NotNull(proofs.Take(portal.Who("lid1").Id, "s"));
        Assert.Null(proofs.Take(portal.Who("lid1").Id, "s"));
    }

    private static Task<Answer> DecideAsync(APortal portal, ACase @case, Signatory by) => portal.Get<Decide>().RunAsync(@case.Latest, Core.Decisions.Outcome.Irregularity, by, Ct);

    private static StepUp On(APortal portal, string who, IHostEnvironment? environment = null, string stamp = "stamp", string session = "this browser") => new(
        new Signed(portal.Who(who), stamp, session), portal.Get<SigningProofs>(), portal.Get<IServiceScopeFactory>(), portal.Dbs, environment ?? portal.Get<IHostEnvironment>(), portal.Clock);

    private static async Task PasswordAsync(APortal portal, string who)
    {
        using var scope = portal.Services.CreateScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        var user = (await users.FindByIdAsync(portal.Who(who).Id.ToString()))!;
        Assert.True((await users.AddPasswordAsync(user, Password)).Succeeded);
        await users.SetLockoutEnabledAsync(user, true);
    }

    private sealed class Signed(Actor person, string stamp, string session) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, person.Id.ToString()), new(Claims.Name, person.Name), new(new ClaimsIdentityOptions().SecurityStampClaimType, stamp), new(Claims.Session, session), .. person.Roles.Select(role => new Claim(ClaimTypes.Role, role.ToString()))], "test"))));
    }
}

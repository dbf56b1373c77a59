using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using ReviewPortal.Core.Cases;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Access;

/// <summary>What somebody is asked for who is about to sign.</summary>
public enum SigningAsk
{
    Nothing,
    Password,

    /// <summary>An account of the demo, which has no password, says in words that it signs in its own name.</summary>
    Words,

    /// <summary>There is no password and this is no demo: signing is not possible.</summary>
    Impossible,
}

/// <summary>What became of a proof.</summary>
public enum ProofResult
{
    Good,
    Wrong,
    LockedOut,
    Impossible,
}

/// <summary>Asks whoever signs to show again that it is them, when the last time is too long ago (Awb 2:18). Passwords count towards the lock as at the door.</summary>
public sealed class StepUp(AuthenticationStateProvider state, SigningProofs proofs, IServiceScopeFactory scopes, PortalDbs dbs, IHostEnvironment environment, TimeProvider clock)
{
    public async Task<SigningAsk> AskAsync()
    {
        var (person, session, _) = await SessionAsync();
        if (proofs.Has(person, session)) return SigningAsk.Nothing;
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        return await users.FindByIdAsync(person.ToString()) switch
        {
            { PasswordHash: not null } => SigningAsk.Password,
            { IsDemo: true } when environment.IsDevelopment() => SigningAsk.Words,
            _ => SigningAsk.Impossible,
        };
    }

    /// <param name="password">Null when the account confirms in words.</param>
    public async Task<ProofResult> ProveAsync(string? password)
    {
        var (person, session, actor) = await SessionAsync();
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        if (await users.FindByIdAsync(person.ToString()) is not { Disabled: false } user) return ProofResult.Impossible;
        var (result, method) = user.PasswordHash is not null ? (await CheckAsync(users, user, password ?? ""), SigningMethod.Password)
            : (user.IsDemo && environment.IsDevelopment() ? ProofResult.Good : ProofResult.Impossible, SigningMethod.Demo);
        if (result is ProofResult.Good) proofs.Keep(person, session, method);
        else await WriteDownAsync(actor, result);
        return result;
    }

    /// <summary>The signature of who is signed in: with the proof when it is fresh, otherwise without, and then the step says what is missing.</summary>
    public async Task<Signatory> SignatureAsync()
    {
        var (person, session, _) = await SessionAsync();
        return proofs.Take(person, session) is { } signing ? Signatory.Proven(person, signing) : Signatory.Unproven(person);
    }

    private static async Task<ProofResult> CheckAsync(UserManager<PortalUser> users, PortalUser user, string password)
    {
        if (await users.IsLockedOutAsync(user)) return ProofResult.LockedOut;
        if (await users.CheckPasswordAsync(user, password))
        {
            await users.ResetAccessFailedCountAsync(user);
            return ProofResult.Good;
        }

        await users.AccessFailedAsync(user);
        return await users.IsLockedOutAsync(user) ? ProofResult.LockedOut : ProofResult.Wrong;
    }

    private Task<bool> WriteDownAsync(Actor actor, ProofResult result) => dbs.ChangeAsync(
        async db =>
        {
            await db.AuditAsync(actor, "signing.refused", $"person/{actor.Id}", new { result }, clock.GetUtcNow(), CancellationToken.None);
            await db.SaveChangesAsync();
            return true;
        },
        CancellationToken.None);

    private async Task<(PersonId Person, string Session, Actor Actor)> SessionAsync()
    {
        var user = (await state.GetAuthenticationStateAsync()).User;
        return (user.PersonId(), $"{user.FindFirstValue(Claims.Session)} {user.FindFirstValue(new ClaimsIdentityOptions().SecurityStampClaimType)}", user.ToActor());
    }
}

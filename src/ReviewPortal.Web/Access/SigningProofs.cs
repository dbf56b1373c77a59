using System.Collections.Concurrent;
using ReviewPortal.Core.Cases;

namespace ReviewPortal.Web.Access;

/// <summary>
/// Who showed when to be who the session says. By the sign-in and by the stamp of the account, which signing out and a new password change: a proof given in one browser is none in
/// another. In the memory of the server, and nowhere in a browser.
/// A portal that starts again asks again.
/// </summary>
public sealed class SigningProofs(SigningPolicy policy, TimeProvider clock)
{
    private static readonly TimeSpan ForOneSignature = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(PersonId Person, string Session), Signing> _proofs = new();

    /// <summary>The proof, as long as it is fresh. Where every signature asks for its own, it is used up by this.</summary>
    public Signing? Take(PersonId person, string session)
    {
        if (policy.Fresh == TimeSpan.Zero) return _proofs.TryRemove((person, session), out var once) && IsFresh(once) ? once : null;
        return _proofs.TryGetValue((person, session), out var proof) && IsFresh(proof) ? proof : null;
    }

    /// <summary>Would a signature be taken now without asking?</summary>
    public bool Has(PersonId person, string session) => policy.Fresh > TimeSpan.Zero && _proofs.TryGetValue((person, session), out var proof) && IsFresh(proof);

    public void Keep(PersonId person, string session, SigningMethod method)
    {
        foreach (var (key, old) in _proofs)
        {
            if (!IsFresh(old)) _proofs.TryRemove(new(key, old));
        }

        _proofs[(person, session)] = new Signing(method, clock.GetUtcNow());
    }

    // Where every signature asks for its own, the proof waits for nothing but the signature it was given for.
    private bool IsFresh(Signing proof) => clock.GetUtcNow() - proof.ProvedAt <= (policy.Fresh > TimeSpan.Zero ? policy.Fresh : ForOneSignature);
}

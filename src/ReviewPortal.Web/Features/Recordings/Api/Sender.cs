using System.Collections.Immutable;
using System.Security.Claims;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Features.Recordings.Keys;

namespace ReviewPortal.Web.Features.Recordings.Api;

/// <summary>Who delivers over HTTP: the system of a supplier with its key, or a person who is signed in.</summary>
/// <param name="Key">Null for a person.</param>
/// <param name="Scopes">What the key opens.</param>
public sealed record Sender(Actor Actor, Guid? Key, Guid? Supplier, ImmutableArray<string> Scopes)
{
    private const string KeyClaim = "portal:key", SupplierClaim = "portal:supplier", ScopeClaim = "portal:scope";

    // What a coordinator does on the page; whether this person is one is asked of the database.
    private static readonly ImmutableArray<string> OfAPerson = [KeyScope.Uploads, KeyScope.Status];

    // An administrator made the key: what comes in with it comes in by that office, as on the command line.
    private static readonly ImmutableArray<Role> OfAKey = [Role.Administrator];

    public bool May(string scope) => (Key is null ? OfAPerson : Scopes).Contains(scope);

    public static Sender Of(ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Guid.TryParse(user.FindFirstValue(KeyClaim), out var key)
            ? new Sender(new Actor(new PersonId(key), user.FindFirstValue(Claims.Name) ?? "", "", OfAKey), key, Guid.Parse(user.FindFirstValue(SupplierClaim)!), [.. user.FindAll(ScopeClaim).Select(claim => claim.Value)])
            : new Sender(user.ToActor(), null, null, []);
    }

    /// <summary>Who sent it, as it was found when it was sent.</summary>
    public static Actor ActorOf(Upload upload)
    {
        ArgumentNullException.ThrowIfNull(upload);
        return new Actor(upload.Sender, upload.SenderName, "", upload.Key is null ? [Role.Coordinator] : OfAKey);
    }

    public static ClaimsPrincipal Principal(ValidKey valid, string scheme)
    {
        ArgumentNullException.ThrowIfNull(valid);
        return new ClaimsPrincipal(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, valid.Key.Id.ToString()),
            new(KeyClaim, valid.Key.Id.ToString()),
            new(SupplierClaim, valid.Key.Supplier.ToString()),
            // As it stands in timelines and in the audit log.
            new(Claims.Name, $"{valid.Supplier} · {valid.Key.Name}"),
            .. valid.Key.Scopes.Select(scope => new Claim(ScopeClaim, scope)),
        ], scheme));
    }
}

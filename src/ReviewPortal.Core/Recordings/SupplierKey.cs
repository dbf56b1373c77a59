using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ReviewPortal.Core.Cases;

namespace ReviewPortal.Core.Recordings;

/// <summary>What a key of a supplier opens.</summary>
public static class KeyScope
{
    /// <summary>Sending in recordings and files.</summary>
    public const string Uploads = "uploads";

    /// <summary>Asking what became of what the supplier sent, by whichever of its keys.</summary>
    public const string Status = "status";

    public const string EdxWebhook = "webhook:edx";
    public const string ProctorioWebhook = "webhook:proctorio";
    public const string LtiWebhook = "webhook:lti";

    public static readonly ImmutableArray<string> All = [Uploads, Status, EdxWebhook, ProctorioWebhook, LtiWebhook];
}

/// <summary>
/// A key with which a supplier's system delivers. It is shown once, when it is made; what is kept of it recognises it and does not give it back
/// (AVG 32). Revoked, it opens nothing from that moment on.
/// </summary>
public sealed class SupplierKey
{
    private const string Mark = "rp_";
    private const int SecretBytes = 32, ShownLetters = 6;

    public Guid Id { get; init; }

    public Guid Supplier { get; init; }

    /// <summary>What it is for, in the administrator's words.</summary>
    public required string Name { get; init; }

    /// <summary>Its first letters, by which people tell it from others.</summary>
    public required string Prefix { get; init; }

    /// <summary>SHA-256 of the key, in lower-case hexadecimals. The key is random and long, so that guessing it back is hopeless.</summary>
    public required string Hash { get; init; }

    /// <summary>Of <see cref="KeyScope"/>.</summary>
    public ImmutableArray<string> Scopes { get; init; } = [];

    public DateTimeOffset CreatedAt { get; init; }

    public required string CreatedByName { get; init; }

    /// <summary>Null when it does not end by itself.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public string? RevokedByName { get; private set; }

    /// <summary>To the minute.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }

    /// <returns>What is kept, and the key itself, which is not.</returns>
    public static (SupplierKey Kept, string Key) Make(Guid supplier, string name, ImmutableArray<string> scopes, DateTimeOffset? expires, Actor by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var key = Mark + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        var kept = new SupplierKey
        {
            Id = Guid.CreateVersion7(now), Supplier = supplier, Name = name.Trim(), Prefix = key[..(Mark.Length + ShownLetters)], Hash = HashOf(key),
            Scopes = scopes, CreatedAt = now, CreatedByName = by.Name, ExpiresAt = expires,
        };
        return (kept, key);
    }

    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    public bool Holds(DateTimeOffset now) => RevokedAt is null && (ExpiresAt is null || now < ExpiresAt);

    public void Revoke(Actor by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (RevokedAt is null) (RevokedAt, RevokedByName) = (now, by.Name);
    }
}

namespace ReviewPortal.Infrastructure.Store;

/// <summary>The bytes of a signed document, kept under their own hash and never changed.</summary>
public sealed class KeptFile
{
    /// <summary>In lower-case hexadecimals.</summary>
    public required string Sha256 { get; init; }

    public required string ContentType { get; init; }

    public required byte[] Content { get; init; }

    public static KeptFile Pdf(byte[] content) => new()
    {
        Sha256 = HashOf(content),
        ContentType = "application/pdf",
        Content = content,
    };

    /// <summary>SHA-256 in small hexadecimals: by it the file is known, and by it one that was changed at rest is found out.</summary>
    public static string HashOf(byte[] content) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content));
}

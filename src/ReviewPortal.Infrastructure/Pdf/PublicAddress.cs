using Microsoft.Extensions.Configuration;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>Under which address everybody finds the portal, as the institution set it; null when it has not.</summary>
public sealed record PublicAddress(Uri? Root)
{
    /// <summary>Where the code of a letter is entered, without signing in.</summary>
    public const string VerifyLetter = "verify-letter";

    // Where a web host listens that is told nothing.
    private const string Kestrel = "http://localhost:5000";

    /// <exception cref="UnfitSettingException">The setting PublicAddress is no address of a web site.</exception>
    public static PublicAddress Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (configuration["PublicAddress"] is not { Length: > 0 } text) return new(Root: null);
        var fits = Uri.TryCreate(text, UriKind.Absolute, out var root) && root.Scheme is "https" or "http" && root.Query.Length is 0 && root.Fragment.Length is 0;
        return fits ? new(root) : throw new UnfitSettingException(UnfitSetting.PublicAddress, text);
    }

    /// <summary>As set; otherwise the first address that the portal listens on. For a developer: nobody else reaches it there.</summary>
    /// <exception cref="UnfitSettingException">The setting PublicAddress is no address of a web site.</exception>
    public static PublicAddress ReadOrListening(IConfiguration configuration)
    {
        var set = Read(configuration);
        if (set.Root is not null) return set;
        var first = (configuration["urls"] is { Length: > 0 } urls ? urls : Kestrel).Split(';')[0];
        // An address for all networks names no host, and with port 0 the port is not known yet.
        return new(Uri.TryCreate(first, UriKind.Absolute, out var listening) && listening is { Port: > 0, Host: not ("0.0.0.0" or "[::]") } ? listening : null);
    }

    /// <summary>What is missing without an address, and what to do; null when there is one.</summary>
    public string? Problem => Root is not null ? null : "Letters go out without a QR code: it is not known where everybody finds the portal. Name that address in PublicAddress, such as https://portal.universiteit.example.";

    public Uri? Verification => Root is null ? null : new($"{Root.AbsoluteUri.TrimEnd('/')}/{VerifyLetter}");
}

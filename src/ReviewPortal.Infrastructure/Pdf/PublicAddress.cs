using Microsoft.Extensions.Configuration;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>Under which address everybody finds the portal, as the institution set it; null when it has not.</summary>
public sealed record PublicAddress(Uri? Root)
{
    /// <summary>Where the code of a letter is entered, without signing in.</summary>
    public const string VerifyLetter = "verify-letter";

    /// <exception cref="UnfitSettingException">The setting PublicAddress is no address of a web site.</exception>
    public static PublicAddress Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (configuration["PublicAddress"] is not { Length: > 0 } text) return new(Root: null);
        var fits = Uri.TryCreate(text, UriKind.Absolute, out var root) && root.Scheme is "https" or "http" && root.Query.Length is 0 && root.Fragment.Length is 0;
        return fits ? new(root) : throw new UnfitSettingException(UnfitSetting.PublicAddress, text);
    }

    public Uri? Verification => Root is null ? null : new($"{Root.AbsoluteUri.TrimEnd('/')}/{VerifyLetter}");
}

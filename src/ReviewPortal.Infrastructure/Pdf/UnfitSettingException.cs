namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>A setting about letters with which the portal cannot start.</summary>
/// <param name="value">The file or the address that was set.</param>
public sealed class UnfitSettingException(UnfitSetting reason, string value, Exception? inner = null) : Exception($"{reason}: {value}", inner)
{
    public UnfitSetting Reason { get; } = reason;

    public string Value { get; } = value;
}

public enum UnfitSetting
{
    /// <summary>Seal:Certificate names a file that is not there.</summary>
    NoSuchSeal,

    /// <summary>It is no PKCS #12 file, or Seal:Password is not its password.</summary>
    UnreadableSeal,

    /// <summary>It holds a certificate without its key.</summary>
    SealWithoutKey,

    /// <summary>PublicAddress is no address of a web site.</summary>
    PublicAddress,
}

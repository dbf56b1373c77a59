using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>A certificate with its key, and those that vouch for it.</summary>
/// <param name="Holder">As readers of a PDF show it.</param>
public sealed record Sealing(X509Certificate2 Certificate, X509Certificate2Collection Chain, string Holder);

/// <summary>With what letters are sealed: the certificate of the configuration, one made here for a demo, or nothing.</summary>
public sealed class SealCertificate
{
    private const int YearsOfTheSelfMade = 10;
    private readonly Func<DateTimeOffset, Sealing?> _find;
    private readonly Lock _making = new();
    private readonly bool _isSelfMade;
    private Sealing? _found;

    private SealCertificate(Func<DateTimeOffset, Sealing?> find, bool isSelfMade = false) => (_find, _isSelfMade) = (find, isSelfMade);

    /// <summary>Letters go out without a seal.</summary>
    public static SealCertificate None { get; } = new(_ => null);

    /// <summary>The certificate of the institution, as PKCS #12. It is read at once, so that a mistake shows at the start and not at the first letter.</summary>
    /// <exception cref="UnfitSettingException">There is no such file, the password is not its own, or it holds no key.</exception>
    public static SealCertificate Of(string file, string? password)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!File.Exists(file)) throw new UnfitSettingException(UnfitSetting.NoSuchSeal, file);
        var sealing = Read(file, password);
        return new(_ => sealing);
    }

    /// <summary>A certificate that is made at the first letter and kept in this file: nobody vouches for it, and whoever opens a letter is told so.</summary>
    public static SealCertificate SelfMade(string file, string holder) => new(
        moment =>
        {
            if (!File.Exists(file)) Make(file, holder, moment);
            return Read(file, password: null);
        },
        isSelfMade: true);

    /// <returns>Null when there is none, or when it does not hold at this moment.</returns>
    public Sealing? At(DateTimeOffset moment) => Found(moment) is { } sealing && Holds(sealing.Certificate, moment) ? sealing : null;

    /// <summary>What keeps letters from being sealed at this moment, for whoever runs the portal; null when nothing does.</summary>
    public string? Problem(DateTimeOffset moment)
    {
        if (_isSelfMade) return null; // It is made when the first letter asks for it.
        if (Found(moment) is not { Certificate: var certificate }) return "Letters go out without an electronic seal: no certificate is set. Name the institution's PKCS #12 file in Seal:Certificate, with Seal:Password.";
        return Holds(certificate, moment) ? null : string.Create(CultureInfo.InvariantCulture, $"Letters go out without an electronic seal: the certificate in Seal:Certificate holds from {certificate.NotBefore:yyyy-MM-dd} to {certificate.NotAfter:yyyy-MM-dd}.");
    }

    private Sealing? Found(DateTimeOffset moment)
    {
        lock (_making) return _found ??= _find(moment);
    }

    private static bool Holds(X509Certificate2 certificate, DateTimeOffset moment) => certificate.NotBefore.ToUniversalTime() <= moment.UtcDateTime && moment.UtcDateTime <= certificate.NotAfter.ToUniversalTime();

    private static Sealing Read(string file, string? password)
    {
        try
        {
            var all = X509CertificateLoader.LoadPkcs12CollectionFromFile(file, password);
            var own = all.FirstOrDefault(item => item.HasPrivateKey) ?? throw new UnfitSettingException(UnfitSetting.SealWithoutKey, file);
            return new(own, [.. all.Where(item => item != own)], own.GetNameInfo(X509NameType.SimpleName, forIssuer: false));
        }
        catch (CryptographicException unreadable)
        {
            throw new UnfitSettingException(UnfitSetting.UnreadableSeal, file, unreadable);
        }
    }

    private static void Make(string file, string holder, DateTimeOffset moment)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var name = new X500DistinguishedNameBuilder();
        name.AddCommonName(holder);
        name.AddOrganizationName(holder);
        var request = new CertificateRequest(name.Build(), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, critical: true));
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, 0, critical: true));
        using var made = request.CreateSelfSigned(moment.AddDays(-1), moment.AddYears(YearsOfTheSelfMade));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var aside = Path.Combine(Path.GetDirectoryName(file)!, Path.GetRandomFileName());
        SecretFile.Write(aside, made.Export(X509ContentType.Pfx));
        try
        {
            File.Move(aside, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(aside); // Another process made one at the same time; that one holds.
        }
    }
}

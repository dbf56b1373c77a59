using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>
/// The electronic seal of the institution on a finished PDF (eIDAS 3 under 25; PAdES baseline B): it shows that the file comes from the institution and
/// that nothing in it was changed since.
/// </summary>
public sealed class ElectronicSeal(SealCertificate certificate)
{
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";
    private const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";

    // A signature on a curve is a few bytes longer or shorter from one time to the next.
    private const int Spare = 128;

    /// <summary>The same bytes with a seal behind them. As they came when there is no certificate, or when it does not hold at that moment.</summary>
    public byte[] Seal(byte[] pdf, DateTimeOffset moment)
    {
        ArgumentNullException.ThrowIfNull(pdf);
        if (certificate.At(moment) is not { } sealing) return pdf;
        return new SealedPdf(pdf, sealing.Holder, moment).Bytes(Signature([0], sealing).Length + Spare, covered => Signature(covered, sealing));
    }

    /// <summary>A detached CMS signature over what the seal covers; the moment stands in the PDF, as PAdES asks.</summary>
    private static byte[] Signature(byte[] covered, Sealing sealing)
    {
        var cms = new SignedCms(new ContentInfo(covered), detached: true);
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, sealing.Certificate) { DigestAlgorithm = new Oid(Sha256), IncludeOption = X509IncludeOption.EndCertOnly };
        signer.Certificates.AddRange(sealing.Chain);
        signer.SignedAttributes.Add(new AsnEncodedData(new Oid(SigningCertificateV2), HashOf(sealing.Certificate)));
        cms.ComputeSignature(signer, silent: true);
        return cms.Encode();
    }

    // RFC 5035: the signature names its own certificate by hash, so that no other one can be put in its place.
    private static byte[] HashOf(X509Certificate2 certificate)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString(SHA256.HashData(certificate.RawData));
        }

        return writer.Encode();
    }
}

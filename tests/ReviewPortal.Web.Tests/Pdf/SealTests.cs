using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Commands;

namespace ReviewPortal.Web.Tests.Pdf;

/// <summary>The electronic seal of the institution (eIDAS 3 under 25), as poppler's pdfsig sees it.</summary>
public sealed class SealTests : IDisposable
{
    private const string Password = "een lang wachtwoord";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("seal");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("valid.nl")]
    [InlineData("fraud-sanction.en")]
    [InlineData("proces-verbaal.nl")]
    public void A_sealed_document_is_accepted_and_says_who_sealed_it(string name)
    {
        var plain = new DocumentPrinter().Print(SampleLetters.Of(name), SampleCase.Moment);
        using var pdf = new PrintedPdf(new ElectronicSeal(SelfMade()).Seal(plain, SampleCase.Moment));
        var seal = pdf.Signatures();
        Assert.Contains("Signature Validation: Signature is Valid.", seal, StringComparison.Ordinal);
        Assert.Contains("Total document signed", seal, StringComparison.Ordinal);
        Assert.Contains("Signer Certificate Common Name: Universiteit Voorbeeld", seal, StringComparison.Ordinal);
        Assert.Contains("ETSI.CAdES.detached", seal, StringComparison.Ordinal);
        Assert.Contains("Dec 07 2026", seal, StringComparison.Ordinal);
        Assert.Contains("No syntax or stream encoding errors", pdf.Check(), StringComparison.Ordinal);
        Assert.Matches(@"Tagged:\s+yes", pdf.Information());
        using var before = new PrintedPdf(plain);
        Assert.Equal((before.Laid(), before.ReadOut()), (pdf.Laid(), pdf.ReadOut()));
        // The letter itself is not touched: what was printed stands in front, byte by byte.
        Assert.Equal(plain, pdf.Bytes[..plain.Length]);
    }

    [Fact]
    public void One_changed_byte_breaks_the_seal()
    {
        var @sealed = new ElectronicSeal(SelfMade()).Seal(new DocumentPrinter().Print(SampleLetters.Of("valid.nl"), SampleCase.Moment), SampleCase.Moment);
        @sealed[@sealed.AsSpan().IndexOf("<xmp:CreatorTool>"u8) + 20] ^= 1;
        using var pdf = new PrintedPdf(@sealed);
        Assert.Contains("Digest Mismatch", pdf.Signatures(), StringComparison.Ordinal);
    }

    /// <summary>An institution's own: RSA, with a password and the certificate of who vouches for it.</summary>
    [Fact]
    public void The_certificate_of_the_configuration_seals_with_the_same_bytes_each_time()
    {
        var file = Pkcs12(SampleCase.Moment.AddYears(-1), SampleCase.Moment.AddYears(1));
        var plain = new DocumentPrinter().Print(SampleLetters.Of("valid.nl"), SampleCase.Moment);
        var certificate = SealCertificate.Of(file, Password);
        var @sealed = new ElectronicSeal(certificate).Seal(plain, SampleCase.Moment);
        Assert.Equal(@sealed, new ElectronicSeal(SealCertificate.Of(file, Password)).Seal(plain, SampleCase.Moment));
        Assert.Null(certificate.Problem(SampleCase.Moment));
        using var pdf = new PrintedPdf(@sealed);
        Assert.Contains("Signature is Valid", pdf.Signatures(), StringComparison.Ordinal);
        Assert.Contains("Example University seal 2026", pdf.Signatures(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_that_cannot_be_used_is_refused_with_what_to_do()
    {
        var file = Pkcs12(SampleCase.Moment, SampleCase.Moment.AddYears(1));
        AssertRefused(UnfitSetting.UnreadableSeal, "Seal:Password", file, "mis");
        AssertRefused(UnfitSetting.NoSuchSeal, "Seal:Certificate", Path.Combine(_folder.FullName, "none.pfx"), Password);
        File.WriteAllText(file, "no certificate");
        AssertRefused(UnfitSetting.UnreadableSeal, "PKCS #12", file, Password);
        using var key = RSA.Create(2048);
        using var bare = Request("Without a key", key).CreateSelfSigned(SampleCase.Moment, SampleCase.Moment.AddYears(1));
        File.WriteAllBytes(file, new X509Certificate2Collection(X509CertificateLoader.LoadCertificate(bare.RawData)).Export(X509ContentType.Pfx, Password)!);
        AssertRefused(UnfitSetting.SealWithoutKey, "Seal:Certificate", file, Password);
    }

    [Fact]
    public void Without_a_certificate_that_holds_a_letter_goes_out_as_it_is_and_whoever_runs_the_portal_is_told()
    {
        var plain = new DocumentPrinter().Print(SampleLetters.Of("valid.nl"), SampleCase.Moment);
        Assert.Same(plain, new ElectronicSeal(SealCertificate.None).Seal(plain, SampleCase.Moment));
        Assert.Contains("Seal:Certificate", SealCertificate.None.Problem(SampleCase.Moment), StringComparison.Ordinal);
        var expired = SealCertificate.Of(Pkcs12(SampleCase.Moment.AddYears(-2), SampleCase.Moment.AddDays(-1)), Password);
        Assert.Same(plain, new ElectronicSeal(expired).Seal(plain, SampleCase.Moment));
        Assert.Contains("2026-12-06", expired.Problem(SampleCase.Moment), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_letter_and_proces_verbaal_of_a_case_is_sealed_and_a_preview_is_not()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Notified);
        await using var _ = portal;
        var files = await portal.ReadAsync(db => db.Files.Select(file => file.Content).ToListAsync(Ct));
        Assert.Equal(4, files.Count);
        Assert.All(files, file =>
        {
            using var pdf = new PrintedPdf(file);
            Assert.Contains("Signature is Valid", pdf.Signatures(), StringComparison.Ordinal);
        });
        Assert.True(File.Exists(Path.Combine(portal.Folder.FullName, "keys", "seal.pfx")));
        var preview = await portal.Get<CaseFiles>().LookAsync(@case.Id, portal.Who("secretaris").Id, file => portal.Get<DocumentPress>().PreviewAsync(file, LetterKind.Valid, Language.Dutch, Ct), Ct);
        using var draft = new PrintedPdf(preview!);
        Assert.DoesNotContain("/ByteRange", draft.Raw, StringComparison.Ordinal);
        Assert.DoesNotContain("Controlecode", draft.Laid(), StringComparison.Ordinal);
    }

    private static void AssertRefused(UnfitSetting reason, string says, string file, string password)
    {
        var refused = Assert.Throws<UnfitSettingException>(() => SealCertificate.Of(file, password));
        Assert.Equal(reason, refused.Reason);
        Assert.Contains(says, Failures.Sentence(refused), StringComparison.Ordinal);
        Assert.Contains(file, Failures.Sentence(refused), StringComparison.Ordinal);
    }

    private SealCertificate SelfMade() => SealCertificate.SelfMade(Path.Combine(_folder.FullName, "seal.pfx"), "Universiteit Voorbeeld");

    private string Pkcs12(DateTimeOffset from, DateTimeOffset until)
    {
        using var rootKey = RSA.Create(2048);
        var rootRequest = Request("Example Trust Services", rootKey);
        rootRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        using var root = rootRequest.CreateSelfSigned(from.AddDays(-1), until.AddDays(1));
        using var key = RSA.Create(2048);
        using var bare = Request("Example University seal 2026", key).Create(root, from, until, [1, 2, 3, 4]);
        using var own = bare.CopyWithPrivateKey(key);
        var file = Path.Combine(_folder.FullName, $"{Guid.NewGuid():N}.pfx");
        File.WriteAllBytes(file, new X509Certificate2Collection { own, X509CertificateLoader.LoadCertificate(root.RawData) }.Export(X509ContentType.Pfx, Password)!);
        return file;
    }

    private static CertificateRequest Request(string name, RSA key) => new($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
}

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ReviewPortal.Core.Letters;
using ReviewPortal.Web.Tests.Http;

namespace ReviewPortal.Web.Tests.Mail;

/// <summary>The line to a mail server on another machine: the address of a student, and the portal's own password, go over it.</summary>
public sealed class TlsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("authority");
    private readonly X509Certificate2 _authority;

    public TlsTests()
    {
        using var key = RSA.Create(2048);
        var request = Request("Example Authority", key);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        _authority = request.CreateSelfSigned(Now.AddDays(-1), Now.AddDays(2));
        File.WriteAllText(AuthorityFile, _authority.ExportCertificatePem());
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private string AuthorityFile => Path.Combine(_folder.FullName, "authority.pem");

    /// <summary>By the program itself: which authorities it believes, a machine says where it starts.</summary>
    [Theory]
    [InlineData("StartTls")]
    [InlineData("Implicit")]
    public async Task Behind_a_good_certificate_the_password_and_the_address_are_said_and_nothing_before_it(string tls)
    {
        using var certificate = For("localhost");
        await using var server = new ASmtpServer { Certificate = certificate, IsClosedAtOnce = tls is "Implicit" };
        var data = await JustPublished.DataAsync();
        await using (await RunningProgram.OnAsync(data, [.. server.Settings, "--Mail:Host=localhost", $"--Mail:Tls={tls}", "--Mail:User=portal", "--Mail:Password=a secret", $"--SSL_CERT_FILE={AuthorityFile}"]))
            await JustPublished.UntilAsync(() => !server.Taken.IsEmpty);

        Assert.All(server.SaidOpenly, line => Assert.True(line is "STARTTLS" || line.StartsWith("EHLO ", StringComparison.Ordinal), line));
        Assert.Equal(tls is "StartTls", server.SaidOpenly.Contains("STARTTLS"));
        Assert.Contains("AUTH PLAIN " + Convert.ToBase64String(Encoding.UTF8.GetBytes("\0portal\0a secret")), server.Said);
        Assert.Contains("RCPT TO:<s0412701@demo.example>", server.Said);
        Assert.Single(server.Taken);
    }

    /// <summary>A certificate for another name, or of an authority that the machine does not know.</summary>
    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("localhost", false)]
    public async Task Behind_another_certificate_nothing_is_said_and_the_message_waits(string host, bool isKnown)
    {
        using var certificate = For("localhost");
        await using var server = new ASmtpServer { Certificate = certificate };
        var data = await JustPublished.DataAsync();
        await using (await RunningProgram.OnAsync(data, [.. server.Settings, $"--Mail:Host={host}", "--Mail:Tls=StartTls", "--Mail:User=portal", .. isKnown ? [$"--SSL_CERT_FILE={AuthorityFile}"] : Array.Empty<string>()]))
            await JustPublished.UntilAsync(async () => await JustPublished.AskAsync(data, "SELECT COUNT(*) FROM MailTries WHERE EndedAt IS NOT NULL") is not "0");

        Assert.Equal(nameof(MailEnd.Unreachable), await JustPublished.AskAsync(data, "SELECT \"End\" FROM MailTries ORDER BY Number LIMIT 1"));
        Assert.All(server.Said, line => Assert.True(line is "STARTTLS" || line.StartsWith("EHLO ", StringComparison.Ordinal), line));
        Assert.Empty(server.Taken);
    }

    public void Dispose()
    {
        _authority.Dispose();
        _folder.Delete(recursive: true);
    }

    private X509Certificate2 For(string host)
    {
        using var key = RSA.Create(2048);
        var request = Request(host, key);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        using var bare = request.Create(_authority, Now.AddHours(-1), Now.AddDays(1), [1, 2, 3, 4]);
        using var own = bare.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(own.Export(X509ContentType.Pkcs12), null);
    }

    private static CertificateRequest Request(string name, RSA key) => new($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
}

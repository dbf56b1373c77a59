using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;

namespace ReviewPortal.Web.Tests.Mail;

/// <summary>An e-mail as a server got it: the lines of its envelope and the name of its message, with its brackets.</summary>
internal sealed record TakenMail(string MailLine, string RcptLine, string MessageId)
{
    public string From => Between(MailLine, '<', '>');

    public string To => Between(RcptLine, '<', '>');

    /// <summary>Empty when none was given.</summary>
    public string EnvelopeId => MailLine.Split(' ').FirstOrDefault(part => part.StartsWith("ENVID=", StringComparison.Ordinal))?["ENVID=".Length..] ?? "";

    private static string Between(string line, char first, char last) => line[(line.IndexOf(first, StringComparison.Ordinal) + 1)..line.IndexOf(last, StringComparison.Ordinal)];
}

/// <summary>A mail server on this machine that takes what it is given, or answers as a test wants it to.</summary>
internal sealed partial class ASmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentBag<Task> _talks = [];
    private readonly Task _accepting;

    /// <param name="port">Zero for any that is free.</param>
    public ASmtpServer(int port = 0)
    {
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>With one it offers to close off the line (RFC 3207).</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>The line is closed off from the first byte (RFC 8314).</summary>
    public bool IsClosedAtOnce { get; init; }

    /// <summary>It says that it can report on what became of a message (RFC 3461).</summary>
    public bool OffersReports { get; init; }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The settings of a portal that sends through this server.</summary>
    public string[] Settings => SettingsFor(Port);

    /// <summary>What it took, with its headers, in order.</summary>
    public ConcurrentQueue<string> Taken { get; } = [];

    /// <summary>Every line that was said to it, outside of messages.</summary>
    public ConcurrentQueue<string> Said { get; } = [];

    /// <summary>Those of them that anybody on the way could read.</summary>
    public ConcurrentQueue<string> SaidOpenly { get; } = [];

    /// <summary>What it answers to a line; null for what a server that takes everything answers.</summary>
    public Func<string, Task<string?>> Answer { get; set; } = _ => Task.FromResult<string?>(null);

    /// <summary>What it answers to a message it has wholly received; null: it breaks off instead.</summary>
    public Func<string, Task<string?>> AnswerToMessage { get; set; } = _ => Task.FromResult<string?>("250 2.0.0 Ok: queued as 4F2A");

    /// <summary>What it took, with the envelopes.</summary>
    public IEnumerable<TakenMail> Mails => Envelopes.Zip(Names, (envelope, name) => new TakenMail(envelope.Mail, envelope.Rcpt, name));

    private ConcurrentQueue<(string Mail, string Rcpt)> Envelopes { get; } = [];

    /// <summary>The name of every message it took.</summary>
    public IEnumerable<string> Names => Taken.Select(message => MessageId().Match(message).Groups["id"].Value);

    public static string[] SettingsFor(int port) => ["--Mail:Host=127.0.0.1", $"--Mail:Port={port}", "--Mail:Tls=None", "--PublicAddress=https://toetsen.universiteit.example/"];

    /// <summary>A port on which nobody listens.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_talks);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _talks.Add(TalkAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using var open = client.GetStream();
                if (IsClosedAtOnce || await ListenAsync(open, isOpen: true)) await BehindTlsAsync(open);
            }
            catch (Exception gone) when (gone is IOException or AuthenticationException or OperationCanceledException)
            {
                // The other side went, or the test is over.
            }
        }
    }

    private async Task BehindTlsAsync(Stream open)
    {
        await using var closed = new SslStream(open);
        await closed.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = Certificate }, _stop.Token);
        await ListenAsync(closed, isOpen: false);
    }

    /// <returns>The line is to be closed off now.</returns>
    private async Task<bool> ListenAsync(Stream stream, bool isOpen)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
        if (isOpen || IsClosedAtOnce) await SayAsync(stream, "220 test ESMTP");
        var (mail, rcpt) = ("", "");
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            Said.Enqueue(line);
            if (line.StartsWith("MAIL", StringComparison.Ordinal)) mail = line;
            if (line.StartsWith("RCPT", StringComparison.Ordinal)) rcpt = line;
            if (isOpen) SaidOpenly.Enqueue(line);
            var reply = await Answer(line).WaitAsync(_stop.Token) ?? Usual(line);
            await SayAsync(stream, reply);
            if (line is "STARTTLS" && reply.StartsWith("220", StringComparison.Ordinal)) return true;
            if (reply.StartsWith("221", StringComparison.Ordinal)) return false;
            if (!reply.StartsWith("354", StringComparison.Ordinal)) continue;
            Envelopes.Enqueue((mail, rcpt));
            if (!await TakeAsync(stream, reader)) return false;
        }

        return false;
    }

    private async Task<bool> TakeAsync(Stream stream, StreamReader reader)
    {
        var message = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line && line is not ".") message.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append('\n');
        Taken.Enqueue(message.ToString());
        if (await AnswerToMessage(message.ToString()).WaitAsync(_stop.Token) is not { } reply) return false;
        await SayAsync(stream, reply);
        return true;
    }

    private string Usual(string line) => line.Split(' ', ':')[0].ToUpperInvariant() switch
    {
        "EHLO" when OffersReports => "250-test\r\n250-dsn\r\n250 8BITMIME",
        "EHLO" => Certificate is null ? "250-test\r\n250 8BITMIME" : "250-test\r\n250-STARTTLS\r\n250 AUTH PLAIN",
        "DATA" => "354 End with a dot",
        "STARTTLS" when Certificate is not null => "220 2.0.0 Ready",
        "AUTH" when Certificate is not null => "235 2.7.0 Known",
        "QUIT" => "221 2.0.0 Bye",
        "MAIL" or "RCPT" => "250 2.1.0 Ok",
        _ => "502 5.5.1 Not here",
    };

    private async Task SayAsync(Stream stream, string line) => await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), _stop.Token);

    [GeneratedRegex("^Message-ID: (?<id><.*>)$", RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MessageId();
}

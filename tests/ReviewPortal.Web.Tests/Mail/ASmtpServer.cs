using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace ReviewPortal.Web.Tests.Mail;

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

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The settings of a portal that sends through this server.</summary>
    public string[] Settings => SettingsFor(Port);

    /// <summary>What it took, with its headers, in order.</summary>
    public ConcurrentQueue<string> Taken { get; } = [];

    /// <summary>Every line that was said to it, outside of messages.</summary>
    public ConcurrentQueue<string> Said { get; } = [];

    /// <summary>What it answers to a line; null for what a server that takes everything answers.</summary>
    public Func<string, Task<string?>> Answer { get; set; } = _ => Task.FromResult<string?>(null);

    /// <summary>What it answers to a message it has wholly received; null: it breaks off instead.</summary>
    public Func<string, Task<string?>> AnswerToMessage { get; set; } = _ => Task.FromResult<string?>("250 2.0.0 Ok: queued as 4F2A");

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
                await using var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.Latin1);
                await SayAsync(stream, "220 test ESMTP");
                while (await reader.ReadLineAsync(_stop.Token) is { } line)
                {
                    Said.Enqueue(line);
                    var reply = await Answer(line).WaitAsync(_stop.Token) ?? Usual(line);
                    await SayAsync(stream, reply);
                    if (reply.StartsWith("221", StringComparison.Ordinal)) return;
                    if (reply.StartsWith("354", StringComparison.Ordinal) && !await TakeAsync(stream, reader)) return;
                }
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException)
            {
                // The other side went, or the test is over.
            }
        }
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

    private static string Usual(string line) => line.Split(' ', ':')[0].ToUpperInvariant() switch
    {
        "EHLO" => "250-test\r\n250 8BITMIME",
        "DATA" => "354 End with a dot",
        "QUIT" => "221 2.0.0 Bye",
        "MAIL" or "RCPT" => "250 2.1.0 Ok",
        _ => "502 5.5.1 Not here",
    };

    private async Task SayAsync(Stream stream, string line) => await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), _stop.Token);

    [GeneratedRegex("^Message-ID: (?<id><.*>)$", RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MessageId();
}

using System.Collections.Immutable;
using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace ReviewPortal.Infrastructure.Mail;

/// <summary>What a mail server answered: its code, and its lines as it wrote them.</summary>
internal readonly record struct SmtpReply(int Code, string Text)
{
    public bool IsGood => Code is >= 200 and < 300;

    public bool IsForLater => Code is >= 400 and < 500;

    public bool IsRefusal => Code is >= 500 and < 600;

    public override string ToString() => Text;
}

/// <summary>The server says something that no mail server says.</summary>
internal sealed class StrangeReplyException(string message) : IOException(message);

/// <summary>The lines said to a mail server and its answers (RFC 5321). Written here and not taken from the framework, which does not give the answer that proves the sending (Awb 2:25).</summary>
internal sealed class SmtpConversation : IDisposable
{
    // A server that talks on and on is none.
    private const int LongestLine = 2000;
    private const int MostLines = 100;

    private readonly TcpClient _tcp = new();
    private readonly byte[] _buffer = new byte[4096];
    private ImmutableArray<string> _offered = [];
    private Stream _stream = Stream.Null;
    private int _at;
    private int _end;

    public static async Task<SmtpConversation> OpenAsync(MailSettings settings, CancellationToken ct)
    {
        var talk = new SmtpConversation();
        try
        {
            await talk._tcp.ConnectAsync(settings.Host, settings.Port, ct);
            talk._stream = talk._tcp.GetStream();
            if (settings.Tls is MailTls.Implicit) await talk.CloseOffAsync(settings.Host, ct);
            return talk;
        }
        catch
        {
            talk.Dispose();
            throw;
        }
    }

    /// <summary>Goes on behind TLS; the server's certificate must be good for its name.</summary>
    public async Task CloseOffAsync(string host, CancellationToken ct)
    {
        // Whatever was said before would be believed as if it had been said behind it.
        if (_at < _end) throw new StrangeReplyException("The server spoke before the line was closed off");
        var closed = new SslStream(_stream);
        _stream = closed;
        await closed.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = host }, ct);
    }

    public async Task<SmtpReply> SayAsync(string line, CancellationToken ct)
    {
        if (line.AsSpan().IndexOfAny('\r', '\n') >= 0) throw new ArgumentException("One line, without its end", nameof(line));
        // It would be taken for the answer to what is said now.
        if (_at < _end) throw new StrangeReplyException("The server spoke before it was asked");
        await _stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), ct);
        await _stream.FlushAsync(ct);
        return await ReadAsync(ct);
    }

    /// <summary>Greets, and remembers what the server can do: what it said before the line was closed off is forgotten (RFC 3207, 4.2).</summary>
    public async Task<SmtpReply> GreetAsync(string name, CancellationToken ct)
    {
        var reply = await SayAsync($"EHLO {name}", ct);
        _offered = [.. reply.Text.Split('\n').Skip(1).Where(line => line.Length > 4).Select(line => line[4..].Split(' ')[0])];
        return reply;
    }

    /// <summary>Whether the server said that it can do this.</summary>
    public bool Offers(string extension) => _offered.Contains(extension, StringComparer.OrdinalIgnoreCase);

    /// <summary>Says goodbye, and does not wait for what comes back.</summary>
    public async Task LeaveAsync(CancellationToken ct)
    {
        await _stream.WriteAsync("QUIT\r\n"u8.ToArray(), ct);
        await _stream.FlushAsync(ct);
    }

    /// <summary>The message itself, with its end. A line that begins with a dot gets a second one.</summary>
    public async Task<SmtpReply> HandOverAsync(byte[] message, CancellationToken ct)
    {
        var text = Encoding.ASCII.GetString(message).Replace("\r\n.", "\r\n..", StringComparison.Ordinal);
        await _stream.WriteAsync(Encoding.ASCII.GetBytes(text + ".\r\n"), ct);
        await _stream.FlushAsync(ct);
        return await ReadAsync(ct);
    }

    /// <exception cref="StrangeReplyException">It is no answer of a mail server.</exception>
    public async Task<SmtpReply> ReadAsync(CancellationToken ct)
    {
        var lines = new List<string>();
        while (lines.Count < MostLines)
        {
            var line = await LineAsync(ct);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code)) throw new StrangeReplyException($"No answer of a mail server: {line}");
            lines.Add(line);
            if (line.Length is 3 || line[3] is not '-') return new SmtpReply(code, string.Join('\n', lines));
        }

        throw new StrangeReplyException("The server's answer does not end");
    }

    public void Dispose()
    {
        _stream.Dispose();
        _tcp.Dispose();
    }

    private async Task<string> LineAsync(CancellationToken ct)
    {
        var line = new StringBuilder();
        while (line.Length < LongestLine)
        {
            if (_at == _end)
            {
                (_at, _end) = (0, await _stream.ReadAsync(_buffer, ct));
                if (_end is 0) throw new EndOfStreamException("The server broke off");
            }

            var character = (char)_buffer[_at++];
            if (character is '\n') return line.ToString().TrimEnd('\r');
            // What is no letter of a mail server would not read in a log either.
            line.Append(character is '\r' or (>= ' ' and <= '~') ? character : '?');
        }

        throw new StrangeReplyException("The server's line does not end");
    }
}

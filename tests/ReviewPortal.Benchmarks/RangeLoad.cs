using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ReviewPortal.Benchmarks;

/// <summary>Asks a server for random stretches over some connections that stay open, as fast as it gives them.</summary>
internal sealed class RangeLoad(int port, string path, long length)
{
    private const int Connections = 8;
    private string _cookie = "";

    /// <summary>Sent with every request, and replaced when the server sends another, as a browser does.</summary>
    public string Cookie { get => _cookie; init => _cookie = value; }

    /// <summary>How many milliseconds each stretch of the last run took.</summary>
    public double[] Took { get; private set; } = [];

    /// <returns>MB (10^6 bytes) a second.</returns>
    public async Task<double> RunAsync(int stretch, TimeSpan time)
    {
        var start = Stopwatch.GetTimestamp();
        var took = await Task.WhenAll(Enumerable.Range(0, Connections).Select(number => Task.Factory.StartNew(() => Ask(stretch, start, time, number), TaskCreationOptions.LongRunning)));
        Took = [.. took.SelectMany(times => times)];
        return (double)Took.Length * stretch / Stopwatch.GetElapsedTime(start).TotalSeconds / 1e6;
    }

    private List<double> Ask(int stretch, long start, TimeSpan time, int number)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(IPAddress.Loopback, port);
        var (buffer, random, took) = (new byte[512 * 1024], new Random(number), new List<double>());
        while (Stopwatch.GetElapsedTime(start) < time)
        {
            var (asked, from) = (Stopwatch.GetTimestamp(), random.NextInt64(length - stretch));
            socket.Send(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{(_cookie.Length > 0 ? $"Cookie: {_cookie}\r\n" : "")}Range: bytes={from}-{from + stretch - 1}\r\n\r\n"));
            Receive(socket, buffer, stretch);
            took.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
        }

        return took;
    }

    private void Receive(Socket socket, byte[] buffer, int stretch)
    {
        var (read, end) = (0, -1);
        while ((end = buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8)) < 0) read += More(socket, buffer.AsSpan(read));
        var head = Encoding.ASCII.GetString(buffer, 0, end);
        if (!head.StartsWith("HTTP/1.1 206", StringComparison.Ordinal) || !head.Contains($"Content-Length: {stretch.ToString(CultureInfo.InvariantCulture)}", StringComparison.OrdinalIgnoreCase)) throw new InvalidOperationException(head);
        TakeCookie(head);
        for (var left = stretch - (read - end - 4); left > 0;) left -= More(socket, buffer);
    }

    private void TakeCookie(string head)
    {
        const string Set = "\r\nSet-Cookie: ";
        var at = head.IndexOf(Set, StringComparison.OrdinalIgnoreCase);
        if (at >= 0) _cookie = head[(at + Set.Length)..].Split(';', 2)[0];
    }

    private static int More(Socket socket, Span<byte> into) => socket.Receive(into) is > 0 and var read ? read : throw new InvalidOperationException("The server hung up");
}

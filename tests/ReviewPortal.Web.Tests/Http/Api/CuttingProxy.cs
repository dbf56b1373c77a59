using System.Net;
using System.Net.Sockets;

namespace ReviewPortal.Web.Tests.Http.Api;

/// <summary>A bad line: hands bytes through to the server, and cuts the connection after a random number of them, so many times.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closed = new();
    private readonly Queue<long> _cuts;
    private readonly Uri _server;
    private readonly Task _accepting;
    private long _through;
    private int _made;

    /// <param name="server">May be started again meanwhile, at the same address.</param>
    /// <param name="length">Of what will be sent; the cuts are spread over it at random.</param>
    public CuttingProxy(Uri server, long length, int cuts, int seed)
    {
        var random = new Random(seed);
        _server = server;
        _cuts = new(Enumerable.Range(0, cuts).Select(_ => random.NextInt64(1, length)).Order());
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Called at each cut, before the client notices.</summary>
    public Func<int, Task> AtCut { get; init; } = _ => Task.CompletedTask;

    public int Cuts => _made;

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        _listener.Stop();
        await _accepting;
        _closed.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = HandThroughAsync(await _listener.AcceptTcpClientAsync(_closed.Token));
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task HandThroughAsync(TcpClient client)
    {
        using var server = new TcpClient();
        using (client)
        {
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, _server.Port, _closed.Token);
                var (near, far) = (client.GetStream(), server.GetStream());
                await Task.WhenAny(SendAsync(near, far), far.CopyToAsync(near, _closed.Token));
                client.Client.LingerState = new LingerOption(enable: true, seconds: 0); // A reset, not a polite end.
                server.Client.LingerState = new LingerOption(enable: true, seconds: 0);
            }
            catch (Exception lost) when (lost is IOException or SocketException or OperationCanceledException)
            {
                // The server is down, or one of the two hung up.
            }
        }
    }

    private async Task SendAsync(NetworkStream near, NetworkStream far)
    {
        var buffer = new byte[64 * 1024];
        while (await near.ReadAsync(buffer, _closed.Token) is > 0 and var read)
        {
            _through += read;
            if (_cuts.TryPeek(out var cut) && _through >= cut)
            {
                _cuts.Dequeue();
                await far.WriteAsync(buffer.AsMemory(0, (int)(read - Math.Min(read, _through - cut))), _closed.Token);
                await AtCut(++_made);
                return;
            }

            await far.WriteAsync(buffer.AsMemory(0, read), _closed.Token);
        }

        await Task.Delay(Timeout.Infinite, _closed.Token); // The client has said everything; the answer is still to come.
    }
}

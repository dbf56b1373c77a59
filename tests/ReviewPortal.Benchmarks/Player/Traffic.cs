using System.Text.Json;
using Microsoft.Playwright;

namespace ReviewPortal.Benchmarks.Player;

/// <summary>What goes over the wires of a page, as the browser itself counts it, until the page closes.</summary>
internal sealed class Traffic
{
    private readonly ICDPSession _session;

    private Traffic(ICDPSession session) => _session = session;

    /// <summary>Of answers to requests.</summary>
    public long Bytes { get; private set; }

    /// <summary>Sent over web sockets.</summary>
    public int Messages { get; private set; }

    public long MessageBytes { get; private set; }

    public static async Task<Traffic> OfAsync(IPage page)
    {
        var traffic = new Traffic(await page.Context.NewCDPSessionAsync(page));
        traffic._session.Event("Network.dataReceived").OnEvent += (_, said) => traffic.Bytes += said?.GetProperty("dataLength").GetInt64() ?? 0;
        traffic._session.Event("Network.webSocketFrameSent").OnEvent += (_, said) => traffic.Sent(said);
        await traffic._session.SendAsync("Network.enable");
        return traffic;
    }

    /// <summary>Lets the page have no more than this; all its connections together.</summary>
    public Task SlowAsync(double bytesPerSecond, int latencyMilliseconds) => _session.SendAsync(
        "Network.emulateNetworkConditions",
        new() { ["offline"] = false, ["latency"] = latencyMilliseconds, ["downloadThroughput"] = bytesPerSecond, ["uploadThroughput"] = bytesPerSecond });

    private void Sent(JsonElement? said)
    {
        Messages++;
        MessageBytes += said?.GetProperty("response").GetProperty("payloadData").GetString()?.Length ?? 0;
    }
}

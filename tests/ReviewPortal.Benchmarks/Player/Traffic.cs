using System.Text;
using System.Text.Json;
using Microsoft.Playwright;

namespace ReviewPortal.Benchmarks.Player;

/// <summary>What goes over the wires of a page, as the browser itself counts it, until the page closes.</summary>
internal sealed class Traffic
{
    private readonly ICDPSession _session;
    private readonly HashSet<string> _recordings = new(StringComparer.Ordinal);

    private Traffic(ICDPSession session) => _session = session;

    /// <summary>Of answers to requests.</summary>
    public long Bytes { get; private set; }

    /// <summary>Of recordings among them.</summary>
    public long Recorded { get; private set; }

    /// <summary>Stretches that were watched, sent to be kept.</summary>
    public int Saves { get; private set; }

    /// <summary>The framework's own: signs of life, and that what the server drew has been drawn.</summary>
    public int Receipts { get; private set; }

    /// <summary>Every other message.</summary>
    public int Others { get; private set; }

    public static async Task<Traffic> OfAsync(IPage page)
    {
        var traffic = new Traffic(await page.Context.NewCDPSessionAsync(page));
        traffic._session.Event("Network.requestWillBeSent").OnEvent += (_, said) => traffic.Asked(said!.Value);
        traffic._session.Event("Network.dataReceived").OnEvent += (_, said) => traffic.Came(said!.Value);
        traffic._session.Event("Network.webSocketFrameSent").OnEvent += (_, said) => traffic.Sent(said);
        await traffic._session.SendAsync("Network.enable");
        return traffic;
    }

    /// <summary>Lets the page have no more than this; all its connections together.</summary>
    public Task SlowAsync(double bytesPerSecond, int latencyMilliseconds) => _session.SendAsync(
        "Network.emulateNetworkConditions",
        new() { ["offline"] = false, ["latency"] = latencyMilliseconds, ["downloadThroughput"] = bytesPerSecond, ["uploadThroughput"] = bytesPerSecond });

    private void Asked(JsonElement said)
    {
        if (said.GetProperty("request").GetProperty("url").GetString() is { } url && (url.Contains("/media/", StringComparison.Ordinal) || url.EndsWith(".webm", StringComparison.Ordinal)))
            _recordings.Add(said.GetProperty("requestId").GetString()!);
    }

    private void Came(JsonElement said)
    {
        var bytes = said.GetProperty("dataLength").GetInt64();
        Bytes += bytes;
        if (_recordings.Contains(said.GetProperty("requestId").GetString()!)) Recorded += bytes;
    }

    private void Sent(JsonElement? said)
    {
        var response = said!.Value.GetProperty("response");
        var text = response.GetProperty("payloadData").GetString()!;
        if (response.GetProperty("opcode").GetInt32() is 2) text = Encoding.Latin1.GetString(Convert.FromBase64String(text));
        if (text.Contains("Watched", StringComparison.Ordinal)) Saves++;
        else if (text.Length < 8 || text.Contains("OnRenderCompleted", StringComparison.Ordinal)) Receipts++;
        else Others++;
    }
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace ReviewPortal.Web.Tests.Commands;

/// <summary>Issue 2: kill -9 during work loses nothing that was acknowledged, and everything still holds together.</summary>
public sealed class KillTests
{
    private const int Deliveries = 60;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_and_an_import_that_are_killed_lose_nothing_that_was_acknowledged()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var deliveries = Directory.CreateDirectory(Path.Combine(portal.Folder.FullName, "deliveries"));
        for (var number = 0; number < Deliveries; number++)
        {
            using var bundle = ADelivery.Of($"C-{number}", $"{number:D7}");
            Directory.Move(bundle.AsFolder(), Path.Combine(deliveries.FullName, $"{number:D2}"));
        }

        var acknowledged = 0;
        for (var kill = 0; kill < 2; kill++)
        {
            var address = $"http://127.0.0.1:{FreePort()}";
            using var server = PortalProcess.Start(portal.Folder, "--urls", address);
            _ = server.StandardOutput.ReadToEndAsync(Ct);
            await AnswersAsync(address);

            using var import = PortalProcess.Start(portal.Folder, "import", deliveries.FullName);
            // Another number of lines each time, so that the blow falls elsewhere in a delivery.
            for (var line = 0; line < 4 + (kill * 9) && await import.StandardOutput.ReadLineAsync(Ct) is { } said; line++)
            {
                if (said.Contains("taken in as case", StringComparison.Ordinal)) acknowledged++;
            }

            server.Kill(entireProcessTree: true);
            import.Kill(entireProcessTree: true);
            await Task.WhenAll(server.WaitForExitAsync(Ct), import.WaitForExitAsync(Ct));
            (await PortalProcess.RunAsync(portal.Folder, "verify")).Succeeded();
        }

        var sittings = JsonNode.Parse((await PortalProcess.RunAsync(portal.Folder, "sittings", "--json")).Succeeded().Out)!.AsArray();
        Assert.InRange(sittings.Count, acknowledged, Deliveries - 1);
        Assert.True(acknowledged > 3);
    }

    private static async Task AnswersAsync(string address)
    {
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        for (var patience = Stopwatch.StartNew(); patience.Elapsed < TimeSpan.FromSeconds(30);)
        {
            try
            {
                if ((await client.GetAsync("/healthz", Ct)).IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100, Ct);
            }
        }

        Assert.Fail("The server did not answer within 30 seconds");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

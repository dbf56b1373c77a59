using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Tests;
using ReviewPortal.Infrastructure.Vault;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Http.Api;

/// <summary>
/// The client that others use, tus-js-client, against the real program over a bad line: what is cut and killed at random arrives as it was sent, in bounded
/// memory. REVIEWPORTAL_UPLOAD_MB=4096 makes the file 4 GiB.
/// </summary>
public sealed class TusClientTests
{
    private const int MostMegabytes = 300;

    private static readonly int Megabytes = int.Parse(Environment.GetEnvironmentVariable("REVIEWPORTAL_UPLOAD_MB") ?? "96", CultureInfo.InvariantCulture);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_that_is_cut_twenty_times_arrives_as_it_was_sent()
    {
        NeedsClient();
        using var sent = LargeBundle.Of(Megabytes);
        await using var portal = await APortal.WithDemoPeopleAsync();
        await using var program = await RunningProgram.OnAsync(portal.Folder);
        using var supplier = await ASupplier.AtAsync(program.Address, portal);
        await using var proxy = new CuttingProxy(program.Address, sent.Length, cuts: 20, seed: 20261122);
        var watch = Stopwatch.StartNew();
        var (address, retries) = await SendAsync(proxy.Address, supplier.Key, sent.Path);
        var (arriving, memory) = (watch.Elapsed.TotalSeconds, program.PeakMegabytes);
        Assert.Equal(("takenIn", sent.Sha256), await TakenInAsync(supplier, address));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{sent.Length} bytes, {proxy.Cuts} cuts, {retries} retries: here after {arriving:0.0} s with at most {memory} MB, taken in after {watch.Elapsed.TotalSeconds:0.0} s with at most {program.PeakMegabytes} MB"));
        Assert.Equal(20, proxy.Cuts);
        Assert.InRange(program.PeakMegabytes, 1, MostMegabytes);
    }

    /// <summary>The server dies as in a power cut while bytes come in; started again, it knows what it had.</summary>
    [Fact]
    public async Task A_server_that_is_killed_three_times_goes_on_where_it_was()
    {
        NeedsClient();
        using var sent = LargeBundle.Of(48);
        await using var portal = await APortal.WithDemoPeopleAsync();
        await using var program = await RunningProgram.OnAsync(portal.Folder);
        using var supplier = await ASupplier.AtAsync(program.Address, portal);
        await using var proxy = new CuttingProxy(program.Address, sent.Length, cuts: 3, seed: 3) { AtCut = _ => program.KillAndStartAsync() };
        var (address, _) = await SendAsync(proxy.Address, supplier.Key, sent.Path);
        Assert.Equal(("takenIn", sent.Sha256), await TakenInAsync(supplier, address));
        Assert.Equal(3, proxy.Cuts);
    }

    /// <summary>What became of an upload, and the hash of the recording that it brought, as it lies in the vault.</summary>
    private static async Task<(string State, string? Sha256)> TakenInAsync(ASupplier supplier, string upload)
    {
        var status = await supplier.ReportAsync(upload, seconds: 600);
        var recording = await supplier.Portal.ReadAsync(db => db.Recordings.Select(item => item.Id).FirstOrDefaultAsync(Ct));
        return (status.State + string.Concat(status.Report.Where(line => line.Refused).Select(line => ": " + line.Sentence)), await supplier.Portal.Get<RecordingVault>().HashAsync(recording, Ct));
    }

    private static async Task<(string Address, int Retries)> SendAsync(Uri server, string key, string file)
    {
        // Parts as large as this client can keep for sending again: a cut falls in the middle of one.
        var start = new ProcessStartInfo("node", [Path.Combine(ClientFolder, "upload.mjs"), new Uri(server, Links.ApiUploads).ToString(), key, file, $"{16 * 1024 * 1024}"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var client = Process.Start(start)!;
        var (output, errors) = (client.StandardOutput.ReadToEndAsync(Ct), client.StandardError.ReadToEndAsync(Ct));
        await client.WaitForExitAsync(Ct);
        Assert.True(client.ExitCode is 0, await errors + await output);
        using var told = JsonDocument.Parse(await output);
        return (new Uri(server, told.RootElement.GetProperty("address").GetString()).AbsolutePath, told.RootElement.GetProperty("retries").GetInt32());
    }

    private static string ClientFolder => Path.Combine(Repository.Root, "tests", "tus");

    // On CI a missing tool is a failure, elsewhere a reason to skip.
    private static void NeedsClient()
    {
        if (Directory.Exists(Path.Combine(ClientFolder, "node_modules", "tus-js-client"))) return;
        const string reason = "tus-js-client is not installed: npm install in tests/tus";
        if (Environment.GetEnvironmentVariable("REQUIRE_TOOLS") is "1") Assert.Fail(reason);
        Assert.Skip(reason);
    }
}

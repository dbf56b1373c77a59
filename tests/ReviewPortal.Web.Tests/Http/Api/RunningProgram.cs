using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Vault;
using ReviewPortal.Web.Features.Recordings.Api;
using ReviewPortal.Web.Features.Recordings.Keys;
using ReviewPortal.Web.Tests.Commands;

namespace ReviewPortal.Web.Tests.Http.Api;

/// <summary>The program in a process of its own, that can be killed, with a supplier that has a key; its memory is watched.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private readonly APortal _portal;
    private readonly HttpClient _http;
    private Process _process = null!;
    private Task _watching = Task.CompletedTask;

    private RunningProgram(APortal portal, string key)
    {
        (_portal, Key) = (portal, key);
        _http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{FreePort()}") };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    public string Key { get; }

    /// <summary>The most memory it held, of all the times it ran.</summary>
    public long PeakMegabytes { get; private set; }

    public Uri Address => _http.BaseAddress!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<RunningProgram> StartAsync()
    {
        // In this process it serves nothing: it makes the key, and looks at what the other has kept.
        var portal = await APortal.WithDemoPeopleAsync();
        var supplier = await ASupplier.SupplierAsync(portal, Agreements.Recorder);
        var (key, _) = await portal.Get<SupplierKeys>().MakeAsync(new KeyDraft(supplier, "test", KeyScope.All, null), portal.Who("beheer").Id, Ct);
        var program = new RunningProgram(portal, key!);
        await program.RunAsync();
        return program;
    }

    public async Task KillAndStartAsync()
    {
        await KillAsync();
        await RunAsync();
    }

    /// <summary>Waits for the report of an upload, and reads the one recording that it brought.</summary>
    /// <returns>What became of it, and the hash of the recording as it lies in the vault.</returns>
    public async Task<(string State, string? Sha256)> TakenInAsync(string upload)
    {
        UploadStatus status;
        while ((status = (await _http.GetFromJsonAsync<UploadStatus>(upload, Ct))!).State is "arriving" or "checking") await Task.Delay(200, Ct);
        var recording = await _portal.ReadAsync(db => db.Recordings.Select(item => item.Id).FirstOrDefaultAsync(Ct));
        return (status.State + string.Concat(status.Report.Where(line => line.Refused).Select(line => ": " + line.Sentence)), await _portal.Get<RecordingVault>().HashAsync(recording, Ct));
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _http.Dispose();
        await _portal.DisposeAsync();
    }

    private async Task RunAsync()
    {
        _process = PortalProcess.Start(_portal.Folder, "--urls", Address.ToString());
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        for (var patience = 0; !await AnswersAsync(); patience++)
        {
            Assert.True(patience < 900 && !_process.HasExited, "The program did not start");
            await Task.Delay(100, Ct);
        }

        _watching = WatchAsync(_process);
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri("/healthz", UriKind.Relative), Ct);
            return answer.StatusCode is HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task WatchAsync(Process process)
    {
        while (!process.HasExited)
        {
            process.Refresh();
            PeakMegabytes = Math.Max(PeakMegabytes, process.WorkingSet64 / 1_000_000);
            await Task.Delay(50, CancellationToken.None);
        }
    }

    private async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        await _watching;
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

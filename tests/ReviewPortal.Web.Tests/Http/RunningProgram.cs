using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ReviewPortal.Web.Tests.Commands;

namespace ReviewPortal.Web.Tests.Http;

/// <summary>The program in a process of its own, on the data of a portal, that can be killed; its memory is watched.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private readonly DirectoryInfo _data;
    private Process _process = null!;
    private Task _watching = Task.CompletedTask;

    private readonly string[] _settings;

    private RunningProgram(DirectoryInfo data, string[] settings) => (_data, _settings) = (data, settings);

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    /// <summary>The most memory it held, of all the times it ran.</summary>
    public long PeakMegabytes { get; private set; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="settings">As they stand on a command line of the web host: --Mail:Port=2525.</param>
    public static async Task<RunningProgram> OnAsync(DirectoryInfo data, params string[] settings)
    {
        var program = new RunningProgram(data, settings);
        await program.RunAsync();
        return program;
    }

    public async Task KillAndStartAsync()
    {
        await KillAsync();
        await RunAsync();
    }

    public async ValueTask DisposeAsync() => await KillAsync();

    private async Task RunAsync()
    {
        _process = PortalProcess.StartInDevelopment(_data, [.. _settings.Select(Variable)], "--urls", Address.ToString());
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var http = new HttpClient { BaseAddress = Address };
        for (var patience = 0; !await AnswersAsync(http); patience++)
        {
            Assert.True(patience < 900 && !_process.HasExited, "The program did not start");
            await Task.Delay(100, Ct);
        }

        _watching = WatchAsync(_process);
    }

    private static (string Name, string Value) Variable(string setting) =>
        setting.Split('=', 2) is [var name, var value] ? (name[2..].Replace(":", "__", StringComparison.Ordinal), value) : throw new ArgumentException(setting, nameof(setting));

    private static async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/healthz", UriKind.Relative), Ct);
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
            try
            {
                process.Refresh();
                PeakMegabytes = Math.Max(PeakMegabytes, process.WorkingSet64 / 1_000_000);
            }
            catch (InvalidOperationException) when (process.HasExited)
            {
                // It ended between the question and the answer.
            }

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

using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ReviewPortal.Benchmarks;

/// <summary>A server in a process of its own, held to one processor where that can be done.</summary>
internal sealed class Server : IDisposable
{
    private const int TicksPerSecond = 100;
    private readonly Process _process;

    private Server(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    /// <summary>Only where there is a second one for those who ask.</summary>
    public static bool IsPinned { get; } = Environment.ProcessorCount > 1 && File.Exists("/usr/bin/taskset");

    /// <summary>Seconds of processor time so far, its children included.</summary>
    public double CpuSeconds => Directory.Exists("/proc") ? Tree(_process.Id).Sum(OfOne) : 0;

    public static Task<Server> StartAsync(int port, params string[] command) => StartAsync(port, IsPinned, command);

    public static async Task<Server> StartAsync(int port, bool pins, string[] command)
    {
        string[] pinned = pins ? ["taskset", "-c", "0", .. command] : command;
        var start = new ProcessStartInfo(pinned[0], pinned[1..]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        var process = Process.Start(start)!;
        _ = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        for (var wait = Stopwatch.StartNew(); wait.Elapsed < TimeSpan.FromSeconds(60); await Task.Delay(50))
        {
            if (process.HasExited) throw new InvalidOperationException($"{command[0]} stopped: {await errors}");
            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync(IPAddress.Loopback, port);
                return new Server(process, port);
            }
            catch (SocketException)
            {
                // Not yet.
            }
        }

        throw new InvalidOperationException($"{command[0]} does not answer");
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Waits until it has nothing left to do: a runtime compiles what is asked for again and again beside the requests, on the same processor.</summary>
    public async Task QuietAsync()
    {
        for (var (patience, before) = (0, double.MinValue); patience < 90 && CpuSeconds - before > 0.05; patience++)
        {
            before = CpuSeconds;
            await Task.Delay(1000);
        }
    }

    /// <summary>Keeps this process off the processor of the servers, or lets it have all of them again.</summary>
    public static void StandAside(bool aside)
    {
        if (!IsPinned) return;
        var processors = aside ? $"1-{Environment.ProcessorCount - 1}" : $"0-{Environment.ProcessorCount - 1}";
        using var taskset = Process.Start(new ProcessStartInfo("taskset", ["-acp", processors, Environment.ProcessId.ToString(CultureInfo.InvariantCulture)]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        taskset.WaitForExit();
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private static IEnumerable<int> Tree(int id) => [id, .. File.ReadAllText($"/proc/{id}/task/{id}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(child => Tree(int.Parse(child, CultureInfo.InvariantCulture)))];

    private static double OfOne(int id)
    {
        var fields = File.ReadAllText($"/proc/{id}/stat").Split(") ")[^1].Split(' ');
        return (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond;
    }
}

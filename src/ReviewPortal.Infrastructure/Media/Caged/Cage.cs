using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace ReviewPortal.Infrastructure.Media.Caged;

/// <summary>
/// Where ffmpeg reads recordings that nobody has vouched for: without a network, without files, with limits, and for as long as it may. It is fed and heard
/// through pipes, so that no byte of a recording lies open on a disk. What of the cage this machine does not have is said once, and on every fact.
/// </summary>
public sealed partial class Cage(CageTools tools, TimeProvider clock, ILogger<Cage> log)
{
    // Address space, and not memory in use: its libraries alone take hundreds of megabytes of it.
    private const long Memory = 3L << 30;
    private const int Processes = 4096, OpenFiles = 64;
    private static readonly TimeSpan Trying = TimeSpan.FromSeconds(20);

    // What its libraries need to be found, on machines that keep them in different places.
    private static readonly ImmutableArray<string> Libraries = ["/lib", "/lib64", "/bin", "/etc/alternatives", "/etc/ld.so.cache"];

    private readonly Lock _once = new();
    private Task<CageState>? _state;

    /// <summary>What is here and works, tried once.</summary>
    public Task<CageState> StateAsync()
    {
        lock (_once) return _state ??= Task.Run(TryAsync);
    }

    public async Task<CagedResult> RunAsync(CagedJob job, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(job);
        return await RunAsync((await StateAsync()).Tools, job, ct);
    }

    /// <summary>The arguments with which every reading begins: nothing is guessed, nothing is fetched, nothing is asked.</summary>
    /// <param name="format">What it is, found by our own index and never by ffmpeg.</param>
    public static ImmutableArray<string> Reading(MediaContainer format) =>
        ["-hide_banner", "-nostdin", "-nostats", "-max_alloc", "268435456", "-protocol_whitelist", "pipe", "-f", format is MediaContainer.Mp4 ? "mov" : "matroska"];

    private async Task<CagedResult> RunAsync(CageTools with, CagedJob job, CancellationToken ct)
    {
        if (with[job.Tool] is not { } program) return new CagedResult(CagedEnd.NoTool, "");
        using var limit = new CancellationTokenSource(job.Limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        using var process = new CagedProcess(Chain(with, program, job));
        try
        {
            return new CagedResult(await process.RunAsync(job, either.Token) is 0 ? CagedEnd.Done : CagedEnd.Failed, process.Said);
        }
        catch (TooMuchOutputException)
        {
            return new CagedResult(CagedEnd.WroteTooMuch, process.Said);
        }
        catch (Exception) when (limit.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            return new CagedResult(CagedEnd.TookTooLong, process.Said);
        }
    }

    private static IEnumerable<string> Chain(CageTools with, string program, CagedJob job) =>
    [
        .. with.Nice is { } nice ? [nice, "-n", "15"] : ImmutableArray<string>.Empty,
        .. with.Limits is { } limits ? Limits(limits, job.Limit) : [],
        .. with.Bubblewrap is { } bubblewrap ? Bubble(bubblewrap, program) : [],
        program,
        .. job.Arguments,
    ];

    // It may write no file at all: pipes are none.
    private static ImmutableArray<string> Limits(string program, TimeSpan limit) =>
    [
        program, $"--as={Text(Memory)}", $"--cpu={Text((long)Math.Ceiling(limit.TotalSeconds))}", "--fsize=0", "--core=0", $"--nproc={Text(Processes)}", $"--nofile={Text(OpenFiles)}", "--",
    ];

    private static ImmutableArray<string> Bubble(string program, string caged) =>
    [
        program, "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL", "--clearenv",
        "--ro-bind", "/usr", "/usr",
        .. Libraries.SelectMany(place => new[] { "--ro-bind-try", place, place }),
        .. caged.StartsWith("/usr/", StringComparison.Ordinal) ? ImmutableArray<string>.Empty : ["--ro-bind", caged, caged],
        "--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp", "--chdir", "/tmp", "--",
    ];

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    // A bar that is installed may not work, as where a system forbids namespaces: then it is left out, and said to be missing.
    private async Task<CageState> TryAsync()
    {
        var state = new CageState(CageTools.None, "");
        // The whole twice: a machine that was too busy for a moment must not be without bars until the next start.
        foreach (var with in new[] { tools, tools, tools with { Bubblewrap = null }, tools with { Bubblewrap = null, Limits = null, Nice = null } })
        {
            if (await VersionAsync(with) is not { } version) continue;
            state = new CageState(with, version);
            break;
        }

        if (state.Tools.Missing is not [] and var missing) LogMissing(log, string.Join(", ", missing));
        return state;
    }

    private async Task<string?> VersionAsync(CageTools with)
    {
        string? first = null;
        try
        {
            var job = new CagedJob(CagedTool.Ffmpeg, ["-version"])
            {
                Limit = Trying,
                Output = async (output, ct) =>
                {
                    using var reader = new StreamReader(output, leaveOpen: true);
                    first = (await reader.ReadToEndAsync(ct)).Split('\n')[0];
                },
            };
            return (await RunAsync(with, job, CancellationToken.None)).IsDone ? string.Join(' ', (first ?? "").Split(' ') is [var name, _, var version, ..] ? [name, version] : ["ffmpeg"]) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null; // One of the programs cannot be started.
        }
    }

    [LoggerMessage(LogLevel.Warning, "For reading recordings with ffmpeg this machine lacks, or does not allow: {Missing}. What that means stands in the README.")]
    private static partial void LogMissing(ILogger log, string missing);
}

/// <param name="Tools">What is here and works.</param>
/// <param name="Version">Of ffmpeg, as it calls itself; empty when it is not here.</param>
public sealed record CageState(CageTools Tools, string Version)
{
    public bool HasFfmpeg => Tools.Ffmpeg is not null;

    /// <summary>With what something was found out: "ffmpeg 5.1.9 (bubblewrap, prlimit)".</summary>
    public string With => Tools.Bars is [] ? Version : $"{Version} ({string.Join(", ", Tools.Bars)})";
}

using System.Collections.Immutable;
using System.Diagnostics;
using System.IO.Pipelines;
using Microsoft.Extensions.Logging.Abstractions;
using ReviewPortal.Infrastructure.Media;
using ReviewPortal.Infrastructure.Media.Caged;

namespace ReviewPortal.Web.Tests.Media.Caged;

/// <summary>Recordings made by ffmpeg for a test, with stretches that the test knows; and a cage to read them in.</summary>
internal static class Film
{
    public static readonly CageTools Tools = CageTools.Find(Environment.GetEnvironmentVariable("PATH"));

    public static bool IsHere => Tools.Ffmpeg is not null;

    public static bool HasBubblewrap => Tools.Bubblewrap is not null;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static Cage Cage(CageTools? tools = null) => new(tools ?? Tools, TimeProvider.System, NullLogger<Cage>.Instance);

    /// <summary>Twenty frames a second with a counter that changes in every frame: 160 by 120 pixels, black and still where the test says so.</summary>
    public static string Picture(int seconds, string also = "") => $"testsrc=s=160x120:r=20:d={seconds}{(also.Length is 0 ? "" : "," + also)},format=yuv420p";

    /// <summary>A tone that is not there between two moments.</summary>
    public static string Tone(int seconds, int silentFrom = -1, int silentTo = -1) => $"aevalsrc=0.3*sin(2*PI*440*t)*(1-between(t\\,{silentFrom}\\,{silentTo})):d={seconds}:s=48000";

    public static Task<byte[]> WebmAsync(string? picture, string? tone) => MakeAsync(
        [.. Input(picture), .. Input(tone), .. picture is null ? ImmutableArray<string>.Empty : ["-c:v", "libvpx", "-g", "40", "-deadline", "realtime", "-cpu-used", "8"], .. tone is null ? ImmutableArray<string>.Empty : ["-c:a", "libopus"], "-f", "webm", "-live", "1"]);

    public static Task<byte[]> Mp4Async(string picture, string tone, params string[] flags) => MakeAsync(
        [.. Input(picture), .. Input(tone), "-c:v", "libx264", "-preset", "ultrafast", "-g", "40", "-c:a", "aac", .. flags, "-f", "mp4"]);

    public static MediaSource Source(byte[] bytes, MediaContainer container) => new(container, bytes.Length, async (from, count, to, ct) => await to.WriteAsync(bytes.AsMemory((int)from, (int)count), ct));

    /// <summary>As the vault gives it: with the generated beginning.</summary>
    public static async Task<(MediaSource Source, MediaIndex Index)> ServedAsync(byte[] bytes)
    {
        var index = await Indexing.IndexAsync(bytes);
        byte[] served = [.. index.Prefix.Span, .. bytes[(int)index.ServedFrom..(int)index.ServedTo]];
        return (Source(served, index.Container), index);
    }

    /// <param name="mark">By which its process is known among others.</param>
    public static CagedJob Decode(MediaContainer container, byte[] bytes, string mark = "-") => new(CagedTool.Ffmpeg, [.. Infrastructure.Media.Caged.Cage.Reading(container), "-i", "pipe:0", "-metadata", $"comment={mark}", "-f", "null", "-"])
    {
        Limit = TimeSpan.FromSeconds(60),
        Feed = async (to, ct) => await to.WriteAsync(bytes, ct),
    };

    public static CagedJob Probe(MediaContainer container, byte[] bytes) => new(CagedTool.Ffprobe, ["-v", "error", "-protocol_whitelist", "pipe", "-f", container is MediaContainer.Mp4 ? "mov" : "matroska", "-show_entries", "stream=width,height:format=duration", "-i", "pipe:0"])
    {
        Limit = TimeSpan.FromSeconds(30),
        Feed = async (to, ct) => await to.WriteAsync(bytes, ct),
    };

    /// <summary>The processes with this mark that are still there.</summary>
    public static IReadOnlyList<string> Strays(string mark) =>
        [.. Directory.EnumerateDirectories("/proc").Where(folder => Path.GetFileName(folder).All(char.IsAsciiDigit)).Select(CommandOf).Where(command => command.Contains(mark, StringComparison.Ordinal))];

    private static string CommandOf(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "cmdline")).Replace('\0', ' ');
        }
        catch (IOException)
        {
            return ""; // It ended in this moment.
        }
    }

    private static IEnumerable<string> Input(string? filter) => filter is null ? [] : ["-f", "lavfi", "-i", filter];

    private static async Task<byte[]> MakeAsync(IEnumerable<string> arguments)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            using var made = Process.Start(new ProcessStartInfo(Tools.Ffmpeg!, ["-v", "error", "-nostdin", "-y", .. arguments, file]) { RedirectStandardError = true, UseShellExecute = false })!;
            var said = await made.StandardError.ReadToEndAsync(Ct);
            await made.WaitForExitAsync(Ct);
            Assert.True(made.ExitCode is 0, said);
            return await File.ReadAllBytesAsync(file, Ct);
        }
        finally
        {
            File.Delete(file);
        }
    }
}

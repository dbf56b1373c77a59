using System.Diagnostics;
using System.Globalization;

namespace ReviewPortal.Web.Tests.Media;

/// <summary>A second opinion, where it is installed.</summary>
internal static class Ffprobe
{
    public static bool IsHere { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "ffprobe")));

    public static async Task<(uint Milliseconds, bool IsKey)[]> FramesAsync(string path)
    {
        var (text, _) = await RunAsync("-select_streams", "v:0", "-show_entries", "packet=pts_time,flags", path);

        // Blank lines and bare numbers are side data of the packet before.
        return [.. text.Split('\n').Select(line => line.Split(',')).Where(parts => parts is [{ Length: > 0 }, [_, _, ..], ..])
            .Select(parts => ((uint)Math.Round(double.Parse(parts[0], CultureInfo.InvariantCulture) * 1000, MidpointRounding.AwayFromZero), parts[1][0] == 'K'))];
    }

    public static async Task<(string Said, string Complained)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("ffprobe", ["-v", "error", "-of", "csv=p=0", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var ffprobe = Process.Start(start)!;
        var complained = ffprobe.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        return (await ffprobe.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), await complained);
    }
}

using System.Collections.Immutable;

namespace ReviewPortal.Infrastructure.Media.Caged;

/// <summary>The programs of this machine that read recordings which nobody has vouched for, and those that hold them while they do. Null is not here.</summary>
/// <param name="Bubblewrap">Gives a program an empty machine: no network, no files but its own libraries, no other processes.</param>
/// <param name="Limits">prlimit: how much memory, time and processes it may use.</param>
/// <param name="Nice">Lets everything else on the machine go first.</param>
public sealed record CageTools(string? Ffmpeg, string? Ffprobe, string? Bubblewrap, string? Limits, string? Nice)
{
    public static readonly CageTools None = new(null, null, null, null, null);

    /// <param name="path">The folders to look in, as PATH has them.</param>
    public static CageTools Find(string? path)
    {
        var folders = (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return new CageTools(Of("ffmpeg"), Of("ffprobe"), Of("bwrap"), Of("prlimit"), Of("nice"));

        string? Of(string program) => folders.Where(Path.IsPathFullyQualified).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
    }

    public string? this[CagedTool tool] => tool is CagedTool.Ffmpeg ? Ffmpeg : Ffprobe;

    /// <summary>The bars of the cage that are here, by the names of their programs.</summary>
    public ImmutableArray<string> Bars => [.. new[] { Bubblewrap is null ? null : "bubblewrap", Limits is null ? null : "prlimit" }.OfType<string>()];

    /// <summary>What is not here, by the names of the programs.</summary>
    public ImmutableArray<string> Missing =>
        [.. new[] { Ffmpeg is null ? "ffmpeg" : null, Ffprobe is null ? "ffprobe" : null, Bubblewrap is null ? "bubblewrap" : null, Limits is null ? "prlimit" : null }.OfType<string>()];
}

public enum CagedTool
{
    Ffmpeg,
    Ffprobe,
}

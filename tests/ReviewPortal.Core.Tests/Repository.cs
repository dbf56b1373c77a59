using System.Diagnostics;

namespace ReviewPortal.Core.Tests;

/// <summary>The source tree this test was built from, for the rules about the tree itself.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", "TestResults", ".git", ".vs", ".idea", "data"];

    public static string Root { get; } = FindRoot();

    /// <summary>Files below a folder, built and fetched ones left out; paths from the root, with forward slashes, in order.</summary>
    public static IReadOnlyList<string> Files(string folder, params string[] endings) =>
        [.. Below(Path.Combine(Root, folder)).Select(Relative).Where(path => endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal))).Order(StringComparer.Ordinal)];

    /// <summary>What git keeps; where there is no git, every file of the tree.</summary>
    public static IReadOnlyList<string> TrackedFiles()
    {
        try
        {
            var start = new ProcessStartInfo("git", ["ls-files", "-z"]) { UseShellExecute = false, WorkingDirectory = Root, RedirectStandardOutput = true, RedirectStandardError = true };
            using var git = Process.Start(start)!;
            var listed = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            if (git.ExitCode is 0) return [.. listed.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(path => File.Exists(Path.Combine(Root, path)))];
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // There is no git on this machine; an unpacked archive has the same files.
        }

        return [.. Below(Root).Select(Relative)];
    }

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    /// <summary>A source file of this tree, whatever the compiler wrote down as its place.</summary>
    public static string PathOf(string compiledPath)
    {
        var path = compiledPath.Replace('\\', '/');
        var tests = path.LastIndexOf("/tests/", StringComparison.Ordinal);
        return Path.Combine(Root, path[(tests + 1)..]);
    }

    private static IEnumerable<string> Below(string folder) => Directory.EnumerateFileSystemEntries(folder)
        .Where(entry => !NotOurs.Contains(Path.GetFileName(entry), StringComparer.Ordinal))
        .SelectMany(entry => Directory.Exists(entry) ? Below(entry) : [entry]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ReviewPortal.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("The tests run from inside the source tree: ReviewPortal.sln is nowhere above them.");
    }
}

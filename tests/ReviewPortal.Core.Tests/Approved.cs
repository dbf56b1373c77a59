using System.Runtime.CompilerServices;

namespace ReviewPortal.Core.Tests;

/// <summary>Compares a text with the one that people have approved, which stands beside the test.</summary>
internal static class Approved
{
    /// <param name="name">The approved text is name.approved.txt; what came instead is written to name.received.txt.</param>
    public static void Matches(string name, string text, [CallerFilePath] string test = "")
    {
        var folder = Path.GetDirectoryName(Repository.PathOf(test))!;
        var (approved, received) = (Path.Combine(folder, $"{name}.approved.txt"), Path.Combine(folder, $"{name}.received.txt"));
        var known = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : "";
        if (known == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        Assert.Fail($"""
            {FirstDifference(known, text)}
            This is not what {name}.approved.txt says. If the change is meant, look at the difference and approve it:
              mv {Repository.Relative(received)} {Repository.Relative(approved)}
            """);
    }

    private static string FirstDifference(string known, string text)
    {
        var (old, now) = (known.Split('\n'), text.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(old.Length, now.Length)).First(index => old.ElementAtOrDefault(index) != now.ElementAtOrDefault(index));
        return $"Line {line + 1}: approved “{old.ElementAtOrDefault(line)}”, now “{now.ElementAtOrDefault(line)}”.";
    }
}

namespace ReviewPortal.Core.Tests.HouseRules;

/// <summary>A file of the source tree, or one that a test plants to see a rule catch it.</summary>
/// <param name="Path">From the root, with forward slashes.</param>
internal sealed record SourceFile(string Path, string Text)
{
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>The folder below this one in which the file lies; null when it lies elsewhere.</summary>
    public string? FolderBelow(string folder)
    {
        if (!Path.StartsWith(folder + "/", StringComparison.Ordinal)) return null;
        var rest = Path[(folder.Length + 1)..];
        return rest.Contains('/', StringComparison.Ordinal) ? rest[..rest.IndexOf('/', StringComparison.Ordinal)] : null;
    }

    public static IReadOnlyList<SourceFile> Below(string folder, params string[] endings) =>
        [.. Repository.Files(folder, endings).Select(path => new SourceFile(path, Repository.Read(path)))];
}

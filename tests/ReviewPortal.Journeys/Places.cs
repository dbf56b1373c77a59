namespace ReviewPortal.Journeys;

/// <summary>Where things lie in the source tree and on this machine.</summary>
internal static class Places
{
    public static string Root { get; } = FindRoot();

    public static string Program => Path.Combine(Root, "src", "ReviewPortal.Web", "bin", Configuration, "net10.0", "ReviewPortal.Web.dll");

    public static string Sample(string name) => Path.Combine(Root, "samples", "sittings", name);

    /// <summary>Null when the program is not installed.</summary>
    public static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);

    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ReviewPortal.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("The journeys run from the source tree.");
    }
}

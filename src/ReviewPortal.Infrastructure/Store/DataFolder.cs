namespace ReviewPortal.Infrastructure.Store;

/// <summary>The one folder in which the portal keeps everything on a single machine.</summary>
public sealed class DataFolder
{
    public DataFolder(string path)
    {
        Root = Path.GetFullPath(path);
        Directory.CreateDirectory(Root);
        Directory.CreateDirectory(Vault);
        Directory.CreateDirectory(Keys);
    }

    public string Root { get; }

    public string Database => Path.Combine(Root, "portal.db");

    public string Vault => Path.Combine(Root, "vault");

    /// <summary>The keys that protect cookies.</summary>
    public string Keys => Path.Combine(Root, "keys");
}

namespace ReviewPortal.Infrastructure.Store;

/// <summary>The one folder in which the portal keeps everything on a single machine.</summary>
public sealed class DataFolder(string path)
{
    public string Root { get; } = Path.GetFullPath(path);

    public string Database => Path.Combine(Root, "portal.db");

    public string Vault => Path.Combine(Root, "vault");

    /// <summary>The keys that protect cookies.</summary>
    public string Keys => Path.Combine(Root, "keys");

    /// <summary>Makes what is not there yet.</summary>
    public DataFolder Create()
    {
        Directory.CreateDirectory(Root);
        Directory.CreateDirectory(Vault);
        Directory.CreateDirectory(Keys);
        return this;
    }
}

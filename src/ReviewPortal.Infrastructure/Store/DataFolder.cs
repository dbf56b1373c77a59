namespace ReviewPortal.Infrastructure.Store;

/// <summary>The one folder in which the portal keeps everything on a single machine.</summary>
public sealed class DataFolder(string path)
{
    public string Root { get; } = Path.GetFullPath(path);

    public string Database => Path.Combine(Root, "portal.db");

    public string Vault => Path.Combine(Root, "vault");

    /// <summary>Deliveries that may not come in yet, sealed.</summary>
    public string Quarantine => Path.Combine(Vault, "quarantine");

    /// <summary>The key of each recording, wrapped; apart from the recordings, so that their backups can be shorter-lived.</summary>
    public string RecordingKeys => Path.Combine(Root, "recording-keys");

    /// <summary>What is being sent in, sealed while it arrives.</summary>
    public string Uploads => Path.Combine(Root, "uploads");

    /// <summary>Messages to students, one file each, where no mail server has been set up in Development.</summary>
    public string Mail => Path.Combine(Root, "mail");

    /// <summary>The keys that protect cookies, and those that wrap the keys of recordings.</summary>
    public string Keys => Path.Combine(Root, "keys");

    /// <summary>The certificate with which a demo seals its letters; an institution brings its own.</summary>
    public string Seal => Path.Combine(Keys, "seal.pfx");

    /// <summary>Makes what is not there yet.</summary>
    public DataFolder Create()
    {
        Directory.CreateDirectory(Root);
        Directory.CreateDirectory(Vault);
        Directory.CreateDirectory(Keys);
        return this;
    }
}

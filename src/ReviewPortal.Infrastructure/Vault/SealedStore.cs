using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Infrastructure.Vault;

/// <summary>
/// Where sealed objects lie: by recording and name, put aside first and committed together, so that a recording is there whole or not at all. Here that is
/// a folder for each recording. The vault asks nothing else of a store, and knows no path: another kind of store has these operations (DECISIONS, 48).
/// </summary>
public sealed class SealedStore(DataFolder data)
{
    private const string Unfinished = ".new";

    private string Incoming => Path.Combine(data.Vault, "incoming");

    /// <summary>Makes a place for what is going to be put aside.</summary>
    internal void Begin(Guid recording) => Directory.CreateDirectory(Aside(recording));

    /// <summary>A new object, not yet to be found by anybody.</summary>
    internal SealedWriter PutAside(Guid recording, string name, ReadOnlySpan<byte> key) =>
        new(Path.Combine(Aside(recording), name), key, Context(recording, name));

    /// <summary>Lets a recording be found with everything that was put aside for it: at once, or not.</summary>
    internal void Commit(Guid recording) => Directory.Move(Aside(recording), Place(recording));

    internal void DeleteAside(Guid recording)
    {
        if (Directory.Exists(Aside(recording))) Directory.Delete(Aside(recording), recursive: true);
    }

    internal void Delete(Guid recording)
    {
        if (Directory.Exists(Place(recording))) Directory.Delete(Place(recording), recursive: true);
    }

    /// <summary>An object that is made from a recording that is there already, in the place of an earlier one of that name. It is found when it is whole.</summary>
    /// <returns>False when the recording is gone.</returns>
    internal async Task<bool> WriteBesideAsync(Guid recording, string name, byte[] key, Stream bytes, CancellationToken ct)
    {
        try
        {
            if (Folder(recording) is not { } folder) return false;
            var unfinished = Path.Combine(folder, name + Unfinished);
            File.Delete(unfinished);
            using (var writer = new SealedWriter(unfinished, key, Context(recording, name))) await Sealing.WriteAsync(writer, bytes, ct);
            File.Move(unfinished, Path.Combine(Folder(recording) ?? throw new DirectoryNotFoundException(), name), overwrite: true);
            return true;
        }
        catch (DirectoryNotFoundException)
        {
            return false; // Destroyed in the meantime: nothing of it is made again.
        }
    }

    internal void Delete(Guid recording, string name)
    {
        if (Folder(recording) is { } folder) File.Delete(Path.Combine(folder, name));
    }

    /// <returns>Null when it is not there.</returns>
    internal StoredObject? Open(Guid recording, string name)
    {
        // Between the commit of its rows and the move a recording is still aside; who asks for it then is served all the same. Moved just now, it is found
        // by looking once more.
        foreach (var folder in (ReadOnlySpan<string>)[Place(recording), Aside(recording), Place(recording)])
        {
            if (File.Exists(Path.Combine(folder, name))) return StoredObject.At(Path.Combine(folder, name));
        }

        return null;
    }

    /// <returns>Null when it is not there.</returns>
    internal ObjectVersion? Version(Guid recording, string name)
    {
        var file = new FileInfo(Path.Combine(Place(recording), name));
        if (!file.Exists) file = new FileInfo(Path.Combine(Aside(recording), name));
        return file.Exists ? new(file.Length, file.LastWriteTimeUtc) : null;
    }

    /// <summary>The recordings that were committed.</summary>
    internal Guid[] All() => Recordings(data.Vault);

    /// <summary>The recordings for which something was put aside.</summary>
    internal Guid[] AllAside() => Recordings(Incoming);

    /// <summary>The place of an object of a version that did not seal, and of what is sealed in its stead.</summary>
    internal string PathOf(Guid recording, string name) => Path.Combine(Place(recording), name);

    /// <summary>What an object is sealed as: under another name, or for another recording, it does not open.</summary>
    internal static string Context(Guid recording, string name) => $"reviewportal {recording:D} {name}";

    private static Guid[] Recordings(string folder) => !Directory.Exists(folder) ? [] : [.. Directory.EnumerateDirectories(folder)
        .Select(path => Guid.TryParse(Path.GetFileName(path), out var id) ? id : Guid.Empty)
        .Where(id => id != Guid.Empty)];

    private string? Folder(Guid recording) => new[] { Place(recording), Aside(recording) }.FirstOrDefault(Directory.Exists);

    private string Place(Guid recording) => Path.Combine(data.Vault, recording.ToString());

    private string Aside(Guid recording) => Path.Combine(Incoming, recording.ToString());
}

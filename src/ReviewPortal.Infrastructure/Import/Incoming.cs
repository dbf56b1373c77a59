namespace ReviewPortal.Infrastructure.Import;

/// <summary>Something that was delivered, wherever it lies: at a path of this machine, or in any store that can be read from any place.</summary>
public sealed class Incoming
{
    private readonly Func<Stream>? _open;

    private Incoming(string path) => (Name, Path) = (System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(path)), path);

    /// <param name="name">What its sender calls it; never used as a path.</param>
    /// <param name="open">Gives its bytes, from the first, as a stream that can seek; each time a new one.</param>
    public Incoming(string name, Func<Stream> open) => (Name, _open) = (name, open);

    /// <summary>What refusals call it.</summary>
    public string Name { get; }

    /// <summary>A folder or a file of this machine; null for what lies elsewhere.</summary>
    public string? Path { get; }

    /// <summary>The supplier with whose key it came; null when a person of this institution brought it.</summary>
    public string? Supplier { get; init; }

    /// <param name="path">A folder, an archive or a file, whether it is there or not.</param>
    public static Incoming At(string path) => new(path);

    /// <exception cref="RefusedDeliveryException">It is no file: a pipe would keep whoever opens it waiting for ever.</exception>
    internal Stream Open()
    {
        if (_open is not null) return _open();
        if (new FileInfo(Path!) is { Exists: true, Length: 0 } && !FolderBundle.IsRegular(Path!)) throw RefusedDeliveryException.In(Name, RefusalReason.NotAFile);
        return new FileStream(Path!, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.Asynchronous);
    }

    /// <summary>All of it, for files that fit in memory.</summary>
    /// <returns>Null when it is longer than it may be.</returns>
    /// <exception cref="RefusedDeliveryException">It is not there.</exception>
    internal async Task<byte[]?> ReadAllAsync(int most, CancellationToken ct)
    {
        if (Path is { } path)
        {
            if (!File.Exists(path)) throw RefusedDeliveryException.In(Name, RefusalReason.NotFound);
            using var folder = new FolderBundle(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);
            return await folder.ReadAsync(Name, most, ct);
        }

        await using var file = Open();
        if (file.Length > most) return null;
        var bytes = new byte[file.Length];
        await file.ReadExactlyAsync(bytes, ct);
        return bytes;
    }
}

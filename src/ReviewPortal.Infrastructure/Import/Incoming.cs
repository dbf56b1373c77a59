namespace ReviewPortal.Infrastructure.Import;

/// <summary>Something that was delivered, wherever it lies: at a path of this machine, or in any store that can be read from any place.</summary>
public sealed class Incoming
{
    private readonly Func<Stream>? _open;

    private Incoming(string name, string? path, Func<Stream>? open) => (Name, Path, _open) = (name, path, open);

    /// <summary>What refusals call it.</summary>
    public string Name { get; }

    /// <summary>A folder or a file of this machine; null for what lies elsewhere.</summary>
    public string? Path { get; }

    /// <param name="path">A folder, an archive or a file, whether it is there or not.</param>
    public static Incoming At(string path) => new(System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(path)), path, null);

    /// <param name="name">What its sender calls it; never used as a path.</param>
    /// <param name="open">Gives its bytes, from the first, as a stream that can seek; each time a new one.</param>
    public static Incoming Of(string name, Func<Stream> open) => new(name, null, open);

    internal Stream Open() => _open is not null ? _open() : new FileStream(Path!, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.Asynchronous);
}

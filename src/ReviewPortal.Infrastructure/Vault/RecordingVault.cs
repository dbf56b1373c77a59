using System.Security.Cryptography;
using ReviewPortal.Infrastructure.Media;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Infrastructure.Vault;

/// <summary>
/// The recordings at rest: one folder each, with the original bytes and their index. A recording is there whole or not at all:
/// it is written aside, flushed to the disk, and moved into place once its rows are committed.
/// </summary>
public sealed class RecordingVault(DataFolder data)
{
    private const string OriginalName = "original";
    private const string IndexName = "index";

    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(20);

    private string Incoming => Path.Combine(data.Vault, "incoming");

    private string Lock => Path.Combine(data.Vault, "incoming.lock");

    /// <summary>Held by an import as long as it lasts, so that no other process sweeps away what it is receiving.</summary>
    public async Task<IDisposable> ReceivingAsync(CancellationToken ct)
    {
        FileStream? together;
        while ((together = TryLock(FileAccess.Read, FileShare.Read)) is null) await Task.Delay(Retry, ct);
        return together;
    }

    /// <summary>Takes in the bytes of a recording under an identity of its own.</summary>
    /// <exception cref="InvalidDataException">The bytes are not those that were announced.</exception>
    public async Task ReceiveAsync(Guid recording, Stream bytes, string sha256, MediaIndex index, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var folder = Directory.CreateDirectory(Received(recording)).FullName;
        var written = await WriteAsync(Path.Combine(folder, OriginalName), bytes, ct);
        if (!string.Equals(written, sha256, StringComparison.OrdinalIgnoreCase))
        {
            Directory.Delete(folder, recursive: true);
            throw new InvalidDataException("The recording changed while it was taken in.");
        }

        using var indexBytes = new MemoryStream(MediaIndexFile.Write(index));
        await WriteAsync(Path.Combine(folder, IndexName), indexBytes, ct);
    }

    /// <summary>Moves a received recording to its place, after its rows have been committed.</summary>
    public void Admit(Guid recording) => Directory.Move(Received(recording), Place(recording));

    /// <summary>Undoes a receipt; for a delivery that could not be kept after all.</summary>
    public void Discard(Guid recording)
    {
        if (Directory.Exists(Received(recording))) Directory.Delete(Received(recording), recursive: true);
    }

    /// <summary>
    /// Finishes what a stopped import left: a recording whose rows were committed comes to its place, the others go.
    /// Nothing happens while an import is running; what is in its place is never touched.
    /// </summary>
    /// <param name="committed">The recordings that have rows; asked when no import can be running any more.</param>
    public async Task SweepAsync(Func<Task<HashSet<Guid>>> committed)
    {
        ArgumentNullException.ThrowIfNull(committed);
        if (Recordings(Incoming) is []) return;
        using var alone = TryLock(FileAccess.ReadWrite, FileShare.None);
        if (alone is null) return;

        var known = await committed();
        foreach (var recording in Recordings(Incoming))
        {
            if (known.Contains(recording)) Admit(recording);
            else Discard(recording);
        }
    }

    private FileStream? TryLock(FileAccess access, FileShare share)
    {
        try
        {
            return new FileStream(Lock, FileMode.OpenOrCreate, access, share);
        }
        catch (IOException) when (File.Exists(Lock)) // Imports hold it together, a sweep holds it alone.
        {
            return null;
        }
    }

    /// <returns>Null when the recording is not there, or its index cannot be read.</returns>
    public async Task<MediaIndex?> IndexAsync(Guid recording, CancellationToken ct)
    {
        var path = Path.Combine(Folder(recording), IndexName);
        return File.Exists(path) ? MediaIndexFile.Read(await File.ReadAllBytesAsync(path, ct)) : null;
    }

    /// <summary>The recording as a player gets it.</summary>
    public VirtualRecording Open(Guid recording, string sha256, MediaIndex index)
    {
        ArgumentNullException.ThrowIfNull(index);
        return VirtualRecording.Open(Path.Combine(Folder(recording), OriginalName), sha256, index.Prefix, index.ServedFrom, index.ServedTo);
    }

    /// <summary>The hash of the bytes as they are now; null when they are gone.</summary>
    public async Task<string?> HashAsync(Guid recording, CancellationToken ct)
    {
        var path = Path.Combine(Folder(recording), OriginalName);
        if (!File.Exists(path)) return null;
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
    }

    /// <summary>The recordings that are here, for comparison with those that should be.</summary>
    public IEnumerable<Guid> All() => Recordings(data.Vault);

    private static Guid[] Recordings(string folder) => !Directory.Exists(folder) ? [] : [.. Directory.EnumerateDirectories(folder)
        .Select(path => Guid.TryParse(Path.GetFileName(path), out var id) ? id : Guid.Empty)
        .Where(id => id != Guid.Empty)];

    private string Place(Guid recording) => Path.Combine(data.Vault, recording.ToString());

    private string Received(Guid recording) => Path.Combine(Incoming, recording.ToString());

    // Between the commit and the move a recording is still where it was received; who asks for it then is served all the same.
    private string Folder(Guid recording) => Directory.Exists(Place(recording)) ? Place(recording) : Received(recording);

    private static async Task<string> WriteAsync(string path, Stream bytes, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
        var buffer = new byte[256 * 1024];
        int read;
        while ((read = await bytes.ReadAsync(buffer, ct)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        file.Flush(flushToDisk: true);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

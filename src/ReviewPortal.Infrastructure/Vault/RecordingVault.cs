using System.Security.Cryptography;
using ReviewPortal.Infrastructure.Media;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Infrastructure.Vault;

/// <summary>
/// The recordings at rest: one folder each, with the original bytes and what was derived from them, sealed with a key of its own. A recording is
/// there whole or not at all: it is written aside, flushed to the disk, and moved into place once its rows are committed.
/// </summary>
public sealed class RecordingVault(DataFolder data, RecordingKeys keys)
{
    private const string OriginalName = "original.sealed";
    private const string IndexName = "index.sealed";
    private const string RepairedName = "repaired.sealed";

    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(20);

    private string Incoming => Path.Combine(data.Vault, "incoming");

    private string Lock => Path.Combine(data.Vault, "incoming.lock");

    /// <summary>Held by an import as long as it lasts, so that no other process sweeps away what it is receiving.</summary>
    public async Task<IDisposable> ReceivingAsync(CancellationToken ct)
    {
        FileStream? together;
        while ((together = TryTogether()) is null) await Task.Delay(Retry, ct);
        return together;
    }

    /// <summary>Takes in the bytes of a recording under an identity of its own.</summary>
    /// <exception cref="InvalidDataException">The bytes are not those that were announced.</exception>
    public async Task ReceiveAsync(Guid recording, Stream bytes, string sha256, MediaIndex index, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var folder = Directory.CreateDirectory(Received(recording)).FullName;
        var key = keys.Add(recording);
        var written = await Sealing.WriteAsync(Path.Combine(folder, OriginalName), bytes, key, Context(recording, OriginalName), ct);
        if (!string.Equals(written, sha256, StringComparison.OrdinalIgnoreCase))
        {
            Discard(recording);
            throw new InvalidDataException("The recording changed while it was taken in.");
        }

        using var indexBytes = new MemoryStream(MediaIndexFile.Write(index));
        await Sealing.WriteAsync(Path.Combine(folder, IndexName), indexBytes, key, Context(recording, IndexName), ct);
    }

    /// <summary>Moves a received recording to its place, after its rows have been committed.</summary>
    public void Admit(Guid recording) => Directory.Move(Received(recording), Place(recording));

    /// <summary>Undoes a receipt; for a delivery that could not be kept after all.</summary>
    public void Discard(Guid recording)
    {
        keys.Destroy(recording);
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
        using var alone = TryAlone();
        if (alone is null) return;

        var known = await committed();
        foreach (var recording in Recordings(Incoming))
        {
            if (known.Contains(recording)) Admit(recording);
            else Discard(recording);
        }
    }

    /// <summary>
    /// Destroys a recording and everything derived from it: first its key, which leaves nothing to read, in a backup either; then the files.
    /// </summary>
    public async Task DestroyAsync(Guid recording, CancellationToken ct)
    {
        // Together with imports, never during a rotation: that would keep the key.
        using var together = await ReceivingAsync(ct);
        Discard(recording);
        if (Directory.Exists(Place(recording))) Directory.Delete(Place(recording), recursive: true);
    }

    /// <summary>Wraps the key of every recording with a new master key, and destroys the older ones.</summary>
    /// <returns>The version of the new master key and how many keys it wraps; null while something is being taken in or destroyed.</returns>
    public (int Version, int Count)? RotateKeys()
    {
        using var alone = TryAlone();
        return alone is null ? null : keys.Rotate();
    }

    /// <summary>
    /// Seals what a version of this portal that did not seal has left open, reads it back, and only then deletes what was open. What stops halfway is
    /// done again at the next start; while something is taken in nothing happens.
    /// </summary>
    /// <exception cref="DamagedRecordingException">What was sealed does not read back as what was open, which stays.</exception>
    public async Task SealEarlierAsync(CancellationToken ct)
    {
        using var alone = TryAlone();
        if (alone is null) return;
        foreach (var recording in All().Where(recording => File.Exists(Path.Combine(Place(recording), "original"))))
        {
            var key = keys.Find(recording) ?? keys.Add(recording);
            await SealAsync(recording, key, "index", IndexName, ct);
            await SealAsync(recording, key, "original", OriginalName, ct);
        }
    }

    private async Task SealAsync(Guid recording, byte[] key, string open, string name, CancellationToken ct)
    {
        var (from, to) = (Path.Combine(Place(recording), open), Path.Combine(Place(recording), name));
        if (!File.Exists(from)) return;
        File.Delete(to);
        string written;
        await using (var bytes = File.OpenRead(from)) written = await Sealing.WriteAsync(to, bytes, key, Context(recording, name), ct);
        using (var file = SealedFile.Open(to, key, Context(recording, name)))
        {
            if (await HashAsync(file, ct) != written) throw new DamagedRecordingException($"{name} of recording {recording} was not written as it should be");
        }

        File.Delete(from);
    }

    // Imports hold it together; a sweep, a rotation and a sealing hold it alone.
    private FileStream? TryTogether() => LockFile.TryTake(Lock, FileAccess.Read, FileShare.Read);

    private FileStream? TryAlone() => LockFile.TryTake(Lock);

    /// <returns>Null when the recording is not there, or its index was written by another version.</returns>
    /// <exception cref="DamagedRecordingException">The index at rest is not what was sealed.</exception>
    public async Task<MediaIndex?> IndexAsync(Guid recording, CancellationToken ct) =>
        keys.Find(recording) is { } key ? await IndexAsync(recording, key, ct) : null;

    /// <summary>The recording as a player gets it; null when it is gone, or its index was written by another version.</summary>
    /// <exception cref="DamagedRecordingException">The recording at rest is not what was sealed.</exception>
    public async Task<VirtualRecording?> OpenAsync(Guid recording, string sha256, CancellationToken ct) =>
        keys.Find(recording) is { } key && await IndexAsync(recording, key, ct) is { } index && OpenPart(recording, index.Flaws.HasFlag(MediaFlaws.Repaired) ? RepairedName : OriginalName, key) is { } file
            ? VirtualRecording.Over(file, sha256, index.Prefix, index.ServedFrom, index.ServedTo)
            : null;

    /// <summary>The hash of the original bytes as they are now; null when they are gone.</summary>
    /// <exception cref="DamagedRecordingException">The recording at rest is not what was sealed.</exception>
    public async Task<string?> HashAsync(Guid recording, CancellationToken ct)
    {
        if (keys.Find(recording) is not { } key) return null;
        using var file = OpenPart(recording, OriginalName, key);
        return file is null ? null : await HashAsync(file, ct);
    }

    private static async Task<string> HashAsync(SealedFile file, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[256 * 1024];
        int read;
        for (long at = 0; (read = await file.ReadAsync(at, buffer, ct)) > 0; at += read) hash.AppendData(buffer, 0, read);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Whether all of a recording lies here with its key, at a glance: what is in it, <c>verify</c> reads.</summary>
    /// <param name="bytes">Its length before it was sealed.</param>
    public bool IsWhole(Guid recording, long bytes)
    {
        var (original, index) = (new FileInfo(Path.Combine(Folder(recording), OriginalName)), Path.Combine(Folder(recording), IndexName));
        return original.Exists && original.Length == ChunkCipher.SealedLength(bytes) && File.Exists(index) && keys.Has(recording);
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

    private async Task<MediaIndex?> IndexAsync(Guid recording, byte[] key, CancellationToken ct)
    {
        using var file = OpenPart(recording, IndexName, key);
        return file is null ? null : MediaIndexFile.Read(await file.ReadAllAsync(ct));
    }

    private SealedFile? OpenPart(Guid recording, string name, byte[] key)
    {
        var path = Path.Combine(Folder(recording), name);
        return File.Exists(path) ? SealedFile.Open(path, key, Context(recording, name)) : null;
    }

    // What a file was sealed as: under another name, or for another recording, it does not open.
    private static string Context(Guid recording, string name) => $"reviewportal {recording:D} {name}";
}

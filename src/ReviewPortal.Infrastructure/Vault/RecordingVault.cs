using System.Security.Cryptography;
using ReviewPortal.Infrastructure.Media;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Infrastructure.Vault;

/// <summary>
/// The recordings at rest: one folder each, with the original bytes and their index. A recording is there whole or not at all:
/// it is written aside, flushed to the disk, and moved into place.
/// </summary>
public sealed class RecordingVault(DataFolder data)
{
    private const string OriginalName = "original";
    private const string IndexName = "index";

    private string Incoming => Path.Combine(data.Vault, "incoming");

    /// <summary>Takes in the bytes of a recording under an identity of its own; nobody sees it before <see cref="Admit"/>.</summary>
    /// <exception cref="InvalidDataException">The bytes are not those that were announced.</exception>
    public async Task ReceiveAsync(Guid recording, Stream bytes, string sha256, MediaIndex index, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var folder = Directory.CreateDirectory(Path.Combine(Incoming, recording.ToString())).FullName;
        var written = await WriteAsync(Path.Combine(folder, OriginalName), bytes, ct);
        if (!string.Equals(written, sha256, StringComparison.OrdinalIgnoreCase))
        {
            Directory.Delete(folder, recursive: true);
            throw new InvalidDataException("The recording changed while it was taken in.");
        }

        using var indexBytes = new MemoryStream(MediaIndexFile.Write(index));
        await WriteAsync(Path.Combine(folder, IndexName), indexBytes, ct);
    }

    /// <summary>Moves a received recording to its place.</summary>
    public void Admit(Guid recording) => Directory.Move(Path.Combine(Incoming, recording.ToString()), Folder(recording));

    /// <summary>Undoes a receipt, admitted or not; for a delivery that could not be kept after all.</summary>
    public void Discard(Guid recording)
    {
        foreach (var folder in new[] { Path.Combine(Incoming, recording.ToString()), Folder(recording) })
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Removes what a stopped import left half-received.</summary>
    public void Sweep()
    {
        if (Directory.Exists(Incoming)) Directory.Delete(Incoming, recursive: true);
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
    public IEnumerable<Guid> All() => Directory.EnumerateDirectories(data.Vault)
        .Select(folder => Guid.TryParse(Path.GetFileName(folder), out var id) ? id : Guid.Empty)
        .Where(id => id != Guid.Empty);

    private string Folder(Guid recording) => Path.Combine(data.Vault, recording.ToString());

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

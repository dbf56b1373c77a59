using System.Collections.Concurrent;
using System.Security.Cryptography;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Infrastructure.Uploads;

/// <summary>How the sending of a part ended.</summary>
public enum PartEnd
{
    /// <summary>Everything that was sent is kept, on the disk.</summary>
    Whole,

    /// <summary>The connection was lost; what had come is kept.</summary>
    Cut,

    /// <summary>More was sent than announced; nothing of it is kept.</summary>
    TooMuch,

    /// <summary>It is not what its checksum says; nothing of it is kept.</summary>
    WrongChecksum,

    /// <summary>The disk is full, or would be; what had come before is kept.</summary>
    DiskFull,

    /// <summary>The upload has come in too many small parts.</summary>
    TooManyPieces,
}

/// <summary>The checksum that goes with one part.</summary>
public sealed record PartChecksum(HashAlgorithmName Algorithm, ReadOnlyMemory<byte> Expected);

/// <summary>
/// What is being sent in, in the data folder: sealed with a key of its own before it touches the disk. An upload is a row of pieces, one for each part that
/// was sent without a break; a piece is never written on once it has ended. What was acknowledged is on the disk.
/// </summary>
public sealed class UploadStore(DataFolder data, RecordingKeys keys, RecordingVault vault, UploadLimits limits)
{
    // So much is read through again after a server was killed, and so much is on the disk for certain when a power cut takes the rest.
    private const long LongestPiece = 256L * 1024 * 1024;

    // Until this process has looked for itself, the last piece of an upload may be torn.
    private readonly ConcurrentDictionary<Guid, long> _offsets = new();

    // What was acknowledged of an upload before the part that is coming in now.
    private readonly ConcurrentDictionary<Guid, long> _before = new();

    /// <summary>Makes room for a new upload.</summary>
    public async Task AddAsync(Guid upload, CancellationToken ct)
    {
        Directory.CreateDirectory(Folder(upload));
        using var together = await vault.ReceivingAsync(ct); // Never during a rotation of keys.
        keys.Add(upload);
        _offsets[upload] = 0;
    }

    /// <summary>Whether anything of it lies here at all.</summary>
    public bool HasPlace(Guid upload) => Directory.Exists(Folder(upload));

    public bool Has(Guid upload) => Directory.Exists(Folder(upload)) && keys.Has(upload);

    /// <summary>Whether so much more fits on the disk.</summary>
    public bool HasRoomFor(long bytes) => new DriveInfo(data.Root).AvailableFreeSpace - limits.KeepFree >= bytes;

    /// <summary>Held by whoever adds to an upload, so that nobody else does at the same time.</summary>
    /// <returns>Null while another holds it.</returns>
    public IDisposable? TryHold(Guid upload) => LockFile.TryTake(Path.Combine(Folder(upload), "lock"));

    /// <summary>How many bytes are here and whole. Asked for the first time by the one who holds the upload, it mends what a killed server left.</summary>
    public long Offset(Guid upload) => _offsets.TryGetValue(upload, out var known) ? known : _offsets[upload] = Mended(upload);

    /// <summary>As <see cref="Offset"/>, for whoever does not hold the upload: while another adds to it and nobody has looked yet, nothing is mended.</summary>
    /// <returns>Null when it is damaged or gone, and nothing can be added to it any more.</returns>
    public long? OffsetNow(Guid upload)
    {
        if (!Has(upload)) return null;
        if (_offsets.TryGetValue(upload, out var known)) return known;
        try
        {
            using var held = TryHold(upload);
            return held is null ? _before.GetValueOrDefault(upload) : Offset(upload);
        }
        catch (Exception damaged) when (damaged is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Adds what comes to an upload that the caller holds.</summary>
    /// <param name="length">Of the whole upload.</param>
    /// <returns>How far it has come, and how it ended.</returns>
    public async Task<(long Offset, PartEnd End)> AppendAsync(Guid upload, long length, Stream body, PartChecksum? checksum, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(body);
        var from = Offset(upload);
        if (Piece.Count(Folder(upload)) >= limits.Pieces) return (from, PartEnd.TooManyPieces);
        _before[upload] = from;
        _offsets.TryRemove(upload, out _);
        using var part = new Part(Folder(upload), upload, keys.Find(upload) ?? throw new DamagedRecordingException("The key of the upload is missing"), from, length, LongestPiece, () => HasRoomFor(0));
        try
        {
            var end = await part.TakeAsync(body, checksum, ct);
            _offsets[upload] = part.Offset;
            return (part.Offset, end);
        }
        finally
        {
            _before.TryRemove(upload, out _);
        }
    }

    /// <summary>The bytes of an upload, from the first, as a stream that can seek.</summary>
    /// <exception cref="DamagedRecordingException">What lies there is not what was sealed, or a part of it is missing.</exception>
    public Stream Open(Guid upload) => new UploadStream(upload, keys.Find(upload) ?? throw new DamagedRecordingException("The key of the upload is missing"), InARow(Piece.All(Folder(upload))));

    /// <summary>First the key, which leaves nothing to read; then the rest.</summary>
    public async Task DestroyAsync(Guid upload, CancellationToken ct)
    {
        using (await vault.ReceivingAsync(ct)) keys.Destroy(upload);
        _offsets.TryRemove(upload, out _);
        if (Directory.Exists(Folder(upload))) Directory.Delete(Folder(upload), recursive: true);
    }

    /// <summary>The uploads of which something lies here.</summary>
    public IEnumerable<Guid> All() => !Directory.Exists(data.Uploads) ? [] : [.. Directory.EnumerateDirectories(data.Uploads)
        .Select(path => Guid.TryParse(Path.GetFileName(path), out var upload) ? upload : Guid.Empty)
        .Where(upload => upload != Guid.Empty)];

    private string Folder(Guid upload) => Path.Combine(data.Uploads, upload.ToString());

    private long Mended(Guid upload)
    {
        var key = keys.Find(upload) ?? throw new DamagedRecordingException("The key of the upload is missing");
        var pieces = InARow(Piece.All(Folder(upload))); // Seen without reading them.
        while (pieces is [.., var last])
        {
            if (last.Mended(upload, key) is { } whole)
            {
                pieces[^1] = whole;
                return whole.To;
            }

            pieces.RemoveAt(pieces.Count - 1);
        }

        return 0;
    }

    private static List<Piece> InARow(List<Piece> pieces)
    {
        long from = 0;
        foreach (var piece in pieces)
        {
            if (piece.From != from) throw new DamagedRecordingException("A part of the upload is missing");
            from = piece.To;
        }

        return pieces;
    }
}

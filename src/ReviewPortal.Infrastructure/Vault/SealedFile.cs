using System.Buffers;
using System.Security.Cryptography;

namespace ReviewPortal.Infrastructure.Vault;

/// <summary>A file at rest that is read as if it were open: any stretch, chunk by chunk, and never a byte that was not checked.</summary>
public sealed class SealedFile : IDisposable
{
    // As many sealed chunks as a pooled buffer of 64 KiB holds: read, opened and sent on before they have left the cache of the processor.
    private const int Gather = 3;
    private readonly StoredObject _file;
    private readonly ChunkCipher _cipher;

    private SealedFile(StoredObject file, ChunkCipher cipher, long length) => (_file, _cipher, Length) = (file, cipher, length);

    /// <summary>Bytes, before they were sealed.</summary>
    public long Length { get; }

    /// <param name="key">32 bytes.</param>
    /// <param name="context">What it was sealed as.</param>
    /// <exception cref="DamagedRecordingException">Another key, or the beginning or the end is not what was sealed.</exception>
    public static SealedFile Open(string path, ReadOnlySpan<byte> key, string context) => Open(StoredObject.At(path), key, context);

    /// <inheritdoc cref="Open(string, ReadOnlySpan{byte}, string)"/>
    /// <param name="file">Closed with this, also when it is refused.</param>
    internal static SealedFile Open(StoredObject file, ReadOnlySpan<byte> key, string context)
    {
        ChunkCipher? cipher = null;
        try
        {
            var length = ChunkCipher.PlainLength(file.Version.Length);
            Span<byte> header = stackalloc byte[ChunkCipher.HeaderSize];
            ReadAll(file, header, 0);
            cipher = ChunkCipher.ForOpening(key, context, header);
            CheckEnd(file, cipher, length);
            return new SealedFile(file, cipher, length);
        }
        catch
        {
            cipher?.Dispose();
            file.Dispose();
            throw;
        }
    }

    /// <summary>The same object as was opened before, of which beginning and end have been checked.</summary>
    /// <param name="cipher">That of <see cref="Cipher"/>, for this reader alone.</param>
    internal static SealedFile Again(StoredObject file, ChunkCipher cipher) => new(file, cipher, ChunkCipher.PlainLength(file.Version.Length));

    /// <summary>What opens it; null when it was closed meanwhile.</summary>
    internal ChunkCipher? Cipher() => _cipher.Again();

    /// <summary>Reads from a place on, at most as much as fits, up to a boundary between chunks where it can.</summary>
    /// <returns>How many bytes were read and checked; 0 at the end.</returns>
    /// <exception cref="DamagedRecordingException">The stretch is not what was sealed.</exception>
    public async ValueTask<int> ReadAsync(long from, Memory<byte> into, CancellationToken ct)
    {
        var count = (int)Math.Min(Math.Min(into.Length, Length - from), Gather * ChunkCipher.ChunkSize - from % ChunkCipher.ChunkSize);
        if (count <= 0) return 0;
        var (first, last) = (from / ChunkCipher.ChunkSize, (from + count - 1) / ChunkCipher.ChunkSize);
        var wanted = (int)(Place(last) + SealedSize(last) - Place(first));
        var sealedBytes = ArrayPool<byte>.Shared.Rent(wanted);
        try
        {
            await _file.ReadAsync(Place(first), sealedBytes.AsMemory(0, wanted), ct);
            for (var chunk = first; chunk <= last; chunk++)
                OpenPart(chunk, sealedBytes.AsSpan((int)(Place(chunk) - Place(first)), SealedSize(chunk)), from, into.Span[..count]);
            return count;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(sealedBytes);
        }
    }

    /// <summary>All of it, for what is small.</summary>
    public async Task<byte[]> ReadAllAsync(CancellationToken ct)
    {
        var all = new byte[Length];
        for (var at = 0; at < all.Length;) at += await ReadAsync(at, all.AsMemory(at), ct);
        return all;
    }

    /// <returns>The SHA-256 of all of it, in lower-case hexadecimals.</returns>
    public async Task<string> HashAsync(CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[256 * 1024];
        int read;
        for (long at = 0; (read = await ReadAsync(at, buffer, ct)) > 0; at += read) hash.AppendData(buffer, 0, read);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public void Dispose()
    {
        _cipher.Dispose();
        _file.Dispose();
    }

    // A chunk that is wanted whole is opened where it is wanted; of the others a part is copied.
    private void OpenPart(long chunk, ReadOnlySpan<byte> sealedChunk, long from, Span<byte> into)
    {
        var start = chunk * ChunkCipher.ChunkSize - from;
        var size = sealedChunk.Length - ChunkCipher.TagSize;
        if (start >= 0 && start + size <= into.Length)
        {
            _cipher.Open(chunk, sealedChunk, into.Slice((int)start, size));
            return;
        }

        Span<byte> plain = stackalloc byte[size];
        _cipher.Open(chunk, sealedChunk, plain);
        var (skip, at) = start < 0 ? ((int)-start, 0) : (0, (int)start);
        var part = Math.Min(size - skip, into.Length - at);
        plain.Slice(skip, part).CopyTo(into[at..]);
    }

    private int SealedSize(long chunk) => (int)Math.Min(ChunkCipher.ChunkSize, Length - chunk * ChunkCipher.ChunkSize) + ChunkCipher.TagSize;

    private static long Place(long chunk) => ChunkCipher.HeaderSize + chunk * ChunkCipher.SealedChunkSize;

    // The last chunk bears the length: a file cut off between two chunks is found out at once.
    private static void CheckEnd(StoredObject file, ChunkCipher cipher, long length)
    {
        var last = length / ChunkCipher.ChunkSize;
        Span<byte> sealedChunk = stackalloc byte[(int)(length % ChunkCipher.ChunkSize) + ChunkCipher.TagSize];
        Span<byte> plain = stackalloc byte[sealedChunk.Length - ChunkCipher.TagSize];
        ReadAll(file, sealedChunk, Place(last));
        cipher.Open(last, sealedChunk, plain);
    }

    private static void ReadAll(StoredObject file, Span<byte> into, long from)
    {
        try
        {
            file.Read(from, into);
        }
        catch (EndOfStreamException missing)
        {
            throw new DamagedRecordingException("Its end is missing", missing);
        }
    }
}

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ReviewPortal.Infrastructure.Vault;

/// <summary>
/// Cobblestone-256 (c2sp.org/chunked-encryption): AES-256-GCM over chunks of 16 KiB, each sealed under its number, so that any stretch can be read
/// on its own and a chunk that is changed, moved, doubled or missing is noticed. Key, nonce and commitment come from HKDF-Expand with SHA-512.
/// </summary>
internal sealed class ChunkCipher : IDisposable
{
    public const int ChunkSize = 16 * 1024;
    public const int TagSize = 16;
    public const int SealedChunkSize = ChunkSize + TagSize;
    public const int KeySize = 32;

    /// <summary>Salt and commitment, before the first chunk.</summary>
    public const int HeaderSize = SaltSize + CommitmentSize;

    private const int SaltSize = 24;
    private const int CommitmentSize = 32;
    private const int NonceSize = 12;
    private const long MostChunks = 1L << 38;

    private readonly AesGcm _chunks;
    private readonly byte[] _derived;
    private bool _gone;

    private ChunkCipher(ReadOnlySpan<byte> derived)
    {
        _derived = derived[..(KeySize + NonceSize)].ToArray();
        _chunks = new AesGcm(_derived.AsSpan(0, KeySize), TagSize);
    }

    /// <summary>For one new message: chooses its salt and writes its header.</summary>
    /// <param name="context">What is sealed; it opens under the same words only.</param>
    public static ChunkCipher ForSealing(ReadOnlySpan<byte> key, string context, Span<byte> header)
    {
        RandomNumberGenerator.Fill(header[..SaltSize]);
        return ForSealingWithSalt(key, context, header);
    }

    /// <summary>For one new message whose salt stands in its header already. A salt must never be used twice with one key.</summary>
    public static ChunkCipher ForSealingWithSalt(ReadOnlySpan<byte> key, string context, Span<byte> header)
    {
        var derived = Derive(key, header[..SaltSize], context);
        derived.AsSpan(^CommitmentSize..).CopyTo(header[SaltSize..]);
        return Take(derived);
    }

    /// <exception cref="DamagedRecordingException">Another key, other words, or a changed header.</exception>
    public static ChunkCipher ForOpening(ReadOnlySpan<byte> key, string context, ReadOnlySpan<byte> header)
    {
        var derived = Derive(key, header[..SaltSize], context);
        if (CryptographicOperations.FixedTimeEquals(derived.AsSpan(^CommitmentSize..), header[SaltSize..])) return Take(derived);
        CryptographicOperations.ZeroMemory(derived);
        throw new DamagedRecordingException("It was sealed with another key, or its beginning has changed");
    }

    /// <param name="plain">A whole chunk; the last one, and only that, is shorter and may be empty.</param>
    public void Seal(long chunk, ReadOnlySpan<byte> plain, Span<byte> into)
    {
        Span<byte> nonce = stackalloc byte[NonceSize];
        Nonce(chunk, nonce);
        _chunks.Encrypt(nonce, plain, into[..plain.Length], into.Slice(plain.Length, TagSize));
    }

    /// <exception cref="DamagedRecordingException">It is not the chunk that was sealed under this number.</exception>
    public void Open(long chunk, ReadOnlySpan<byte> sealedChunk, Span<byte> into)
    {
        Span<byte> nonce = stackalloc byte[NonceSize];
        Nonce(chunk, nonce);
        try
        {
            _chunks.Decrypt(nonce, sealedChunk[..^TagSize], sealedChunk[^TagSize..], into);
        }
        catch (AuthenticationTagMismatchException changed)
        {
            throw new DamagedRecordingException($"Chunk {chunk} is not what was sealed", changed);
        }
    }

    /// <summary>The same once more, for somebody else: the framework's cipher serves one at a time.</summary>
    /// <returns>Null when this one has been disposed of, and its key with it.</returns>
    public ChunkCipher? Again()
    {
        lock (_derived) return _gone ? null : new ChunkCipher(_derived);
    }

    public void Dispose()
    {
        lock (_derived)
        {
            _gone = true;
            CryptographicOperations.ZeroMemory(_derived);
        }

        _chunks.Dispose();
    }

    /// <summary>How long something becomes when it is sealed.</summary>
    public static long SealedLength(long plain) => HeaderSize + plain + (plain / ChunkSize + 1) * TagSize;

    /// <summary>How long something was before it was sealed.</summary>
    /// <exception cref="DamagedRecordingException">Nothing sealed has this length: a part is missing.</exception>
    public static long PlainLength(long sealedLength)
    {
        var (whole, last) = Math.DivRem(sealedLength - HeaderSize, SealedChunkSize);
        return sealedLength >= HeaderSize + TagSize && last >= TagSize ? whole * ChunkSize + last - TagSize : throw new DamagedRecordingException("Its end is missing");
    }

    private void Nonce(long chunk, Span<byte> nonce)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(chunk, MostChunks);
        _derived.AsSpan(KeySize).CopyTo(nonce);
        var counter = nonce[^sizeof(long)..];
        BinaryPrimitives.WriteInt64BigEndian(counter, BinaryPrimitives.ReadInt64BigEndian(counter) ^ chunk);
    }

    private static ChunkCipher Take(byte[] derived)
    {
        var cipher = new ChunkCipher(derived);
        CryptographicOperations.ZeroMemory(derived);
        return cipher;
    }

    private static byte[] Derive(ReadOnlySpan<byte> key, ReadOnlySpan<byte> salt, string context) => Expand(
        key.Length is KeySize ? key : throw new ArgumentException($"The key has {KeySize} bytes", nameof(key)),
        [.. "c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0"u8, .. salt, .. Encoding.ASCII.GetBytes(context)],
        KeySize + NonceSize + CommitmentSize);

    // HKDF-Expand (RFC 5869, 2.3). The framework's own refuses a key that is shorter than the hash.
    private static byte[] Expand(ReadOnlySpan<byte> key, ReadOnlySpan<byte> info, int length)
    {
        var all = new byte[length];
        byte[] block = [];
        for (var (number, done) = (1, 0); done < length; number++, done += block.Length)
        {
            block = HMACSHA512.HashData(key, [.. block, .. info, (byte)number]);
            block.AsSpan(0, Math.Min(block.Length, length - done)).CopyTo(all.AsSpan(done));
        }

        return all;
    }
}

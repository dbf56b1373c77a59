using System.Security.Cryptography;

namespace ReviewPortal.Infrastructure.Vault;

/// <summary>Writes a file at rest: reads, hashes and seals in one pass, and flushes to the disk at the end.</summary>
internal static class Sealing
{
    private const int Gather = 16;

    /// <returns>The SHA-256 of the bytes before they were sealed, in lower-case hexadecimals.</returns>
    public static async Task<string> WriteAsync(string path, Stream bytes, byte[] key, string context, CancellationToken ct)
    {
        var plain = new byte[Gather * ChunkCipher.ChunkSize];
        var sealedBytes = new byte[ChunkCipher.HeaderSize + Gather * ChunkCipher.SealedChunkSize];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var cipher = ChunkCipher.ForSealing(key, context, sealedBytes.AsSpan(0, ChunkCipher.HeaderSize));
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
        await file.WriteAsync(sealedBytes.AsMemory(0, ChunkCipher.HeaderSize), ct);

        int read;
        long chunk = 0;
        do
        {
            read = await bytes.ReadAtLeastAsync(plain, plain.Length, throwOnEndOfStream: false, ct);
            hash.AppendData(plain, 0, read);
            var ends = read < plain.Length;
            await file.WriteAsync(sealedBytes.AsMemory(0, Seal(cipher, ref chunk, plain.AsSpan(0, read), sealedBytes, ends)), ct);
        }
        while (read == plain.Length);

        file.Flush(flushToDisk: true);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // The last chunk is always shorter than the others, if need be empty: that is how its being the last is known.
    private static int Seal(ChunkCipher cipher, ref long chunk, ReadOnlySpan<byte> plain, Span<byte> into, bool ends)
    {
        var written = 0;
        while (plain.Length >= ChunkCipher.ChunkSize || ends)
        {
            var size = Math.Min(plain.Length, ChunkCipher.ChunkSize);
            cipher.Seal(chunk++, plain[..size], into[written..]);
            written += size + ChunkCipher.TagSize;
            plain = plain[size..];
            if (size < ChunkCipher.ChunkSize) break;
        }

        return written;
    }
}

using System.Buffers;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace ReviewPortal.Infrastructure.Vault;

/// <summary>
/// Writes an object at rest while its bytes pass by: hashed, sealed and written in one go, in a fixed amount of memory, and flushed to the disk at the end.
/// A block is hashed beside the sealing of the same and the reading of the next: that is half of the work.
/// </summary>
internal sealed class SealedWriter : IDisposable
{
    // As many sealed chunks as a pooled buffer of 256 KiB holds.
    private const int Gather = 15;
    private const int Block = Gather * ChunkCipher.ChunkSize;

    // So seldom that the disk is not asked for small change, so often that there is little left to wait for at the end.
    private const long FlushEvery = 32 * 1024 * 1024;

    private readonly SafeFileHandle _file;
    private readonly ChunkCipher _cipher;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _sealed = ArrayPool<byte>.Shared.Rent(Gather * ChunkCipher.SealedChunkSize);
    private byte[] _plain = ArrayPool<byte>.Shared.Rent(Block);
    private byte[] _hashed = ArrayPool<byte>.Shared.Rent(Block);
    private int _filled;
    private long _chunk;
    private long _written;
    private long _flushed;
    private Task _hashing = Task.CompletedTask;
    private Task _flushing = Task.CompletedTask;

    /// <exception cref="IOException">There is something already, or it cannot be made.</exception>
    public SealedWriter(string path, ReadOnlySpan<byte> key, string context)
    {
        try
        {
            _file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            _cipher = ChunkCipher.ForSealing(key, context, _sealed.AsSpan(0, ChunkCipher.HeaderSize));
            WriteOut(ChunkCipher.HeaderSize);
        }
        catch
        {
            // Nobody gets it, so nobody else would let go of what it holds.
            Dispose();
            throw;
        }
    }

    /// <exception cref="IOException">The disk does not take it.</exception>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var part = Math.Min(bytes.Length, Block - _filled);
            bytes[..part].CopyTo(_plain.AsSpan(_filled));
            bytes = bytes[part..];
            if ((_filled += part) is Block) SealBlock();
        }
    }

    /// <summary>Ends it, and returns when the disk has all of it.</summary>
    /// <returns>The SHA-256 of the bytes before they were sealed, in lower-case hexadecimals.</returns>
    public async Task<string> FinishAsync()
    {
        await _hashing;
        _hash.AppendData(_plain, 0, _filled);
        // The last chunk is always shorter than the others, if need be empty: that is how its being the last is known.
        WriteOut(Seal(_plain.AsSpan(0, _filled), andTheLast: true));
        await _flushing;
        RandomAccess.FlushToDisk(_file);
        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    public void Dispose()
    {
        _hashing.Wait();
        _file?.Dispose();
        _cipher?.Dispose();
        _hash.Dispose();
        // What lay in these was plain.
        ArrayPool<byte>.Shared.Return(_plain, clearArray: true);
        ArrayPool<byte>.Shared.Return(_hashed, clearArray: true);
        ArrayPool<byte>.Shared.Return(_sealed);
    }

    private void SealBlock()
    {
        _hashing.Wait();
        (_plain, _hashed, _filled) = (_hashed, _plain, 0);
        _hashing = Task.Run(() => _hash.AppendData(_hashed, 0, Block));
        WriteOut(Seal(_hashed.AsSpan(0, Block), andTheLast: false));
    }

    private int Seal(ReadOnlySpan<byte> plain, bool andTheLast)
    {
        var sealedLength = 0;
        for (var whole = plain.Length >= ChunkCipher.ChunkSize; whole || andTheLast; whole = plain.Length >= ChunkCipher.ChunkSize)
        {
            var size = Math.Min(plain.Length, ChunkCipher.ChunkSize);
            _cipher.Seal(_chunk++, plain[..size], _sealed.AsSpan(sealedLength));
            sealedLength += size + ChunkCipher.TagSize;
            plain = plain[size..];
            if (!whole) break;
        }

        return sealedLength;
    }

    private void WriteOut(int length)
    {
        RandomAccess.Write(_file, _sealed.AsSpan(0, length), _written);
        _written += length;
        if (_written - _flushed < FlushEvery || !_flushing.IsCompletedSuccessfully) return;
        _flushed = _written;
        _flushing = Task.Run(() => RandomAccess.FlushToDisk(_file));
    }
}

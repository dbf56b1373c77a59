using System.Buffers;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace ReviewPortal.Infrastructure.Vault;

/// <summary>Writes an object at rest while its bytes pass by: hashed, sealed and written in one go, in a fixed amount of memory, and flushed to the disk at the end.</summary>
internal sealed class SealedWriter : IDisposable
{
    // As many sealed chunks as a pooled buffer of 256 KiB holds.
    private const int Gather = 15;

    // So seldom that the disk is not asked for small change, so often that there is little left to wait for at the end.
    private const long FlushEvery = 32 * 1024 * 1024;

    private readonly SafeFileHandle _file;
    private readonly ChunkCipher _cipher;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _begun = ArrayPool<byte>.Shared.Rent(ChunkCipher.ChunkSize);
    private readonly byte[] _sealed = ArrayPool<byte>.Shared.Rent(Gather * ChunkCipher.SealedChunkSize);
    private int _begunLength;
    private int _sealedLength;
    private long _chunk;
    private long _written;
    private long _flushed;
    private Task _flushing = Task.CompletedTask;

    /// <exception cref="IOException">There is something already, or it cannot be made.</exception>
    public SealedWriter(string path, ReadOnlySpan<byte> key, string context)
    {
        _file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        _cipher = ChunkCipher.ForSealing(key, context, _sealed.AsSpan(0, ChunkCipher.HeaderSize));
        _sealedLength = ChunkCipher.HeaderSize;
        WriteOut();
    }

    /// <exception cref="IOException">The disk does not take it.</exception>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        _hash.AppendData(bytes);
        if (_begunLength > 0) bytes = Complete(bytes);
        for (; bytes.Length >= ChunkCipher.ChunkSize; bytes = bytes[ChunkCipher.ChunkSize..]) Seal(bytes[..ChunkCipher.ChunkSize]);
        bytes.CopyTo(_begun.AsSpan(_begunLength));
        _begunLength += bytes.Length;
    }

    /// <summary>Ends it, and returns when the disk has all of it.</summary>
    /// <returns>The SHA-256 of the bytes before they were sealed, in lower-case hexadecimals.</returns>
    public async Task<string> FinishAsync()
    {
        // The last chunk is always shorter than the others, if need be empty: that is how its being the last is known.
        Seal(_begun.AsSpan(0, _begunLength));
        WriteOut();
        await _flushing;
        RandomAccess.FlushToDisk(_file);
        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    public void Dispose()
    {
        _file.Dispose();
        _cipher.Dispose();
        _hash.Dispose();
        // What lay in them was plain.
        ArrayPool<byte>.Shared.Return(_begun, clearArray: true);
        ArrayPool<byte>.Shared.Return(_sealed);
    }

    private ReadOnlySpan<byte> Complete(ReadOnlySpan<byte> bytes)
    {
        var missing = Math.Min(ChunkCipher.ChunkSize - _begunLength, bytes.Length);
        bytes[..missing].CopyTo(_begun.AsSpan(_begunLength));
        _begunLength += missing;
        if (_begunLength == ChunkCipher.ChunkSize)
        {
            Seal(_begun.AsSpan(0, ChunkCipher.ChunkSize));
            _begunLength = 0;
        }

        return bytes[missing..];
    }

    private void Seal(ReadOnlySpan<byte> plain)
    {
        _cipher.Seal(_chunk++, plain, _sealed.AsSpan(_sealedLength));
        _sealedLength += plain.Length + ChunkCipher.TagSize;
        if (_sealedLength > (Gather - 1) * ChunkCipher.SealedChunkSize) WriteOut();
    }

    private void WriteOut()
    {
        RandomAccess.Write(_file, _sealed.AsSpan(0, _sealedLength), _written);
        _written += _sealedLength;
        _sealedLength = 0;
        if (_written - _flushed < FlushEvery || !_flushing.IsCompletedSuccessfully) return;
        _flushed = _written;
        _flushing = Task.Run(() => RandomAccess.FlushToDisk(_file));
    }
}

using Microsoft.Win32.SafeHandles;
using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Infrastructure.Uploads;

/// <summary>Writes one piece of an upload: whole chunks as they come, a shorter one at the end, and everything on the disk when it is closed.</summary>
internal sealed class PieceWriter : IDisposable
{
    /// <summary>How much is sealed at a time.</summary>
    public const int Step = 16 * ChunkCipher.ChunkSize;

    private readonly byte[] _atRest = new byte[Step / ChunkCipher.ChunkSize * ChunkCipher.SealedChunkSize];
    private readonly SafeFileHandle _file;
    private readonly ChunkCipher _cipher;
    private readonly string _path;
    private readonly long _from;
    private long _chunks;

    public PieceWriter(string folder, Guid upload, long from, byte[] key)
    {
        (_path, _from) = (Piece.Name(folder, from), from);
        _file = File.OpenHandle(_path, FileMode.CreateNew, FileAccess.Write, FileShare.None, FileOptions.Asynchronous);
        try
        {
            Span<byte> header = stackalloc byte[ChunkCipher.HeaderSize];
            _cipher = ChunkCipher.ForSealing(key, Piece.Context(upload, from), header);
            RandomAccess.Write(_file, header, 0);
        }
        catch
        {
            Dispose();
            File.Delete(_path);
            throw;
        }
    }

    /// <summary>Bytes that were written as whole chunks.</summary>
    public long Length => _chunks * ChunkCipher.ChunkSize;

    /// <param name="plain">Whole chunks, at most <see cref="Step"/>.</param>
    public async Task WriteAsync(ReadOnlyMemory<byte> plain, CancellationToken ct)
    {
        var count = Seal(plain.Span);
        await RandomAccess.WriteAsync(_file, _atRest.AsMemory(0, count * ChunkCipher.SealedChunkSize), Piece.SealedLength(Length), ct);
        _chunks += count;
    }

    /// <inheritdoc cref="WriteAsync"/>
    public void Write(ReadOnlySpan<byte> plain)
    {
        var count = Seal(plain);
        RandomAccess.Write(_file, _atRest.AsSpan(0, count * ChunkCipher.SealedChunkSize), Piece.SealedLength(Length));
        _chunks += count;
    }

    /// <summary>Writes what is left and sees it to the disk.</summary>
    /// <param name="rest">Less than a chunk.</param>
    public Piece? Close(ReadOnlySpan<byte> rest)
    {
        if (rest.Length > 0)
        {
            _cipher.Seal(_chunks, rest, _atRest);
            RandomAccess.Write(_file, _atRest.AsSpan(0, rest.Length + ChunkCipher.TagSize), Piece.SealedLength(Length));
        }

        RandomAccess.FlushToDisk(_file);
        return Ended(Length + rest.Length);
    }

    /// <summary>After a failed write: what was whole before it is kept.</summary>
    public Piece? CutBack()
    {
        RandomAccess.SetLength(_file, Piece.SealedLength(Length));
        RandomAccess.FlushToDisk(_file);
        return Ended(Length);
    }

    public void Dispose()
    {
        _cipher?.Dispose();
        _file.Dispose();
    }

    private Piece? Ended(long length)
    {
        Dispose();
        if (length > 0) return new Piece(_path, _from, length);
        File.Delete(_path);
        return null;
    }

    private int Seal(ReadOnlySpan<byte> plain)
    {
        var count = plain.Length / ChunkCipher.ChunkSize;
        for (var chunk = 0; chunk < count; chunk++) _cipher.Seal(_chunks + chunk, plain.Slice(chunk * ChunkCipher.ChunkSize, ChunkCipher.ChunkSize), _atRest.AsSpan(chunk * ChunkCipher.SealedChunkSize));
        return count;
    }
}

using System.Security.Cryptography;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Infrastructure.Uploads;

/// <summary>One part of an upload while it comes in: sealed step by step, so that memory does not grow with it.</summary>
internal sealed class Part(string folder, Guid upload, byte[] key, long from, long length, long longestPiece, Func<bool> hasRoom) : IDisposable
{
    private const int Lost = -1;

    private readonly long _begin = from;
    private readonly byte[] _buffer = new byte[PieceWriter.Step];
    private readonly List<Piece> _pieces = [];
    private PieceWriter? _writer;
    private int _filled;

    /// <summary>How far the upload has come, on the disk.</summary>
    public long Offset { get; private set; } = from;

    public async Task<PartEnd> TakeAsync(Stream body, PartChecksum? checksum, CancellationToken ct)
    {
        using var hash = checksum is null ? null : IncrementalHash.CreateHash(checksum.Algorithm);
        PartEnd end;
        try
        {
            end = await FillAsync(body, hash, ct);
            End(_buffer.AsSpan(0, _filled));
        }
        catch (IOException full) when (FullDisk.Is(full))
        {
            CutBack();
            end = PartEnd.DiskFull;
        }
        catch
        {
            CutBack();
            throw;
        }

        if (end is PartEnd.TooMuch)
        {
            Undo(); // Whatever it is a part of, it is not of what was announced.
            return end;
        }

        if (hash is null || (end is PartEnd.Whole && CryptographicOperations.FixedTimeEquals(hash.GetHashAndReset(), checksum!.Expected.Span))) return end;
        Undo(); // A checksum speaks for its part as a whole.
        return end is PartEnd.Whole ? PartEnd.WrongChecksum : end;
    }

    public void Dispose() => _writer?.Dispose();

    private long Written => Offset + (_writer?.Length ?? 0);

    private async Task<PartEnd> FillAsync(Stream body, IncrementalHash? hash, CancellationToken ct)
    {
        if (!hasRoom()) return PartEnd.DiskFull;
        var beyond = new byte[1];
        while (true)
        {
            var room = (int)Math.Min(_buffer.Length - _filled, length - Written - _filled);
            var read = await ReadAsync(body, room > 0 ? _buffer.AsMemory(_filled, room) : beyond, ct);
            if (read is 0) return PartEnd.Whole;
            if (read is Lost) return PartEnd.Cut;
            if (room is 0) return PartEnd.TooMuch;
            hash?.AppendData(_buffer, _filled, read);
            _filled += read;
            if (_filled < _buffer.Length) continue;
            if (_writer is null && !hasRoom()) return DiskFull();
            await WriteAsync();
        }
    }

    // Nothing of what does not fit is kept in half: the sender asks how far it has come.
    private PartEnd DiskFull()
    {
        _filled = 0;
        return PartEnd.DiskFull;
    }

    // Once begun, a write is not given up because the sender is gone.
    private async Task WriteAsync()
    {
        _writer ??= new PieceWriter(folder, upload, Offset, key);
        await _writer.WriteAsync(_buffer, CancellationToken.None);
        _filled = 0;
        if (_writer.Length >= longestPiece) End([]);
    }

    private void End(ReadOnlySpan<byte> rest)
    {
        if (_writer is null && rest.IsEmpty) return;
        _writer ??= new PieceWriter(folder, upload, Offset, key);
        // What is left may still be many chunks.
        var whole = rest.Length / ChunkCipher.ChunkSize * ChunkCipher.ChunkSize;
        if (whole > 0) _writer.Write(rest[..whole]);
        Ended(_writer.Close(rest[whole..]));
        _filled = 0;
    }

    private void CutBack()
    {
        if (_writer is not null) Ended(_writer.CutBack());
    }

    private void Ended(Piece? piece)
    {
        _writer = null;
        if (piece is null) return;
        _pieces.Add(piece);
        Offset = piece.To;
    }

    private void Undo()
    {
        foreach (var piece in Enumerable.Reverse(_pieces)) File.Delete(piece.Path);
        Offset = _begin;
    }

    private static async ValueTask<int> ReadAsync(Stream body, Memory<byte> into, CancellationToken ct)
    {
        try
        {
            return await body.ReadAsync(into, ct);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            return Lost;
        }
    }
}

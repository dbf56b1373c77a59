using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Infrastructure.Uploads;

/// <summary>A finished upload as one stream that can seek; it is opened piece by piece in memory, and nothing of it is written anywhere.</summary>
internal sealed class UploadStream(Guid upload, byte[] key, IReadOnlyList<Piece> pieces) : Stream
{
    private readonly byte[] _block = new byte[PieceWriter.Step];
    private OpenPiece? _open;
    private long _blockFrom;
    private int _blockLength;
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length { get; } = pieces.Count > 0 ? pieces[^1].To : 0;

    public override long Position
    {
        get => _position;
        set => _position = value >= 0 ? value : throw new IOException("There is nothing before the beginning");
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_position >= Length || buffer.IsEmpty) return 0;
        if (_position < _blockFrom || _position >= _blockFrom + _blockLength) Load();
        var skip = (int)(_position - _blockFrom);
        var count = Math.Min(buffer.Length, _blockLength - skip);
        _block.AsSpan(skip, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    // The disk answers from its cache or in a moment; whoever reads does so on a thread of its own.
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(buffer.Span));
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => Length + offset,
    };

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _open?.Dispose();
        base.Dispose(disposing);
    }

    private void Load()
    {
        var (low, high) = (0, pieces.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (pieces[middle].From <= _position) low = middle;
            else high = middle - 1;
        }

        if (_open?.Piece != pieces[low])
        {
            _open?.Dispose();
            _open = null; // Should the next one not open, there is none.
            _open = OpenPiece.Of(pieces[low], upload, key);
        }

        var inside = (_position - _open.Piece.From) / PieceWriter.Step * PieceWriter.Step;
        (_blockFrom, _blockLength) = (0, 0);
        var read = _open.Read(inside, _block);
        if (read is 0) throw new DamagedRecordingException("A part of the upload is missing");
        (_blockFrom, _blockLength) = (_open.Piece.From + inside, read);
    }
}

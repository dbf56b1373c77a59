namespace ReviewPortal.Infrastructure.Vault;

/// <summary>A sealed file as a stream that can be read from any place, for those who read archives; a window of it is open in memory.</summary>
internal sealed class SealedStream(SealedFile file) : Stream
{
    private readonly byte[] _window = new byte[16 * ChunkCipher.ChunkSize];
    private long _from;
    private int _filled;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => file.Length;

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    // Archives read their directory without waiting for anybody. On a thread of its own: whoever reads may stand in a page's own queue, and would wait for itself.
    public override int Read(Span<byte> buffer)
    {
        if (!InWindow) Task.Run(() => FillAsync(CancellationToken.None).AsTask()).GetAwaiter().GetResult();
        return Copy(buffer);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!InWindow) await FillAsync(cancellationToken);
        return Copy(buffer.Span);
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
    {
        SeekOrigin.Begin => 0,
        SeekOrigin.Current => Position,
        _ => Length,
    };

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) file.Dispose();
        base.Dispose(disposing);
    }

    private bool InWindow => Position >= _from && Position < _from + _filled;

    private async ValueTask FillAsync(CancellationToken ct)
    {
        _from = Position / ChunkCipher.ChunkSize * ChunkCipher.ChunkSize; // One reading may give less than the window holds.
        _filled = 0;
        if (Position < Length) _filled = await file.ReadAsync(_from, _window, ct);
    }

    private int Copy(Span<byte> into)
    {
        if (!InWindow) return 0;
        var at = (int)(Position - _from);
        var count = Math.Min(into.Length, _filled - at);
        _window.AsSpan(at, count).CopyTo(into);
        Position += count;
        return count;
    }
}

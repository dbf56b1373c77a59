using System.Buffers;

namespace ReviewPortal.Infrastructure.Media;

/// <summary>A window that moves forward over a stream. It holds no more than its buffer, however long a file claims to be.</summary>
internal sealed class ByteWindow(Stream stream, CancellationToken ct) : IDisposable
{
    private const int Capacity = 256 * 1024;
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(Capacity);
    private int _start;
    private int _end;

    /// <summary>Bytes taken or skipped so far.</summary>
    public long Position { get; private set; }

    public ReadOnlySpan<byte> Ahead => _buffer.AsSpan(_start, _end - _start);

    /// <summary>Sees to it that so many bytes lie ahead; false when the stream ends before.</summary>
    public ValueTask<bool> HasAsync(int count) => _end - _start >= count ? new(result: true) : FillAsync(count);

    public void Take(int count)
    {
        _start += count;
        Position += count;
    }

    /// <summary>False when the stream ends before; the window then stands at that end.</summary>
    public ValueTask<bool> SkipAsync(long count)
    {
        if (count > _end - _start) return SkipFurtherAsync(count);
        Take((int)count);
        return new(result: true);
    }

    /// <summary>Null when the stream ends before. What is allocated grows with what really comes, not with what was claimed.</summary>
    public async ValueTask<byte[]?> ReadAsync(long count)
    {
        var read = new ArrayBufferWriter<byte>();
        while (read.WrittenCount < count)
        {
            if (!await HasAsync(1)) return null;
            var part = (int)Math.Min(count - read.WrittenCount, Ahead.Length);
            read.Write(Ahead[..part]);
            Take(part);
        }

        return read.WrittenSpan.ToArray();
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    private async ValueTask<bool> FillAsync(int count)
    {
        Ahead.CopyTo(_buffer);
        _end -= _start;
        _start = 0;
        while (_end < count)
        {
            var read = await stream.ReadAsync(_buffer.AsMemory(_end), ct);
            if (read == 0) return false;
            _end += read;
        }

        return true;
    }

    private async ValueTask<bool> SkipFurtherAsync(long count)
    {
        while (count > 0)
        {
            if (!await HasAsync(1)) return false;
            var part = (int)Math.Min(count, Ahead.Length);
            Take(part);
            count -= part;
            if (stream.CanSeek && count > Capacity) return Jump(count);
        }

        return true;
    }

    private bool Jump(long count)
    {
        Take(_end - _start);
        var possible = Math.Min(count, stream.Length - stream.Position);
        stream.Seek(possible, SeekOrigin.Current);
        Position += possible;
        return possible == count;
    }
}

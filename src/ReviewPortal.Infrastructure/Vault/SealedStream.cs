using ReviewPortal.Infrastructure.Media.Caged;

namespace ReviewPortal.Infrastructure.Vault;

/// <summary>A file at rest, read from its beginning to its end. Closes it afterwards.</summary>
internal sealed class SealedStream(SealedFile file) : OneWayStream
{
    private long _at;

    public override bool CanRead => true;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await file.ReadAsync(_at, buffer, cancellationToken);
        _at += read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    protected override void Dispose(bool disposing)
    {
        if (disposing) file.Dispose();
        base.Dispose(disposing);
    }
}

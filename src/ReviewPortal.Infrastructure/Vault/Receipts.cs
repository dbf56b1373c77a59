using ReviewPortal.Infrastructure.Media;

namespace ReviewPortal.Infrastructure.Vault;

/// <summary>One recording that is being taken in: sealed aside while its bytes are read, for the only time.</summary>
public sealed class Receipt : IDisposable
{
    private readonly SealedStore _store;
    private readonly byte[] _key;
    private SealedWriter? _original;

    internal Receipt(SealedStore store, Guid recording, byte[] key)
    {
        (_store, Recording, _key) = (store, recording, key);
        _original = store.PutAside(recording, RecordingVault.OriginalName, key);
    }

    public Guid Recording { get; }

    internal void Append(ReadOnlySpan<byte> bytes) => _original!.Append(bytes);

    /// <returns>The SHA-256 of the original bytes.</returns>
    internal async Task<string> FinishAsync()
    {
        var hash = await _original!.FinishAsync();
        Dispose();
        return hash;
    }

    internal async Task<string> FinishAsync(Stream bytes, CancellationToken ct)
    {
        var hash = await Sealing.WriteAsync(_original!, bytes, ct);
        Dispose();
        return hash;
    }

    internal Task KeepIndexAsync(MediaIndex index) => KeepIndexAsync(MediaIndexFile.Write(index));

    internal async Task KeepIndexAsync(byte[] index)
    {
        using var writer = _store.PutAside(Recording, RecordingVault.IndexName, _key);
        writer.Append(index);
        await writer.FinishAsync();
    }

    /// <summary>Lets go of the file; what has been written stays aside.</summary>
    public void Dispose()
    {
        _original?.Dispose();
        _original = null;
    }
}

/// <summary>What one delivery brings. It comes to its place together once its rows are committed, or goes when this is disposed of before.</summary>
public sealed class Receipts(RecordingVault vault, IDisposable together, TimeProvider clock) : IDisposable
{
    private readonly List<Receipt> _begun = [];
    private bool _rowsDecide;

    /// <summary>Begins to take in one more recording, under an identity of its own.</summary>
    public Receipt Begin()
    {
        var receipt = vault.Receive(Guid.CreateVersion7(clock.GetUtcNow()));
        _begun.Add(receipt);
        return receipt;
    }

    /// <summary>
    /// Said just before the rows are committed: from here on nothing is discarded, because a commit that fails to be reported may have been one all the
    /// same. What stays aside then, the next start admits or discards by the rows it finds.
    /// </summary>
    public void LetRowsDecide() => _rowsDecide = true;

    /// <summary>Moves everything to its place, after its rows have been committed.</summary>
    public void Admit()
    {
        LetRowsDecide();
        foreach (var receipt in _begun) vault.Admit(receipt.Recording);
    }

    public void Dispose()
    {
        foreach (var receipt in _begun)
        {
            receipt.Dispose();
            if (!_rowsDecide) vault.Discard(receipt.Recording);
        }

        together.Dispose();
    }
}

using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Media;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Infrastructure.Vault;

/// <summary>
/// The recordings at rest: each with the original bytes and what was derived from them, sealed with a key of its own. A recording is there whole or not
/// at all: it is written aside, flushed to the disk, and moved into place once its rows are committed.
/// </summary>
public sealed class RecordingVault(DataFolder data, SealedStore store, RecordingKeys keys, ShredList shredded) : IDisposable
{
    internal const string OriginalName = "original.sealed";
    internal const string IndexName = "index.sealed";
    internal const string RepairedName = "repaired.sealed";

    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(20);

    private readonly RecentlyServed _recent = new();
    private readonly SemaphoreSlim _indexing = new(1, 1);

    private string Lock => Path.Combine(data.Vault, "incoming.lock");

    public void Dispose() => _indexing.Dispose();

    /// <summary>Held by an import as long as it lasts, so that no other process sweeps away what it is receiving.</summary>
    public async Task<IDisposable> ReceivingAsync(CancellationToken ct)
    {
        FileStream? together;
        while ((together = TryTogether()) is null) await Task.Delay(Retry, ct);
        return together;
    }

    /// <summary>Begins to take in a delivery: nothing is swept away before the receipts are disposed of.</summary>
    public async Task<Receipts> BeginAsync(TimeProvider clock, CancellationToken ct) => new(this, await ReceivingAsync(ct), clock);

    /// <summary>Makes a place aside for the bytes of a recording, and then its key: by the place, the next start finds what a kill leaves of both.</summary>
    public Receipt Receive(Guid recording)
    {
        try
        {
            store.Begin(recording);
            return new(store, recording, keys.Add(recording));
        }
        catch
        {
            Discard(recording);
            throw;
        }
    }

    /// <summary>Takes in the bytes of a recording under an identity of its own.</summary>
    /// <exception cref="InvalidDataException">The bytes are not those that were announced.</exception>
    public async Task ReceiveAsync(Guid recording, Stream bytes, string sha256, MediaIndex index, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        using var receipt = Receive(recording);
        var written = await receipt.FinishAsync(bytes, ct);
        if (!string.Equals(written, sha256, StringComparison.OrdinalIgnoreCase))
        {
            Discard(recording);
            throw new InvalidDataException("The recording changed while it was taken in.");
        }

        await receipt.KeepIndexAsync(index);
    }

    /// <summary>Moves a received recording to its place, after its rows have been committed.</summary>
    public void Admit(Guid recording) => store.Commit(recording);

    /// <summary>Undoes a receipt; for a delivery that could not be kept after all.</summary>
    public void Discard(Guid recording)
    {
        keys.Destroy(recording);
        store.DeleteAside(recording);
    }

    /// <summary>
    /// Finishes what a stopped import left: a recording whose rows were committed comes to its place, the others go.
    /// Nothing happens while an import is running; what is in its place is never touched.
    /// </summary>
    /// <param name="committed">The recordings that have rows; asked when no import can be running any more.</param>
    public async Task SweepAsync(Func<Task<HashSet<Guid>>> committed)
    {
        ArgumentNullException.ThrowIfNull(committed);
        if (store.AllAside() is []) return;
        using var alone = TryAlone();
        if (alone is null) return;

        var known = await committed();
        foreach (var recording in store.AllAside())
        {
            if (known.Contains(recording)) Admit(recording);
            else Discard(recording);
        }
    }

    /// <summary>
    /// Destroys a recording and everything derived from it: first its key, which leaves nothing to read, in a backup either; then the files.
    /// </summary>
    public async Task DestroyAsync(Guid recording, CancellationToken ct)
    {
        // Together with imports, never during a rotation: that would keep the key.
        using var together = await ReceivingAsync(ct);
        shredded.Add(recording);
        keys.Destroy(recording);
        _recent.Forget(recording);
        store.DeleteAside(recording);
        store.Delete(recording);
    }

    /// <summary>Destroys once more what a backup brought back, and finishes what was stopped halfway; before anybody is served.</summary>
    public async Task DestroyAgainAsync(CancellationToken ct)
    {
        var here = store.All().Concat(keys.All()).ToHashSet();
        foreach (var recording in shredded.All().Where(here.Contains)) await DestroyAsync(recording, ct);
    }

    /// <summary>Wraps the key of every recording with a new master key, and destroys the older ones.</summary>
    /// <returns>Null while something is being taken in or destroyed.</returns>
    public Rotation? RotateKeys()
    {
        using var alone = TryAlone();
        _recent.Forget();
        return alone is null ? null : keys.Rotate();
    }

    /// <summary>
    /// Seals what a version of this portal that did not seal has left open, reads it back, and only then deletes what was open. What stops halfway is
    /// done again at the next start; while something is taken in nothing happens.
    /// </summary>
    /// <exception cref="DamagedRecordingException">What was sealed does not read back as what was open, which stays.</exception>
    public async Task SealEarlierAsync(CancellationToken ct)
    {
        using var alone = TryAlone();
        if (alone is null) return;
        foreach (var recording in All().Where(recording => File.Exists(store.PathOf(recording, "original"))))
        {
            var key = keys.Find(recording) ?? keys.Add(recording);
            await SealAsync(recording, key, "index", IndexName, ct);
            await SealAsync(recording, key, "original", OriginalName, ct);
        }
    }

    private async Task SealAsync(Guid recording, byte[] key, string open, string name, CancellationToken ct)
    {
        var (from, to) = (store.PathOf(recording, open), store.PathOf(recording, name));
        if (!File.Exists(from)) return;
        File.Delete(to);
        string written;
        await using (var bytes = File.OpenRead(from)) written = await Sealing.WriteAsync(to, bytes, key, SealedStore.Context(recording, name), ct);
        using (var file = SealedFile.Open(to, key, SealedStore.Context(recording, name)))
        {
            if (await file.HashAsync(ct) != written) throw new DamagedRecordingException($"{name} of recording {recording} was not written as it should be");
        }

        File.Delete(from);
    }

    // Held together by imports, alone by a sweep, a rotation and a sealing.
    private FileStream? TryTogether() => LockFile.TryTake(Lock, FileAccess.Read, FileShare.Read);

    internal FileStream? TryAlone() => LockFile.TryTake(Lock);

    /// <returns>Null when the recording is not there.</returns>
    /// <exception cref="DamagedRecordingException">The index at rest is not what was sealed.</exception>
    public async Task<MediaIndex?> IndexAsync(Guid recording, CancellationToken ct) =>
        keys.Find(recording) is { } key ? await IndexAsync(recording, key, ct) : null;

    /// <summary>The recording as a player gets it; null when it is gone.</summary>
    /// <exception cref="DamagedRecordingException">The recording at rest is not what was sealed.</exception>
    public async Task<VirtualRecording?> OpenAsync(Guid recording, string sha256, CancellationToken ct)
    {
        // What is remembered holds for these three only: a key that was destroyed, by another process too, opens nothing from then on.
        if (keys.Written(recording) is not { } key || store.Version(recording, IndexName) is not { } index || store.Open(recording, OriginalName) is not { } file) return null;
        var state = new ServedState(sha256, key, index, file.Version);
        if (_recent.Open(recording, state, file) is { } again) return again;
        file.Dispose();
        return await OpenAfreshAsync(recording, state, ct);
    }

    private async Task<VirtualRecording?> OpenAfreshAsync(Guid recording, ServedState state, CancellationToken ct)
    {
        if (keys.Find(recording) is not { } key || await IndexAsync(recording, key, ct) is not { } index) return null;
        var repaired = index.Flaws.HasFlag(RecordingFlaws.Repaired);
        if (OpenPart(recording, repaired ? RepairedName : OriginalName, key) is not { } file) return null;
        var opened = VirtualRecording.Over(file, state.Sha256, index.Prefix, index.ServedFrom, index.ServedTo);
        // Remembered is what is served of an original; a repaired copy is rare.
        if (repaired) return opened;
        _recent.Keep(recording, state, opened);
        if (!keys.Has(recording)) _recent.Forget(recording); // Destroyed at this moment.
        return opened;
    }

    /// <summary>The hash of the original bytes as they are now; null when they are gone.</summary>
    /// <exception cref="DamagedRecordingException">The recording at rest is not what was sealed.</exception>
    public async Task<string?> HashAsync(Guid recording, CancellationToken ct)
    {
        if (keys.Find(recording) is not { } key) return null;
        using var file = OpenPart(recording, OriginalName, key);
        return file is null ? null : await file.HashAsync(ct);
    }

    /// <summary>Whether all of a recording lies here with its key, at a glance: what is in it, <c>verify</c> reads.</summary>
    /// <param name="bytes">Its length before it was sealed.</param>
    public bool IsWhole(Guid recording, long bytes) =>
        store.Version(recording, OriginalName)?.Length == ChunkCipher.SealedLength(bytes) && store.Version(recording, IndexName) is not null && keys.Has(recording);

    /// <summary>The recordings that are here, for comparison with those that should be.</summary>
    public IEnumerable<Guid> All() => store.All();

    private async Task<MediaIndex?> IndexAsync(Guid recording, byte[] key, CancellationToken ct)
    {
        using var file = OpenPart(recording, IndexName, key);
        return file is null ? null : MediaIndexFile.Read(await file.ReadAllAsync(ct)) ?? await IndexAgainAsync(recording, key, ct);
    }

    // Another version of this portal wrote it: made once more from what it describes.
    private async Task<MediaIndex?> IndexAgainAsync(Guid recording, byte[] key, CancellationToken ct)
    {
        await _indexing.WaitAsync(ct);
        try
        {
            var repaired = OpenPart(recording, RepairedName, key);
            if ((repaired ?? OpenPart(recording, OriginalName, key)) is not { } source) return null;
            await using var bytes = new SealedStream(source);
            if (MediaIndex.OfKept(await MediaFile.IndexAsync(bytes, ct)) is not { } found) return null;
            var index = repaired is null ? found : found.AsRepaired();
            await store.WriteBesideAsync(recording, IndexName, key, new MemoryStream(MediaIndexFile.Write(index)), ct);
            return index;
        }
        finally
        {
            _indexing.Release();
        }
    }

    private SealedFile? OpenPart(Guid recording, string name, byte[] key) =>
        store.Open(recording, name) is { } file ? SealedFile.Open(file, key, SealedStore.Context(recording, name)) : null;
}

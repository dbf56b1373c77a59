using System.IO.Pipelines;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Infrastructure.Vault;

/// <summary>
/// Deliveries that may not come in yet, sealed like recordings: one file each under a key of its own, so that destroying the key destroys the delivery,
/// in a backup too. Never a byte in the open on the disk.
/// </summary>
public sealed class QuarantineFolder(DataFolder data, RecordingKeys keys, RecordingVault vault)
{
    private const string Extension = ".sealed";

    /// <summary>Held from before a delivery is kept until its row stands, so that nothing is swept from under it.</summary>
    public Task<IDisposable> ReceivingAsync(CancellationToken ct) => vault.ReceivingAsync(ct);

    /// <param name="pack">Writes the delivery, from its first byte to its last.</param>
    /// <returns>The SHA-256 of what was packed, and its length.</returns>
    public async Task<(string Sha256, long Bytes)> KeepAsync(Guid id, Func<Stream, CancellationToken, Task> pack, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(pack);
        Directory.CreateDirectory(data.Quarantine);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var pipe = new Pipe();
        // Apart from the sealing: what is packed without waiting would otherwise wait for itself.
        var packing = Task.Run(() => PackAsync(pipe.Writer, pack, stop.Token), CancellationToken.None);
        try
        {
            var key = keys.Add(id);
            var sha256 = await Sealing.WriteAsync(PathOf(id), pipe.Reader.AsStream(), key, Context(id), ct);
            await packing;
            return (sha256, ChunkCipher.PlainLength(new FileInfo(PathOf(id)).Length));
        }
        catch
        {
            await stop.CancelAsync();
            await pipe.Reader.CompleteAsync();
            await packing;
            Discard(id);
            throw;
        }
    }

    public bool Has(Guid id) => keys.Has(id) && File.Exists(PathOf(id));

    /// <summary>Null when it is not here any more.</summary>
    /// <exception cref="DamagedRecordingException">What lies there is not what was sealed.</exception>
    public Stream? Open(Guid id) => OpenSealed(id) is { } file ? new SealedStream(file) : null;

    /// <summary>The hash of a delivery as it lies here; null when it is not here any more.</summary>
    /// <exception cref="DamagedRecordingException">What lies there is not what was sealed.</exception>
    public async Task<string?> HashAsync(Guid id, CancellationToken ct)
    {
        using var file = OpenSealed(id);
        return file is null ? null : await file.HashAsync(ct);
    }

    /// <summary>First the key, which leaves nothing to read; then the file.</summary>
    public async Task DestroyAsync(Guid id, CancellationToken ct)
    {
        // Never during a rotation: that would keep the key.
        using var together = await vault.ReceivingAsync(ct);
        Discard(id);
    }

    /// <summary>Undoes a keeping whose row was not committed; while <see cref="ReceivingAsync"/> is held.</summary>
    public void Discard(Guid id)
    {
        keys.Destroy(id);
        File.Delete(PathOf(id));
    }

    /// <summary>Destroys what a stopped process left: everything that no row waits for. Nothing happens while something is being taken in.</summary>
    public async Task SweepAsync(Func<Task<HashSet<Guid>>> waiting)
    {
        ArgumentNullException.ThrowIfNull(waiting);
        if (!Directory.Exists(data.Quarantine)) return;
        using var alone = vault.TryAlone();
        if (alone is null) return;
        var known = await waiting();
        foreach (var left in All().Where(id => !known.Contains(id))) Discard(left);
    }

    private SealedFile? OpenSealed(Guid id) => keys.Find(id) is { } key && File.Exists(PathOf(id)) ? SealedFile.Open(PathOf(id), key, Context(id)) : null;

    private Guid[] All() => [.. Directory.EnumerateFiles(data.Quarantine, "*" + Extension)
        .Select(path => Guid.TryParse(Path.GetFileNameWithoutExtension(path), out var id) ? id : Guid.Empty)
        .Where(id => id != Guid.Empty)];

    // What goes wrong while packing is told to the one who seals.
    private static async Task PackAsync(PipeWriter writer, Func<Stream, CancellationToken, Task> pack, CancellationToken ct)
    {
        try
        {
            await using (var into = writer.AsStream(leaveOpen: true)) await pack(into, ct);
            await writer.CompleteAsync();
        }
        catch (Exception failure)
        {
            await writer.CompleteAsync(failure);
        }
    }

    private string PathOf(Guid id) => Path.Combine(data.Quarantine, id.ToString("D") + Extension);

    private static string Context(Guid id) => $"reviewportal {id:D} quarantine";
}

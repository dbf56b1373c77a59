using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Media;
using ReviewPortal.Infrastructure.Media.Caged;

namespace ReviewPortal.Infrastructure.Vault;

/// <summary>A recording whose description makes no sense is kept as it came; what can be saved of it is shown from a repaired copy beside it.</summary>
public sealed class DamagedRecordings(DerivedFiles derived, Repairer repairer)
{
    /// <param name="index">As it was received.</param>
    /// <returns>What can be shown of it now; the same index when nothing can, or nothing was wrong.</returns>
    public async Task<MediaIndex> TryRepairAsync(Guid recording, MediaIndex index, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(index);
        if (!index.Flaws.HasFlag(RecordingFlaws.Unreadable) || derived.Open(recording, DerivedFiles.Original) is not { } original) return index;
        using var whole = VirtualRecording.Over(original, "", ReadOnlyMemory<byte>.Empty, 0, original.Length);
        var kept = false;
        var done = await repairer.RunAsync(
            new MediaSource(index.Container, whole.Length, whole.CopyRangeAsync),
            async (copy, stop) => kept = await derived.WriteAsync(recording, DerivedFiles.Repaired, copy, stop), ct);
        if (!done || !kept || await IndexAsync(recording, ct) is not { } found)
        {
            derived.Delete(recording, DerivedFiles.Repaired);
            return index;
        }

        var repaired = found.AsRepaired();
        using var bytes = new MemoryStream(MediaIndexFile.Write(repaired));
        await derived.WriteAsync(recording, DerivedFiles.Index, bytes, ct);
        return repaired;
    }

    private async Task<MediaIndex?> IndexAsync(Guid recording, CancellationToken ct)
    {
        if (derived.Open(recording, DerivedFiles.Repaired) is not { } file) return null;
        await using var stream = new SealedStream(file);
        return await MediaFile.IndexAsync(stream, ct) as MediaIndex;
    }
}

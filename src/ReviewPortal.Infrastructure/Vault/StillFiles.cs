using System.Security.Cryptography;
using ReviewPortal.Infrastructure.Import.Stills;

namespace ReviewPortal.Infrastructure.Vault;

/// <summary>One picture as it came.</summary>
public sealed record StillPicture(string ContentType, string Sha256, byte[] Bytes);

/// <summary>Reads the pictures of a track that lies sealed as one object, each from its own place.</summary>
public sealed class StillFiles(DerivedFiles files)
{
    /// <returns>Null when the track is gone.</returns>
    /// <exception cref="DamagedRecordingException">It is not what was sealed.</exception>
    public async Task<IReadOnlyList<Still>?> ListAsync(Guid track, int skip, int take, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        using var index = files.Open(track, DerivedFiles.Index);
        return index is null ? null : await StillIndex.ReadAsync(index, skip, take, ct);
    }

    /// <param name="n">Its place in order of time, from zero.</param>
    /// <returns>Null when there is none.</returns>
    /// <exception cref="DamagedRecordingException">It is not what was sealed.</exception>
    public async Task<StillPicture?> PictureAsync(Guid track, int n, CancellationToken ct)
    {
        if (n < 0 || await ListAsync(track, n, 1, ct) is not [var still]) return null;
        using var pack = files.Open(track, DerivedFiles.Original);
        return pack is null ? null : new(still.Head.ContentType, still.Sha256, await BytesAsync(pack, still, ct));
    }

    /// <summary>Whether every picture is still what it was when it came; reads all of them.</summary>
    public async Task<bool> IsWholeAsync(Guid track, int pictures, CancellationToken ct)
    {
        using var pack = files.Open(track, DerivedFiles.Original);
        if (pack is null || await ListAsync(track, 0, int.MaxValue, ct) is not { } stills || stills.Count != pictures) return false;
        foreach (var still in stills)
        {
            if (Convert.ToHexStringLower(SHA256.HashData(await BytesAsync(pack, still, ct))) != still.Sha256) return false;
        }

        return true;
    }

    private static async Task<byte[]> BytesAsync(SealedFile pack, Still still, CancellationToken ct)
    {
        var bytes = new byte[still.Bytes];
        for (var at = 0; at < bytes.Length;)
        {
            var read = await pack.ReadAsync(still.From + at, bytes.AsMemory(at), ct);
            at += read is 0 ? throw new DamagedRecordingException("Its pictures end too early") : read;
        }

        return bytes;
    }
}

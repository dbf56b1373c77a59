using System.Security.Cryptography;
using ReviewPortal.Core.Review;
using ReviewPortal.Infrastructure.Media;

namespace ReviewPortal.Infrastructure.Vault;

/// <summary>
/// The pictures of exhibits, each sealed beside its recording with that recording's key, so that both are destroyed at once. Only the picture as it was taken is kept;
/// what anybody else sees is painted over each time it is asked for, here and nowhere else.
/// </summary>
public sealed class ExhibitFiles(DerivedFiles files) : IDisposable
{
    // A picture of a large screen takes some 60 MB while it is painted: one at a time.
    private readonly SemaphoreSlim _painting = new(1, 1);

    public void Dispose() => _painting.Dispose();

    /// <returns>Null when these bytes are not a picture that can be painted over later.</returns>
    public async Task<(int Width, int Height)?> SizeAsync(ReadOnlyMemory<byte> png, CancellationToken ct)
    {
        await _painting.WaitAsync(ct);
        try
        {
            return PngPicture.Read(png.Span) is { } picture ? (picture.Width, picture.Height) : null;
        }
        finally
        {
            _painting.Release();
        }
    }

    /// <returns>False when the recording is gone.</returns>
    public async Task<bool> KeepAsync(Guid recording, Guid exhibit, byte[] png, CancellationToken ct)
    {
        using var bytes = new MemoryStream(png, writable: false);
        return await files.WriteAsync(recording, NameOf(exhibit), bytes, ct);
    }

    /// <summary>As it was taken; for the reviewer alone.</summary>
    /// <returns>Null when it is gone, with its recording or by itself.</returns>
    /// <exception cref="DamagedRecordingException">It is not what was sealed, or not what was taken.</exception>
    public async Task<byte[]?> OriginalAsync(Exhibit exhibit, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(exhibit);
        var png = await files.ReadAsync(exhibit.Recording, NameOf(exhibit.Id), ct);
        return png is null || Convert.ToHexStringLower(SHA256.HashData(png)) == exhibit.Sha256 ? png : throw new DamagedRecordingException("Another picture lies in the place of an exhibit");
    }

    /// <summary>As it leaves the review: with every mask painted over.</summary>
    /// <inheritdoc cref="OriginalAsync"/>
    public async Task<byte[]?> ShownAsync(Exhibit exhibit, CancellationToken ct)
    {
        var original = await OriginalAsync(exhibit, ct);
        if (original is null || exhibit.Masks.IsEmpty) return original;
        await _painting.WaitAsync(ct);
        try
        {
            var picture = PngPicture.Read(original) ?? throw new DamagedRecordingException("A picture cannot be read any more");
            foreach (var mask in exhibit.Masks) picture.Black(mask.Left, mask.Top, mask.Width, mask.Height);
            return picture.Write();
        }
        finally
        {
            _painting.Release();
        }
    }

    public void Delete(Guid recording, Guid exhibit) => files.Delete(recording, NameOf(exhibit));

    private static string NameOf(Guid exhibit) => $"exhibit-{exhibit:N}";
}

using System.Buffers.Binary;

namespace ReviewPortal.Infrastructure.Media;

/// <summary>A recording as it was delivered: what it is follows from its content, never from its name.</summary>
public static class MediaFile
{
    /// <summary>
    /// Reads the stream once, from where it stands, and says what was recorded. Nothing is decoded and nothing is written.
    /// A bad file gives a <see cref="MediaRefusal"/>; only the stream itself may throw.
    /// </summary>
    public static async Task<IndexResult> IndexAsync(Stream stream, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var bytes = new ByteWindow(stream, ct);
        try
        {
            await bytes.HasAsync(12);
            if (bytes.Ahead.IsEmpty) return new MediaRefusal(MediaRefusalReason.Empty, 0);
            if (BeginsAsEbml(bytes.Ahead)) return await new WebmIndexer(bytes).IndexAsync();
            if (Mp4Box.BeginsAsMovie(bytes.Ahead)) return await new Mp4Indexer(bytes).IndexAsync();
            return new MediaRefusal(MediaRefusalReason.UnknownFormat, 0);
        }
        catch (RefusedMediaException refused)
        {
            return refused.Refusal;
        }
    }

    private static bool BeginsAsEbml(ReadOnlySpan<byte> ahead) =>
        ahead.Length >= 4 && BinaryPrimitives.ReadUInt32BigEndian(ahead) == EbmlId.Ebml;
}

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
        MediaContainer? container = null;
        try
        {
            await bytes.HasAsync(12);
            if (bytes.Ahead.IsEmpty) return new MediaRefusal(MediaRefusalReason.Empty, 0);
            container = BeginsAsEbml(bytes.Ahead) ? MediaContainer.Matroska : Mp4Box.BeginsAsMovie(bytes.Ahead) ? MediaContainer.Mp4 : null;
            return container switch
            {
                MediaContainer.Matroska => await new WebmIndexer(bytes).IndexAsync(),
                MediaContainer.Mp4 => await new Mp4Indexer(bytes).IndexAsync(),
                _ => new MediaRefusal(MediaRefusalReason.UnknownFormat, 0),
            };
        }
        catch (RefusedMediaException refused)
        {
            return refused.Refusal with { Container = container };
        }
    }

    private static bool BeginsAsEbml(ReadOnlySpan<byte> ahead) =>
        ahead.Length >= 4 && BinaryPrimitives.ReadUInt32BigEndian(ahead) == EbmlId.Ebml;
}

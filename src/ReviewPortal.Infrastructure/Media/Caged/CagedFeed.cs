using System.Buffers.Binary;
using System.IO.Pipelines;

namespace ReviewPortal.Infrastructure.Media.Caged;

/// <summary>A recording that is read in stretches, as the vault gives it.</summary>
/// <param name="Copy">Writes so many bytes from a place on.</param>
public sealed record MediaSource(MediaContainer Container, long Length, Func<long, long, PipeWriter, CancellationToken, Task> Copy)
{
    /// <summary>How long it may stand still in all because others go first.</summary>
    public TimeSpan Waits { get; init; }
}

/// <summary>
/// Feeds a recording through a pipe, which cannot go back. An MP4 file that has its table of contents at its end gets it at its beginning on the way, with its
/// places moved; so no recording needs to lie open on a disk, or whole in memory, to be read.
/// </summary>
internal static class CagedFeed
{
    private const int LargestTable = 128 * 1024 * 1024, MostBoxes = 100_000;

    public static async Task CopyAsync(MediaSource from, PipeWriter to, CancellationToken ct)
    {
        if (from.Container is MediaContainer.Mp4 && await TableAtEndAsync(from, ct) is { } table) await ReorderedAsync(from, table, to, ct);
        else await from.Copy(0, from.Length, to, ct);
    }

    private static async Task ReorderedAsync(MediaSource from, Table table, PipeWriter to, CancellationToken ct)
    {
        var moved = await ReadAsync(from, table.At, (int)table.Size, ct);
        Mp4Places.Move(moved, table.FirstMedia, table.At, table.Size);
        await from.Copy(0, table.FirstMedia, to, ct);
        await to.WriteAsync(moved, ct);
        await from.Copy(table.FirstMedia, table.At - table.FirstMedia, to, ct);
        await from.Copy(table.At + table.Size, from.Length - table.At - table.Size, to, ct);
    }

    // Null when the table comes first, or when there is none that could be moved: then the file is fed as it is.
    private static async Task<Table?> TableAtEndAsync(MediaSource from, CancellationToken ct)
    {
        long? media = null;
        for (var (at, boxes) = (0L, 0); at < from.Length && boxes < MostBoxes; boxes++)
        {
            var head = await ReadAsync(from, at, (int)Math.Min(Mp4Box.LongestHead, from.Length - at), ct);
            if (!Mp4Box.TryReadHead(head, out var type, out _, out var size)) return null;
            if (size is 0) size = from.Length - at;
            if (size > from.Length - at) return null;
            if (type is "mdat") media ??= at;
            if (type is "moof") return null;
            if (type is "moov") return media is { } first && size <= LargestTable ? new Table(first, at, size) : null;
            at += size;
        }

        return null;
    }

    private static async Task<byte[]> ReadAsync(MediaSource from, long at, int count, CancellationToken ct)
    {
        using var bytes = new MemoryStream(count);
        var writer = PipeWriter.Create(bytes, new StreamPipeWriterOptions(leaveOpen: true));
        await from.Copy(at, count, writer, ct);
        await writer.CompleteAsync();
        return bytes.ToArray();
    }

    /// <param name="FirstMedia">Where the first box of frames begins, before which the table is put.</param>
    private sealed record Table(long FirstMedia, long At, long Size);
}

/// <summary>The places of frames in a table of contents (ISO/IEC 14496-12, 8.7.5).</summary>
internal static class Mp4Places
{
    /// <summary>Moves the places that lie behind a point and before the table's old place by the size of the table, which now stands before them.</summary>
    public static void Move(Span<byte> boxes, long from, long to, long by)
    {
        while (Mp4Box.TryReadHead(boxes, out var type, out var head, out var size))
        {
            var whole = size is 0 ? boxes.Length : size;
            if (whole > boxes.Length) return;
            var body = boxes[head..(int)whole];
            if (type is "moov" or "trak" or "mdia" or "minf" or "stbl") Move(body, from, to, by);
            if (type is "stco") MoveShort(body, from, to, by);
            if (type is "co64") MoveLong(body, from, to, by);
            boxes = boxes[(int)whole..];
        }
    }

    private static void MoveShort(Span<byte> body, long from, long to, long by)
    {
        for (var row = 8; row + 4 <= body.Length; row += 4)
        {
            var place = BinaryPrimitives.ReadUInt32BigEndian(body[row..]);
            if (place >= from && place < to && place + by <= uint.MaxValue) BinaryPrimitives.WriteUInt32BigEndian(body[row..], (uint)(place + by));
        }
    }

    private static void MoveLong(Span<byte> body, long from, long to, long by)
    {
        for (var row = 8; row + 8 <= body.Length; row += 8)
        {
            var place = BinaryPrimitives.ReadInt64BigEndian(body[row..]);
            if (place >= from && place < to) BinaryPrimitives.WriteInt64BigEndian(body[row..], place + by);
        }
    }
}

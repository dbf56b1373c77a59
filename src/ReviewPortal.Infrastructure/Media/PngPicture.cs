using System.Buffers.Binary;
using System.IO.Compression;

namespace ReviewPortal.Infrastructure.Media;

/// <summary>
/// A picture as its points, three bytes each: read from a PNG, painted over, and written as a PNG again. Of the format only what a browser writes of a frame (eight bits,
/// RGB with or without alpha, not interlaced). What is painted over is gone from the bytes, and so is whatever else the file held.
/// </summary>
/// <remarks>W3C, Portable Network Graphics (third edition).</remarks>
public sealed class PngPicture
{
    /// <summary>Of a side, and of both together: a small file may name a picture that fills the memory.</summary>
    public const int Side = 8192;

    /// <inheritdoc cref="Side"/>
    public const int Points = 10_000_000;

    private const int Colours = 3;
    private const int ChunkFrame = 12;

    private readonly byte[] _points;

    private PngPicture(int width, int height, byte[] points) => (Width, Height, _points) = (width, height, points);

    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public int Width { get; }

    public int Height { get; }

    /// <returns>Null when it is no such picture, whole and nothing beside it.</returns>
    public static PngPicture? Read(ReadOnlySpan<byte> png)
    {
        if (!png.StartsWith(Signature) || !TryChunk(png[8..], out var type, out var head, out var rest) || !type.SequenceEqual("IHDR"u8) || head.Length is not 13) return null;
        var (width, height, perPoint) = (BinaryPrimitives.ReadInt32BigEndian(head), BinaryPrimitives.ReadInt32BigEndian(head[4..]), head[9] switch { 2 => 3, 6 => 4, _ => 0 });
        if (width is < 1 or > Side || height is < 1 or > Side || width * height > Points || perPoint is 0) return null;
        if (head[8] is not 8 || head[10] is not 0 || head[11] is not 0 || head[12] is not 0) return null;

        using var packed = new MemoryStream(png.Length);
        while (TryChunk(rest, out type, out var data, out rest))
        {
            if (type.SequenceEqual("IDAT"u8)) packed.Write(data);
            else if (type.SequenceEqual("IEND"u8)) return data.IsEmpty && rest.IsEmpty ? Unpack(packed, width, height, perPoint) : null;
            // A chunk that a reader must understand, and this one does not.
            else if ((type[0] & 0x20) is 0) return null;
        }

        return null;
    }

    /// <summary>The colour of a point: red, green, blue.</summary>
    public (byte Red, byte Green, byte Blue) this[int x, int y]
    {
        get
        {
            var at = ((y * Width) + x) * Colours;
            return (_points[at], _points[at + 1], _points[at + 2]);
        }
    }

    /// <summary>A picture of this size in which each point has the colour that is asked for.</summary>
    public static PngPicture Of(int width, int height, Func<int, int, (byte Red, byte Green, byte Blue)> colour)
    {
        ArgumentNullException.ThrowIfNull(colour);
        var points = new byte[width * height * Colours];
        for (var at = 0; at < width * height; at++) (points[at * Colours], points[(at * Colours) + 1], points[(at * Colours) + 2]) = colour(at % width, at / width);
        return new(width, height, points);
    }

    /// <summary>Paints a rectangle black; what lies outside the picture is left out.</summary>
    public void Black(int left, int top, int width, int height)
    {
        var (from, to) = (Math.Clamp(left, 0, Width), Math.Clamp(left + width, 0, Width));
        for (var y = Math.Max(0, top); y < Math.Min(Height, top + height); y++) _points.AsSpan(((y * Width) + from) * Colours, Math.Max(0, to - from) * Colours).Clear();
    }

    public byte[] Write()
    {
        using var png = new MemoryStream();
        png.Write(Signature);
        Span<byte> head = [0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(head, Width);
        BinaryPrimitives.WriteInt32BigEndian(head[4..], Height);
        Chunk(png, "IHDR"u8, head);
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) WriteRows(zip);
        Chunk(png, "IDAT"u8, packed.GetBuffer().AsSpan(0, (int)packed.Length));
        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static PngPicture? Unpack(MemoryStream packed, int width, int height, int perPoint)
    {
        var stride = width * perPoint;
        var rows = new byte[(stride + 1) * height];
        packed.Position = 0;
        try
        {
            using var zip = new ZLibStream(packed, CompressionMode.Decompress);
            // No more than the picture needs, whatever the file would unpack to.
            if (zip.ReadAtLeast(rows, rows.Length, throwOnEndOfStream: false) != rows.Length || zip.ReadByte() >= 0) return null;
        }
        catch (InvalidDataException)
        {
            return null;
        }

        var points = new byte[width * height * Colours];
        Span<byte> before = new byte[stride];
        for (var y = 0; y < height; y++)
        {
            var row = rows.AsSpan(y * (stride + 1), stride + 1);
            if (!PngFilters.Undo(row[0], row[1..], before, perPoint)) return null;
            before = row[1..];
            if (perPoint is Colours) before.CopyTo(points.AsSpan(y * stride));
            else for (var x = 0; x < width; x++) before.Slice(x * perPoint, Colours).CopyTo(points.AsSpan(((y * width) + x) * Colours));
        }

        return new(width, height, points);
    }

    private void WriteRows(Stream to)
    {
        var stride = Width * Colours;
        var filtered = new byte[stride + 1];
        ReadOnlySpan<byte> before = new byte[stride];
        for (var y = 0; y < Height; y++)
        {
            var row = _points.AsSpan(y * stride, stride);
            filtered[0] = PngFilters.Apply(row, before, Colours, filtered.AsSpan(1));
            to.Write(filtered);
            before = row;
        }
    }

    // Length, type, data, and a checksum over the last two.
    private static bool TryChunk(ReadOnlySpan<byte> from, out ReadOnlySpan<byte> type, out ReadOnlySpan<byte> data, out ReadOnlySpan<byte> rest)
    {
        type = data = rest = default;
        if (from.Length < ChunkFrame || BinaryPrimitives.ReadUInt32BigEndian(from) is var length && length > from.Length - ChunkFrame) return false;
        type = from.Slice(4, 4);
        data = from.Slice(8, (int)length);
        rest = from[(ChunkFrame + (int)length)..];
        return Checksum(from.Slice(4, 4 + (int)length)) == BinaryPrimitives.ReadUInt32BigEndian(from[(8 + (int)length)..]);
    }

    private static void Chunk(Stream to, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        byte[] whole = [.. type, .. data];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        to.Write(number);
        to.Write(whole);
        BinaryPrimitives.WriteUInt32BigEndian(number, Checksum(whole));
        to.Write(number);
    }

    private static readonly uint[] Checks = [.. Enumerable.Range(0, 256).Select(value =>
    {
        var check = (uint)value;
        for (var bit = 0; bit < 8; bit++) check = (check & 1) is 1 ? 0xEDB88320 ^ (check >> 1) : check >> 1;
        return check;
    })];

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var check = uint.MaxValue;
        foreach (var value in bytes) check = Checks[(byte)(check ^ value)] ^ (check >> 8);
        return ~check;
    }
}

using System.Buffers.Binary;
using System.IO.Compression;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>Whether a PNG unpacks to what its own header says and not to more: a small file can hold hundreds of megabytes of nothing (W3C PNG, 10.1 and 11.2).</summary>
internal static class PngBounds
{
    private const int SignatureLength = 8;

    // Length, type and checksum around what a chunk holds.
    private const int Around = 12;

    /// <summary>Reads no further than one byte beyond what the picture needs.</summary>
    /// <returns>False also for what is no PNG.</returns>
    public static bool Hold(byte[] png)
    {
        var packed = new List<ArraySegment<byte>>();
        for (var at = SignatureLength; at + Around <= png.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at));
            if (length > png.Length - at - Around) return false;
            if (png.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8)) packed.Add(new(png, at + 8, (int)length));
            at += (int)length + Around;
        }

        return packed.Count > 0 && Needed(png) is { } needed && IsNoMore(packed, needed);
    }

    private static bool IsNoMore(List<ArraySegment<byte>> packed, long most)
    {
        try
        {
            using var stream = new ZLibStream(new MemoryStream([.. packed.SelectMany(part => part)]), CompressionMode.Decompress);
            var (buffer, read) = (new byte[81920], 0L);
            while (stream.Read(buffer) is var more and > 0)
            {
                if ((read += more) > most) return false;
            }

            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    // Every row has a byte for its filter. Interlaced, the picture comes in seven smaller ones, whose rows round up too.
    private static long? Needed(byte[] png)
    {
        if (png.Length < 29) return null;
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
        var (depth, colour, interlaced) = (png[24], png[25], png[28]);
        var channels = colour switch { 0 or 3 => 1, 2 => 3, 4 => 2, 6 => 4, _ => 0 };
        if (channels is 0 || depth is not (1 or 2 or 4 or 8 or 16) || interlaced > 1) return null;
        (int X, int Y, int StepX, int StepY)[] passes = interlaced is 0 ? [(0, 0, 1, 1)] : [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];
        return passes.Sum(pass =>
        {
            long columns = (width - pass.X + pass.StepX - 1) / pass.StepX, rows = (height - pass.Y + pass.StepY - 1) / pass.StepY;
            return columns <= 0 || rows <= 0 ? 0 : rows * (1 + (((columns * channels * depth) + 7) / 8));
        });
    }
}

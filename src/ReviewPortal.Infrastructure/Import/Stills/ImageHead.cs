using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace ReviewPortal.Infrastructure.Import.Stills;

public enum ImageKind : byte
{
    Png = 1,
    Jpeg = 2,
    Webp = 3,
}

/// <summary>What a picture is and how large, read from its bytes and never from its name. It is not decoded here: that is left to the browser and its sandbox.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ImageHead(ImageKind Kind, int Width, int Height)
{
    /// <summary>Of a side, and of both together: a small file may name a picture that fills a reader's memory.</summary>
    public const int Side = 16_384;

    /// <inheritdoc cref="Side"/>
    public const long Points = 100_000_000;

    private static ReadOnlySpan<byte> PngBegins => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private static ReadOnlySpan<byte> PngEnds => [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82];

    public string ContentType => Of(Kind);

    public bool IsPlausible => Width is > 0 and <= Side && Height is > 0 and <= Side && (long)Width * Height <= Points;

    public static string Of(ImageKind kind) => kind switch { ImageKind.Png => "image/png", ImageKind.Jpeg => "image/jpeg", _ => "image/webp" };

    /// <returns>Null when it is none of the three, or begins or ends as none of them does.</returns>
    public static ImageHead? Read(ReadOnlySpan<byte> bytes) => Png(bytes) ?? Jpeg(bytes) ?? Webp(bytes);

    private static ImageHead? Png(ReadOnlySpan<byte> bytes)
    {
        const int header = 33;
        if (bytes.Length < header + PngEnds.Length || !bytes.StartsWith(PngBegins) || !bytes.EndsWith(PngEnds)) return null;
        if (BinaryPrimitives.ReadInt32BigEndian(bytes[8..]) is not 13 || !bytes[12..16].SequenceEqual("IHDR"u8)) return null;
        return new(ImageKind.Png, BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]));
    }

    private static ImageHead? Jpeg(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4 || bytes[0] is not 0xFF || bytes[1] is not 0xD8 || bytes[^2] is not 0xFF || bytes[^1] is not 0xD9) return null;
        for (var at = 2; at + 9 < bytes.Length && bytes[at] is 0xFF;)
        {
            var marker = bytes[at + 1];
            if (marker is 0xFF)
            {
                at++; // Filling.
                continue;
            }

            // The frame itself; C4, C8 and CC stand among its numbers and are something else.
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return new(ImageKind.Jpeg, BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            if (marker is 0xDA or < 0xC0) return null; // Its picture without a frame before it.
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (length < 2) return null;
            at += 2 + length;
        }

        return null;
    }

    private static ImageHead? Webp(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 30 || !bytes.StartsWith("RIFF"u8) || !bytes[8..12].SequenceEqual("WEBP"u8)) return null;
        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) + 8L != bytes.Length) return null;
        var kind = bytes[12..16];
        var body = bytes[20..];
        if (kind.SequenceEqual("VP8X"u8)) return new(ImageKind.Webp, ThreeBytes(body[4..]) + 1, ThreeBytes(body[7..]) + 1);
        if (kind.SequenceEqual("VP8L"u8) && body[0] is 0x2F)
        {
            var sides = BinaryPrimitives.ReadUInt32LittleEndian(body[1..]);
            return new(ImageKind.Webp, (int)(sides & 0x3FFF) + 1, (int)((sides >> 14) & 0x3FFF) + 1);
        }

        return kind.SequenceEqual("VP8 "u8) && body[3..6].SequenceEqual((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A])
            ? new(ImageKind.Webp, BinaryPrimitives.ReadUInt16LittleEndian(body[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(body[8..]) & 0x3FFF)
            : null;
    }

    private static int ThreeBytes(ReadOnlySpan<byte> bytes) => bytes[0] | bytes[1] << 8 | bytes[2] << 16;
}

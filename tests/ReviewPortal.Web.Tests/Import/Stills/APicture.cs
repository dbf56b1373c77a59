using System.Buffers.Binary;

namespace ReviewPortal.Web.Tests.Import.Stills;

/// <summary>Pictures as far as anybody here looks: their heads and their ends.</summary>
internal static class APicture
{
    public static byte[] Png(int width, int height, byte which = 0)
    {
        byte[] head = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0, 1, 2, 3, 4];
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(20), height);
        return [.. head, 0, 0, 0, 1, .. "IDAT"u8, which, 1, 2, 3, 4, 0, 0, 0, 0, .. "IEND"u8, 0xAE, 0x42, 0x60, 0x82];
    }

    public static byte[] Jpeg(int width, int height) =>
        [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC4, 0, 3, 9, 0xFF, 0xFF, 0xC2, 0, 11, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 17, 0, 0xFF, 0xDA, 0, 2, 7, 0xFF, 0xD9];

    /// <param name="kind">"VP8 ", "VP8L" or "VP8X".</param>
    public static byte[] Webp(string kind, int width, int height)
    {
        var body = new byte[18];
        switch (kind)
        {
            case "VP8X":
                (body[4], body[5], body[7], body[8]) = ((byte)(width - 1), (byte)(width - 1 >> 8), (byte)(height - 1), (byte)(height - 1 >> 8));
                break;
            case "VP8L":
                body[0] = 0x2F;
                BinaryPrimitives.WriteUInt32LittleEndian(body.AsSpan(1), (uint)(width - 1) | (uint)(height - 1) << 14);
                break;
            default:
                (body[3], body[4], body[5]) = (0x9D, 0x01, 0x2A);
                BinaryPrimitives.WriteUInt16LittleEndian(body.AsSpan(6), (ushort)width);
                BinaryPrimitives.WriteUInt16LittleEndian(body.AsSpan(8), (ushort)height);
                break;
        }

        byte[] all = [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBP"u8, .. System.Text.Encoding.ASCII.GetBytes(kind), 18, 0, 0, 0, .. body];
        BinaryPrimitives.WriteInt32LittleEndian(all.AsSpan(4), all.Length - 8);
        return all;
    }
}

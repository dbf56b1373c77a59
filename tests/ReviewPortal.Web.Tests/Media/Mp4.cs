using System.Buffers.Binary;
using System.Text;

namespace ReviewPortal.Web.Tests.Media;

/// <summary>Small MP4 files: one video track at 1000 units a second, a film at 600.</summary>
internal static class Mp4
{
    public static readonly byte[] FileType = Box("ftyp", Encoding.ASCII.GetBytes("isom\0\0\0\0isomavc1"));

    public static byte[] Box(string type, params byte[][] parts) =>
        [.. Number(8 + (uint)parts.Sum(part => part.Length)), .. Encoding.ASCII.GetBytes(type), .. parts.SelectMany(part => part)];

    /// <summary>A box with its size in 64 bits.</summary>
    public static byte[] LongBox(string type, byte[] body)
    {
        var size = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(size, 16 + body.Length);
        return [.. Number(1), .. Encoding.ASCII.GetBytes(type), .. size, .. body];
    }

    public static byte[] Movie(byte[][] samples, byte[]? edits = null, byte[]? extends = null) => Box(
        "moov",
        Box("mvhd", Numbers(0, 0, 0, 600, 0)),
        Box("trak", Box("tkhd", Numbers(0, 0, 0, 1)), edits is null ? [] : Box("edts", edits), Media(samples)),
        extends is null ? [] : Box("mvex", extends));

    public static byte[] Numbers(params uint[] numbers) => [.. numbers.SelectMany(Number)];

    private static byte[] Media(byte[][] samples) => Box(
        "mdia",
        Box("mdhd", Numbers(0, 0, 0, 1000, 0)),
        Box("hdlr", Numbers(0, 0), Encoding.ASCII.GetBytes("vide")),
        Box("minf", Box("stbl", [Description(), .. samples])));

    private static byte[] Description() =>
        Box("stsd", Numbers(0, 1), Box("avc1", new byte[24], [640 >> 8, 640 & 0xFF, 360 >> 8, 360 & 0xFF], new byte[50]));

    private static byte[] Number(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return bytes;
    }
}

using System.Buffers.Binary;

namespace ReviewPortal.Benchmarks;

/// <summary>Writes a WebM of any size as a browser records it: nothing has a size that a live recorder could not know, 20 pictures and 50 packets of sound a second.</summary>
internal static class LongRecording
{
    private const int Pictures = 20;
    private const int Packets = 50;
    private const int PictureBytes = 2600;
    private const int PacketBytes = 120;
    private const int Key = 100;

    /// <returns>How many seconds it lasts.</returns>
    public static int Write(Stream to, long bytes)
    {
        to.Write(Head(640, 480, hasSound: true));
        var noise = new byte[1024 * 1024];
        new Random(7).NextBytes(noise);
        using var cluster = new MemoryStream();
        var (second, written) = (0, 0L);
        for (; written < bytes; second++)
        {
            cluster.SetLength(0);
            Cluster(cluster, second * 1000L);
            for (var at = 0; at < 1000; at += 10)
            {
                if (at % (1000 / Packets) is 0) Block(cluster, 2, at, 0x80, [0x78, .. noise.AsSpan(at, PacketBytes)]);
                if (at % (1000 / Pictures) is 0)
                {
                    var isKey = (second * Pictures + at * Pictures / 1000) % Key is 0;
                    Block(cluster, 1, at, isKey ? (byte)0x80 : (byte)0, noise.AsSpan((second * 7919 + at) % (noise.Length - 40_000), isKey ? 12 * PictureBytes : PictureBytes));
                }
            }

            cluster.WriteTo(to);
            written += cluster.Length;
        }

        return second;
    }

    /// <summary>The beginning of a cluster of unknown size.</summary>
    public static void Cluster(Stream to, long milliseconds)
    {
        Span<byte> time = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(time, milliseconds);
        to.Write([0x1F, 0x43, 0xB6, 0x75, 0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xE7, 0x88]);
        to.Write(time);
    }

    public static void Block(Stream to, int track, int time, byte flags, ReadOnlySpan<byte> payload)
    {
        var size = payload.Length + 4;
        to.Write([0xA3, (byte)(0x10 | (size >> 24)), (byte)(size >> 16), (byte)(size >> 8), (byte)size, (byte)(0x80 | track), (byte)(time >> 8), (byte)time, flags]);
        to.Write(payload);
    }

    public static byte[] Head(int width, int height, bool hasSound) =>
    [
        .. Element([0x1A, 0x45, 0xDF, 0xA3], [.. Element([0x42, 0x82], "webm"u8), .. Element([0x42, 0x87], [4]), .. Element([0x42, 0x85], [2])]),
        0x18, 0x53, 0x80, 0x67, 0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
        .. Element([0x15, 0x49, 0xA9, 0x66], [.. Element([0x2A, 0xD7, 0xB1], [0x0F, 0x42, 0x40]), .. Element([0x4D, 0x80], "Chrome"u8), .. Element([0x57, 0x41], "Chrome"u8)]),
        .. Element(
            [0x16, 0x54, 0xAE, 0x6B],
            [
                .. Element([0xAE], [.. Element([0xD7], [1]), .. Element([0x83], [1]), .. Element([0x86], "V_VP8"u8), .. Element([0xE0], [.. Element([0xB0], Two(width)), .. Element([0xBA], Two(height))])]),
                .. hasSound ? Sound() : [],
            ]),
    ];

    // With the head of Opus: mono, 312 samples to be left out, 48 kHz.
    private static byte[] Sound() => Element(
        [0xAE],
        [
            .. Element([0xD7], [2]), .. Element([0x83], [2]), .. Element([0x86], "A_OPUS"u8), .. Element([0x63, 0xA2], [.. "OpusHead"u8, 1, 1, 0x38, 0x01, 0x80, 0xBB, 0, 0, 0, 0, 0]),
            .. Element([0xE1], [.. Element([0xB5], [0x47, 0x3B, 0x80, 0x00]), .. Element([0x9F], [1])]),
        ]);

    private static byte[] Two(int number) => [(byte)(number >> 8), (byte)number];

    private static byte[] Element(ReadOnlySpan<byte> id, ReadOnlySpan<byte> body) => [.. id, (byte)(0x40 | (body.Length >> 8)), (byte)body.Length, .. body];
}

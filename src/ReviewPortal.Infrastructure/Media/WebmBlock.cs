using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace ReviewPortal.Infrastructure.Media;

/// <summary>The head of a block: whose it is, when, and how much (RFC 9559, 10).</summary>
/// <param name="Ticks">Relative to its Cluster.</param>
/// <param name="Duration">Nanoseconds; 0 when it does not say.</param>
/// <param name="Bytes">Of the frames themselves.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WebmBlock(WebmTrack Track, short Ticks, bool IsKey, long Duration, long Bytes)
{
    /// <summary>Enough for a track number of 8 bytes, time, flags, and the first two bytes of an Opus packet.</summary>
    public const int LongestHead = 16;

    private const byte KeyFlag = 0x80;
    private const byte LacingFlags = 0x06;

    /// <summary>Null for a block of no known track, or of no known shape.</summary>
    public static WebmBlock? Read(ReadOnlySpan<byte> ahead, long size, WebmHead head)
    {
        if (ahead.IsEmpty || EbmlElement.LengthOf(ahead[0]) is var length && ahead.Length < length + 3) return null;
        if (head.Track(EbmlElement.Variable(ahead[..length])) is not { } track) return null;
        var flags = ahead[length + 2];
        var packet = ahead[(length + 3)..];
        var laced = (flags & LacingFlags) != 0;
        var frames = laced && !packet.IsEmpty ? packet[0] + 1 : 1;
        return new WebmBlock(
            track,
            BinaryPrimitives.ReadInt16BigEndian(ahead[length..]),
            (flags & KeyFlag) != 0,
            track.HasOpusPackets && !laced ? OpusPacket.Duration(packet) : frames * Math.Min(track.DefaultDuration, MediaTime.LongestFrame),
            size - length - 3);
    }
}

namespace ReviewPortal.Infrastructure.Media;

/// <summary>How long an Opus packet sounds: its first byte says the length of a frame, that or its second how many there are (RFC 6716, 3.1).</summary>
internal static class OpusPacket
{
    /// <summary>Nanoseconds; 0 when the packet is too short to tell.</summary>
    public static long Duration(ReadOnlySpan<byte> packet)
    {
        if (packet.IsEmpty) return 0;
        var frames = (packet[0] & 3) switch { 0 => 1, 1 or 2 => 2, _ => packet.Length > 1 ? packet[1] & 0x3F : 0 };
        return frames * FrameMicroseconds(packet[0] >> 3) * 1000;
    }

    private static long FrameMicroseconds(int configuration) => configuration switch
    {
        < 12 => (configuration % 4) switch { 0 => 10_000, 1 => 20_000, 2 => 40_000, _ => 60_000 }, // SILK
        < 16 => configuration % 2 == 0 ? 10_000 : 20_000, // hybrid
        _ => 2_500 << (configuration % 4), // CELT
    };
}

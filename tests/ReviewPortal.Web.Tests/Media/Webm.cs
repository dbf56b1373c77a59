namespace ReviewPortal.Web.Tests.Media;

/// <summary>Small WebM files with the shapes that recorders really write.</summary>
internal static class Webm
{
    public const int Video = 1;
    public const int Sound = 2;

    /// <summary>One Opus frame of 20 ms.</summary>
    public const byte Opus20 = 0x78;

    public static readonly byte[] Header = Ebml.Element(0x1A45DFA3, Ebml.Number(0x42F3, 8), Ebml.Text(0x4282, "webm"), Ebml.Number(0x4287, 4), Ebml.Number(0x4285, 2));

    public static readonly byte[] Info = Ebml.Element(0x1549A966, Ebml.Number(0x2AD7B1, 1_000_000), Ebml.Text(0x4D80, "Chrome"), Ebml.Text(0x5741, "Chrome"));

    public static readonly byte[] VideoTrack = Ebml.Element(0xAE, Ebml.Number(0xD7, Video), Ebml.Number(0x83, 1), Ebml.Text(0x86, "V_VP8"), Ebml.Element(0xE0, Ebml.Number(0xB0, 640), Ebml.Number(0xBA, 480)));

    public static readonly byte[] SoundTrack = Ebml.Element(0xAE, Ebml.Number(0xD7, Sound), Ebml.Number(0x83, 2), Ebml.Text(0x86, "A_OPUS"), Ebml.Element(0xE1, Ebml.Float(0xB5, 48000), Ebml.Number(0x9F, 1)));

    public static byte[] Tracks(params byte[][] tracks) => Ebml.Element(0x1654AE6B, tracks);

    /// <summary>As a browser writes it: nothing has a size that a live recorder could not know.</summary>
    public static byte[] Recorded(params byte[][] clusters) => Ebml.Join(Header, Ebml.Live(0x18538067, [Info, Tracks(VideoTrack, SoundTrack), .. clusters]));

    public static byte[] RecordedWith(byte[] tracks, params byte[][] clusters) => Ebml.Join(Header, Ebml.Live(0x18538067, [Info, tracks, .. clusters]));

    /// <summary>As a program writes it that could go back to the beginning.</summary>
    public static byte[] Finished(params byte[][] parts) => Ebml.Join(Header, Ebml.Element(0x18538067, [Info, Tracks(VideoTrack, SoundTrack), .. parts]));

    public static byte[] LiveCluster(ulong time, params byte[][] blocks) => Ebml.Live(0x1F43B675, [Ebml.Number(0xE7, time), .. blocks]);

    public static byte[] Cluster(ulong time, params byte[][] blocks) => Ebml.Element(0x1F43B675, [Ebml.Number(0xE7, time), .. blocks]);

    public static byte[] Key(short time) => Ebml.Element(0xA3, Block(Video, time, 0x80, [1, 2, 3]));

    public static byte[] Frame(short time) => Ebml.Element(0xA3, Block(Video, time, 0x00, [1, 2, 3]));

    public static byte[] Packet(short time, int bytes = 40) => Ebml.Element(0xA3, Block(Sound, time, 0x80, [Opus20, .. new byte[bytes - 1]]));

    /// <summary>A block in the shape that says how long it lasts and what it refers to.</summary>
    public static byte[] Group(short time, int? duration = null, bool refers = false) => Ebml.Element(
        0xA0,
        Ebml.Element(0xA1, Block(Video, time, 0x00, [1, 2, 3])),
        duration is null ? [] : Ebml.Number(0x9B, (ulong)duration),
        refers ? Ebml.Number(0xFB, 1) : []);

    public static byte[] Block(int track, short time, byte flags, byte[] payload) =>
        [(byte)(0x80 | track), (byte)(time >> 8), (byte)time, flags, .. payload];

    /// <summary>Frames every 50 ms and sound every 20 ms, a key frame first.</summary>
    public static byte[][] Second() =>
    [
        .. Enumerable.Range(0, 50).SelectMany(place => place % 5 == 0
            ? new[] { place == 0 ? Key(0) : Frame((short)(place * 20)), Packet((short)(place * 20)) }
            : [Packet((short)(place * 20))]).ToArray(),
    ];
}

using static ReviewPortal.Web.Tests.Media.Webm;

namespace ReviewPortal.Web.Tests.Media;

/// <summary>A recording of any size, as a browser makes it, whose pictures are noise.</summary>
internal static class LongWebm
{
    private const int PictureBytes = 64 * 1024;
    private const int Repeated = 1024;

    /// <param name="squeezable">Its pictures are the same noise again and again, of which an archive makes a twentieth or less.</param>
    public static byte[] Of(int bytes, bool squeezable = false)
    {
        var noise = new byte[PictureBytes];
        new Random(bytes).NextBytes(noise);
        if (squeezable) for (var at = Repeated; at < PictureBytes; at += Repeated) noise.AsSpan(0, Repeated).CopyTo(noise.AsSpan(at));
        using var file = new MemoryStream();
        file.Write(Recorded());
        for (ulong second = 0; file.Length < bytes; second++)
            file.Write(LiveCluster(second * 1000, Picture(0, 0x80, noise), Packet(0), Picture(500, 0, noise), Packet(500)));
        return file.ToArray();
    }

    private static byte[] Picture(short time, byte flags, byte[] noise) => Ebml.Element(0xA3, Block(Video, time, flags, noise));
}

using System.IO.Compression;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>The filter FlateDecode, with header and checksum (RFC 1950).</summary>
internal static class Compression
{
    public static byte[] Deflate(byte[] plain)
    {
        using var deflated = new MemoryStream(plain.Length / 2);
        using (var deflating = new ZLibStream(deflated, CompressionLevel.Optimal, leaveOpen: true)) deflating.Write(plain);
        return deflated.ToArray();
    }

    /// <summary>Looks at no checksum: PDFsharp writes none.</summary>
    public static byte[] Inflate(byte[] deflated)
    {
        using var inflating = new DeflateStream(new MemoryStream(deflated, 2, deflated.Length - 2), CompressionMode.Decompress);
        using var plain = new MemoryStream(deflated.Length * 4);
        inflating.CopyTo(plain);
        return plain.ToArray();
    }
}

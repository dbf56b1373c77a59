using System.Buffers.Binary;
using System.Text;
using ReviewPortal.Core.Committee;
using ReviewPortal.Infrastructure.Import.Stills;

namespace ReviewPortal.Infrastructure.Vault;

/// <summary>What a file of a student's is, read from its bytes and never from its name. It is not opened here: that is left to who downloads it.</summary>
public static class AttachmentContent
{
    // Where readers of PDF look for its end.
    private const int PdfTail = 2048;

    // The tag of a picture's particulars under which its place stands (Exif 2.3, 4.6.3).
    private const ushort PlaceTag = 0x8825;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>Null when it is none of the kinds that are taken, or its end is missing.</returns>
    public static AttachmentType? TypeOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("%PDF-"u8)) return bytes[^Math.Min(bytes.Length, PdfTail)..].IndexOf("%%EOF"u8) >= 0 ? AttachmentType.Pdf : null;
        if (ImageHead.Read(Padded(bytes)) is { IsPlausible: true } head)
            return head.Kind switch { ImageKind.Png => AttachmentType.Png, ImageKind.Jpeg => AttachmentType.Jpeg, _ => null };
        return IsText(bytes) ? AttachmentType.Text : null;
    }

    /// <summary>Does a picture say where it was taken? In its particulars (EXIF), or in those of programs that edit pictures (XMP).</summary>
    public static bool TellsPlace(ReadOnlySpan<byte> bytes, AttachmentType type) =>
        type is AttachmentType.Jpeg or AttachmentType.Png && (bytes.IndexOf("GPSLatitude"u8) >= 0 || HasPlace(Particulars(bytes, type)));

    // Some telephones write filling behind a JPEG's end.
    private static ReadOnlySpan<byte> Padded(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]) ? bytes.TrimEnd((byte)0) : bytes;

    private static bool IsText(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty || bytes.IndexOfAnyExceptInRange((byte)0x20, (byte)0xFF) >= 0 && HasControls(bytes)) return false;
        try
        {
            Strict.GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false; // Not UTF-8: what it says would be guessed at.
        }
    }

    private static bool HasControls(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            if (value is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C)) return true;
        }

        return false;
    }

    // The block of particulars as a TIFF file holds it; empty when there is none.
    private static ReadOnlySpan<byte> Particulars(ReadOnlySpan<byte> bytes, AttachmentType type)
    {
        if (type is AttachmentType.Png)
        {
            for (var at = 8L; at + 12 <= bytes.Length;)
            {
                var chunk = bytes[(int)at..];
                var length = BinaryPrimitives.ReadUInt32BigEndian(chunk);
                if (chunk[4..8].SequenceEqual("eXIf"u8)) return chunk[8..(int)Math.Min(8L + length, chunk.Length)];
                at += 12L + length;
            }

            return [];
        }

        for (var at = 2; at + 4 < bytes.Length && bytes[at] is 0xFF && bytes[at + 1] is not 0xDA;)
        {
            var segment = bytes[(at + 2)..];
            var length = BinaryPrimitives.ReadUInt16BigEndian(segment);
            if (length < 2 || length > segment.Length) return [];
            if (bytes[at + 1] is 0xE1 && segment[2..length].StartsWith("Exif\0\0"u8)) return segment[8..length];
            at += 2 + length;
        }

        return [];
    }

    private static bool HasPlace(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 10) return false;
        var little = tiff[0] is (byte)'I';
        var at = little ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (at > tiff.Length - 2) return false;
        var entries = tiff[(int)at..];
        int count = little ? BinaryPrimitives.ReadUInt16LittleEndian(entries) : BinaryPrimitives.ReadUInt16BigEndian(entries);
        for (var entry = 0; entry < count && (2 + (12 * entry) + 2) <= entries.Length; entry++)
        {
            var tag = entries[(2 + (12 * entry))..];
            if ((little ? BinaryPrimitives.ReadUInt16LittleEndian(tag) : BinaryPrimitives.ReadUInt16BigEndian(tag)) is PlaceTag) return true;
        }

        return false;
    }
}

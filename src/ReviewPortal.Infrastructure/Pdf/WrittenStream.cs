using System.Text;
using System.Text.RegularExpressions;
using static System.FormattableString;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>An object with a stream, as PDFsharp writes it.</summary>
/// <param name="Head">From its number to the end of its dictionary.</param>
internal sealed partial record WrittenStream(int Number, string Head, byte[] Bytes)
{
    private const string Filter = "/Filter/FlateDecode";

    /// <returns>Null for an object without a stream.</returns>
    public static WrittenStream? Of(int number, ReadOnlySpan<byte> text)
    {
        var start = text.IndexOf("\nstream\n"u8);
        if (start < 0) return null;
        var head = Encoding.Latin1.GetString(text[..start]);
        return new(number, head, text.Slice(start + "\nstream\n".Length, PdfText.NumberAfter("/Length ", head)).ToArray());
    }

    public bool IsMetadata => Head.Contains("/Subtype/XML", StringComparison.Ordinal);

    public bool IsFont => Head.Contains("/Length1 ", StringComparison.Ordinal);

    public byte[] Plain() => Head.Contains(Filter, StringComparison.Ordinal) ? Compression.Inflate(Bytes) : Bytes;

    /// <summary>The object with other bytes in its stream.</summary>
    public byte[] With(byte[] plain, bool deflate)
    {
        var bytes = deflate ? Compression.Deflate(plain) : plain;
        var dictionary = Length().Replace(Head.Replace(Filter, "", StringComparison.Ordinal), Invariant($"{(deflate ? Filter : "")}/Length {bytes.Length}"));
        return [.. Encoding.Latin1.GetBytes(dictionary), .. "\nstream\n"u8, .. bytes, .. "\nendstream\nendobj\n"u8];
    }

    [GeneratedRegex(@"/Length \d+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Length();
}

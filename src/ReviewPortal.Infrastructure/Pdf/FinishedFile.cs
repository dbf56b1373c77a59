using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>
/// The last hand on a file that PDFsharp has written, for what it does not let its callers set:
/// metadata with escaped titles and identifiers that are not random, streams with the checksum that RFC 1950 asks for,
/// and character maps in blocks of at most a hundred lines.
/// </summary>
internal sealed partial class FinishedFile(byte[] written, byte[] metadata)
{
    private readonly ArrayBufferWriter<byte> _finished = new(written.Length);

    public byte[] Bytes()
    {
        var table = int.Parse(After("startxref\n", written.Length - 40).Split('\n')[0], CultureInfo.InvariantCulture);
        var trailer = written.AsSpan().LastIndexOf("trailer"u8);
        var places = Offsets(table, trailer);
        _finished.Write(written.AsSpan(0, places[0]));
        var moved = new int[places.Length];
        for (var at = 0; at < places.Length; at++)
        {
            moved[at] = _finished.WrittenCount;
            WriteObject(written.AsSpan(places[at]..(at + 1 < places.Length ? places[at + 1] : table)));
        }

        // What follows the trailer is a comment with the version of the runtime, which is not part of the letter.
        WriteTable(moved, written.AsSpan(trailer..(written.AsSpan().LastIndexOf(">>"u8) + 2)));
        return _finished.WrittenSpan.ToArray();
    }

    // "xref", "0 172", then one line of twenty bytes for every object; the first one is the head of the free list.
    private int[] Offsets(int table, int trailer) => [.. Encoding.ASCII.GetString(written, table, trailer - table)
        .Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(3)
        .Select(line => int.Parse(line.AsSpan(0, 10), CultureInfo.InvariantCulture))];

    private void WriteObject(ReadOnlySpan<byte> written)
    {
        var start = written.IndexOf("\nstream\n"u8);
        if (start < 0)
        {
            _finished.Write(written);
            return;
        }

        var head = Encoding.Latin1.GetString(written[..start]);
        var length = int.Parse(StreamLength().Match(head).Groups["length"].ValueSpan, CultureInfo.InvariantCulture);
        var stream = written.Slice(start + 8, length).ToArray();
        if (head.Contains("/Subtype/XML", StringComparison.Ordinal)) WriteStream(head, metadata);
        else WriteStream(head.Replace("/Filter/FlateDecode", "", StringComparison.Ordinal), Compressed(Plain(head, stream)), "/Filter/FlateDecode");
    }

    private void WriteStream(string head, byte[] stream, string filter = "")
    {
        var dictionary = StreamLength().Replace(head, string.Create(CultureInfo.InvariantCulture, $"{filter}/Length {stream.Length}"));
        _finished.Write(Encoding.Latin1.GetBytes(dictionary + "\nstream\n"));
        _finished.Write(stream);
        _finished.Write("\nendstream\nendobj\n"u8);
    }

    private static byte[] Plain(string head, byte[] stream)
    {
        if (!head.Contains("/FlateDecode", StringComparison.Ordinal)) return CharacterMap.IsOne(stream) ? CharacterMap.InBlocks(stream) : stream;

        // Two bytes of header, then the compressed data without the checksum after it.
        using var inflated = new DeflateStream(new MemoryStream(stream, 2, stream.Length - 2), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        inflated.CopyTo(plain);
        return plain.ToArray();
    }

    private static byte[] Compressed(byte[] plain)
    {
        using var compressed = new MemoryStream();
        using (var deflating = new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true)) deflating.Write(plain);
        return compressed.ToArray();
    }

    private void WriteTable(int[] places, ReadOnlySpan<byte> trailer)
    {
        var table = _finished.WrittenCount;
        var lines = new StringBuilder().Append(CultureInfo.InvariantCulture, $"xref\n0 {places.Length + 1}\n0000000000 65535 f \n");
        foreach (var place in places) lines.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        _finished.Write(Encoding.ASCII.GetBytes(lines.ToString()));
        _finished.Write(trailer);
        _finished.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\nstartxref\n{table}\n%%EOF\n")));
    }

    private string After(string mark, int from)
    {
        var end = Encoding.ASCII.GetString(written, from, written.Length - from);
        return end[(end.LastIndexOf(mark, StringComparison.Ordinal) + mark.Length)..];
    }

    [GeneratedRegex(@"/Length (?<length>\d+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StreamLength();
}

using System.Buffers;
using System.Text;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>
/// The last hand on a file that PDFsharp has written, for what it does not let its callers set: metadata with escaped titles and identifiers that are not random,
/// streams with the checksum that RFC 1950 asks for, character maps in blocks of at most a hundred lines, fonts without the widths of what is not printed,
/// and everything that is no stream packed together.
/// </summary>
internal sealed class FinishedFile(byte[] written, byte[] metadata)
{
    private readonly ArrayBufferWriter<byte> _finished = new(written.Length);
    private readonly CrossReferences _references = CrossReferences.OfAFile();
    private readonly SortedDictionary<int, string> _contents = [];
    private readonly List<WrittenStream> _streams = [];

    public byte[] Bytes()
    {
        var trailer = written.AsSpan().LastIndexOf("trailer"u8);
        var (table, places) = Offsets(trailer);
        for (var at = 0; at < places.Length; at++) Take(at + 1, written.AsSpan(places[at]..(at + 1 < places.Length ? places[at + 1] : table)));
        _finished.Write(written.AsSpan(0, places[0]));
        foreach (var stream in _streams) Write(stream.Number, Finished(stream));
        var last = WritePacked(places.Length);

        // What follows the trailer is a comment with the version of the runtime, which is not part of the letter.
        var about = Encoding.Latin1.GetString(written.AsSpan(trailer..written.AsSpan().LastIndexOf(">>"u8)));
        _finished.Write(_references.End(last + 1, _finished.WrittenCount, PdfText.Without("/Size", about[(about.IndexOf("<<", StringComparison.Ordinal) + 2)..])));
        return _finished.WrittenSpan.ToArray();
    }

    // "xref", "0 172", then one line of twenty bytes for every object; the first one is the head of the free list.
    private (int Table, int[] Places) Offsets(int trailer)
    {
        var table = PdfText.NumberAfter("startxref", Encoding.Latin1.GetString(written.AsSpan(trailer)));
        return (table, [.. Encoding.ASCII.GetString(written, table, trailer - table).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(3).Select(line => PdfText.Number(line.AsSpan(0, 10)))]);
    }

    private void Take(int number, ReadOnlySpan<byte> text)
    {
        if (WrittenStream.Of(number, text) is { } stream) _streams.Add(stream);
        else _contents.Add(number, Encoding.Latin1.GetString(text[(text.IndexOf("obj"u8) + "obj".Length)..text.LastIndexOf("endobj"u8)]).Trim());
    }

    private byte[] Finished(WrittenStream stream)
    {
        if (stream.IsMetadata) return stream.With(metadata, deflate: false);
        var plain = stream.Plain();
        if (stream.IsFont) FontWidths.Clear(plain, PrintedGlyphs(stream.Number));
        return stream.With(CharacterMap.IsOne(plain) ? CharacterMap.InBlocks(plain) : plain, deflate: true);
    }

    // From the file of a font to its description, and from there to the font, which lists the width of each glyph that is printed.
    private HashSet<int> PrintedGlyphs(int fontFile)
    {
        var description = _contents.Single(item => item.Value.Contains($"/FontFile2 {fontFile} 0 R", StringComparison.Ordinal)).Key;
        return FontWidths.Listed(_contents.Values.Single(content => content.Contains($"/FontDescriptor {description} 0 R", StringComparison.Ordinal)));
    }

    // The streams get the numbers after the last one there is.
    private int WritePacked(int number)
    {
        foreach (var some in _contents.Chunk(PackedObjects.Most))
        {
            var packed = new PackedObjects();
            number++;
            foreach (var (contained, content) in some)
            {
                _references.Packed(contained, number, packed.Count);
                packed.Add(contained, content);
            }

            Write(number, packed.AsObject(number));
        }

        return number;
    }

    private void Write(int number, byte[] text)
    {
        _references.At(number, _finished.WrittenCount);
        _finished.Write(text);
    }
}

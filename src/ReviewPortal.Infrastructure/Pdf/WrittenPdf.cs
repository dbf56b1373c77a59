using System.Text;
using System.Text.RegularExpressions;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>Finds the objects of a PDF that <see cref="FinishedFile"/> wrote: packed in streams, with one stream that says where each of them is.</summary>
internal sealed partial class WrittenPdf
{
    private readonly byte[] _pdf;
    private readonly byte[] _rows;

    public WrittenPdf(byte[] pdf)
    {
        _pdf = pdf;
        Table = PdfText.NumberAfter("startxref", Encoding.Latin1.GetString(pdf, pdf.Length - 40, 40));
        (var head, _rows) = Stream(Table);
        Trailer = head[(head.IndexOf("<<", StringComparison.Ordinal) + 2)..head.IndexOf("/Type/XRef", StringComparison.Ordinal)];
    }

    /// <summary>Where its cross-reference stream begins, in bytes.</summary>
    public int Table { get; }

    /// <summary>The entries about the whole file.</summary>
    public string Trailer { get; }

    /// <summary>The number after that of the last object.</summary>
    public int Size => CrossReferences.Count(_rows);

    public int Catalog => PdfText.NumberAfter("/Root", Trailer);

    public int FirstPage
    {
        get
        {
            var node = PdfText.NumberAfter("/Pages", Object(Catalog));
            while (Kids().Match(Object(node)) is { Success: true } kids) node = PdfText.Number(kids.Groups["first"].ValueSpan);
            return node;
        }
    }

    /// <summary>What an object without a stream says.</summary>
    public string Object(int number)
    {
        var place = CrossReferences.PlaceInStream(_rows, number) ?? throw new InvalidOperationException($"Object {number} is not packed in a stream");
        var (head, packed) = Stream(CrossReferences.Offset(_rows, place.Stream));
        return PackedObjects.ReadAll(Encoding.Latin1.GetString(packed), PdfText.NumberAfter("/First ", head)).ElementAt(place.Index).Content;
    }

    private (string Head, byte[] Plain) Stream(int offset)
    {
        var start = offset + _pdf.AsSpan(offset).IndexOf("stream\n"u8);
        var head = Encoding.Latin1.GetString(_pdf, offset, start - offset);
        start += "stream\n".Length;
        return (head, Compression.Inflate(_pdf[start..(start + PdfText.NumberAfter("/Length", head))]));
    }

    [GeneratedRegex(@"/Kids\s*\[\s*(?<first>\d+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Kids();
}

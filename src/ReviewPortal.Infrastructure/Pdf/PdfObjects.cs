using System.Text;
using System.Text.RegularExpressions;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>
/// All objects of a PDF that was printed here, with or without a seal behind it; also of one from before <see cref="PackedObjects"/>. Of an object that an update
/// wrote again, what stands last counts.
/// </summary>
internal sealed partial class PdfObjects
{
    private readonly Dictionary<int, (string Head, byte[]? Stream)> _objects = [];

    public PdfObjects(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        for (var at = 0; Start().Match(text, at) is { Success: true } start;) at = Take(pdf, text, PdfText.Number(start.Groups["number"].ValueSpan), start.Index + start.Length);
    }

    /// <summary>What an object says, without its stream.</summary>
    /// <exception cref="KeyNotFoundException">There is no such object.</exception>
    public string this[int number] => _objects[number].Head;

    /// <exception cref="KeyNotFoundException">There is no such object.</exception>
    /// <exception cref="InvalidOperationException">The object has no stream.</exception>
    public byte[] Stream(int number) => Stream(_objects[number]);

    public int Catalog => _objects.Single(item => item.Value.Head.Contains("/Type/Catalog", StringComparison.Ordinal)).Key;

    private static byte[] Stream((string Head, byte[]? Stream) item) => item.Stream is not { } bytes ? throw new InvalidOperationException("The object has no stream")
        : item.Head.Contains("/FlateDecode", StringComparison.Ordinal) ? Compression.Inflate(bytes) : bytes;

    private int Take(byte[] pdf, string text, int number, int from)
    {
        var (stream, end) = (text.IndexOf("\nstream\n", from, StringComparison.Ordinal), text.IndexOf("\nendobj", from, StringComparison.Ordinal));
        if (stream < 0 || (end >= 0 && end < stream))
        {
            _objects[number] = (text[from..end], null);
            return end;
        }

        var (head, start) = (text[from..stream], stream + "\nstream\n".Length);
        end = start + PdfText.NumberAfter("/Length ", head);
        _objects[number] = (head, pdf[start..end]);
        if (!head.Contains("/Type/ObjStm", StringComparison.Ordinal)) return end;
        foreach (var (packed, content) in PackedObjects.ReadAll(Encoding.Latin1.GetString(Stream(number)), PdfText.NumberAfter("/First ", head))) _objects[packed] = (content, null);
        return end;
    }

    [GeneratedRegex(@"\n(?<number>\d+) 0 obj\n", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Start();
}

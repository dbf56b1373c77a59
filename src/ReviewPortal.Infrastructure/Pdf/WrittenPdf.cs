using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>Finds the objects of a PDF that <see cref="FinishedFile"/> wrote: one table of places, one trailer.</summary>
internal sealed partial class WrittenPdf
{
    private const int LineOfTable = 20;
    private readonly string _text;
    private readonly string _trailer;
    private readonly int _table;
    private readonly int _firstLine;

    public WrittenPdf(byte[] pdf)
    {
        _text = Encoding.Latin1.GetString(pdf);
        _trailer = _text[_text.LastIndexOf("trailer", StringComparison.Ordinal).._text.LastIndexOf("startxref", StringComparison.Ordinal)];
        _table = Number(_text[_text.LastIndexOf("startxref", StringComparison.Ordinal)..], "startxref");
        _firstLine = _text.IndexOf('\n', _text.IndexOf('\n', _table) + 1) + 1;
    }

    /// <summary>The number after that of the last object.</summary>
    public int Size => Number(_trailer, "/Size");

    public int Catalog => Number(_trailer, "/Root");

    public int FirstPage
    {
        get
        {
            var node = Number(Object(Catalog), "/Pages");
            while (Kids().Match(Object(node)) is { Success: true } kids) node = int.Parse(kids.Groups["first"].ValueSpan, CultureInfo.InvariantCulture);
            return node;
        }
    }

    /// <summary>What stands between "obj" and "endobj".</summary>
    public string Object(int number)
    {
        var place = int.Parse(_text.AsSpan(_firstLine + (number * LineOfTable), 10), CultureInfo.InvariantCulture);
        var start = _text.IndexOf("obj", place, StringComparison.Ordinal) + "obj".Length;
        return _text[start.._text.IndexOf("endobj", start, StringComparison.Ordinal)].Trim();
    }

    /// <summary>The trailer of an update of this file.</summary>
    public string TrailerOf(int size) => string.Create(
        CultureInfo.InvariantCulture, $"{SizeEntry().Replace(_trailer[.._trailer.LastIndexOf(">>", StringComparison.Ordinal)], "")}/Size {size}/Prev {_table}>>");

    private static int Number(string text, string key)
    {
        var at = text.IndexOf(key, StringComparison.Ordinal) + key.Length;
        while (char.IsWhiteSpace(text[at])) at++;
        var end = at;
        while (char.IsAsciiDigit(text[end])) end++;
        return int.Parse(text.AsSpan(at..end), CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"/Kids\s*\[\s*(?<first>\d+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Kids();

    [GeneratedRegex(@"/Size\s+\d+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SizeEntry();
}

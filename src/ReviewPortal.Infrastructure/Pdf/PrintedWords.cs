using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>
/// The words of a PDF that was printed here, from its own bytes: what is said about a letter is held against the letter that went out, whatever the case or the texts say today.
/// </summary>
public sealed partial class PrintedWords
{
    private readonly PdfObjects _objects;
    private readonly string _words;

    public PrintedWords(byte[] pdf)
    {
        ArgumentNullException.ThrowIfNull(pdf);
        _objects = new PdfObjects(pdf);
        _words = string.Concat(PagesUnder(PdfText.NumberAfter("/Pages ", _objects[_objects.Catalog])).Select(WordsOn));
    }

    /// <summary>Whether the document has these words in a row. White and the ends of lines and pages do not count, and neither does what stands at the foot of each page.</summary>
    public bool Have(string quoted)
    {
        ArgumentNullException.ThrowIfNull(quoted);
        return WithoutWhite(string.Concat(PrintableText.Lines(quoted))) is { Length: > 0 } words && _words.Contains(words, StringComparison.Ordinal);
    }

    private IEnumerable<int> PagesUnder(int node) => Kids().Match(_objects[node]) is { Success: true } kids
        ? Reference().Matches(kids.Groups["kids"].Value).Select(kid => PdfText.Number(kid.Groups["number"].ValueSpan)).SelectMany(PagesUnder)
        : [node];

    private string WordsOn(int page)
    {
        var fonts = Font().Matches(_objects[page]).ToDictionary(font => font.Groups["name"].Value, font => Characters(PdfText.Number(font.Groups["number"].ValueSpan)), StringComparer.Ordinal);
        var (words, font, isDecoration) = (new StringBuilder(), "", false);
        foreach (Match instruction in Instruction().Matches(Encoding.Latin1.GetString(_objects.Stream(PdfText.NumberAfter("/Contents ", _objects[page])))))
        {
            if (instruction.Groups["font"] is { Success: true } chosen) font = chosen.Value;
            else if (instruction.Groups["glyphs"] is not { Success: true } glyphs) isDecoration = instruction.Value[0] is '/';
            else if (!isDecoration) words.Append(Read(glyphs.Value, fonts[font]));
        }

        return WithoutWhite(words.ToString());
    }

    private Dictionary<string, string> Characters(int font)
    {
        var map = Encoding.ASCII.GetString(_objects.Stream(PdfText.NumberAfter("/ToUnicode ", _objects[font])));
        return Entry().Matches(map).DistinctBy(entry => entry.Groups["glyph"].Value).ToDictionary(entry => entry.Groups["glyph"].Value, entry => Units(entry.Groups["character"].Value), StringComparer.Ordinal);
    }

    private static string Read(string glyphs, Dictionary<string, string> characters) =>
        string.Concat(WithoutWhite(glyphs).Chunk(4).Select(glyph => characters.GetValueOrDefault(new string(glyph), "\uFFFD")));

    private static string Units(string hexadecimals) => string.Concat(hexadecimals.Chunk(4).Select(unit => (char)ushort.Parse(unit, NumberStyles.HexNumber, CultureInfo.InvariantCulture)));

    private static string WithoutWhite(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    [GeneratedRegex(@"/Kids\s*\[(?<kids>[^\]]*)\]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Kids();

    [GeneratedRegex(@"(?<number>\d+) 0 R", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();

    [GeneratedRegex(@"/(?<name>F\d+) (?<number>\d+) 0 R", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Font();

    // A font is chosen, glyphs are shown, decoration begins, or a marked piece ends.
    [GeneratedRegex(@"/(?<font>F\d+) [\d.]+ Tf|<(?<glyphs>[0-9A-F\s]+)> Tj|/Artifact\b|\bEMC\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Instruction();

    // Glyph and character in a line of the map; its first line, the range of all codes, has the same form and names no glyph that is printed.
    [GeneratedRegex("<(?<glyph>[0-9A-F]{4})>(<[0-9A-F]{4}>)?<(?<character>([0-9A-F]{4}){1,2})>\n", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Entry();
}

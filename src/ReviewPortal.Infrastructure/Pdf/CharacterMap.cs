using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>The map from the glyphs of a font back to characters, by which text is copied, searched and read out.</summary>
internal static partial class CharacterMap
{
    // A longer block is an error to strict readers (Adobe Technical Note 5014, 4.2).
    private const int LongestBlock = 100;

    public static bool IsOne(ReadOnlySpan<byte> stream) => stream.StartsWith("/CIDInit"u8);

    public static byte[] InBlocks(byte[] stream)
    {
        var map = Encoding.ASCII.GetString(stream);
        var lines = Entry().Matches(map).Select(entry => $"<{entry.Groups["glyph"].Value}><{Utf16(entry.Groups["character"].Value)}>\n");
        var blocks = lines.Chunk(LongestBlock).Select(block => string.Create(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n{string.Concat(block)}endbfchar\n"));
        return Encoding.ASCII.GetBytes(
            map[..map.IndexOf("1 begincodespacerange", StringComparison.Ordinal)]
            + "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n"
            + string.Concat(blocks)
            + map[map.IndexOf("endcmap", StringComparison.Ordinal)..]);
    }

    // PDFsharp writes the number of the character; beyond the first 65,536 a pair of surrogates stands for it.
    private static string Utf16(string codePoint) => string.Concat(
        char.ConvertFromUtf32(int.Parse(codePoint, NumberStyles.HexNumber, CultureInfo.InvariantCulture))
            .Select(unit => ((int)unit).ToString("X4", CultureInfo.InvariantCulture)));

    [GeneratedRegex("<(?<glyph>[0-9A-F]{4})><[0-9A-F]{4}><(?<character>[0-9A-F]{4,6})>",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Entry();
}

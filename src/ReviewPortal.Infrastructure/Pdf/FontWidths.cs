using System.Buffers.Binary;
using System.Text.RegularExpressions;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>
/// The table of widths in a subset of a TrueType font (OpenType, hmtx). PDFsharp keeps it for all glyphs of the font, also for those whose outline is not in the subset:
/// random numbers that compress badly and that nobody reads.
/// </summary>
internal static partial class FontWidths
{
    private const int Header = 12;
    private const int Entry = 16;

    /// <summary>The glyphs in the array of widths of a font of the file: 1 and 7 in "/W[1[200]7[494]]".</summary>
    public static HashSet<int> Listed(string font) => [.. Glyph().Matches(font[font.IndexOf("/W[", StringComparison.Ordinal)..]).Select(match => PdfText.Number(match.Groups["glyph"].ValueSpan))];

    /// <summary>Sets the widths to nothing of glyphs that have no outline and are not printed. A glyph that only lends its outline to another keeps its width.</summary>
    public static void Clear(Span<byte> font, IReadOnlySet<int> printed)
    {
        var widths = Table(font, "hmtx"u8);
        var places = Table(font, "loca"u8);
        var hasLongPlaces = BinaryPrimitives.ReadInt16BigEndian(Table(font, "head"u8)[50..]) is not 0;
        // The last width holds for all glyphs after it too.
        var count = BinaryPrimitives.ReadUInt16BigEndian(Table(font, "hhea"u8)[34..]) - 1;
        for (var glyph = 0; glyph < count; glyph++)
            if (Place(places, glyph, hasLongPlaces) == Place(places, glyph + 1, hasLongPlaces) && !printed.Contains(glyph)) widths.Slice(glyph * 4, 4).Clear();
        BinaryPrimitives.WriteUInt32BigEndian(font[(Find(font, "hmtx"u8) + 4)..], Sum(widths));
    }

    private static uint Place(ReadOnlySpan<byte> places, int glyph, bool isLong) =>
        isLong ? BinaryPrimitives.ReadUInt32BigEndian(places[(glyph * 4)..]) : BinaryPrimitives.ReadUInt16BigEndian(places[(glyph * 2)..]);

    private static Span<byte> Table(Span<byte> font, ReadOnlySpan<byte> name)
    {
        var entry = font[Find(font, name)..];
        return font.Slice(BinaryPrimitives.ReadInt32BigEndian(entry[8..]), BinaryPrimitives.ReadInt32BigEndian(entry[12..]));
    }

    // The directory: name, checksum, place, length.
    private static int Find(ReadOnlySpan<byte> font, ReadOnlySpan<byte> name)
    {
        var at = Header;
        while (!font.Slice(at, 4).SequenceEqual(name)) at += Entry;
        return at;
    }

    // A table is a row of numbers of four bytes; what lacks at its end is zero.
    private static uint Sum(ReadOnlySpan<byte> table)
    {
        var sum = 0u;
        for (; table.Length >= 4; table = table[4..]) sum += BinaryPrimitives.ReadUInt32BigEndian(table);
        Span<byte> rest = stackalloc byte[4];
        table.CopyTo(rest);
        return sum + BinaryPrimitives.ReadUInt32BigEndian(rest);
    }

    [GeneratedRegex(@"(?<glyph>\d+)\[", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Glyph();
}

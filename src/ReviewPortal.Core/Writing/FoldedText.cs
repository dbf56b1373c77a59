using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ReviewPortal.Core.Writing;

/// <summary>
/// Text as it is compared, when what matters is what a reader would recognise: without accents and invisible characters, with one kind of dash, apostrophe,
/// digit and space (Unicode NFKD, UAX 15). Capitals stay. It knows where each of its characters stands in what was written, so that what is found can be
/// shown, or blotted out, there.
/// </summary>
public sealed class FoldedText
{
    private readonly string _written;
    private readonly List<(int From, int To)> _places;

    private FoldedText(string written, string text, List<(int, int)> places) => (_written, Text, _places) = (written, text, places);

    public string Text { get; }

    public static FoldedText Of(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        var (text, places) = (new StringBuilder(written.Length), new List<(int From, int To)>(written.Length));
        for (var from = 0; from < written.Length;)
        {
            // Half a surrogate pair is a character of its own, that is like no other.
            Rune.DecodeFromUtf16(written.AsSpan(from), out var character, out var length);
            foreach (var folded in Folded(character))
            {
                // White space in a row is one space, or one line end when there is one in it.
                if (folded is ' ' or '\n' && text.Length > 0 && text[^1] is ' ' or '\n')
                {
                    if (folded is '\n') text[^1] = folded;
                    places[^1] = places[^1] with { To = from + length };
                    continue;
                }

                text.Append(folded);
                places.Add((from, from + length));
            }

            from += length;
        }

        return new(written, text.ToString(), places);
    }

    /// <summary>Of a name: without the space around it.</summary>
    public static string Trimmed(string written) => Of(written).Text.Trim();

    /// <summary>What was found, as it was written.</summary>
    public string Written(Match match)
    {
        ArgumentNullException.ThrowIfNull(match);
        var (from, to) = Place(match);
        return _written[from..to];
    }

    /// <summary>What was written, with something in the place of what was found.</summary>
    /// <param name="matches">Of <see cref="Text"/>, in order.</param>
    public string Replaced(IEnumerable<Match> matches, string replacement)
    {
        ArgumentNullException.ThrowIfNull(matches);
        var (kept, end) = (new StringBuilder(), 0);
        foreach (var (from, to) in matches.Select(Place))
        {
            kept.Append(_written, end, Math.Max(from - end, 0)).Append(replacement);
            end = to;
        }

        return end is 0 ? _written : kept.Append(_written, end, _written.Length - end).ToString();
    }

    // An accent behind the last letter goes with it.
    private (int From, int To) Place(Match match)
    {
        var (from, to) = (_places[match.Index].From, _places[match.Index + match.Length - 1].To);
        while (to < _written.Length && IsMark(CharUnicodeInfo.GetUnicodeCategory(_written, to))) to++;
        return (from, to);
    }

    private static string Folded(Rune character) => character.Value switch
    {
        '\n' or '\r' or 0x85 or 0x2028 or 0x2029 => "\n",
        // Apostrophes, straight and curly, and what is typed for one.
        0x60 or 0xB4 or (>= 0x2018 and <= 0x201B) or 0x2032 or (>= 0x02B9 and <= 0x02BD) or 0x02C8 or 0xFF07 => "'",
        0x2212 => "-",
        0x2044 or 0x2215 => "/",
        // Points in the middle of a line.
        0x2022 or 0x2027 or 0x2219 or 0x22C5 => "·",
        // Letters that Unicode does not take for another one with a mark.
        'ß' => "ss",
        'ẞ' => "SS",
        'ı' => "i",
        'ł' => "l",
        'Ł' => "L",
        'ø' => "o",
        'Ø' => "O",
        'đ' or 'ð' => "d",
        'Đ' or 'Ð' => "D",
        'þ' => "th",
        'Þ' => "TH",
        'æ' => "ae",
        'Æ' => "AE",
        'œ' => "oe",
        'Œ' => "OE",
        < 0x80 when !Rune.IsControl(character) => character.ToString(),
        _ when Inked.IsHidden(character) => "",
        _ when Rune.IsWhiteSpace(character) => " ",
        _ => Decomposed(character),
    };

    private static string Decomposed(Rune character)
    {
        // Normalising chokes on code points that are no characters.
        if ((character.Value & 0xFFFE) is 0xFFFE || character.Value is >= 0xFDD0 and <= 0xFDEF) return "\uFFFD";
        var text = character.ToString().Normalize(NormalizationForm.FormKD);
        return string.Concat(text.EnumerateRunes().Where(rune => !IsMark(Rune.GetUnicodeCategory(rune))).Select(rune => Rune.GetUnicodeCategory(rune) is UnicodeCategory.DashPunctuation ? "-" : rune.ToString()));
    }

    private static bool IsMark(UnicodeCategory category) => category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
}

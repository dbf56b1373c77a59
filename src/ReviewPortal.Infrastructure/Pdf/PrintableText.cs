using System.Globalization;
using System.Text;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>
/// Text as it can be measured and printed character by character. What cannot be printed right is spelled, "[U+1F600]": never left out, never
/// something that looks right and is wrong, and never a reason why a procedure stands still over words that nobody may change.
/// </summary>
internal static class PrintableText
{
    /// <summary>The lines of a text, split where its author pressed Enter.</summary>
    public static string[] Lines(string text)
    {
        var clean = new StringBuilder(text.Length);
        var spelled = new List<Rune>();
        foreach (var character in Composed(text).Where(character => !IsSoft(character)))
        {
            if (IsUnprintable(character)) spelled.Add(character);
            else clean.Append(Spelled(spelled)).Append(character.Value is not '\n' && IsPlainSpace(character) ? " " : character.ToString());
        }

        return clean.Append(Spelled(spelled)).ToString().Split('\n', StringSplitOptions.TrimEntries);
    }

    /// <summary>The characters that no font has, or that need more than a place in the row, such as a right-to-left script.</summary>
    public static IEnumerable<Rune> Unprintable(string text) => Composed(text).Where(IsUnprintable);

    private static bool IsUnprintable(Rune character) =>
        !IsSoft(character) && !IsPlainSpace(character) && (IsDamage(character) || NeedsShaping(character) || !IsInEveryWeight(character));

    // Several in a row share a bracket; they are taken from the list.
    private static string Spelled(List<Rune> characters)
    {
        if (characters.Count is 0) return "";
        var names = string.Join(' ', characters.Select(character => string.Create(CultureInfo.InvariantCulture, $"U+{character.Value:X4}")));
        characters.Clear();
        return $"[{names}]";
    }

    public static bool IsCombining(Rune character) => Rune.GetUnicodeCategory(character) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    // Damage is made one character that can be normalised and named.
    private static StringRuneEnumerator Composed(string text) =>
        string.Concat(text.ReplaceLineEndings("\n").EnumerateRunes().Select(character => IsDamage(character) ? Rune.ReplacementChar : character))
            .Normalize(NormalizationForm.FormC).EnumerateRunes();

    private static bool IsInEveryWeight(Rune character) =>
        ShippedFonts.FaceFor(character, Weight.Regular) is not null && ShippedFonts.FaceFor(character, Weight.SemiBold) is not null;

    // Half a surrogate pair reads as the replacement character; normalising chokes on it, as it does on code points that are no characters.
    private static bool IsDamage(Rune character) => character == Rune.ReplacementChar || (character.Value & 0xFFFE) is 0xFFFE;

    // Line ends, tabs, and the spaces of typesetters that no font here has.
    private static bool IsPlainSpace(Rune character) =>
        character.Value is '\n' or '\t' or '\v'
        || (Rune.GetUnicodeCategory(character) is UnicodeCategory.SpaceSeparator && ShippedFonts.FaceFor(character, Weight.Regular) is null);

    // Hints to software that leave no ink: soft hyphen, joiners, direction marks, byte order mark, text or picture style.
    private static bool IsSoft(Rune character) =>
        (Rune.IsControl(character) && !IsPlainSpace(character))
        || character.Value is 0x00AD
            or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x2064) or (>= 0x2066 and <= 0x2069)
            or 0xFE0E or 0xFE0F or 0xFEFF;

    // A mark left over after composing has no place of its own; right-to-left text has another order than the line.
    private static bool NeedsShaping(Rune character) =>
        IsCombining(character)
        || Rune.GetUnicodeCategory(character) is UnicodeCategory.PrivateUse
        || character.Value is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC)
            or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);
}

using System.Globalization;

namespace ReviewPortal.Core.Writing;

/// <summary>Text as paper shows it: without the characters that leave no ink, behind which a word or a number could hide from a search.</summary>
public static class Inked
{
    /// <summary>Soft hyphens, joiners, direction marks and the like are left out; everything else stays as it was written.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Any(IsHidden) ? string.Concat(text.Where(character => !IsHidden(character))) : text;
    }

    private static bool IsHidden(char character) => char.GetUnicodeCategory(character) is UnicodeCategory.Format;
}

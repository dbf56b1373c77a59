using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace ReviewPortal.Core.Writing;

/// <summary>Text as paper shows it: without the characters that leave no ink, behind which a word or a number could hide from a search.</summary>
public static class Inked
{
    /// <summary>Soft hyphens, joiners, direction marks, control characters and the like are left out; everything else stays as it was written.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Any(IsHidden) ? string.Concat(text.Where(character => !IsHidden(character))) : text;
    }

    /// <summary>Nothing that paper would show: whether something was filled in is asked here, and nowhere else.</summary>
    public static bool IsEmpty([NotNullWhen(false)] string? text) => string.IsNullOrWhiteSpace(text) || string.IsNullOrWhiteSpace(Of(text));

    internal static bool IsHidden(Rune character) => Rune.GetUnicodeCategory(character) is UnicodeCategory.Format || (Rune.IsControl(character) && !Rune.IsWhiteSpace(character));

    private static bool IsHidden(char character) => !char.IsSurrogate(character) && IsHidden(new Rune(character));
}

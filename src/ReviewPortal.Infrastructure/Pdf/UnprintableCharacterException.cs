using System.Globalization;
using System.Text;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>A character that cannot be printed right: no font has it, or its script is written in a way this layout does not know.</summary>
public sealed class UnprintableCharacterException : Exception
{
    public UnprintableCharacterException(Rune character, string text)
        : base($"{Name(character)} cannot be printed.")
    {
        Character = character;
        Text = text;
    }

    public Rune Character { get; }

    /// <summary>The text in which it stands; not in the message, because messages go to logs and this may be a name.</summary>
    public string Text { get; }

    /// <summary>The character as a person can recognise and look it up: "ع (U+0639)".</summary>
    public string CharacterName => Name(Character);

    // A mark that stands on another character shows itself on a dotted circle.
    internal static string Name(Rune character) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(PrintableText.IsCombining(character) ? "◌" : "")}{character} (U+{character.Value:X4})");
}

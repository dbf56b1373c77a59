using System.Security.Cryptography;

namespace ReviewPortal.Core.Letters;

/// <summary>
/// The code on a published letter: eighty random bits as sixteen signs of Crockford's base 32, which has no I, L, O and U to be misread. It says nothing
/// about the letter and cannot be guessed.
/// </summary>
public readonly record struct LetterCode
{
    public const int Length = 16;
    private const int Group = 4;
    private const string Signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private readonly string? _signs;

    private LetterCode(string signs) => _signs = signs;

    /// <summary>The signs without hyphens, as they stand in addresses and in the database.</summary>
    public string Compact => _signs ?? new string('0', Length);

    public static LetterCode Random() => new(RandomNumberGenerator.GetString(Signs, Length));

    /// <summary>As people type it: in small letters, with spaces or hyphens, an O for a zero, an I or L for a one.</summary>
    /// <returns>Null for anything else.</returns>
    public static LetterCode? Parse(string? text)
    {
        if (text is null or { Length: > 100 }) return null;
        var signs = string.Concat(text.Where(sign => !char.IsWhiteSpace(sign) && sign is not ('-' or '‐' or '‑' or '–')).Select(Meant));
        return signs.Length is Length && signs.All(Signs.Contains) ? new LetterCode(signs) : null;
    }

    /// <summary>In groups of four, as it is printed: 7KQ2-9F3M-XV0T-B6PA.</summary>
    public override string ToString() => string.Join('-', Compact.Chunk(Group).Select(group => new string(group)));

    private static char Meant(char sign) => char.ToUpperInvariant(sign) switch
    {
        'O' => '0',
        'I' or 'L' => '1',
        var upper => upper,
    };
}

using System.Text;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Letters;

/// <summary>
/// The students of a whole university, found by the last word of what they go by: only who shares that with a text is looked for in it. Made once for many letters, and never changed.
/// </summary>
public sealed class StudentBody
{
    private readonly ILookup<string, (string Other, string Number)> _byLastWord;

    /// <param name="students">By number, and by the name if that is not to be kept out of a letter.</param>
    public StudentBody(IEnumerable<(string Number, string? Name)> students) => _byLastWord = students
        .SelectMany(student => new[] { student.Number, student.Name }.OfType<string>().Select(other => (Other: Ascii.IsValid(other) ? other : FoldedText.Trimmed(other), student.Number)))
        .SelectMany(student => LastWords(student.Other).Select(last => (last, student)))
        .ToLookup(item => item.last, item => item.student, StringComparer.OrdinalIgnoreCase);

    public static StudentBody Nobody { get; } = new([]);

    /// <summary>Names and numbers, folded.</summary>
    /// <param name="except">The number of a student who is left out.</param>
    internal IEnumerable<string> EndingIn(string word, string? except) => _byLastWord[word].Where(student => student.Number != except).Select(student => FoldedText.Trimmed(student.Other));

    // A name in characters is kept with a space in it, or without, and written in the other way.
    private static IEnumerable<string> LastWords(string other) => Ascii.IsValid(other) ? [LastWord(other)] : new[] { LastWord(other), LastWord(NamePattern.Joined(other)) }.Distinct();

    // Letters or digits: what has both is not found in a text as one word.
    private static string LastWord(string other)
    {
        var end = other.Length;
        while (end > 0 && !char.IsLetterOrDigit(other[end - 1])) end--;
        var from = end;
        while (from > 0 && char.IsLetterOrDigit(other[from - 1]) && char.IsLetter(other[from - 1]) == char.IsLetter(other[end - 1])) from--;
        return other[from..end];
    }
}

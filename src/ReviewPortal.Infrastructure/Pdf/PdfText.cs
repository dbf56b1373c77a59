using System.Globalization;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>Numbers in the text of a PDF.</summary>
internal static class PdfText
{
    public static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The number after a key: 12 in "/Length 12/Filter".</summary>
    /// <exception cref="FormatException">The key is not there, or no number follows it.</exception>
    public static int NumberAfter(string key, ReadOnlySpan<char> text)
    {
        var at = text.LastIndexOf(key, StringComparison.Ordinal);
        if (at < 0) throw new FormatException($"There is no {key}");
        var after = text[(at + key.Length)..].TrimStart();
        var end = after.IndexOfAnyExceptInRange('0', '9');
        return Number(end < 0 ? after : after[..end]);
    }

    /// <summary>A dictionary without a key and the number after it.</summary>
    public static string Without(string key, string text) => text.Replace($"{key} {NumberAfter(key, text)}", "", StringComparison.Ordinal);
}

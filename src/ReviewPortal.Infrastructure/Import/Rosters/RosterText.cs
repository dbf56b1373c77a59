using System.Text;
using System.Text.Unicode;

namespace ReviewPortal.Infrastructure.Import.Rosters;

/// <summary>The letters of a file of which nobody says in what encoding it is: UTF-8, UTF-16, or what a spreadsheet on Windows writes.</summary>
internal static class RosterText
{
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static string Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, .. var text] => Encoding.UTF8.GetString(text),
        [0xFF, 0xFE, .. var text] => Encoding.Unicode.GetString(text),
        [0xFE, 0xFF, .. var text] => Encoding.BigEndianUnicode.GetString(text),
        // Without a mark: every other byte of a header in UTF-16 is zero, and in the others none is.
        [not 0, 0, not 0, 0, ..] => Encoding.Unicode.GetString(bytes),
        [0, not 0, 0, not 0, ..] => Encoding.BigEndianUnicode.GetString(bytes),
        _ => Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Western.GetString(bytes),
    };
}

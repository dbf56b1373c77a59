using CsvHelper;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Web.Ui;

/// <summary>A table as a file that a spreadsheet of this language opens as a table, with every cell as text.</summary>
internal static class CsvFile
{
    public const string ContentType = "text/csv";

    public static byte[] Of(IEnumerable<IEnumerable<string?>> rows, Language language)
    {
        // Excel takes the separator from the country; and a cell that begins like a formula stays text.
        var options = new CsvWriterOptions { Separator = language is Language.Dutch ? ';' : ',', Injection = CsvInjection.Escape, WriteByteOrderMark = true };
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, options, leaveOpen: true))
        {
            foreach (var row in rows)
            {
                foreach (var field in row) csv.WriteField(Escaped(field));
                csv.EndRecord();
            }
        }

        return bytes.ToArray();
    }

    // A spreadsheet in Japanese or Chinese takes the full-width signs for the others; the library knows only those.
    private static string? Escaped(string? field) => field is ['＝' or '＋' or '－' or '＠', ..] ? $"'{field}" : field;
}

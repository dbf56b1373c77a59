using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;

namespace ReviewPortal.Infrastructure.Import.Suppliers;

/// <param name="Line">The line on which it begins, from 1.</param>
internal sealed record CsvRow(long Line, ImmutableArray<string> Fields);

/// <summary>Rows of RFC 4180: commas, quotation marks doubled inside quotation marks, and lines within them.</summary>
internal static class CsvText
{
    public static IEnumerable<CsvRow> Read(ReadOnlyMemory<byte> bytes, string file)
    {
        if (!Utf8.IsValid(bytes.Span)) throw RefusedDeliveryException.In(file, RefusalReason.NotUtf8);
        return Rows(Encoding.UTF8.GetString(bytes.Span), file);
    }

    /// <param name="text">The whole of it.</param>
    /// <param name="file">Its name, for a refusal.</param>
    /// <param name="separator">What stands between two fields.</param>
    public static IEnumerable<CsvRow> Rows(string text, string file, char separator = ',')
    {
        var (fields, field) = (ImmutableArray.CreateBuilder<string>(), new StringBuilder());
        var (quoted, line, begun) = (false, 1L, 1L);
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter is '\n') line++;
            if (quoted)
            {
                if (letter is not '"') field.Append(letter);
                else if (at + 1 < text.Length && text[at + 1] is '"') field.Append(text[at++]);
                else quoted = false;
            }
            else if (letter is '"' && field.Length is 0)
            {
                quoted = true;
            }
            else if (letter == separator)
            {
                Next();
            }
            else if (letter is '\n')
            {
                if (Row() is { } row) yield return row;
                begun = line;
            }
            else if (letter is not '\r')
            {
                field.Append(letter);
            }
        }

        if (quoted) throw RefusedDeliveryException.At(file, begun, RefusalReason.OpenQuotation);
        if (Row() is { } last) yield return last;

        void Next()
        {
            fields.Add(field.ToString());
            field.Clear();
        }

        CsvRow? Row()
        {
            if (fields.Count is 0 && field.Length is 0) return null;
            Next();
            return new CsvRow(begun, fields.DrainToImmutable());
        }
    }
}

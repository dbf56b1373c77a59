using System.Collections.Immutable;
using ReviewPortal.Infrastructure.Import.Suppliers;

namespace ReviewPortal.Infrastructure.Import.Rosters;

/// <summary>A roster as lines with a header. What separates the fields is what makes the most of the header.</summary>
internal static class RosterCsv
{
    private static readonly char[] Separators = [';', ',', '\t', '|'];

    /// <summary>Whether the first line is the header of a roster.</summary>
    public static bool Is(string text) => Columns(text, out _).AreEnough;

    public static void Read(string text, string file, RosterLines lines)
    {
        var columns = Columns(text, out var separator);
        if (!columns.AreEnough)
        {
            lines.Fault(RosterFault.NoColumns, 1, "");
            return;
        }

        try
        {
            foreach (var row in CsvText.Rows(text, file, separator).Skip(1).Where(row => row.Fields.Any(field => field.Trim().Length > 0))) lines.Add(Raw(row, columns));
        }
        catch (RefusedDeliveryException open)
        {
            lines.Fault(RosterFault.OpenQuotation, open.Refusal.Line, "");
        }
    }

    private static RawCandidate Raw(CsvRow row, RosterColumns columns) => new(row.Line, "")
    {
        StudentNumber = columns[row.Fields, RosterColumn.StudentNumber],
        Exam = columns[row.Fields, RosterColumn.Exam],
        Name = Name(row.Fields, columns),
        Email = columns[row.Fields, RosterColumn.Email],
        ExtraTime = columns[row.Fields, RosterColumn.ExtraTime],
        Needs = [.. columns[row.Fields, RosterColumn.Needs].Split(['|', ';', ',', '/'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
        Attendance = columns[row.Fields, RosterColumn.Attendance],
        HasIrregularity = columns[row.Fields, RosterColumn.Irregularities].Length > 0,
    };

    private static string Name(ImmutableArray<string> fields, RosterColumns columns) => columns[fields, RosterColumn.Name] is { Length: > 0 } name
        ? name
        : string.Join(' ', new[] { columns[fields, RosterColumn.GivenName], columns[fields, RosterColumn.Prefix], columns[fields, RosterColumn.Surname] }.Where(part => part.Length > 0));

    private static RosterColumns Columns(string text, out char separator)
    {
        var end = text.IndexOfAny(['\r', '\n']);
        var first = end < 0 ? text : text[..end];
        var best = Separators.Select(candidate => (Separator: candidate, Columns: RosterColumns.Of(first.Split(candidate).Select(name => name.Trim().Trim('"'))))).MaxBy(pair => pair.Columns.Count);
        separator = best.Separator;
        return best.Columns;
    }
}

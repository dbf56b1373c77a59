using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ReviewPortal.Core.Recordings;

namespace ReviewPortal.Infrastructure.Import.Suppliers;

/// <summary>
/// The client log of Safe Exam Browser. Its times are UTC and say so only in the header. The two clocks differ; the server's is used, because it is the
/// same for everybody, and the client's where the server wrote none. Both are kept, with which one was used.
/// </summary>
internal static class SebLog
{
    private const string Supplier = "Safe Exam Browser", Version = "client log";

    private static readonly string[] Header = ["Event Type", "Message", "Value", "Client Time (UTC)", "Server Time (UTC)"];

    private static readonly string[] Patterns = [.. from day in (string[])["yyyy-MM-dd", "dd-MM-yyyy", "MM/dd/yyyy"] from glue in (string[])[" ", "'T'"] from time in (string[])["HH:mm:ss.FFFFFFF", "HH:mm:ss"] from zone in (string[])["", "'Z'"] select day + glue + time + zone];

    public static bool Begins(ReadOnlySpan<byte> bytes) => bytes.StartsWith("Event Type,"u8) || bytes.StartsWith("\"Event Type\","u8);

    public static ImmutableArray<SupplierReport> Read(ReadOnlyMemory<byte> bytes, SupplierFile file)
    {
        var rows = CsvText.Read(bytes, file.Name).Take(file.Limits.Signals + 2).ToArray();
        var header = rows[0].Fields;
        if (!header.Take(Header.Length).Select(name => name.Trim()).SequenceEqual(Header, StringComparer.OrdinalIgnoreCase)) throw RefusedDeliveryException.At(file.Name, 1, RefusalReason.WrongColumns, Header.Length);
        if (rows.Length > file.Limits.Signals + 1) throw file.Refused(RefusalReason.TooManySignals, file.Limits.Signals);

        var (session, token) = (Column("User Session-ID"), Column("Connection Token"));
        var lines = rows.Skip(1).Where(row => row.Fields.Any(field => !string.IsNullOrWhiteSpace(field))).ToArray();
        var groups = lines.GroupBy(row => (Session: Field(row, session), Token: Field(row, token))).ToArray();
        if (groups.Length is 0) return [file.Report(SupplierFormat.Seb, $"{Supplier} {Version}", bytes, [], [])];
        return [.. groups.Select(group => file.Report(
            SupplierFormat.Seb, $"{Supplier} {Version}", groups.Length is 1 ? bytes : Part(header, group),
            [Id(group.Key.Session), Id(group.Key.Token)],
            group.Select(row => Signal(row, file))))];

        int Column(string name) => header.Select(field => field.Trim()).ToList().FindIndex(field => string.Equals(field, name, StringComparison.OrdinalIgnoreCase));
    }

    private static string Field(CsvRow row, int column) => column >= 0 && column < row.Fields.Length ? row.Fields[column].Trim() : "";

    private static SupplierId? Id(string value) => value is "" or "-" ? null : new SupplierId("seb", value);

    private static byte[] Part(ImmutableArray<string> header, IEnumerable<CsvRow> rows) =>
        Encoding.UTF8.GetBytes(string.Concat(rows.Select(row => row.Fields).Prepend(header).Select(fields => string.Join(',', fields.Select(field => $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\r\n")));

    private static SupplierSignal Signal(CsvRow row, SupplierFile file)
    {
        if (row.Fields.Length < Header.Length) throw RefusedDeliveryException.At(file.Name, row.Line, RefusalReason.WrongColumns, Header.Length);
        var (client, server) = (Moment(row, 3, file), Moment(row, 4, file));
        var used = server ?? client ?? throw RefusedDeliveryException.At(file.Name, row.Line, RefusalReason.MissingField, Header[4]);
        var (kind, message, value) = (Field(row, 0), Field(row, 1), Field(row, 2));
        if (message.Length + value.Length > file.Limits.Text) throw RefusedDeliveryException.At(file.Name, row.Line, RefusalReason.TextTooLong, Header[1], file.Limits.Text);
        return new SupplierSignal
        {
            Place = Header[server is null ? 3 : 4],
            Line = row.Line,
            Moment = used,
            Source = SignalSource.Application,
            Kind = kind.Length > 0 ? kind : throw RefusedDeliveryException.At(file.Name, row.Line, RefusalReason.MissingField, Header[0]),
            Text = SupplierFile.Joined(message, value),
            Data = SupplierFile.Data(
                Supplier, Version, raw: null, ("eventType", kind), ("message", message), ("value", value), ("clientTime", Field(row, 3)), ("serverTime", Field(row, 4)),
                ("timeUsed", server is null ? "client" : "server")),
        };
    }

    private static DateTimeOffset? Moment(CsvRow row, int column, SupplierFile file)
    {
        var text = Field(row, column);
        if (text is "" or "-") return null;
        return DateTimeOffset.TryParseExact(text, Patterns, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) && moment.Year is >= 2000 and <= 2100
            ? moment
            : throw RefusedDeliveryException.At(file.Name, row.Line, RefusalReason.WrongField, Header[column], FieldKind.UtcMoment);
    }
}

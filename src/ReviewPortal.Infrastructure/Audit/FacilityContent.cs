using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Infrastructure.Audit;

/// <summary>
/// The fingerprint of what is kept about a request for a special facility, table by table. Every step states it in its audit row; the verifier makes it
/// again. Only the hash stands in the log: not what the student wrote. It is of the columns as the database holds them, also of one that no record of ours knows.
/// </summary>
public static class FacilityContent
{
    // Names what the hashes are of; a statement without it, or with an earlier name, is from before, and is compared as it was made then.
    private const string Of = "of";
    private const string Columns = "columns";
    private const string WithReceipts = "columns and receipts";

    private const string Mails = "SELECT \"Id\" FROM \"Notifications\" WHERE \"Letter\" IN (SELECT \"Id\" FROM \"Letters\" WHERE \"Request\" = @request)";

    public static Task<SortedDictionary<string, string>> FingerprintAsync(this PortalDb db, Guid request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        return ColumnsAsync(db, request, WithReceipts, ct);
    }

    private static async Task<SortedDictionary<string, string>> ColumnsAsync(PortalDb db, Guid request, string of, CancellationToken ct)
    {
        var prints = new SortedDictionary<string, string>(StringComparer.Ordinal) { [Of] = of };
        await db.Database.OpenConnectionAsync(ct);
        await AddAsync<FacilityRequest>("\"Id\" = @request");
        await AddAsync<Letter>("\"Request\" = @request");
        await AddAsync<Sending>("\"Letter\" IN (SELECT \"Id\" FROM \"Letters\" WHERE \"Request\" = @request)");
        await AddAsync<Notification>("\"Letter\" IN (SELECT \"Id\" FROM \"Letters\" WHERE \"Request\" = @request)");
        await AddAsync<Bounce>($"\"Notification\" IN ({Mails})");
        await AddAsync<ReportSetAside>($"\"Report\" IN (SELECT \"Id\" FROM \"MailReports\" WHERE \"Notification\" IN ({Mails}))");
        if (of is WithReceipts) await AddAsync<Receipt>("\"Request\" = @request");
        await db.Database.CloseConnectionAsync();
        return prints;

        async Task AddAsync<T>(string which)
        {
            var type = db.Model.FindEntityType(typeof(T))!;
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
#pragma warning disable CA2100 // Names of our own tables, from the model.
            command.CommandText = $"SELECT * FROM \"{type.GetTableName()}\" WHERE {which}";
#pragma warning restore CA2100
            var id = command.CreateParameter();
            (id.ParameterName, id.Value) = ("@request", request);
            command.Parameters.Add(id);
            await using var reader = await command.ExecuteReaderAsync(ct);
            var rows = new List<string>();
            while (await reader.ReadAsync(ct)) rows.Add(Written(type, reader));
            if (rows.Count > 0) prints[type.GetTableName()!] = Hash(rows);
        }
    }

    /// <summary>What lies there now, made in the way in which it was stated.</summary>
    internal static Task<SortedDictionary<string, string>> FingerprintLikeAsync(this PortalDb db, Guid request, SortedDictionary<string, string> stated, CancellationToken ct) =>
        stated.TryGetValue(Of, out var of) ? ColumnsAsync(db, request, of is Columns ? Columns : WithReceipts, ct) : db.RecordsAsync(request, ct);

    // As statements were made before the columns were read.
    private static async Task<SortedDictionary<string, string>> RecordsAsync(this PortalDb db, Guid request, CancellationToken ct)
    {
        var letters = await db.Letters.AsNoTracking().Where(item => item.Request == request).ToListAsync(ct);
        var ids = letters.Select(letter => letter.Id).ToArray();
        var prints = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Add(await db.FacilityRequests.AsNoTracking().Where(item => item.Id == request).ToListAsync(ct));
        Add(letters);
        if (ids.Length > 0)
        {
            Add(await db.Sendings.AsNoTracking().Where(item => ids.Contains(item.Letter)).ToListAsync(ct));
            Add(await db.Notifications.AsNoTracking().Where(item => ids.Contains(item.Letter)).ToListAsync(ct));
        }

        return prints;

        void Add<T>(List<T> rows)
            where T : class
        {
            var type = db.Model.FindEntityType(typeof(T))!;
            if (rows.Count > 0) prints[type.GetTableName()!] = Hash(rows.Select(row => Written(type, row)));
        }
    }

    /// <summary>The request is not as its last step left it. Asked before a step saves.</summary>
    internal static async Task<bool> IsStrangeAsync(this PortalDb db, FacilityRequest request, CancellationToken ct)
    {
        var subject = $"facility/{request.Id}";
        var last = await db.AuditRows.Where(row => row.Subject == subject && row.Action.StartsWith("facility.")).OrderByDescending(row => row.Seq)
            .Select(row => db.AuditDetails.Where(detail => detail.Seq == row.Seq).Select(detail => detail.Text).FirstOrDefault()).FirstOrDefaultAsync(ct);
        return Content(last) is { } stated && !stated.SequenceEqual(await db.FingerprintLikeAsync(request.Id, stated, ct));
    }

    /// <returns>What an audit row states; null when it states nothing that can be read, which breaks the chain and is named there.</returns>
    internal static SortedDictionary<string, string>? Content(string? detail)
    {
        try
        {
            return detail is not null && JsonDocument.Parse(detail).RootElement.TryGetProperty("content", out var content) && content.Deserialize<Dictionary<string, string>>() is { } stated
                // In the order in which it is made: two that say the same are then alike.
                ? new SortedDictionary<string, string>(stated, StringComparer.Ordinal)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // As the database holds it. What is empty is not written: a column that a later version adds leaves older rows as they were. Opening a letter is no step.
    private static string Written(IEntityType type, object row) => JsonSerializer.Serialize(type.GetProperties().OrderBy(property => property.Name, StringComparer.Ordinal)
        .Where(property => property.Name is not nameof(Letter.FirstOpenedAt))
        .Select(property => (property.Name, Value: Stored(property, row)))
        .Where(pair => pair.Value.Length > 0)
        .Select(pair => new[] { pair.Name, pair.Value }));

    private static string Written(IEntityType type, DbDataReader reader)
    {
        var values = Enumerable.Range(0, reader.FieldCount).Where(at => !reader.IsDBNull(at)).ToDictionary(reader.GetName, reader.GetValue, StringComparer.Ordinal);
        // What comes between the steps of a case comes between those of a request: none of it depends on where it stands.
        var row = new StoredRow(default, values);
        return JsonSerializer.Serialize(values
            .Where(column => !StillWritten.Is(type.ClrType, row, column.Key))
            .Where(column => column.Value is not "" && !(column.Value is 0L && type.FindProperty(column.Key) is { IsNullable: false }))
            .OrderBy(column => column.Key, StringComparer.Ordinal)
            .Select(column => new[] { column.Key, Convert.ToString(column.Value, CultureInfo.InvariantCulture) }));
    }

    private static string Stored(IProperty property, object row)
    {
        var value = property.PropertyInfo!.GetValue(row);
        if (value is null) return "";
        return Convert.ToString(property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value, CultureInfo.InvariantCulture) ?? "";
    }

    private static string Hash(IEnumerable<string> rows) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(rows.Order(StringComparer.Ordinal)))[..16]);
}

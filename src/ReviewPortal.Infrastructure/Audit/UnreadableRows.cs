using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Infrastructure.Audit;

/// <summary>
/// Rows that hold something the portal cannot read: a word that stands in no list, broken JSON, no number. They are named, and out of sight of whoever reads through the
/// same database until this is disposed, so that one of them does not keep everything else from being checked. The file itself is not touched.
/// </summary>
public sealed class UnreadableRows : IAsyncDisposable
{
    // Of one table and column; who looks finds the others there.
    private const int MostNamed = 5;

    private readonly PortalDb _db;
    private readonly string[] _tables;

    private UnreadableRows(PortalDb db, Row[] rows, IReadOnlyDictionary<string, object> numbers)
    {
        _db = db;
        _tables = [.. rows.Select(row => row.Table).Distinct(StringComparer.Ordinal)];
        Damage =
        [
            .. rows.GroupBy(row => (Number: numbers.GetValueOrDefault(row.Owner), row.Table, row.Column)).Select(group => (group.Key, Names: NamesOf([.. group])))
                .Select(found => found.Key.Number is { } number
                    ? Audit.Damage.Of(DamageKind.Unreadable, number, found.Key.Table, found.Key.Column, found.Names)
                    : Audit.Damage.Of(DamageKind.UnreadableRow, found.Key.Table, found.Key.Column, found.Names)),
        ];
    }

    /// <summary>What cannot be read, by the case or request that it is about where a row says so.</summary>
    public ImmutableArray<Damage> Damage { get; }

    public static async Task<UnreadableRows> SetAsideAsync(PortalDb db, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        await db.Database.OpenConnectionAsync(ct);
        var (rows, numbers) = (new List<Row>(), new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase));
        foreach (var type in db.Model.GetEntityTypes()) await FindAsync(db, type, rows, numbers, ct);
        // A view of the connection's own stands before the table of that name.
        foreach (var table in rows.GroupBy(row => row.Table, row => row.Id.ToString(CultureInfo.InvariantCulture)))
            await RunAsync(db, $"CREATE TEMP VIEW \"{table.Key}\" AS SELECT * FROM main.\"{table.Key}\" WHERE rowid NOT IN ({string.Join(',', table.Distinct(StringComparer.Ordinal))})", ct);
        return new(db, [.. rows], numbers);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var table in _tables) await RunAsync(_db, $"DROP VIEW temp.\"{table}\"", CancellationToken.None);
        await _db.Database.CloseConnectionAsync();
    }

    private static string NamesOf(Row[] rows) => string.Join(", ", rows.Take(MostNamed).Select(row => row.Name)) + (rows.Length > MostNamed ? ", …" : "");

    private static async Task FindAsync(PortalDb db, IEntityType type, List<Row> rows, Dictionary<string, object> numbers, CancellationToken ct)
    {
        if (type.GetTableName() is not { } table || type.FindPrimaryKey() is not { } primary) return;
        var read = type.GetProperties().Where(property => Column.IsConverted(property)).Select(Column.Of).ToArray();
        if (read.Length is 0) return;

        var key = primary.Properties.Select(property => property.GetColumnName()).ToArray();
        var owners = type.GetProperties().Where(property => property.ClrType == typeof(CaseId) || property.ClrType == typeof(CaseId?) || property.Name is "Request").Select(property => property.GetColumnName()).ToArray();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        var about = Named([.. owners, .. key.Take(1)], ", ");
        command.CommandText = $"SELECT rowid, {Named(key, " || '/' || ")}, COALESCE(NULL, {about}), {Named(read.Select(column => column.Name), ", ")} FROM main.\"{table}\"";
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var (name, owner) = (reader.GetString(1), reader.GetString(2));
            for (var at = 0; at < read.Length; at++)
            {
                if (reader.IsDBNull(at + 3)) continue;
                if (read[at].Value(reader, at + 3) is not { } value) rows.Add(new(table, reader.GetInt64(0), name, owner, read[at].Name));
                else if (value is CaseNumber or FacilityNumber) numbers[name] = value;
            }
        }

        static string Named(IEnumerable<string> columns, string between) => string.Join(between, columns.Select(column => $"\"{column}\""));
    }

    private static async Task RunAsync(PortalDb db, string sql, CancellationToken ct)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <param name="Owner">The case or request that it is about; itself where it names none.</param>
    private sealed record Row(string Table, long Id, string Name, string Owner, string Column);

    /// <summary>A column that is read as the portal reads it.</summary>
    private sealed record Column(string Name, MethodInfo Read, RelationalTypeMapping Mapping)
    {
        public static bool IsConverted(IProperty property) => property.GetRelationalTypeMapping() is var mapping && (mapping.Converter is not null || mapping.ClrType == typeof(Guid) || mapping.ClrType == typeof(DateOnly));

        public static Column Of(IProperty property) => new(property.GetColumnName(), property.GetRelationalTypeMapping().GetDataReaderMethod(), property.GetRelationalTypeMapping());

        /// <returns>Null when it cannot be read.</returns>
        public object? Value(DbDataReader reader, int at)
        {
            try
            {
                var stored = Read.Invoke(reader, BindingFlags.DoNotWrapExceptions, binder: null, [at], CultureInfo.InvariantCulture);
                return Mapping.Converter is { } converter ? converter.ConvertFromProvider(stored) : stored;
            }
            catch (Exception e) when (e is InvalidOperationException or JsonException or FormatException or ArgumentException or InvalidCastException or OverflowException)
            {
                return null;
            }
        }
    }
}

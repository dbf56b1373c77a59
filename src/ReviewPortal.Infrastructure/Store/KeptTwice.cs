using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ReviewPortal.Infrastructure.Store;

/// <summary>
/// Rows of which an earlier version kept two where this one keeps one, such as two restrictions that run in one case. Nobody but the people concerned can
/// say which of them should go, so both stay: in that file the index over them is an ordinary one.
/// </summary>
/// <param name="PutBack">Puts the rows back after the migration.</param>
internal sealed record KeptTwice(string PutBack)
{
    public static async Task<ImmutableArray<KeptTwice>> SetAsideAsync(SqlitePortalDb db, SqliteConnection copy, CancellationToken ct)
    {
        var found = ImmutableArray.CreateBuilder<KeptTwice>();
        foreach (var index in db.GetService<IDesignTimeModel>().Model.GetEntityTypes().SelectMany(type => type.GetDeclaredIndexes()).Where(index => index.IsUnique))
        {
            if (await OfAsync(index, copy, ct) is { } twice) found.Add(twice);
        }

        return found.ToImmutable();
    }

    private static async Task<KeptTwice?> OfAsync(IIndex index, SqliteConnection copy, CancellationToken ct)
    {
        var (name, table) = (index.GetDatabaseName()!, index.DeclaringEntityType.GetTableName()!);
        var columns = index.Properties.Select(property => property.GetColumnName()).ToArray();
        var kept = await ColumnsAsync(copy, table, ct);
        if (columns.Except(kept).Any() || await AskAsync(copy, $"SELECT COUNT(*) FROM pragma_index_list('{table}') WHERE name = '{name}' AND \"unique\"", ct) > 0) return null;

        var over = string.Join(", ", columns.Select(Quoted));
        var where = string.Join(" AND ", columns.Select(column => $"{Quoted(column)} IS NOT NULL").Append(index.GetFilter() is { } filter ? $"({filter})" : "1"));
        var twice = $"{where} AND rowid NOT IN (SELECT MIN(rowid) FROM {Quoted(table)} WHERE {where} GROUP BY {over})";
        if (await AskAsync(copy, $"SELECT COUNT(*) FROM {Quoted(table)} WHERE {twice}", ct) is 0) return null;

        var aside = Quoted($"Aside_{name}");
        await AskAsync(copy, $"CREATE TEMP TABLE {aside} AS SELECT * FROM {Quoted(table)} WHERE {twice}; DELETE FROM {Quoted(table)} WHERE {twice}; SELECT 0", ct);
        var all = string.Join(", ", kept.Select(Quoted));
        return new KeptTwice($"""
            DROP INDEX {Quoted(name)};
            CREATE INDEX {Quoted(name)} ON {Quoted(table)} ({over}){(index.GetFilter() is { } part ? $" WHERE {part}" : "")};
            INSERT INTO {Quoted(table)} ({all}) SELECT {all} FROM {aside};
            """);
    }

    private static async Task<ImmutableArray<string>> ColumnsAsync(SqliteConnection copy, string table, CancellationToken ct)
    {
        await using var command = copy.CreateCommand();
        command.CommandText = "SELECT name FROM pragma_table_info($table)";
        command.Parameters.AddWithValue("$table", table);
        var names = ImmutableArray.CreateBuilder<string>();
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct)) names.Add(rows.GetString(0));
        return names.ToImmutable();
    }

    private static async Task<long> AskAsync(SqliteConnection copy, string sql, CancellationToken ct)
    {
        await using var command = copy.CreateCommand();
#pragma warning disable CA2100 // Names of tables and columns of our own model.
        command.CommandText = sql;
#pragma warning restore CA2100
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    private static string Quoted(string name) => $"\"{name}\"";
}

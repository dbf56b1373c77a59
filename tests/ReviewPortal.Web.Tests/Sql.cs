using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace ReviewPortal.Web.Tests;

/// <summary>Goes around the portal to its database file: to look at everything, or to tamper with it.</summary>
internal static class Sql
{
    /// <summary>As somebody who holds the file and knows it: what stands in the way is taken away first.</summary>
    public static async Task RunAsync(string file, string command)
    {
        await using var connection = await OpenAsync(file);
        foreach (var trigger in await ColumnAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'trigger'")) await ExecuteAsync(connection, $"DROP TRIGGER \"{trigger}\"");
        await ExecuteAsync(connection, command);
    }

    /// <summary>As any program that writes to the file; what the file itself says to it, empty when it lets it.</summary>
    public static async Task<string> TryAsync(string file, string command)
    {
        await using var connection = await OpenAsync(file);
        try
        {
            await ExecuteAsync(connection, $"PRAGMA foreign_keys=ON; {command}");
            return "";
        }
        catch (SqliteException refused)
        {
            return refused.Message;
        }
    }

    public static async Task<string> AskAsync(string file, string query)
    {
        await using var connection = await OpenAsync(file);
        return Convert.ToString(await ScalarAsync(connection, query), CultureInfo.InvariantCulture) ?? "";
    }

    public static async Task<string> DumpAsync(string file)
    {
        await using var connection = await OpenAsync(file);
        var text = new StringBuilder();
        foreach (var table in await ColumnAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"))
        {
            text.Append("== ").AppendLine(table);
            await using var sql = connection.CreateCommand();
            sql.CommandText = $"SELECT * FROM \"{table}\" ORDER BY 1, 2";
            await using var rows = await sql.ExecuteReaderAsync();
            while (await rows.ReadAsync())
                text.AppendJoin(" | ", Enumerable.Range(0, rows.FieldCount).Select(column => rows.GetValue(column) is byte[] bytes ? Convert.ToHexStringLower(bytes) : Convert.ToString(rows.GetValue(column), CultureInfo.InvariantCulture))).AppendLine();
        }

        return text.ToString();
    }

    // A connection of its own, outside the portal's pool and pragmas; foreign keys are not looked at, as by somebody who tampers.
    private static async Task<SqliteConnection> OpenAsync(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, ForeignKeys = false }.ToString());
        await connection.OpenAsync();
        return connection;
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string command)
    {
        await using var sql = connection.CreateCommand();
        sql.CommandText = command;
        await sql.ExecuteNonQueryAsync();
    }

    private static async Task<object?> ScalarAsync(SqliteConnection connection, string query)
    {
        await using var sql = connection.CreateCommand();
        sql.CommandText = query;
        return await sql.ExecuteScalarAsync();
    }

    private static async Task<IReadOnlyList<string>> ColumnAsync(SqliteConnection connection, string query)
    {
        await using var sql = connection.CreateCommand();
        sql.CommandText = query;
        var names = new List<string>();
        await using var rows = await sql.ExecuteReaderAsync();
        while (await rows.ReadAsync()) names.Add(rows.GetString(0));
        return names;
    }
}

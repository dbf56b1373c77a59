using Microsoft.Data.Sqlite;

namespace ReviewPortal.Infrastructure.Store;

/// <summary>The SQLite file of one data folder, and the folding of its write-ahead log.</summary>
/// <param name="path">The file.</param>
/// <param name="onlyReads">Whether it is opened so that nothing can be written to it, and nothing is made where there is none.</param>
public sealed class SqliteFile(string path, bool onlyReads = false)
{
    private const long LargeLog = 4 * 1024 * 1024;

    private long _foldFrom = LargeLog; // Touched inside the write gate only.

    public string Path { get; } = path;

    public string ConnectionString { get; } = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = onlyReads ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate,
        Cache = SqliteCacheMode.Private,
        DefaultTimeout = 5,
        ForeignKeys = true,
        Pooling = true,
    }.ToString();

    /// <summary>Asks the file itself one thing, without the model of the database: what a start asks first should not wait for it.</summary>
    internal async Task<object?> AskAsync(string sql, CancellationToken ct)
    {
        await using var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(ct);
    }

    /// <summary>
    /// Folds the log into the file once it has grown large. Only called inside the write gate, where everybody waits: so it waits for nobody,
    /// and when somebody is reading the oldest part of the log it comes back after as much again has been written.
    /// </summary>
    public async Task CheckpointWhenLargeAsync()
    {
        var log = new FileInfo(Path + "-wal");
        if (!log.Exists || log.Length < _foldFrom) return;
        _foldFrom = await TryFoldAsync() ? LargeLog : log.Length + LargeLog;
    }

    private async Task<bool> TryFoldAsync()
    {
        try
        {
            await using var connection = new SqliteConnection(ConnectionString) { DefaultTimeout = 1 };
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA busy_timeout=0";
            await command.ExecuteNonQueryAsync();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            return await command.ExecuteScalarAsync() is 0L; // 1: somebody was in the way.
        }
        catch (SqliteException)
        {
            return false; // What was to be kept has been committed; the log stays long until a later operation folds it.
        }
    }
}

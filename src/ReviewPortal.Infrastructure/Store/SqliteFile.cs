using Microsoft.Data.Sqlite;

namespace ReviewPortal.Infrastructure.Store;

/// <summary>The SQLite file of one data folder, and the folding of its write-ahead log.</summary>
public sealed class SqliteFile(string path)
{
    private const long LargeLog = 4 * 1024 * 1024;

    public string Path { get; } = path;

    public string ConnectionString { get; } = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = SqliteOpenMode.ReadWriteCreate,
        Cache = SqliteCacheMode.Private,
        DefaultTimeout = 5,
        ForeignKeys = true,
        Pooling = true,
    }.ToString();

    /// <summary>Folds the log into the file once it has grown large. Only called inside the write gate.</summary>
    public async Task CheckpointWhenLargeAsync()
    {
        var log = new FileInfo(Path + "-wal");
        if (!log.Exists || log.Length < LargeLog) return;

        await using var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        try
        {
            await command.ExecuteNonQueryAsync();
        }
        catch (SqliteException)
        {
            // What was to be kept has been committed; the log stays long until a later operation folds it.
        }
    }
}

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ReviewPortal.Infrastructure.Store;

/// <summary>The database could not be brought to this version; its file is as it was.</summary>
public sealed class MigrationFailedException(string file, Exception inner) : Exception(inner?.Message, inner)
{
    public string File { get; } = file;
}

/// <summary>
/// Brings a database to the newest version in a copy beside it, and writes the copy back in one transaction once it is whole. In SQLite a migration that
/// rebuilds tables is not one transaction: a start that is killed, or a disk that fills up, would leave a schema that no version knows.
/// </summary>
internal sealed class CopiedMigration(SqliteFile file)
{
    private readonly string _copy = file.Path + ".migrating";

    /// <returns>The number of migrations that were applied.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        try
        {
            return await OnCopyAsync(ct);
        }
        catch (SqliteException failed)
        {
            throw new MigrationFailedException(file.Path, failed);
        }
        finally
        {
            Clear();
        }
    }

    /// <summary>A copy that was left behind by a start that was killed holds what the database holds; it does not stay.</summary>
    public void Clear()
    {
        foreach (var left in (string[])["", "-journal", "-wal", "-shm"]) File.Delete(_copy + left);
    }

    private async Task<int> OnCopyAsync(CancellationToken ct)
    {
        await using var original = new SqliteConnection(new SqliteConnectionStringBuilder(file.ConnectionString) { Pooling = false }.ToString());
        await original.OpenAsync(ct);
        await using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _copy, Pooling = false, ForeignKeys = false }.ToString());
        await copy.OpenAsync(ct);
        original.BackupDatabase(copy);
        // One file without a log, and never again trusted after a crash: it need not wait for the disk.
        await ExecuteAsync(copy, "PRAGMA journal_mode=DELETE; PRAGMA synchronous=OFF", ct);
        var applied = await MigrateAsync(copy, ct);
        ct.ThrowIfCancellationRequested();
        await ExecuteAsync(original, "PRAGMA wal_autocheckpoint=0; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000", ct);
        copy.BackupDatabase(original);
        return applied;
    }

    private static async Task<int> MigrateAsync(SqliteConnection copy, CancellationToken ct)
    {
        await using var db = new SqlitePortalDb(new DbContextOptionsBuilder<SqlitePortalDb>().UseSqlite(copy).Options);
        var pending = (await db.Database.GetPendingMigrationsAsync(ct)).Count();
        await ClearStaleLockAsync(db, ct);
        // What an earlier version accepted stays as it is; a constraint that came later is asked of what is written from now on.
        await ExecuteAsync(copy, "PRAGMA ignore_check_constraints=ON; PRAGMA foreign_keys=OFF", ct);
        var twice = await KeptTwice.SetAsideAsync(db, copy, ct);
        await db.Database.MigrateAsync(ct);
        await ExecuteAsync(copy, "PRAGMA foreign_keys=OFF", ct);
        foreach (var kept in twice) await ExecuteAsync(copy, kept.PutBack, ct);
        return pending;
    }

    // EF Core's own lock is a row that survives a crash and then hangs every later start (dotnet/efcore#38958). Inside the write gate,
    // which also holds other processes off, nobody else is migrating: a row that is there was left behind.
    private static async Task ClearStaleLockAsync(SqlitePortalDb db, CancellationToken ct)
    {
        var exists = await db.Database
            .SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'")
            .SingleAsync(ct);
        if (exists > 0) await db.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsLock\"", ct);
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of tables and columns of our own model.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(ct);
    }
}

using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ReviewPortal.Infrastructure.Store;

/// <summary>Brings the database to the newest version at start.</summary>
public sealed class Migrator(IDbContextFactory<SqlitePortalDb> factory, SqliteFile file, WriteGate gate)
{
    /// <returns>The number of migrations that were applied.</returns>
    public Task<int> MigrateAsync(CancellationToken ct) => gate.RunAsync(
        async () =>
        {
            // The write-ahead log lets people read while somebody writes. EF Core asks for it only for a file that it makes itself, and a
            // file is there as soon as anything has looked at it.
            await file.AskAsync("PRAGMA journal_mode=WAL", ct);
            var migration = new CopiedMigration(file);
            migration.Clear();
            var applied = await IsUpToDateAsync(ct) ? 0 : await migration.RunAsync(ct);
            await file.AskAsync(OnlyAddedTo.Triggers, ct);
            if (await file.AskAsync(Backfill.IsNeeded, ct) is 1L) await InOneAsync(Backfill.RunAsync, ct);
            if (await file.AskAsync(FiguresBackfill.IsNeeded, ct) is 1L) await InOneAsync(FiguresBackfill.RunAsync, ct);
            return applied;
        },
        ct);

    private async Task InOneAsync(Func<PortalDb, CancellationToken, Task> add, CancellationToken ct)
    {
        await using var db = await factory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await add(db, ct);
        await transaction.CommitAsync(ct);
    }

    // Every later start finds this; EF Core needs most of a second to say the same.
    private async Task<bool> IsUpToDateAsync(CancellationToken ct) =>
        await file.AskAsync("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsHistory'", ct) is 1L
        && await file.AskAsync("SELECT MAX(MigrationId) FROM __EFMigrationsHistory", ct) is string applied
        && applied == Newest();

    private static string? Newest() => typeof(SqlitePortalDb).Assembly.GetTypes()
        .Select(type => type.GetCustomAttribute<MigrationAttribute>(inherit: false)?.Id)
        .Max(StringComparer.Ordinal);
}

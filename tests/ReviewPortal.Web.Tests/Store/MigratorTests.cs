using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Tests.Store;

public sealed class MigratorTests
{
    private const string StaleLock = """
        CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
        INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-01 09:00:00+00:00');
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_empty_folder_becomes_a_database_and_the_second_start_changes_nothing()
    {
        await using var portal = APortal.InAnEmptyFolder();
        Assert.True(await portal.Get<Migrator>().MigrateAsync(Ct) > 0);
        var before = await portal.DumpAsync();
        Assert.Equal(0, await portal.Get<Migrator>().MigrateAsync(Ct));
        Assert.Equal(before, await portal.DumpAsync());
        Assert.Equal("wal", await Sql.AskAsync(portal.DatabaseFile, "PRAGMA journal_mode"));
    }

    /// <summary>A start that was killed while it migrated leaves EF Core's lock row behind, on which every later start would wait for ever (dotnet/efcore#38958).</summary>
    [Fact]
    public async Task A_lock_that_a_killed_start_left_behind_does_not_stop_the_next_one()
    {
        await using var portal = APortal.InAnEmptyFolder();
        await Sql.RunAsync(portal.DatabaseFile, StaleLock);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        Assert.True(await portal.Get<Migrator>().MigrateAsync(patience.Token) > 0);
    }

    [Fact]
    public async Task A_migration_that_was_cut_off_in_the_middle_is_done_again_from_its_beginning()
    {
        await using var portal = APortal.InAnEmptyFolder();
        using (var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(150)))
        {
            try
            {
                await portal.Get<Migrator>().MigrateAsync(stop.Token);
            }
            catch (OperationCanceledException)
            {
                // That is what this is about; on a fast machine it may have been done by then.
            }
        }

        await portal.Get<Migrator>().MigrateAsync(Ct);
        Assert.Empty(await portal.ReadAsync(db => db.Database.GetPendingMigrationsAsync(Ct)));
        Assert.Equal("ok", await Sql.AskAsync(portal.DatabaseFile, "PRAGMA integrity_check"));
    }

    [Fact]
    public async Task Two_portals_that_start_at_once_on_one_folder_both_come_up()
    {
        await using var one = APortal.InAnEmptyFolder();
        await using var other = APortal.On(one.Folder);
        var applied = await Task.WhenAll(Task.Run(() => one.Get<Migrator>().MigrateAsync(Ct), Ct), Task.Run(() => other.Get<Migrator>().MigrateAsync(Ct), Ct));
        Assert.Equal([0, 1], applied.Select(count => Math.Min(count, 1)).Order());
    }

    [Fact]
    public async Task The_model_has_no_change_that_no_migration_makes()
    {
        await using var portal = APortal.InAnEmptyFolder();
        await using var db = await portal.Services.GetRequiredService<IDbContextFactory<SqlitePortalDb>>().CreateDbContextAsync(Ct);
        Assert.False(db.Database.HasPendingModelChanges());
    }
}

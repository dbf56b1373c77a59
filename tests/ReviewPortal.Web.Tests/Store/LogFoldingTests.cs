using System.Diagnostics;
using Microsoft.Data.Sqlite;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Tests.Store;

/// <summary>The write-ahead log is folded into the database file now and then, inside the write gate, where everybody waits.</summary>
public sealed class LogFoldingTests
{
    private const int Large = 5 * 1024 * 1024;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Somebody_who_reads_for_a_long_time_keeps_no_writer_waiting_and_the_log_is_folded_afterwards()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var log = new FileInfo(portal.DatabaseFile + "-wal");
        await using (await ReadingAsync(portal))
        {
            var watch = Stopwatch.StartNew();
            for (byte time = 1; time <= 3; time++) await WriteAsync(portal, Large, time);
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(4), $"Three writes took {watch.Elapsed.TotalSeconds:F1} s");
            log.Refresh();
            Assert.True(log.Length > 2 * Large, $"Nobody was reading: the log has {log.Length} bytes");
        }

        await WriteAsync(portal, Large, 4);
        await WriteAsync(portal, 1, 5);
        log.Refresh();
        Assert.True(log.Length < Large, $"The log still has {log.Length} bytes");
    }

    private static Task<int> WriteAsync(APortal portal, int bytes, byte content) => portal.Dbs.ChangeAsync(
        async db =>
        {
            var many = new byte[bytes];
            Array.Fill(many, content);
            db.Files.Add(KeptFile.Pdf(many));
            return await db.SaveChangesAsync(Ct);
        },
        Ct);

    // The snapshot is taken with the first row that is read, and lasts until the connection closes.
    private static async Task<SqliteConnection> ReadingAsync(APortal portal)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = portal.DatabaseFile, Pooling = false }.ToString());
        await connection.OpenAsync(Ct);
        await using var read = connection.CreateCommand();
        read.Transaction = connection.BeginTransaction(deferred: true);
        read.CommandText = "SELECT COUNT(*) FROM AuditRows";
        await read.ExecuteScalarAsync(Ct);
        return connection;
    }
}

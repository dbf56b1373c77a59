using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ReviewPortal.Core.Letters;

namespace ReviewPortal.Infrastructure.Store;

/// <summary>What every connection to the SQLite file is told when it opens.</summary>
internal sealed class SqliteSettings : DbConnectionInterceptor
{
    // No checkpoint on its own: checkpoints go through the write gate. FULL: an acknowledged write survives a power cut.
    private const string Pragmas = "PRAGMA wal_autocheckpoint=0; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=5000;";

    /// <summary><see cref="Notification.LastDay"/>, of ticks of UTC.</summary>
    public const string LastDay = "last_day_to_tell";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        ArgumentNullException.ThrowIfNull(connection);
        Teach(connection);
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        Teach(connection);
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    // Null in, null out: where there is no e-mail there is no day.
    private static void Teach(DbConnection connection) => ((SqliteConnection)connection).CreateFunction(
        LastDay, (long? ticks) => ticks is { } utc ? Notification.LastDay(new DateTimeOffset(utc, TimeSpan.Zero)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null, isDeterministic: true);
}

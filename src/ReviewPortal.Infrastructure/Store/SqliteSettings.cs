using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ReviewPortal.Infrastructure.Store;

/// <summary>What every connection to the SQLite file is told when it opens.</summary>
internal sealed class SqliteSettings : DbConnectionInterceptor
{
    // No checkpoint on its own: checkpoints go through the write gate. FULL: an acknowledged write survives a power cut.
    private const string Pragmas = "PRAGMA wal_autocheckpoint=0; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=5000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        ArgumentNullException.ThrowIfNull(connection);
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

using Microsoft.EntityFrameworkCore;

namespace ReviewPortal.Infrastructure.Store;

/// <summary>Opens the database, one context per operation: to look, or to change something through the write gate.</summary>
public sealed class PortalDbs(IDbContextFactory<SqlitePortalDb> factory, WriteGate gate, SqliteFile file)
{
    /// <summary>Whether anybody has an account: an empty portal is not yet in use.</summary>
    public async Task<bool> IsInUseAsync(CancellationToken ct) => await file.AskAsync("SELECT EXISTS (SELECT 1 FROM AspNetUsers)", ct) is 1L;

    /// <summary>To look. What is loaded is not tracked, and nothing is saved.</summary>
    public async Task<PortalDb> LookAsync(CancellationToken ct)
    {
        var db = await factory.CreateDbContextAsync(ct);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return db;
    }

    /// <summary>
    /// To change something: what the operation saves is committed as a whole when it returns, and not at all when it throws.
    /// The transaction takes the write lock at once, so what it read cannot have changed when it writes.
    /// </summary>
    public Task<T> ChangeAsync<T>(Func<PortalDb, Task<T>> operation, CancellationToken ct) => gate.RunAsync(
        async () =>
        {
            T result;
            await using (var db = await factory.CreateDbContextAsync(ct))
            {
                await using var transaction = await db.Database.BeginTransactionAsync(ct);
                result = await operation(db);
                await transaction.CommitAsync(ct);
            }

            await file.CheckpointWhenLargeAsync();
            return result;
        },
        ct);

    /// <summary>The same, with what to answer when something was chosen that stands in no list.</summary>
    public async Task<T> ChangeAsync<T>(Func<PortalDb, Task<T>> operation, T noSuchChoice, CancellationToken ct)
    {
        try
        {
            return await ChangeAsync(operation, ct);
        }
        catch (NoSuchChoiceException)
        {
            return noSuchChoice;
        }
    }
}

using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Review;
using ReviewPortal.Infrastructure.Audit;

namespace ReviewPortal.Infrastructure.Store;

/// <summary>
/// Counts what was committed here after which somebody may see more or less than before: steps, assignments, roles, restrictions (AVG 18), declared
/// interests. Whoever remembers a permission asks whether the count is still the same.
/// </summary>
public sealed class SightChanges : SaveChangesInterceptor, IDbTransactionInterceptor
{
    // What a page writes all the while a recording plays, and on which nobody's sight hangs. Everything that is not named here counts.
    private static readonly FrozenSet<Type> WithoutEffect = [typeof(Seen), typeof(Observation), typeof(Exhibit), typeof(Attachment), typeof(SignalAnswer), typeof(StepDraft), typeof(Availability), typeof(AuditRow), typeof(AuditDetail)];

    private readonly ConditionalWeakTable<DbContext, object> _saved = [];
    private long _count;

    public long Count => Interlocked.Read(ref _count);

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Look(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Look(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        if (eventData.Context!.Database.CurrentTransaction is null) Tell(eventData.Context);
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(SavedChanges(eventData, result));

    public void TransactionCommitted(System.Data.Common.DbTransaction transaction, TransactionEndEventData eventData) => Tell(eventData.Context);

    public Task TransactionCommittedAsync(System.Data.Common.DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Tell(eventData.Context);
        return Task.CompletedTask;
    }

    private void Look(DbContext context)
    {
        if (context.ChangeTracker.Entries().Any(entry => entry.State is not EntityState.Unchanged and not EntityState.Detached && !WithoutEffect.Contains(entry.Metadata.ClrType)))
            _saved.AddOrUpdate(context, this);
    }

    // Only what was committed can be read by anybody: counted before that, a permission could be remembered from the old rows under the new count.
    private void Tell(DbContext? context)
    {
        if (context is not null && _saved.Remove(context)) Interlocked.Increment(ref _count);
    }
}

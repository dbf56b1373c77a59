using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>
/// Makes many decisions known one after another, in the name of the secretary who chose them (Awb 3:41). The list is kept, and a letter ends its line in the transaction
/// in which it is published: whatever stops the portal, each student gets one letter.
/// </summary>
public sealed partial class PublishTogether(PortalDbs dbs, Publish publish, TimeProvider clock, ILogger<PublishTogether> log) : IDisposable
{
    /// <summary>More at once than one sitting of a board can have decided.</summary>
    public const int Most = 5000;

    private const int LongestWhy = 300;

    // Before the second try and before the third, which is the last.
    private static readonly ImmutableArray<TimeSpan> Pauses = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    // What somebody signed today does not go out next month because the portal lay still meanwhile: it is asked again.
    private static readonly TimeSpan Holds = TimeSpan.FromDays(1);

    private readonly SemaphoreSlim _orders = new(0);
    private readonly ConcurrentDictionary<CaseId, BatchFailure> _failed = new();

    /// <summary>Puts them on the list; they go out in this order.</summary>
    /// <param name="by">Who orders it signs once for all of them (Awb 2:18); what goes out later goes out on that.</param>
    public async Task<BatchOrder> StartAsync(string title, IReadOnlyCollection<CaseAsSeen> cases, Signatory by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var asked = cases.Take(Most).ToDictionary(item => item.Id, item => item.Version);
        var order = await dbs.ChangeAsync(
            async db =>
            {
                if (await db.PersonAsync(by.Person, ct) is not { } actor || !MayPublish(actor)) return BatchOrder.Nothing;
                var ids = asked.Keys.ToArray();
                var known = await db.CasesFor(actor).Where(item => item.State == CaseState.Decided && ids.Contains(item.Id)).OrderBy(item => item.Number).Select(item => new { item.Id, item.Version }).ToListAsync(ct);
                if (known.Count is 0) return BatchOrder.Nothing;
                if (by.Signing is not { } signing) return new BatchOrder(null, LacksSignature: true);
                var now = clock.GetUtcNow();
                var made = new LetterBatch { Id = Guid.CreateVersion7(now), Title = title.Trim(), By = by.Person, ByName = actor.Name, At = now, SignedWith = signing.Method, ProvedAt = signing.ProvedAt };
                db.Add(made);
                db.AddRange(known.Select((item, place) => new LetterBatchItem { Batch = made.Id, Case = item.Id, Place = place, Version = asked[item.Id] ?? item.Version }));
                await db.AuditAsync(actor, "letters.together", $"letters/{made.Id}", new { title = made.Title, letters = known.Count, signedWith = made.SignedWith, provedAt = made.ProvedAt }, now, ct);
                await db.SaveChangesAsync(ct);
                return new BatchOrder(made.Id);
            },
            ct);
        if (order.Batch is not null) _orders.Release();
        return order;
    }

    /// <summary>What waits stays where it is; the letter that is being made known goes out.</summary>
    public Task<bool> StopAsync(Guid batch, PersonId by, CancellationToken ct) => dbs.ChangeAsync(
        async db =>
        {
            if (await db.PersonAsync(by, ct) is not { } actor || !MayPublish(actor)) return false;
            if (await db.LetterBatches.FirstOrDefaultAsync(item => item.Id == batch && item.StoppedAt == null, ct) is not { } found) return false;
            found.StoppedAt = clock.GetUtcNow();
            var waiting = await db.LetterBatchItems.CountAsync(item => item.Batch == batch && item.EndedAt == null, ct);
            await db.AuditAsync(actor, "letters.together.stop", $"letters/{batch}", new { title = found.Title, left = waiting }, found.StoppedAt.Value, ct);
            await db.SaveChangesAsync(ct);
            return true;
        },
        ct);

    /// <summary>Makes the next decision known, or keeps why it could not be.</summary>
    public async Task<BatchRound> RunOneAsync(CancellationToken ct)
    {
        if (await NextAsync(ct) is not { } next) return BatchRound.Nothing;
        try
        {
            var answer = await publish.RunAsync(new CaseAsSeen(next.Item.Case, next.Item.Version), next.By, ct);
            if (answer is Refused refused) await EndAsync(next.Item, (item, now) => item.Refuse(refused, now), ct);
            _failed.TryRemove(next.Item.Case, out _);
            return BatchRound.Ended;
        }
        // A letter that cannot be made holds up nobody else's: it is tried again later, and after the last time it is left for a person, with what went wrong.
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            LogFailed(log, next.Item.Case.Value, failed);
            await FailAsync(next.Item, failed, ct);
            return BatchRound.Failed;
        }
    }

    /// <summary>What went wrong with a letter that waits for another try on this list; null when nothing did. What it came to on an earlier list is not held against it.</summary>
    public BatchFailure? FailureOf(Guid batch, CaseId @case) => _failed.TryGetValue(@case, out var failure) && failure.Batch == batch ? failure : null;

    public void Dispose() => _orders.Dispose();

    /// <summary>Waits until something is put on the list here, or for as long as that.</summary>
    internal Task AwaitOrderAsync(TimeSpan longest, CancellationToken ct) => _orders.WaitAsync(longest, ct);

    /// <summary>A letter went out, by a batch or by hand: no batch has it to do any more. Part of the transaction of the letter.</summary>
    internal static async Task EndAsync(CaseFile file, Letter letter, CancellationToken ct)
    {
        var id = file.Case.Id;
        foreach (var item in await file.Db.LetterBatchItems.Where(item => item.Case == id && item.EndedAt == null).ToListAsync(ct)) (item.EndedAt, item.Letter) = (file.Now, letter.Id);
    }

    internal static bool MayPublish(Actor actor) => CaseLifecycle.From(CaseState.Decided, actor.Roles).Any(row => row.Action is CaseAction.Publish);

    // Those that failed wait for the others, and for their time.
    private async Task<(LetterBatchItem Item, Signatory By)?> NextAsync(CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        var now = clock.GetUtcNow();
        var (failed, early) = (_failed.Keys.ToArray(), _failed.Where(item => item.Value.AgainAt > now).Select(item => item.Key).ToArray());
        var oldest = now - Holds;
        return await NextAsync(db.LetterBatchItems.Where(item => !failed.Contains(item.Case)), db, oldest, ct) ?? await NextAsync(db.LetterBatchItems.Where(item => !early.Contains(item.Case)), db, oldest, ct);
    }

    private static async Task<(LetterBatchItem Item, Signatory By)?> NextAsync(IQueryable<LetterBatchItem> items, PortalDb db, DateTimeOffset oldest, CancellationToken ct)
    {
        var next = await items.Where(item => item.EndedAt == null)
            .Join(db.LetterBatches.Where(batch => batch.StoppedAt == null), item => item.Batch, batch => batch.Id, (item, batch) => new { item, batch.By, batch.At, batch.SignedWith, batch.ProvedAt })
            .OrderBy(pair => pair.At).ThenBy(pair => pair.item.Place).FirstOrDefaultAsync(ct);
        return next is null ? null : (next.item, next is { SignedWith: { } method, ProvedAt: { } at } && next.At >= oldest ? Signatory.Proven(next.By, new Signing(method, at)) : Signatory.Unproven(next.By));
    }

    private async Task FailAsync(LetterBatchItem tried, Exception failed, CancellationToken ct)
    {
        var (now, why) = (clock.GetUtcNow(), failed.Message.Length > LongestWhy ? failed.Message[..LongestWhy] : failed.Message);
        var times = FailureOf(tried.Batch, tried.Case)?.Times + 1 ?? 1;
        if (times <= Pauses.Length)
        {
            _failed[tried.Case] = new BatchFailure(tried.Batch, times, why, now, now + Pauses[times - 1]);
            return;
        }

        await EndAsync(tried, (item, at) => item.Fail(why, at), ct);
        _failed.TryRemove(tried.Case, out _);
    }

    // Another portal on the same database may have been first: then it went out, and that is what stands.
    private Task<int> EndAsync(LetterBatchItem tried, Action<LetterBatchItem, DateTimeOffset> how, CancellationToken ct) => dbs.ChangeAsync(
        async db =>
        {
            var (batch, @case) = (tried.Batch, tried.Case);
            if (await db.LetterBatchItems.FirstOrDefaultAsync(item => item.Batch == batch && item.Case == @case && item.EndedAt == null, ct) is not { } item) return 0;
            how(item, clock.GetUtcNow());
            return await db.SaveChangesAsync(ct);
        },
        ct);

    [LoggerMessage(LogLevel.Error, "The decision of case {Case} could not be made known; the others on the list go on, and this one is tried again later")]
    private static partial void LogFailed(ILogger log, Guid @case, Exception failed);
}

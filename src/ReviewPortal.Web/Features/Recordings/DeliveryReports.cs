using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>What became of each delivery, as its sender was told it.</summary>
public sealed class DeliveryReports(PortalDbs dbs, TimeProvider clock)
{
    /// <summary>A report names files of suppliers and has served its end long before this.</summary>
    public const int KeptDays = 180;

    // A file may hold a thousand sittings and thousands of signals that were left out.
    private const int MostLines = 100;

    /// <summary>Keeps what changed something; the same file with the same words again is no news.</summary>
    public async Task KeepAsync(string name, ImmutableArray<ImportResult> results, Actor by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (results.All(result => result is AlreadyThere or SignalsThere or SignalsDiscarded or SignalsWait { Again: true } or Quarantined { Again: true } or StillsTakenIn { Added: 0, Refused.IsEmpty: true })) return;
        var report = new DeliveryReport
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            At = clock.GetUtcNow(),
            Name = name,
            ReceivedByName = by.Name,
            Verdict = Verdict(results),
            Dutch = Lines(name, results, Language.Dutch),
            English = Lines(name, results, Language.English),
        };
        await dbs.ChangeAsync(async db =>
        {
            var last = await db.DeliveryReports.AsNoTracking().Where(item => item.Name == name).OrderByDescending(item => item.At).FirstOrDefaultAsync(ct);
            if (last is not null && last.Verdict is DeliveryVerdict.Refused && last.Dutch.SequenceEqual(report.Dutch)) return 0;
            db.Add(report);
            return await db.SaveChangesAsync(ct);
        }, ct);
    }

    /// <summary>The latest first, a page at a time; none for whoever is no coordinator.</summary>
    public async Task<(IReadOnlyList<DeliveryReport> Rows, int Total)> ListAsync(PersonId by, int skip, int take, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        if (await db.PersonAsync(by, ct) is not { } actor || !actor.Is(Role.Coordinator)) return ([], 0);
        return (await db.DeliveryReports.OrderByDescending(item => item.At).ThenBy(item => item.Id).Skip(skip).Take(take).ToListAsync(ct), await db.DeliveryReports.CountAsync(ct));
    }

    /// <summary>Those of which the time is over.</summary>
    public Task<int> ExpireAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow().AddDays(-KeptDays);
        return dbs.ChangeAsync(db => db.DeliveryReports.Where(item => item.At < before).ExecuteDeleteAsync(ct), ct);
    }

    private static DeliveryVerdict Verdict(ImmutableArray<ImportResult> results) =>
        results.Any(result => result is Quarantined) ? DeliveryVerdict.Quarantined
        : results.Any(result => result.IsRefused) ? DeliveryVerdict.Refused
        : results.Any(result => result is SignalsWait) ? DeliveryVerdict.Waits
        : DeliveryVerdict.TakenIn;

    private static ImmutableArray<string> Lines(string name, ImmutableArray<ImportResult> results, Language language) =>
        [.. results.SelectMany(result => ImportSentence.Lines(name, result, language)).Take(MostLines)];
}

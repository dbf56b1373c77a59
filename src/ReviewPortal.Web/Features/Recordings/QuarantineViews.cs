using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Recordings;

/// <param name="Lack">What is still missing today.</param>
public sealed record QuarantineLine(QuarantinedDelivery Delivery, GateLack Lack);

/// <param name="Bytes">Of all that waits together.</param>
public sealed record QuarantineLines(ImmutableArray<QuarantineLine> Waiting, ImmutableArray<QuarantinedDelivery> Ended, long Bytes, long MostBytes);

/// <summary>What the coordinator sees of the quarantine; nobody sees what is in it.</summary>
public sealed class QuarantineViews(PortalDbs dbs, Gate gate, GateSettings settings)
{
    private const int Shown = 100, EndedShown = 20;

    public async Task<QuarantineLines> ListAsync(PersonId by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        if (await db.PersonAsync(by, ct) is not { } actor || !actor.Is(Role.Coordinator)) return new QuarantineLines([], [], 0, settings.MostBytes);
        var lines = ImmutableArray.CreateBuilder<QuarantineLine>();
        foreach (var waiting in await db.QuarantinedDeliveries.Where(item => item.EndedAt == null).OrderBy(item => item.KeepUntil).Take(Shown).ToListAsync(ct))
            lines.Add(new QuarantineLine(waiting, await gate.LacksAsync(db, waiting, ct)));
        return new QuarantineLines(
            lines.DrainToImmutable(),
            [.. await db.QuarantinedDeliveries.Where(item => item.EndedAt != null).OrderByDescending(item => item.EndedAt).Take(EndedShown).ToListAsync(ct)],
            await db.QuarantinedDeliveries.Where(item => item.EndedAt == null).SumAsync(item => item.Bytes, ct),
            settings.MostBytes);
    }
}

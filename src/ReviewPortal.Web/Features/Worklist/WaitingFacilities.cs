using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Worklist;

/// <summary>How many requests for a special facility wait for somebody: they are no cases, and stand beside the list of cases.</summary>
public sealed class WaitingFacilities(PortalDbs dbs, TimeProvider clock)
{
    public async Task<int> CountAsync(PersonId by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        if (await db.PersonAsync(by, ct) is not { } actor || !actor.Roles.Any(FacilityWaiting.Roles.Contains)) return 0;
        var open = await db.SlipsAsync(item => item.PublishedAt == null && item.State != FacilityState.Withdrawn, ct);
        return open.Count(request => FacilityWaiting.IsFor(request, actor, clock.GetUtcNow()));
    }
}

using System.Collections.Immutable;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Mail;
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

    /// <summary>The requests whose student may not have been reached by the e-mail on the letter: for the board's secretary, who says whether that is so, and then sends it again (Awb 2:10, 2:11).</summary>
    public async Task<ImmutableArray<(FacilityNumber Number, bool MayGoAgain)>> UnreachedAsync(PersonId by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        var now = clock.GetUtcNow();
        if (await db.PersonAsync(by, ct) is not { } actor || !actor.Is(Role.BoardSecretary) || await db.AlarmedRequestsAsync(now, ct) is not { Count: > 0 } alarmed) return [];
        var slips = await db.SlipsAsync(item => alarmed.Keys.Contains(item.Id), ct);
        return [.. slips.Where(request => FacilitySight.Of(request, actor) is FacilitySeen.Whole).Select(request => (request.Number, alarmed[request.Id].MayGoAgain(now)))];
    }

    /// <summary>The requests whose letter was printed and still has to be posted or handed over, with the day by which: for the board's secretary, the most urgent first (Awb 3:41).</summary>
    public async Task<ImmutableArray<(FacilityNumber Number, DateOnly? By)>> ToPostAsync(PersonId by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        if (await db.PersonAsync(by, ct) is not { } actor || !actor.Is(Role.BoardSecretary)) return [];
        var waiting = (await db.RequestsToPostAsync(ct)).ToDictionary(item => item.Request, item => item.By);
        if (waiting.Count is 0) return [];
        var slips = await db.SlipsAsync(item => waiting.Keys.Contains(item.Id), ct);
        return [.. slips.Where(request => FacilitySight.Of(request, actor) is FacilitySeen.Whole).Select(request => (request.Number, By: waiting[request.Id])).OrderBy(item => item.By)];
    }
}

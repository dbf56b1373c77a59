using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Review;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Worklist;

/// <summary>What the coordinator writes down of somebody's availability.</summary>
public sealed record AvailabilityDraft(DateOnly? AwayFrom, DateOnly? AwayUntil, int? MostHours)
{
    public static readonly AvailabilityDraft None = new(null, null, null);

    public bool IsSound => new Availability { AwayFrom = AwayFrom, AwayUntil = AwayUntil, MostHours = MostHours }.IsSound;
}

/// <summary>The coordinator keeps when a reviewer is away and how much this person can have in hand. It is written down who did.</summary>
public sealed class KeepAvailability(PortalDbs dbs, TimeProvider clock)
{
    /// <returns>False for whoever is no coordinator, for somebody who reviews nothing, and for a period that ends before it begins.</returns>
    public Task<bool> RunAsync(PersonId person, AvailabilityDraft draft, PersonId by, CancellationToken ct) => dbs.ChangeAsync(
        async db =>
        {
            ArgumentNullException.ThrowIfNull(draft);
            if (!draft.IsSound || await db.PersonAsync(by, ct) is not { } actor || !actor.Is(Role.Coordinator)) return false;
            if (await db.PersonAsync(person, ct) is not { } reviewer || !WorkloadViews.Reviews(reviewer)) return false;

            var kept = await db.Availabilities.FindAsync([person], ct);
            if (kept is null) db.Add(kept = new Availability { Person = person });
            (kept.AwayFrom, kept.AwayUntil, kept.MostHours) = (draft.AwayFrom, draft.AwayUntil, draft.MostHours);
            await db.AuditAsync(actor, "reviewer.availability", $"account/{person}", new { name = reviewer.Name, draft.AwayFrom, draft.AwayUntil, draft.MostHours }, clock.GetUtcNow(), ct);
            await db.SaveChangesAsync(ct);
            return true;
        },
        ct);
}

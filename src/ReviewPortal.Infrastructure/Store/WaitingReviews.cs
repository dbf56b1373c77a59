using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;

namespace ReviewPortal.Infrastructure.Store;

/// <summary>Which sittings wait for a first review that can begin now. Whoever divides, takes or counts them asks here.</summary>
public static class WaitingReviews
{
    /// <summary>The sitting has ended, and its processing is not restricted: such a sitting is nobody's to look at (AVG 18).</summary>
    public static IQueryable<Case> WaitingForReview(this PortalDb db, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Cases.Where(item => item.State == CaseState.Imported
            && !db.Restrictions.Any(restriction => restriction.Case == item.Id && restriction.EndedAt == null)
            && db.Sittings.Any(sitting => sitting.Id == item.Sitting && sitting.End <= now));
    }
}

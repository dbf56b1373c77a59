using System.Collections.Immutable;
using ReviewPortal.Core.Lifecycle;

namespace ReviewPortal.Core.Decisions;

/// <summary>Which decisions may be looked back at: made known to the student, and not taken out of the world since.</summary>
public static class PublishedDecisions
{
    /// <summary>A decision that was annulled, revised or settled, or whose case has been destroyed, counts for nothing any more.</summary>
    public static readonly ImmutableArray<CaseState> States =
    [
        CaseState.Notified, CaseState.RetakePlanned, CaseState.RetakeRequested, CaseState.RetakeGranted, CaseState.RetakeRefused,
        CaseState.SanctionActive, CaseState.SanctionEnded, CaseState.AppealLodged, CaseState.Settlement, CaseState.AppealPending,
        CaseState.Dismissed, CaseState.FurtherAppeal, CaseState.DismissedFinal, CaseState.Irrevocable, CaseState.Retention,
    ];
}

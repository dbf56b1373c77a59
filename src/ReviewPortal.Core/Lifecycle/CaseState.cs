using System.Collections.Immutable;
using static ReviewPortal.Core.Lifecycle.CaseState;

namespace ReviewPortal.Core.Lifecycle;

/// <summary>
/// Where a case stands. What runs beside it is no state: a retake is planned and a sanction runs while an appeal is pending, and a hold may lie
/// on any of them. Those are records of their own, moved by rows of the same table that leave the state as it is.
/// </summary>
public enum CaseState
{
    Imported,
    InReview,
    SecondReview,
    Cleared,
    Reported,
    UnderInvestigation,
    ClosedNoGrounds,
    ViewsInvited,
    HearingScheduled,
    ViewsReceived,
    Deliberation,
    Decided,
    Notified,
    DeliveryFailed,
    AppealLodged,
    Settlement,
    AppealPending,
    Dismissed,
    Annulled,
    ClosedAnnulled,
    FurtherAppeal,
    Irrevocable,
    Retention,
    PurgeProposed,
    Purged,
}

public static class CaseStates
{
    /// <summary>A published decision stands, whoever appeals: an appeal suspends nothing (Awb 6:16).</summary>
    public static readonly ImmutableArray<CaseState> WithDecision =
        [Notified, DeliveryFailed, AppealLodged, Settlement, AppealPending, Dismissed, FurtherAppeal, Irrevocable];

    /// <summary>
    /// The states of deciding. After a publication they are those of deciding again: of the board's own motion the published decision stands until
    /// the new one replaces it (Awb 6:19), after an annulment nothing stands.
    /// </summary>
    public static readonly ImmutableArray<CaseState> Deciding =
        [UnderInvestigation, ViewsInvited, HearingScheduled, ViewsReceived, Deliberation, Decided];

    /// <summary>The result is not registered or released: a report has been made and nothing has been decided yet (protocol, Reviewer 3).</summary>
    public static readonly ImmutableArray<CaseState> WithResultHeld =
        [Reported, .. Deciding, Annulled];

    /// <summary>The recordings stay, whatever the schedule says, until the outcome is irrevocable (UU-EC-4).</summary>
    public static readonly ImmutableArray<CaseState> WithRetentionHeld =
        [SecondReview, .. WithResultHeld, .. WithDecision.Except([Irrevocable])];

    internal static HoldEffect Effect(ImmutableArray<CaseState> held, CaseState? from, CaseState to) => (from is { } before && held.Contains(before), held.Contains(to)) switch
    {
        (false, true) => HoldEffect.Begins,
        (true, false) => HoldEffect.Ends,
        (true, true) => HoldEffect.Holds,
        _ => HoldEffect.None,
    };
}

/// <summary>What a step does to a hold.</summary>
public enum HoldEffect
{
    None,
    Begins,
    Holds,
    Ends,
}

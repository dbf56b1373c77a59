namespace ReviewPortal.Core.Lifecycle;

/// <summary>The nine rooms of the procedure, in the order in which a case passes through them.</summary>
public enum Room
{
    Necessity,
    Recordings,
    Review,
    ProcesVerbaal,
    Committee,
    Decisions,
    Letters,
    Appeals,
    Retention,
}

public static class Rooms
{
    /// <summary>The room in which a case in this state waits for somebody.</summary>
    public static Room Of(CaseState state) => state switch
    {
        CaseState.Imported => Room.Recordings,
        CaseState.InReview or CaseState.SecondReview => Room.Review,
        CaseState.Reported => Room.ProcesVerbaal,
        CaseState.UnderInvestigation or CaseState.ViewsInvited or CaseState.HearingScheduled or CaseState.ViewsReceived => Room.Committee,
        CaseState.Deliberation or CaseState.Decided => Room.Decisions,
        CaseState.Notified or CaseState.DeliveryFailed => Room.Letters,
        CaseState.AppealLodged or CaseState.Settlement or CaseState.AppealPending or CaseState.Dismissed or CaseState.Annulled or CaseState.FurtherAppeal => Room.Appeals,
        CaseState.Cleared or CaseState.ClosedNoGrounds or CaseState.ClosedAnnulled or CaseState.Irrevocable or CaseState.Retention
            or CaseState.PurgeProposed or CaseState.Purged => Room.Retention,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A state without a room"),
    };
}

using System.Collections.Immutable;
using static ReviewPortal.Core.Lifecycle.CaseState;

namespace ReviewPortal.Core.Lifecycle;

/// <summary>What ties a person to one case, beyond a role.</summary>
public enum Tie
{
    /// <summary>The role suffices.</summary>
    None,
    Reviewer,
    SecondReviewer,
    Examiner,

    /// <summary>The board proposed to end an enrolment in this case.</summary>
    Proposal,

    /// <summary>The board decides again, and the decision that was published stands meanwhile (Awb 6:19).</summary>
    Standing,

    /// <summary>Declared an interest in this case. It opens nothing and closes what a role alone opens (Awb 2:4, WHW 7.12b lid 4).</summary>
    SteppedBack,
}

/// <summary>One row of who may look: a role, perhaps tied to the case, may enter these rooms while the case is in one of these states.</summary>
/// <param name="MayPlay">Whether the recordings may be played: only for a task, and only as long as the task lasts (AP-POL-3).</param>
public sealed record SightRow(Role Role, Tie Tie, ImmutableArray<Room> Rooms, ImmutableArray<CaseState> States, bool MayPlay);

/// <summary>Who may look at what, as one table beside the table of who may do what.</summary>
public static class CaseSight
{
    private static readonly ImmutableArray<CaseState> Reported =
        [.. Enum.GetValues<CaseState>().Except([Imported, InReview, SecondReview, Cleared, Purged])];

    private static readonly ImmutableArray<CaseState> Published =
        [.. Reported.Except([CaseState.Reported, UnderInvestigation, ClosedNoGrounds, ViewsInvited, HearingScheduled, ViewsReceived, Deliberation, Decided])];

    private static readonly ImmutableArray<CaseState> Kept = [.. Enum.GetValues<CaseState>().Except([Purged])];

    private static readonly ImmutableArray<Room> BoardRooms =
        [Room.Recordings, Room.ProcesVerbaal, Room.Committee, Room.Decisions, Room.Letters, Room.Appeals, Room.Retention];

    public static readonly ImmutableArray<SightRow> Table =
    [
        new(Role.Coordinator, Tie.None, [Room.Recordings], [Imported, InReview, SecondReview, Cleared], MayPlay: false),
        new(Role.Reviewer, Tie.Reviewer, [Room.Review, Room.ProcesVerbaal], [InReview, SecondReview], MayPlay: true),
        new(Role.Reviewer, Tie.Reviewer, [Room.ProcesVerbaal], [CaseState.Reported, UnderInvestigation], MayPlay: false),
        new(Role.SecondReviewer, Tie.None, [Room.Review], [SecondReview], MayPlay: false),
        new(Role.SecondReviewer, Tie.SecondReviewer, [Room.Review], [SecondReview], MayPlay: true),
        new(Role.Examiner, Tie.Examiner, [Room.ProcesVerbaal], [Imported, Cleared, .. Reported], MayPlay: false),
        new(Role.BoardSecretary, Tie.None, BoardRooms, Reported, MayPlay: true),
        new(Role.BoardMember, Tie.None, BoardRooms, Reported, MayPlay: true),
        new(Role.Chair, Tie.None, BoardRooms, Reported, MayPlay: true),
        new(Role.AppealsDesk, Tie.None, [Room.Letters, Room.Appeals, Room.Retention], Published, MayPlay: false),
        // The letter that is being written is not the desk's to see; the one that stands is in the dossier.
        new(Role.AppealsDesk, Tie.Standing, [Room.Appeals, Room.Retention], CaseStates.Deciding, MayPlay: false),
        new(Role.ExecutiveBoard, Tie.Proposal, [Room.Decisions, Room.Letters, Room.Retention], [.. CaseStates.WithDecision, Annulled, ClosedAnnulled], MayPlay: false),
        // While the board decides again it can take its own decision back; what the board writes meanwhile, MayKnowOutcome keeps from it.
        new(Role.ExecutiveBoard, Tie.Proposal, [Room.Decisions], CaseStates.Deciding, MayPlay: false),
        new(Role.RecordsManager, Tie.None, [Room.Retention], Kept, MayPlay: false),
        new(Role.DataProtectionOfficer, Tie.None, [Room.Retention], Kept, MayPlay: false),
    ];

    public static bool MayEnter(Room room, CaseState state, IReadOnlyCollection<Role> roles, IReadOnlyCollection<Tie> ties) =>
        Rows(state, roles, ties).Any(row => row.Rooms.Contains(room));

    public static bool MayPlay(CaseState state, IReadOnlyCollection<Role> roles, IReadOnlyCollection<Tie> ties) => PlaysAs(state, roles, ties) is not null;

    /// <summary>The role in which somebody with these roles and ties plays the recordings; null when they may not.</summary>
    public static Role? PlaysAs(CaseState state, IReadOnlyCollection<Role> roles, IReadOnlyCollection<Tie> ties) =>
        Rows(state, roles, ties).FirstOrDefault(row => row.MayPlay)?.Role;

    /// <summary>What was decided is the board's own until it has been published (Awb 3:40).</summary>
    public static bool MayKnowOutcome(CaseState state, IReadOnlyCollection<Role> roles) =>
        CaseStates.WithDecision.Contains(state) || MayEnter(Room.Decisions, state, roles, []);

    /// <summary>The rooms of this case that are open to somebody with these roles and ties.</summary>
    public static ImmutableArray<Room> Open(CaseState state, IReadOnlyCollection<Role> roles, IReadOnlyCollection<Tie> ties) =>
        [.. Rows(state, roles, ties).SelectMany(row => row.Rooms).Distinct().Order()];

    /// <summary>The states in which somebody with these roles sees cases with this tie; for lists.</summary>
    public static ImmutableArray<CaseState> States(IReadOnlyCollection<Role> roles, Tie tie) =>
        [.. Table.Where(row => row.Tie == tie && roles.Contains(row.Role)).SelectMany(row => row.States).Distinct()];

    private static IEnumerable<SightRow> Rows(CaseState state, IReadOnlyCollection<Role> roles, IReadOnlyCollection<Tie> ties) =>
        Table.Where(row => roles.Contains(row.Role) && (row.Tie is Tie.None || ties.Contains(row.Tie)) && row.States.Contains(state) && !(ties.Contains(Tie.SteppedBack) && IsByRole(row)));

    // Who reviewed the sitting or examined the test remains a source of the facts, and keeps what that asks.
    private static bool IsByRole(SightRow row) => row.Tie is Tie.None or Tie.Proposal;
}

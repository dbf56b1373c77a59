using System.Collections.Immutable;
using static ReviewPortal.Core.Lifecycle.CaseAction;
using static ReviewPortal.Core.Lifecycle.CaseState;
using static ReviewPortal.Core.Lifecycle.Requirement;

namespace ReviewPortal.Core.Lifecycle;

/// <summary>What runs beside the procedure: the retake, an interim measure, the end of an enrolment, and the holds. The case stays where it is.</summary>
internal static class BesideTheProcedure
{
    private static readonly ImmutableArray<CaseState> InAppeal = [AppealLodged, Settlement, AppealPending, FurtherAppeal];

    private static readonly ImmutableArray<CaseState> Existing = [.. Enum.GetValues<CaseState>().Except([CaseState.Retention, PurgeProposed, Purged])];

    private static readonly ImmutableArray<Role> Holders = [Role.RecordsManager, Role.DataProtectionOfficer];

    public static readonly ImmutableArray<Transition> Rows =
    [
        .. Transition.Beside(CaseStates.WithDecision, PlanRetake, [Role.BoardSecretary], [RetakeOwed, RetakeDate, RetakePlace, WordsFitForLetter], "Reglement examencommissie art. 4.3a lid 2, derde volzin"),
        .. Transition.Beside(CaseStates.WithDecision, RequestRetake, [Role.Student], [AddressedToYou, RetakeOnRequest, RetakeRequestWritten], "Reglement examencommissie art. 4.3a lid 2, tweede volzin"),
        .. Transition.Beside(CaseStates.WithDecision, GrantRetake, Roles.Board, [NoConflictOfInterest, RetakeRequested, RetakeReasons, WordsFitForLetter], "Reglement examencommissie art. 4.3a lid 2, tweede volzin"),
        .. Transition.Beside(CaseStates.WithDecision, RefuseRetake, Roles.Board, [NoConflictOfInterest, RetakeRequested, RetakeReasons, WordsFitForLetter], "Reglement examencommissie art. 4.3a lid 2, tweede volzin; Awb 3:46"),

        .. Transition.Beside(CaseStates.WithDecision, ProposeTermination, Roles.Board, [NoConflictOfInterest, SeriousFraud, TerminationReasons], "WHW 7.12b lid 2, tweede volzin"),
        .. Transition.Beside(CaseStates.WithDecision, TerminateEnrolment, [Role.ExecutiveBoard], [TerminationProposed, HeardByExecutiveBoard, TerminationReasons, WordsFitForLetter], "WHW 7.12b lid 2, tweede volzin; Awb 4:8"),
        .. Transition.Beside(CaseStates.WithDecision, KeepEnrolment, [Role.ExecutiveBoard], [TerminationProposed, TerminationReasons, WordsFitForLetter], "WHW 7.12b lid 2, tweede volzin"),

        .. Transition.Beside(InAppeal, RecordInterimMeasure, [Role.AppealsDesk], [InterimMeasureDescribed], "WHW 7.61 lid 6"),
        .. Transition.Beside(InAppeal, EndInterimMeasure, [Role.AppealsDesk], [InterimMeasureRuns], "WHW 7.61 lid 6"),

        .. Transition.Beside(Existing, PlaceHold, Holders, [HoldReason], "Protocol, Examencommissie 4; AVG 17 lid 3 onder e"),
        .. Transition.Beside(Existing, AskToLiftHold, Holders, [HoldLies, HoldReason], "Archiefwet 1995 art. 3"),
        .. Transition.Beside(Existing, LiftHold, Holders, [HoldLies, AskedByAnother], "Archiefwet 1995 art. 3; AVG 5 lid 2"),
        .. Transition.Beside(Existing, Restrict, [Role.DataProtectionOfficer], [RestrictionReason], "AVG 18"),
        .. Transition.Beside(Existing, EndRestriction, [Role.DataProtectionOfficer], [RestrictionRuns, RestrictionReason], "AVG 18 lid 3"),
    ];
}

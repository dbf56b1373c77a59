using System.Collections.Immutable;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Review;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Worklist;

/// <summary>One kind of work that can wait for somebody: which action, for which role, in which room, and in which cases.</summary>
internal sealed record WorkTask(CaseAction Action, Role Role, Room Room, Func<PortalDb, PersonId, DateOnly, IQueryable<Case>> Cases);

/// <summary>What can wait for whom. The table of the procedure says what may be done; this says what is somebody's turn.</summary>
internal static class WorkTasks
{
    public static readonly ImmutableArray<WorkTask> All =
    [
        new(CaseAction.Assign, Role.Coordinator, Room.Recordings, (db, _, _) => db.In(CaseState.Imported)),
        new(CaseAction.FinishWithoutRemarks, Role.Reviewer, Room.Review, (db, me, _) => db.In(CaseState.InReview).Where(item => db.Assignments.Any(a => a.Case == item.Id && a.Reviewer == me))),
        new(CaseAction.SignProcesVerbaal, Role.Reviewer, Room.ProcesVerbaal, (db, me, _) => db.In(CaseState.SecondReview).Where(item => db.Assignments.Any(a => a.Case == item.Id && a.Reviewer == me && a.Opinion == SecondOpinion.Supports))),
        new(CaseAction.TakeSecondReview, Role.SecondReviewer, Room.Review, (db, me, _) => db.In(CaseState.SecondReview).Where(item => db.Assignments.Any(a => a.Case == item.Id && a.Reviewer != me && a.SecondReviewer == null))),
        new(CaseAction.SupportSuspicion, Role.SecondReviewer, Room.Review, (db, me, _) => db.In(CaseState.SecondReview).Where(item => db.Assignments.Any(a => a.Case == item.Id && a.SecondReviewer == me && a.Opinion == null))),
        new(CaseAction.TakeUp, Role.BoardSecretary, Room.Committee, (db, _, _) => db.In(CaseState.Reported)),
        new(CaseAction.InviteView, Role.BoardSecretary, Room.Committee, (db, _, _) => db.In(CaseState.UnderInvestigation)),
        new(CaseAction.RecordNoReaction, Role.BoardSecretary, Room.Committee, (db, _, today) => db.In(CaseState.ViewsInvited).Where(item => db.Invitations.Any(i => i.Case == item.Id && i.ReactBy < today))),
        new(CaseAction.RecordHearing, Role.BoardSecretary, Room.Committee, (db, _, _) => db.In(CaseState.HearingScheduled)),
        new(CaseAction.Deliberate, Role.BoardSecretary, Room.Committee, (db, _, _) => db.In(CaseState.ViewsReceived)),
        new(CaseAction.DecideValid, Role.BoardMember, Room.Decisions, (db, _, _) => db.In(CaseState.Deliberation)),
        new(CaseAction.DecideValid, Role.Chair, Room.Decisions, (db, _, _) => db.In(CaseState.Deliberation)),
        new(CaseAction.CoSign, Role.BoardMember, Room.Decisions, ToCoSign),
        new(CaseAction.CoSign, Role.Chair, Room.Decisions, ToCoSign),
        new(CaseAction.Publish, Role.BoardSecretary, Room.Letters, (db, _, _) => db.In(CaseState.Decided).Where(item => db.Decisions.Any(d => d.Case == item.Id && d.CoSignedBy != null))),
    ];

    private static IQueryable<Case> ToCoSign(PortalDb db, PersonId me, DateOnly today) =>
        db.In(CaseState.Decided).Where(item => db.Decisions.Any(d => d.Case == item.Id && d.CoSignedBy == null && d.SignedBy != me));

    private static IQueryable<Case> In(this PortalDb db, CaseState state) => db.Cases.Where(item => item.State == state);
}

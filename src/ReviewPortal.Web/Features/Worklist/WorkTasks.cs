using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Review;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Worklist;

/// <summary>One kind of work that can wait for somebody: which action, for which role, in which room, and in which cases.</summary>
internal sealed record WorkTask(CaseAction Action, Role Role, Room Room, Func<PortalDb, PersonId, DateOnly, IQueryable<Case>> Cases)
{
    private bool IsOfTheBoard => Role is Role.BoardSecretary or Role.BoardMember or Role.Chair;

    /// <summary>The cases in which this waits for this person: whoever declared an interest has nothing to do there (Awb 2:4).</summary>
    public IQueryable<Case> For(PortalDb db, PersonId me, DateOnly today)
    {
        var cases = Cases(db, me, today);
        return IsOfTheBoard ? cases.Where(item => !db.ConflictDeclarations.Any(declared => declared.Case == item.Id && declared.Person == me)) : cases;
    }
}

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
        new(CaseAction.AnswerInformation, Role.Examiner, Room.ProcesVerbaal, AskedOfExaminer),
        new(CaseAction.DecideValid, Role.BoardMember, Room.Decisions, (db, me, _) => db.In(CaseState.Deliberation).OfSessionsWith(db, me)),
        new(CaseAction.DecideValid, Role.Chair, Room.Decisions, (db, me, _) => db.In(CaseState.Deliberation).OfSessionsWith(db, me)),
        new(CaseAction.CoSign, Role.BoardMember, Room.Decisions, ToCoSign),
        new(CaseAction.CoSign, Role.Chair, Room.Decisions, ToCoSign),
        new(CaseAction.Publish, Role.BoardSecretary, Room.Letters, (db, _, _) => db.In(CaseState.Decided).Where(item => db.Decisions.Any(d => d.Case == item.Id && d.CoSignedBy != null))),
    ];

    private static IQueryable<Case> ToCoSign(PortalDb db, PersonId me, DateOnly today) =>
        db.In(CaseState.Decided).Where(item => db.Decisions.Any(d => d.Case == item.Id && d.CoSignedBy == null && d.SignedBy != me)).OfSessionsWith(db, me);

    // The states in which the table lets an examiner answer.
    private static readonly CaseState[] Answerable = [.. CaseLifecycle.Table.Where(row => row.Action is CaseAction.AnswerInformation && row.Roles.Contains(Role.Examiner)).Select(row => row.From!.Value)];

    private static IQueryable<Case> AskedOfExaminer(PortalDb db, PersonId me, DateOnly today)
    {
        var id = me.Value;
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // Read by the database, which knows no culture.
        return db.Cases.Where(item => Answerable.Contains(item.State)
            && db.InformationRequests.Any(asked => asked.Case == item.Id && asked.Source == InformationSource.Examiner && asked.AnsweredAt == null)
            && db.Sittings.Any(sitting => sitting.Id == item.Sitting && db.Exams.Any(exam => exam.Id == sitting.Exam && db.Users.Any(user => user.Id == id && user.Email!.ToLower() == exam.Examiner.ToLower()))));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
    }

    // The members of a session are a list in one column: the identity is looked for in its text, and is too long to be found by chance.
    private static IQueryable<Case> OfSessionsWith(this IQueryable<Case> cases, PortalDb db, PersonId me)
    {
        var name = $"%{me.Value}%";
        return cases.Where(item => db.Sessions.Any(session => session.Case == item.Id && EF.Functions.Like((string)(object)session.Members, name)));
    }

    private static IQueryable<Case> In(this PortalDb db, CaseState state) => db.Cases.Where(item => item.State == state);
}

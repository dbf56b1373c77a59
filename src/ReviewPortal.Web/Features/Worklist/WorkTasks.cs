using System.Collections.Immutable;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Review;
using ReviewPortal.Infrastructure.Mail;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Worklist;

/// <summary>One kind of work that can wait for somebody: which action, for which roles, in which room, and in which cases.</summary>
internal sealed record WorkTask(CaseAction Action, ImmutableArray<Role> Roles, Room Room, Func<PortalDb, PersonId, DateOnly, IQueryable<Case>> Cases)
{
    private bool IsOfTheBoard => Roles.Any(role => role is Role.BoardSecretary or Role.BoardMember or Role.Chair);

    /// <summary>Whose due day counts.</summary>
    public DueDay Due { get; init; }

    /// <summary>The e-mails it is about, where the day is theirs: the secretary has the 48 hours in which a student must be told of a letter (Awb 2:10 lid 1).</summary>
    private Func<PortalDb, DateOnly, IQueryable<Notification>>? Mails { get; init; }

    /// <summary>Work of the secretary on e-mails.</summary>
    public static WorkTask About(CaseAction action, Func<PortalDb, DateOnly, IQueryable<Notification>> which) => new(action, [Role.BoardSecretary], Room.Letters, (db, _, today) =>
    {
        var mails = which(db, today);
        return db.Cases.Where(item => mails.Any(mail => mail.Case == item.Id));
    }) { Mails = which };

    /// <summary>The lines of this work in a list, each with the day on which it is due.</summary>
    /// <param name="task">The number of this work in the list.</param>
    public IQueryable<Waiting> Lines(PortalDb db, PersonId me, DateOnly today, int task) => Mails?.Invoke(db, today) is { } mails
        ? For(db, me, today).Select(item => new Waiting { Case = item.Id, Task = task, Due = mails.Where(mail => mail.Case == item.Id).OrderBy(mail => mail.At).Select(mail => (DateOnly?)Notification.LastDay(mail.At)).FirstOrDefault() })
        : Due switch
    {
        DueDay.Posting => For(db, me, today).Select(item => new Waiting { Case = item.Id, Task = task, Due = db.ToPost().Where(sending => sending.Case == item.Id).Min(sending => sending.PostBy) }),
        DueDay.None => For(db, me, today).Select(item => new Waiting { Case = item.Id, Task = task, Due = (DateOnly?)null }),
        DueDay.Answer => For(db, me, today).Select(item => new Waiting { Case = item.Id, Task = task, Due = db.Retakes.Where(chance => chance.Case == item.Id).Select(chance => chance.AnswerBy).FirstOrDefault() }),
        DueDay.NewTest => For(db, me, today).Select(item => new Waiting { Case = item.Id, Task = task, Due = db.Retakes.Where(chance => chance.Case == item.Id).Select(chance => chance.PlanBy).FirstOrDefault() }),
        DueDay.Objection => For(db, me, today).Select(item => new Waiting { Case = item.Id, Task = task, Due = db.Objections.Where(objection => objection.Case == item.Id && objection.Outcome == null && objection.WithdrawnOn == null).Select(objection => (DateOnly?)objection.DecideBy).FirstOrDefault() }),
        DueDay.Information => For(db, me, today).Select(item => new Waiting { Case = item.Id, Task = task, Due = db.InformationRequests.Where(asked => asked.Case == item.Id && asked.AnsweredAt == null).Min(asked => (DateOnly?)asked.Due) }),
        _ => For(db, me, today).Select(item => new Waiting { Case = item.Id, Task = task, Due = item.Due }),
    };

    /// <summary>The cases in which this waits for this person: whoever declared an interest has nothing to do there (Awb 2:4).</summary>
    public IQueryable<Case> For(PortalDb db, PersonId me, DateOnly today)
    {
        var cases = Cases(db, me, today);
        return IsOfTheBoard ? cases.Where(item => !db.ConflictDeclarations.Any(declared => declared.Case == item.Id && declared.Person == me)) : cases;
    }
}

/// <summary>By what a piece of work is due. What runs beside the procedure has a day of its own: an answer does not wait for the term to appeal.</summary>
internal enum DueDay
{
    Case,

    /// <summary>No term was set for it; the one of the case is for something else, such as an appeal.</summary>
    None,
    Answer,
    NewTest,
    Information,
    Objection,
    Posting,
}

/// <summary>What can wait for whom. The table of the procedure says what may be done; this says what is somebody's turn.</summary>
internal static class WorkTasks
{
    public static readonly ImmutableArray<WorkTask> All =
    [
        new(CaseAction.Assign, [Role.Coordinator], Room.Recordings, (db, _, _) => db.In(CaseState.Imported)),
        new(CaseAction.FinishWithoutRemarks, [Role.Reviewer], Room.Review, (db, me, _) => db.In(CaseState.InReview).Where(item => db.Assignments.Any(a => a.Case == item.Id && a.Reviewer == me))),
        new(CaseAction.SignProcesVerbaal, [Role.Reviewer], Room.ProcesVerbaal, (db, me, _) => db.In(CaseState.SecondReview).Where(item => db.Assignments.Any(a => a.Case == item.Id && a.Reviewer == me && a.Opinion == SecondOpinion.Supports))),
        new(CaseAction.TakeSecondReview, [Role.SecondReviewer], Room.Review, (db, me, _) => db.In(CaseState.SecondReview).Where(item => db.Assignments.Any(a => a.Case == item.Id && a.Reviewer != me && a.SecondReviewer == null))),
        new(CaseAction.SupportSuspicion, [Role.SecondReviewer], Room.Review, (db, me, _) => db.In(CaseState.SecondReview).Where(item => db.Assignments.Any(a => a.Case == item.Id && a.SecondReviewer == me && a.Opinion == null))),
        new(CaseAction.TakeUp, [Role.BoardSecretary], Room.Committee, (db, _, _) => db.In(CaseState.Reported)),
        new(CaseAction.InviteView, [Role.BoardSecretary], Room.Committee, (db, _, _) => db.In(CaseState.UnderInvestigation)),
        new(CaseAction.RemindStudent, [Role.BoardSecretary], Room.Committee, (db, _, today) => db.In(CaseState.ViewsInvited).Where(item => db.Invitations.Any(i => i.Case == item.Id && i.RemindedAt == null && i.ReactBy >= today && i.ReactBy <= today.AddDays(2)))),
        new(CaseAction.RecordNoReaction, [Role.BoardSecretary], Room.Committee, (db, _, today) => db.In(CaseState.ViewsInvited).Where(item => db.Invitations.Any(i => i.Case == item.Id && i.ReactBy < today))),
        new(CaseAction.RecordHearing, [Role.BoardSecretary], Room.Committee, (db, _, _) => db.In(CaseState.HearingScheduled)),
        new(CaseAction.Deliberate, [Role.BoardSecretary], Room.Committee, (db, _, _) => db.In(CaseState.ViewsReceived)),
        new(CaseAction.AnswerInformation, [Role.Examiner], Room.ProcesVerbaal, AskedOfExaminer) { Due = DueDay.Information },
        new(CaseAction.DecideValid, Roles.Board, Room.Decisions, (db, me, _) => db.In(CaseState.Deliberation).OfSessionsWith(db, me)),
        new(CaseAction.CoSign, Roles.Board, Room.Decisions, ToCoSign),
        new(CaseAction.Publish, [Role.BoardSecretary], Room.Letters, (db, _, _) => db.In(CaseState.Decided).Where(item => db.Decisions.Any(d => d.Case == item.Id && d.CoSignedBy != null))),
        new(CaseAction.CloseNoGrounds, [Role.Chair], Room.Committee, (db, me, _) => db.In(CaseState.UnderInvestigation).Where(item => db.Closings.Any(closing => closing.Case == item.Id && closing.ProposedBy != me))),
        // What was set aside while an appeal ran, which was withdrawn since: nobody knows that it did not go until it is said of the decision.
        new(CaseAction.RecordDeliveryFailure, [Role.BoardSecretary], Room.Letters, (db, _, _) => db.In(CaseState.Notified).Where(item => db.DecisionsToSendAgain().Any(letter => letter.Case == item.Id))) { Due = DueDay.None },
        new(CaseAction.SendAgain, [Role.BoardSecretary], Room.Letters, (db, _, _) => db.In(CaseState.DeliveryFailed)),
        new(CaseAction.RecordPosting, [Role.BoardSecretary], Room.Letters, (db, _, _) => db.Cases.Where(item => db.ToPost().Any(sending => sending.Case == item.Id))) { Due = DueDay.Posting },
        WorkTask.About(CaseAction.RecordBounce, (db, _) => db.QuestionedMails()),
        WorkTask.About(CaseAction.NotifyAgain, (db, today) => db.UnreachedMails(today)),
        new(CaseAction.PlanRetake, [Role.BoardSecretary], Room.Letters, (db, _, _) => db.WithChance().Where(item => db.Retakes.Any(chance => chance.Case == item.Id && chance.PlanBy != null && chance.On == null))) { Due = DueDay.NewTest },
        // The board answers, and nobody has to put it before the board: every member has it in this list, but who signed first waits for another.
        new(CaseAction.GrantRetake, Roles.Board, Room.Letters, ToAnswer) { Due = DueDay.Answer },
        new(CaseAction.CoSignTermination, Roles.Board, Room.Decisions, ToPropose) { Due = DueDay.None },
        new(CaseAction.TerminateEnrolment, [Role.ExecutiveBoard], Room.Decisions, (db, _, _) => db.Standing().Where(item => db.MadeProposals.Any(proposal => proposal.Case == item.Id && proposal.DecidedAt == null && !db.FormerRounds.Any(round => round.Case == item.Id && round.ClosedAt > proposal.ProposedAt)) && db.Decisions.Any(decision => decision.Case == item.Id && decision.Outcome == Outcome.Fraud) && !db.OnlyPrintedProposals().Any(letter => letter.Case == item.Id))) { Due = DueDay.None },
        // What was proposed or decided rests on a finding that no longer stands: who did it takes it up again.
        new(CaseAction.WithdrawTermination, Roles.Board, Room.Decisions, (db, _, _) => db.WithFallenGround(proposal => proposal.DecidedAt == null)) { Due = DueDay.None },
        new(CaseAction.ReconsiderTermination, [Role.ExecutiveBoard], Room.Decisions, (db, _, _) => db.WithFallenGround(proposal => proposal.Terminated == true && proposal.ReconsideredAt == null && proposal.Restored != true)) { Due = DueDay.None },
        new(CaseAction.DecideObjection, [Role.ExecutiveBoard], Room.Decisions, (db, _, _) => db.Cases.Where(item => db.Objections.Any(objection => objection.Case == item.Id && objection.Outcome == null && objection.WithdrawnOn == null))) { Due = DueDay.Objection },
        new(CaseAction.OpenSettlement, [Role.AppealsDesk], Room.Appeals, (db, _, _) => db.In(CaseState.AppealLodged)),
        new(CaseAction.ResumeAppeal, [Role.AppealsDesk], Room.Appeals, (db, _, _) => db.In(CaseState.Notified).Where(item => db.Appeals.Any(appeal => appeal.Case == item.Id && appeal.Ruling == null && appeal.WithdrawnOn == null))) { Due = DueDay.None },
        // The board has three weeks to settle (WHW 7.61 lid 3); the desk concludes it, in time or when they have passed.
        new(CaseAction.SettleByDecision, Roles.Board, Room.Appeals, (db, _, _) => db.In(CaseState.Settlement)),
        new(CaseAction.EndSettlement, [Role.AppealsDesk], Room.Appeals, (db, _, _) => db.In(CaseState.Settlement)),
        new(CaseAction.Redecide, [Role.BoardSecretary], Room.Appeals, (db, _, _) => db.In(CaseState.Annulled)),
        // The portal proposes; a person declares (I1).
        new(CaseAction.ConfirmIrrevocable, [Role.BoardSecretary], Room.Appeals, (db, _, today) => db.Cases.Where(item => (item.State == CaseState.Notified || item.State == CaseState.Dismissed) && item.Due < today.AddDays(-7))) { Due = DueDay.None },
        new(CaseAction.HandleBsn, [Role.DataProtectionOfficer], Room.Retention, (db, _, _) => db.Cases.Where(item => db.BsnIncidents.Any(incident => incident.Case == item.Id && incident.HandledAt == null))) { Due = DueDay.None },
        new(CaseAction.LiftHold, [Role.DataProtectionOfficer, Role.RecordsManager], Room.Retention, ToLift) { Due = DueDay.None },
    ];

    private static IQueryable<Case> ToAnswer(PortalDb db, PersonId me, DateOnly today) =>
        db.WithChance().Where(item => db.Retakes.Any(chance => chance.Case == item.Id && chance.RequestedAt != null && chance.AnsweredAt == null && (chance.ProposedBy == null || chance.ProposedBy != me)));

    // A proposal to end the enrolment that one member signed waits for another; what fell is to be withdrawn.
    private static IQueryable<Case> ToPropose(PortalDb db, PersonId me, DateOnly today) =>
        db.Standing().Where(item => db.TerminationProposals.Any(proposal => proposal.Case == item.Id && proposal.ProposedBy != null && proposal.ProposedBy != me && proposal.CoSignedAt == null)
            && db.Decisions.Any(decision => decision.Case == item.Id && decision.Outcome == Outcome.Fraud));

    private static IQueryable<Case> ToLift(PortalDb db, PersonId me, DateOnly today) =>
        db.Cases.Where(item => db.Holds.Any(hold => hold.Case == item.Id && hold.LiftedAt == null && hold.LiftAskedBy != null && hold.LiftAskedBy != me));

    private static IQueryable<Case> Standing(this PortalDb db) => db.Cases.Where(item => CaseStates.WithDecision.Contains(item.State));

    // A chance goes on while the board decides again of its own motion.
    private static IQueryable<Case> WithChance(this PortalDb db) => db.Cases.Where(item => CaseStates.WithDecision.Contains(item.State) || CaseStates.Deciding.Contains(item.State));

    // Annulled, or replaced by a decision that has been published.
    private static IQueryable<Case> WithFallenGround(this PortalDb db, Expression<Func<TerminationProposal, bool>> which) =>
        db.Cases.Where(item => db.TerminationProposals.Where(which).Any(proposal => proposal.Case == item.Id
            && (item.State == CaseState.Annulled
                || (CaseStates.WithDecision.Contains(item.State) && db.Decisions.Any(decision => decision.Case == item.Id && decision.Outcome != Outcome.Fraud))
                || db.FormerRounds.Any(round => round.Case == item.Id && round.ClosedAt > proposal.ProposedAt && (round.Annulled || CaseStates.WithDecision.Contains(item.State))))));

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

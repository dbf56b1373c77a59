using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Access;

/// <summary>The cases a person may see in lists: the table of sight, as a filter for the database.</summary>
internal static class CaseScope
{
    public static IQueryable<Case> CasesFor(this PortalDb db, Actor actor)
    {
        var free = CaseSight.States(actor.Roles, Tie.None).ToArray();
        var asReviewer = CaseSight.States(actor.Roles, Tie.Reviewer).ToArray();
        var asSecond = CaseSight.States(actor.Roles, Tie.SecondReviewer).ToArray();
        var asExaminer = CaseSight.States(actor.Roles, Tie.Examiner).ToArray();
        var asProposedTo = CaseSight.States(actor.Roles, Tie.Proposal).ToArray();
        var whileStanding = CaseSight.States(actor.Roles, Tie.Standing).ToArray();
        var proposed = db.ToldToExecutiveBoard();
        var me = actor.Id;
        var email = actor.Email.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // Read by the database, which knows no culture.
        return db.Cases.Where(item =>
            (free.Contains(item.State) && !db.ConflictDeclarations.Any(declared => declared.Case == item.Id && declared.Person == me))
            || (asReviewer.Contains(item.State) && db.Assignments.Any(assignment => assignment.Case == item.Id && assignment.Reviewer == me))
            || (asSecond.Contains(item.State) && db.Assignments.Any(assignment => assignment.Case == item.Id && assignment.SecondReviewer == me))
            || (asProposedTo.Contains(item.State)
                && proposed.Any(told => told.Id == item.Id)
                && !db.ConflictDeclarations.Any(declared => declared.Case == item.Id && declared.Person == me))
            || (whileStanding.Contains(item.State) && db.FormerRounds.Any(round => round.Case == item.Id && !round.Annulled && !db.FormerRounds.Any(later => later.Case == item.Id && later.Number > round.Number))
                && !db.ConflictDeclarations.Any(declared => declared.Case == item.Id && declared.Person == me))
            || (asExaminer.Contains(item.State) && db.Sittings.Any(sitting => sitting.Id == item.Sitting && db.Exams.Any(exam => exam.Id == sitting.Exam && exam.Examiner.ToLower() == email))));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
    }

    /// <summary>
    /// The executive board reads a proposal when the student does: signed by two members, and with the decision when it was proposed with that (Awb 3:40). What it decided before stays with it.
    /// </summary>
    internal static IQueryable<Case> ToldToExecutiveBoard(this PortalDb db)
    {
        var printed = db.OnlyPrintedProposals();
        return db.Cases.Where(item =>
        (!printed.Any(letter => letter.Case == item.Id) && db.MadeProposals.Any(proposal => proposal.Case == item.Id && (!CaseStates.Deciding.Contains(item.State) || db.FormerRounds.Any(round => round.Case == item.Id && round.ClosedAt >= proposal.ProposedAt))))
        || db.EnrolmentLetters.Any(letter => letter.Case == item.Id));
    }
}

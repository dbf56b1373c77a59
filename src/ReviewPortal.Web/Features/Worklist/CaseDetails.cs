using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Worklist;

internal sealed class Waiting
{
    public CaseId Case { get; init; }

    public int Task { get; init; }

    /// <summary>When this is due; the case may be waiting for something else at the same time.</summary>
    public DateOnly? Due { get; init; }
}

internal sealed class Found
{
    public required Case Case { get; init; }

    public int Task { get; init; }

    public DateOnly? Due { get; init; }
}

internal sealed class Details
{
    public required Case Case { get; init; }

    public int Task { get; init; }

    public DateOnly? Due { get; init; }

    public required string Pseudonym { get; init; }

    public DateTimeOffset Start { get; init; }

    public required string Exam { get; init; }

    public required string Code { get; init; }

    public Outcome? Outcome { get; init; }

    public bool IsProposed { get; init; }

    public bool IsToPost { get; init; }

    public string? Reviewer { get; init; }
}

internal static class CaseDetails
{
    /// <summary>Adds what a line shows beside the case itself.</summary>
    public static IQueryable<Details> WithDetails(this IQueryable<Found> cases, PortalDb db) => cases
        .Join(db.Sittings, found => found.Case.Sitting, sitting => sitting.Id, (found, sitting) => new { found, sitting })
        .Join(db.Exams, pair => pair.sitting.Exam, exam => exam.Id, (pair, exam) => new Details
        {
            Case = pair.found.Case,
            Task = pair.found.Task,
            Due = pair.found.Due,
            Pseudonym = pair.sitting.Pseudonym,
            Start = pair.sitting.Start,
            Exam = exam.Title,
            Code = exam.Code,
            Outcome = db.Decisions.Where(decision => decision.Case == pair.found.Case.Id && decision.SignedAt != null).Select(decision => decision.Outcome).FirstOrDefault(),
            IsProposed = db.ProposedDecisions.Any(decision => decision.Case == pair.found.Case.Id),
            IsToPost = db.DecisionsToPost().Any(sending => sending.Case == pair.found.Case.Id),
            Reviewer = db.Assignments.Where(assignment => assignment.Case == pair.found.Case.Id).Select(assignment => assignment.ReviewerName).FirstOrDefault(),
        });
}

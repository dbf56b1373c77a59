using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Access;

/// <summary>What the top of every case page shows, and which rooms of the case are open to this person.</summary>
public sealed record CaseHead(
    CaseId Id, CaseNumber Number, long Version, SittingId Sitting, string Exam, DateTimeOffset Start, string Pseudonym,
    CaseState State, Outcome? Outcome, DateOnly? Due, ImmutableArray<Room> Open, Role? PlaysAs, ImmutableArray<Tie> Ties)
{
    /// <summary>The recordings are open to this person, in the role of <see cref="PlaysAs"/>.</summary>
    public bool MayPlay => PlaysAs is not null;

    public CaseAsSeen AsSeen => new(Id, Version);

    /// <summary>The outcome was signed by one member and not yet by another: it decides nothing.</summary>
    public bool IsProposed { get; init; }

    /// <summary>The decision was printed and has not been sent yet.</summary>
    public bool IsToPost { get; init; }
}

/// <summary>A case that is closed to the person who asks, because that person declared an interest in it.</summary>
/// <param name="TurnTo">Who of the board's secretaries and chairs did not step back, at most two.</param>
public sealed record SteppedBack(CaseNumber Number, DateTimeOffset At, ImmutableArray<string> TurnTo);

/// <summary>The door of every case page: it opens for those whom the table of sight lets in, and for nobody else.</summary>
public sealed class CaseDoor(PortalDbs dbs)
{
    /// <returns>Null when there is no such case, or not for this person in this room: the two look the same from outside.</returns>
    public async Task<CaseHead?> OpenAsync(string number, Room room, PersonId by, CancellationToken ct)
    {
        if (CaseNumber.Parse(number) is not { } parsed) return null;
        await using var db = await dbs.LookAsync(ct);
        if (await db.PersonAsync(by, ct) is not { } actor) return null;
        var head = await HeadAsync(db, db.Cases.Where(item => item.Number == parsed), actor, ct);
        return head?.Open.Contains(room) is true ? head : null;
    }

    /// <summary>May this person play the recordings of this sitting now?</summary>
    public async Task<CaseHead?> ToPlayAsync(SittingId sitting, PersonId by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        if (await db.PersonAsync(by, ct) is not { } actor) return null;
        var head = await HeadAsync(db, db.Cases.Where(item => item.Sitting == sitting), actor, ct);
        return head?.MayPlay is true ? head : null;
    }

    /// <summary>The student's own case; null for anybody else.</summary>
    public async Task<CaseHead?> OpenAsStudentAsync(string number, PersonId by, CancellationToken ct)
    {
        if (CaseNumber.Parse(number) is not { } parsed) return null;
        await using var db = await dbs.LookAsync(ct);
        if (await db.PersonAsync(by, ct) is not { StudentNumber: { } student } actor || !actor.Is(Role.Student)) return null;
        var own = db.Cases.Where(item => item.Number == parsed && db.Sittings.Any(sitting => sitting.Id == item.Sitting && sitting.StudentNumber == student));
        return await HeadAsync(db, own, actor, ct);
    }

    /// <summary>Why a case is closed to somebody who declared an interest in it, and who can answer questions; null for anybody else.</summary>
    public async Task<SteppedBack?> SteppedBackAsync(string number, PersonId by, CancellationToken ct)
    {
        if (CaseNumber.Parse(number) is not { } parsed) return null;
        await using var db = await dbs.LookAsync(ct);
        var declared = await db.ConflictDeclarations.Where(item => db.Cases.Any(it => it.Id == item.Case && it.Number == parsed)).OrderBy(item => item.At).ToListAsync(ct);
        if (declared.Find(item => item.Person == by) is not { } own) return null;
        var others = (await db.WithRoleAsync(Role.BoardSecretary, ct)).Concat(await db.WithRoleAsync(Role.Chair, ct));
        return new SteppedBack(parsed, own.At, [.. others.Where(person => declared.TrueForAll(item => item.Person != person.Id)).Select(person => person.Name).Distinct().Take(2)]);
    }

    private static async Task<CaseHead?> HeadAsync(PortalDb db, IQueryable<Case> which, Actor actor, CancellationToken ct)
    {
        var (proposed, toPost) = (db.ToldToExecutiveBoard(), db.DecisionsToPost());
        var found = await which
            .Join(db.Sittings, item => item.Sitting, sitting => sitting.Id, (item, sitting) => new { Case = item, Sitting = sitting })
            .Join(db.Exams, pair => pair.Sitting.Exam, exam => exam.Id, (pair, exam) => new { pair.Case, pair.Sitting, Exam = exam })
            // Joined, not asked for as the first of them: that would number the rows of the whole table, at every stretch of bytes that is played.
            .SelectMany(pair => db.Assignments.Where(assignment => assignment.Case == pair.Case.Id).DefaultIfEmpty(), (pair, assignment) => new
            {
                pair.Case,
                pair.Sitting,
                pair.Exam,
                Assignment = assignment,
                Restricted = db.Restrictions.Any(restriction => restriction.Case == pair.Case.Id && restriction.EndedAt == null),
                Proposal = proposed.Any(told => told.Id == pair.Case.Id),
                Standing = db.FormerRounds.Where(round => round.Case == pair.Case.Id).OrderByDescending(round => round.Number).Select(round => (bool?)!round.Annulled).FirstOrDefault(),
                SteppedBack = db.ConflictDeclarations.Any(declared => declared.Case == pair.Case.Id && declared.Person == actor.Id),
                Outcome = db.Decisions.Where(decision => decision.Case == pair.Case.Id && decision.SignedAt != null).Select(decision => decision.Outcome).FirstOrDefault(),
                IsProposed = db.ProposedDecisions.Any(decision => decision.Case == pair.Case.Id),
                IsToPost = toPost.Any(sending => sending.Case == pair.Case.Id),
            })
            .FirstOrDefaultAsync(ct);
        if (found is null) return null;

        var ties = ImmutableArray.CreateBuilder<Tie>();
        if (found.Assignment?.Reviewer == actor.Id) ties.Add(Tie.Reviewer);
        if (found.Assignment?.SecondReviewer == actor.Id) ties.Add(Tie.SecondReviewer);
        if (found.Exam.IsExaminedBy(actor.Email)) ties.Add(Tie.Examiner);
        if (found.Proposal) ties.Add(Tie.Proposal);
        if (found.Standing is true) ties.Add(Tie.Standing);
        if (found.SteppedBack) ties.Add(Tie.SteppedBack);
        return new CaseHead(
            found.Case.Id, found.Case.Number, found.Case.Version, found.Sitting.Id, found.Exam.Title, found.Sitting.Start, found.Sitting.Pseudonym,
            found.Case.State, CaseSight.MayKnowOutcome(found.Case.State, actor.Roles) ? found.Outcome : null, found.Case.Due,
            CaseSight.Open(found.Case.State, actor.Roles, ties),
            // Under a restriction the recordings are kept, and neither played nor handed out (AVG 18).
            found.Restricted ? null : CaseSight.PlaysAs(found.Case.State, actor.Roles, ties), ties.ToImmutable()) { IsProposed = found.IsProposed, IsToPost = found.IsToPost };
    }
}

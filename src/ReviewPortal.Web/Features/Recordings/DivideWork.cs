using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Review;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>A division as the coordinator looks at it before it becomes real.</summary>
/// <param name="Seen">In which version each case was looked at: what moved since is not given away.</param>
/// <param name="Gone">How many of the chosen sittings no longer wait.</param>
/// <param name="Held">How many wait for something else than a reviewer: the end of the sitting, or of a restriction (AVG 18).</param>
public sealed record Proposal(Division Division, ImmutableDictionary<CaseId, CaseAsSeen> Seen, int Gone, int Held)
{
    public string NameOf(PersonId reviewer) => Division.Loads.First(load => load.Before.Reviewer == reviewer).Before.Name;

    public bool Knows(PersonId reviewer) => Division.Loads.Any(load => load.Before.Reviewer == reviewer);
}

/// <summary>How far the giving is.</summary>
/// <param name="NotDone">What was refused, sitting by sitting.</param>
public sealed record Dividing(int Tried, int Done, int Total, ImmutableArray<(Given Given, Refused Why)> NotDone);

/// <summary>Proposes who gets which waiting sitting, and gives them once the coordinator says so: one by one, each by the ordinary step with its audit row.</summary>
public sealed class DivideWork(PortalDbs dbs, SittingList sittings, Assign assign, TimeProvider clock)
{
    /// <summary>More at once nobody can look over; what is left waits for the next time.</summary>
    public const int Most = 1000;

    /// <summary>All that waits under this filter, the most urgent first.</summary>
    public async Task<Proposal?> ProposeAllAsync(SittingFilter filter, PersonId by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var (rows, _) = await sittings.RowsAsync(by, filter with { State = CaseState.Imported, Sort = SittingColumn.Due, Reversed = false }, Most, ct);
        return await ProposeAsync([.. rows.Select(row => row.Case)], by, ct);
    }

    /// <returns>Null for whoever assigns nothing.</returns>
    public async Task<Proposal?> ProposeAsync(IReadOnlyCollection<CaseId> chosen, PersonId by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        await using var db = await dbs.LookAsync(ct);
        if (await db.PersonAsync(by, ct) is not { } actor || !CaseLifecycle.From(CaseState.Imported, actor.Roles).Any(row => row.Action is CaseAction.Assign)) return null;

        var reviewers = await db.WithRoleAsync(Role.Reviewer, ct);
        var now = clock.GetUtcNow();
        var loads = await db.ReviewLoadsAsync(reviewers, Amsterdam.DateOf(now), ct);
        var cases = await db.WaitingForReview(now).AsNoTracking().Where(item => chosen.Contains(item.Id)).ToListAsync(ct);
        var imported = await db.Cases.CountAsync(item => item.State == CaseState.Imported && chosen.Contains(item.Id), ct);
        var waiting = await WaitingAsync(db, cases, reviewers, ct);
        return new Proposal(Division.Of(waiting, loads), cases.ToImmutableDictionary(item => item.Id, item => new CaseAsSeen(item.Id, item.Version)), chosen.Count - imported, imported - cases.Count);
    }

    /// <summary>Gives what was proposed. It may be stopped between two sittings; what was given then stays given.</summary>
    /// <param name="tell">Hears after every sitting how far it is.</param>
    public async Task<Dividing> AssignAsync(Proposal proposal, PersonId by, Func<Dividing, Task> tell, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        ArgumentNullException.ThrowIfNull(tell);
        var now = new Dividing(0, 0, proposal.Division.Given.Length, []);
        foreach (var given in proposal.Division.Given)
        {
            if (stop.IsCancellationRequested) break;
            var answer = await assign.RunAsync(proposal.Seen[given.Sitting.Case], given.Reviewer, by, CancellationToken.None);
            now = answer is Refused refused
                ? now with { Tried = now.Tried + 1, NotDone = now.NotDone.Add((given, refused)) }
                : now with { Tried = now.Tried + 1, Done = now.Done + 1 };
            await tell(now);
        }

        return now;
    }

    private static async Task<IEnumerable<WaitingSitting>> WaitingAsync(PortalDb db, IReadOnlyCollection<Case> cases, ImmutableArray<Actor> reviewers, CancellationToken ct)
    {
        var (ids, sittings) = (cases.Select(item => item.Id).ToArray(), cases.Select(item => item.Sitting).ToArray());
        var recorded = await db.RecordedAsync(sittings, ct);
        var exams = await db.Exams.ToDictionaryAsync(exam => exam.Id, ct);
        var of = await db.Sittings.Where(item => sittings.Contains(item.Id)).Select(item => new { item.Id, item.Exam, item.StudentNumber }).ToDictionaryAsync(item => item.Id, ct);
        var withdrawn = (await db.CaseEvents.Where(item => ids.Contains(item.Case) && item.Action == CaseAction.HandBack && item.ByRole != Role.Coordinator).Select(item => new { item.Case, item.By }).ToListAsync(ct))
            .ToLookup(item => item.Case, item => item.By);
        return cases.Select(item => new WaitingSitting(item.Id, item.Number, recorded[item.Sitting].StillToDo([]), item.Due,
        [
            .. reviewers.Where(person => Conflict.IsParty(exams[of[item.Sitting].Exam], of[item.Sitting].StudentNumber, person)).Select(person => new Exclusion(person.Id, ExclusionReason.Party)),
            .. withdrawn[item.Id].Distinct().Select(person => new Exclusion(person, ExclusionReason.HandedBack)),
        ]));
    }
}

using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Worklist;

/// <summary>Reads the lists: what waits for somebody, and the cases somebody may see. It writes nothing.</summary>
public sealed class CaseLists(PortalDbs dbs, TimeProvider clock)
{
    /// <summary>How much of each kind of work waits for this person, in the order of the procedure.</summary>
    public async Task<ImmutableArray<(CaseAction Action, int Count)>> CountWorkAsync(PersonId by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        var counts = ImmutableArray.CreateBuilder<(CaseAction, int)>();
        foreach (var task in await TasksForAsync(db, by, ct))
        {
            var count = await task.For(db, by, Today).CountAsync(ct);
            if (count > 0) counts.Add((task.Action, count));
        }

        return counts.ToImmutable();
    }

    /// <summary>The work that waits for this person, most urgent first.</summary>
    /// <param name="only">One kind of work; null for all.</param>
    public async Task<CaseRows> WorkAsync(PersonId by, CaseAction? only, ListPage page, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        var tasks = (await TasksForAsync(db, by, ct)).Where(task => only is null || task.Action == only).ToArray();
        if (tasks.Length is 0) return new CaseRows([], 0);

        // Each task is numbered, because a database does not carry an enumeration through a union.
        var work = tasks.Select((task, index) => task.Lines(db, by, Today, index)).Aggregate((all, next) => all.Concat(next));
        var total = await work.CountAsync(ct);
        var rows = await Sorted(work.Join(db.Cases, waiting => waiting.Case, item => item.Id, (waiting, item) => new Found { Case = item, Task = waiting.Task, Due = waiting.Due }).WithDetails(db), page).ToListAsync(ct);
        return new CaseRows([.. rows.Select(row => Row(row) with { ToDo = tasks[row.Task].Action, Room = tasks[row.Task].Room })], total);
    }

    /// <summary>The cases this person may see in a room, or those that match a search.</summary>
    public async Task<CaseRows> CasesAsync(PersonId by, IReadOnlyCollection<CaseState> states, string? words, ListPage page, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        if (await db.PersonAsync(by, ct) is not { } actor) return new CaseRows([], 0);

        var cases = db.CasesFor(actor);
        if (states.Count > 0) cases = cases.Where(item => states.Contains(item.State));
        var found = cases.Select(item => new Found { Case = item, Task = 0, Due = item.Due }).WithDetails(db);
        if (!Inked.IsEmpty(words)) found = Matching(found, words.Trim());
        var total = await found.CountAsync(ct);
        var rows = await Sorted(found, page).ToListAsync(ct);
        return new CaseRows([.. rows.Select(row => Row(row) with { Room = OpenRoom(row, actor), Outcome = CaseSight.MayKnowOutcome(row.Case.State, actor.Roles) ? row.Outcome : null })], total);
    }

    private DateOnly Today => Amsterdam.DateOf(clock.GetUtcNow());

    private static async Task<IEnumerable<WorkTask>> TasksForAsync(PortalDb db, PersonId by, CancellationToken ct) =>
        await db.PersonAsync(by, ct) is { } actor ? WorkTasks.All.Where(task => task.Roles.Any(actor.Is)) : [];

    private static IQueryable<Details> Matching(IQueryable<Details> found, string words)
    {
        if (CaseNumber.Parse(words) is { } number) return found.Where(row => row.Case.Number == number);
        var like = LikePattern.Containing(words);
        return found.Where(row => EF.Functions.Like(row.Pseudonym, like, LikePattern.Escape) || EF.Functions.Like(row.Exam, like, LikePattern.Escape) || EF.Functions.Like(row.Code, like, LikePattern.Escape));
    }

    private static IQueryable<Details> Sorted(IQueryable<Details> rows, ListPage page)
    {
        var descending = page.OrderBy.EndsWith(" desc", StringComparison.Ordinal);
        var sorted = page.OrderBy.Split(' ')[0] switch
        {
            nameof(CaseRow.Number) => descending ? rows.OrderByDescending(row => row.Case.Number) : rows.OrderBy(row => row.Case.Number),
            nameof(CaseRow.Exam) => descending ? rows.OrderByDescending(row => row.Exam) : rows.OrderBy(row => row.Exam),
            nameof(CaseRow.Pseudonym) => descending ? rows.OrderByDescending(row => row.Pseudonym) : rows.OrderBy(row => row.Pseudonym),
            nameof(CaseRow.State) => descending ? rows.OrderByDescending(row => row.Case.State) : rows.OrderBy(row => row.Case.State),
            nameof(CaseRow.Start) => descending ? rows.OrderByDescending(row => row.Start) : rows.OrderBy(row => row.Start),
            _ when descending => rows.OrderByDescending(row => row.Due),
            _ => rows.OrderBy(row => row.Due == null).ThenBy(row => row.Due),
        };
        return sorted.ThenBy(row => row.Case.Id).Skip(page.Skip).Take(page.Take);
    }

    private static CaseRow Row(Details row) => new()
    {
        Number = row.Case.Number,
        Exam = row.Exam,
        Start = row.Start,
        Pseudonym = row.Pseudonym,
        State = row.Case.State,
        Outcome = row.Outcome,
        IsProposed = row.IsProposed,
        IsToPost = row.IsToPost,
        Due = row.Due,
        Reviewer = row.Reviewer,
    };

    // Where a click leads: the room in which the case is now, or else the nearest room behind it that is open to this person.
    private static Room OpenRoom(Details row, Actor actor)
    {
        var open = CaseSight.Open(row.Case.State, actor.Roles, [Tie.Reviewer, Tie.SecondReviewer, Tie.Examiner, Tie.Proposal, Tie.Standing]);
        var now = Rooms.Of(row.Case.State);
        return open.Contains(now) ? now : open.Where(room => room < now).DefaultIfEmpty(open.FirstOrDefault()).Last();
    }
}

using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Review;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Committee;

/// <summary>The sessions of the board: on which days, and which cases in which order. It writes nothing.</summary>
public sealed class BoardAgenda(PortalDbs dbs, TimeProvider clock)
{
    public const int PageSize = 25;

    /// <summary>The days on which the board sits, the nearest first, or sat, the latest first; none for whoever is not of the board.</summary>
    public async Task<SessionDays> ListAsync(PersonId by, bool upcoming, int skip, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        if (await BoardMemberAsync(db, by, ct) is not { } actor) return new SessionDays([], 0);
        var today = Amsterdam.DateOf(clock.GetUtcNow());
        var cases = db.CasesFor(actor);
        var sessions = db.Sessions.Where(session => cases.Any(item => item.Id == session.Case));
        var former = await FormerAsync(db, cases, ct);
        var standing = await sessions.GroupBy(session => session.Date).Select(day => new { day.Key, Count = day.Count() }).ToListAsync(ct);
        var days = standing.Select(day => (Date: day.Key, day.Count)).Concat(former.Select(round => (round.Date, Count: 1)))
            .GroupBy(day => day.Date, (date, parts) => (Date: date, Count: parts.Sum(part => part.Count)))
            .Where(day => day.Date >= today == upcoming).ToArray();
        var page = (upcoming ? days.OrderBy(day => day.Date) : days.OrderByDescending(day => day.Date)).Skip(skip).Take(PageSize).ToArray();
        var dates = page.Select(day => day.Date).ToArray();
        var members = (await sessions.Where(session => dates.Contains(session.Date)).Select(session => new { session.Date, session.Members }).ToListAsync(ct))
            .Select(session => (session.Date, session.Members)).Concat(former.Select(round => (round.Date, round.Members))).ToLookup(session => session.Date, session => session.Members);
        return new SessionDays(
            [.. page.Select(day => new SessionDay(day.Date, day.Count, [.. members[day.Date].SelectMany(some => some).DistinctBy(member => member.Id).Select(member => member.Name).Order(StringComparer.Ordinal)]))],
            days.Length);
    }

    /// <summary>The cases of one session, by number, those with a decision that no longer stands included; none when there is no session that day, or not for this person.</summary>
    public async Task<ImmutableArray<AgendaLine>> FindAsync(DateOnly date, PersonId by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        if (await BoardMemberAsync(db, by, ct) is not { } actor) return [];
        var visible = db.CasesFor(actor);
        var former = (await FormerAsync(db, visible, ct)).Where(round => round.Date == date).ToArray();
        var laidAside = former.Select(round => round.Case).ToArray();
        var rows = await visible.Where(item => laidAside.Contains(item.Id) || db.Sessions.Any(session => session.Case == item.Id && session.Date == date))
            .Join(db.Sittings, item => item.Sitting, sitting => sitting.Id, (item, sitting) => new { item, sitting })
            .Join(db.Exams, row => row.sitting.Exam, exam => exam.Id, (row, exam) => new
            {
                row.item,
                row.sitting,
                exam,
                Session = db.Sessions.FirstOrDefault(session => session.Case == row.item.Id && session.Date == date),
                Assignment = db.Assignments.FirstOrDefault(assignment => assignment.Case == row.item.Id),
                Outcome = db.Decisions.Where(decision => decision.Case == row.item.Id && decision.SignedAt != null).Select(decision => decision.Outcome).FirstOrDefault(),
                IsProposed = db.ProposedDecisions.Any(decision => decision.Case == row.item.Id),
                IsToPost = db.DecisionsToPost().Any(sending => sending.Case == row.item.Id),
            })
            .OrderBy(row => row.item.Number).ToListAsync(ct);
        var ids = rows.Select(row => row.item.Id).ToArray();
        var declared = (await db.ConflictDeclarations.Where(item => ids.Contains(item.Case)).Select(item => new { item.Case, item.Person }).ToListAsync(ct)).ToLookup(item => item.Case, item => item.Person);
        var withdrawn = (await db.CaseEvents.Where(item => ids.Contains(item.Case) && item.Action == CaseAction.HandBack && item.ByRole != Role.Coordinator).Select(item => new { item.Case, item.By }).ToListAsync(ct))
            .ToLookup(item => item.Case, item => item.By);
        var board = await BoardAsync(db, ct);

        return
        [
            .. rows.SelectMany(row => (AgendaLine[])
            [
                .. former.Where(round => round.Case == row.item.Id).Select(round => new AgendaLine(row.item.Number, row.exam.Title, row.item.State, round.Outcome, Names(round.Members), []) { IsLaidAside = true }),
                .. row.Session is not { } session ? [] : (AgendaLine[])[new AgendaLine(row.item.Number, row.exam.Title, row.item.State, row.Outcome, Names(session.Members),
                    [.. board.Where((new Conflict(row.exam, row.sitting, row.Assignment, [.. withdrawn[row.item.Id]]) { Declared = [.. declared[row.item.Id]] }).WithBoard).Select(person => person.Name)]) { IsProposed = row.IsProposed, IsToPost = row.IsToPost }],
            ]),
        ];
    }

    private static ImmutableArray<string> Names(ImmutableArray<SessionMember> members) => [.. members.Select(member => member.Name)];

    private static async Task<ImmutableArray<Actor>> BoardAsync(PortalDb db, CancellationToken ct)
    {
        Role[] roles = [Role.BoardSecretary, Role.BoardMember, Role.Chair];
        var people = ImmutableArray.CreateBuilder<Actor>();
        foreach (var role in roles) people.AddRange(await db.WithRoleAsync(role, ct));
        return [.. people.DistinctBy(person => person.Id)];
    }

    // A decision that was laid aside took its session along; the day stands in what was kept of it. Few decisions end so.
    private static async Task<ImmutableArray<FormerSession>> FormerAsync(PortalDb db, IQueryable<Case> visible, CancellationToken ct) =>
        [
            .. (await db.FormerRounds.Where(round => visible.Any(item => item.Id == round.Case)).OrderBy(round => round.Number).Select(round => new { round.Case, round.Outcome, round.Members, Day = PortalDb.JsonText(round.Content, Rounds.SessionDay) }).ToListAsync(ct))
                .Select(round => (round, Day: round.Day is { } day ? IsoDay.Parse(day) : null))
                .Where(pair => pair.Day is not null)
                .Select(pair => new FormerSession(pair.round.Case, pair.Day!.Value, pair.round.Outcome, pair.round.Members)),
        ];

    private static async Task<Actor?> BoardMemberAsync(PortalDb db, PersonId by, CancellationToken ct) =>
        await db.PersonAsync(by, ct) is { } actor && (actor.Is(Role.BoardSecretary) || actor.Is(Role.BoardMember) || actor.Is(Role.Chair)) ? actor : null;
}

/// <summary>One day on which the board sits.</summary>
public sealed record SessionDay(DateOnly Date, int Cases, ImmutableArray<string> Members);

/// <param name="Total">On all pages together.</param>
public sealed record SessionDays(ImmutableArray<SessionDay> Days, int Total);

/// <summary>One case on the agenda.</summary>
/// <param name="WithConflict">The people of the board who take no part in it.</param>
public sealed record AgendaLine(CaseNumber Number, string Exam, CaseState State, Outcome? Outcome, ImmutableArray<string> Members, ImmutableArray<string> WithConflict)
{
    /// <summary>The decision that came of this session does not stand any more (I10: it stays readable).</summary>
    public bool IsLaidAside { get; init; }

    /// <summary>The outcome was signed by one member and not yet by another.</summary>
    public bool IsProposed { get; init; }

    /// <summary>The decision was printed and has not been sent yet.</summary>
    public bool IsToPost { get; init; }
}

internal sealed record FormerSession(CaseId Case, DateOnly Date, Outcome? Outcome, ImmutableArray<SessionMember> Members);

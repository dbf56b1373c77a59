using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Committee;

/// <summary>The sessions of the board: on which days, and which cases in which order. It writes nothing.</summary>
public sealed class BoardAgenda(PortalDbs dbs, CaseFiles files)
{
    /// <summary>The days on which the board sits or sat, the latest first; none for whoever is not of the board.</summary>
    public async Task<ImmutableArray<SessionDay>> ListAsync(PersonId by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        if (await BoardMemberAsync(db, by, ct) is not { } actor) return [];
        var cases = db.CasesFor(actor);
        var sessions = await db.Sessions.Where(session => cases.Any(item => item.Id == session.Case)).ToListAsync(ct);
        return [.. sessions.GroupBy(session => session.Date).OrderByDescending(day => day.Key)
            .Select(day => new SessionDay(day.Key, day.Count(), [.. day.SelectMany(session => session.Members).DistinctBy(member => member.Id).Select(member => member.Name).Order(StringComparer.Ordinal)]))];
    }

    /// <summary>The day of an address, as in 2026-11-16.</summary>
    public static DateOnly? DayOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The cases of one session, by number; none when there is no session that day, or not for this person.</summary>
    public async Task<ImmutableArray<AgendaLine>> FindAsync(DateOnly date, PersonId by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        if (await BoardMemberAsync(db, by, ct) is not { } actor) return [];
        var cases = await db.CasesFor(actor).Where(item => db.Sessions.Any(session => session.Case == item.Id && session.Date == date)).OrderBy(item => item.Number).Select(item => item.Id).ToListAsync(ct);
        Role[] board = [Role.BoardSecretary, Role.BoardMember, Role.Chair];
        var people = ImmutableArray.CreateBuilder<Actor>();
        foreach (var role in board) people.AddRange(await db.WithRoleAsync(role, ct));

        var lines = ImmutableArray.CreateBuilder<AgendaLine>();
        foreach (var id in cases)
        {
            if (await files.LookAsync(id, by, file => AgendaLine.Of(file, [.. people.DistinctBy(person => person.Id)]), ct) is { } line) lines.Add(line);
        }

        return lines.ToImmutable();
    }

    private static async Task<Actor?> BoardMemberAsync(PortalDb db, PersonId by, CancellationToken ct) =>
        await db.PersonAsync(by, ct) is { } actor && (actor.Is(Role.BoardSecretary) || actor.Is(Role.BoardMember) || actor.Is(Role.Chair)) ? actor : null;
}

/// <summary>One day on which the board sits.</summary>
public sealed record SessionDay(DateOnly Date, int Cases, ImmutableArray<string> Members);

/// <summary>One case on the agenda.</summary>
/// <param name="WithConflict">The people of the board who take no part in it.</param>
public sealed record AgendaLine(CaseNumber Number, string Exam, CaseState State, Outcome? Outcome, ImmutableArray<string> Members, ImmutableArray<string> WithConflict)
{
    public static AgendaLine Of(CaseFile file, ImmutableArray<Actor> board)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new(
            file.Case.Number, file.Exam.Title, file.Case.State, file.Decision is { IsSigned: true } signed ? signed.Outcome : null,
            [.. file.Session?.Members.Select(member => member.Name) ?? []],
            [.. board.Where(file.Conflict.WithBoard).Select(person => person.Name)]);
    }
}

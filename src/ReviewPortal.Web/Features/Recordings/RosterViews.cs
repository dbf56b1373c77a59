using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Import.Rosters;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>One test of which a roster came in.</summary>
/// <param name="Title">Null while no recording of it has come in.</param>
/// <param name="Missing">Enrolled, not noted as absent, and without a sitting.</param>
/// <param name="Unlisted">Sittings of somebody who is not on the roster.</param>
public sealed record RosterExam(string Code, string? Title, int Enrolled, int WithSitting, int Missing, int Absent, int Unlisted, DateTimeOffset ChangedAt);

/// <summary>One candidate of a roster.</summary>
/// <param name="Case">Null while no recording has come in.</param>
/// <param name="IsOpen">Whether the coordinator may still enter it.</param>
/// <param name="HasAccount">Without one no letter can reach this student (Awb 3:41).</param>
public sealed record RosterRow(string StudentNumber, string Name, string Email, int ExtraMinutes, ImmutableArray<Allowance> Allowances, Attendance? Attendance, CaseNumber? Case, bool IsOpen, bool HasAccount);

/// <param name="Names">False for whoever also reviews: reviewers know candidates by their pseudonym.</param>
public sealed record RosterDetails(RosterExam Exam, ImmutableArray<RosterRow> Rows, ImmutableArray<(CaseNumber Number, bool IsOpen)> Unlisted, bool Names);

/// <summary>What rosters said, for the coordinator: exam by exam who was enrolled, who has a sitting, and who is missing. It writes nothing.</summary>
public sealed class RosterViews(PortalDbs dbs)
{
    private const int ShownImports = 10;

    public async Task<ImmutableArray<RosterExam>> ExamsAsync(PersonId by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        if (await CoordinatorAsync(db, by, ct) is null) return [];
        var exams = await Exams(db, db.Enrolments).ToListAsync(ct);
        return [.. exams.OrderByDescending(exam => exam.ChangedAt).ThenBy(exam => exam.Code, StringComparer.Ordinal)];
    }

    public async Task<RosterDetails?> DetailsAsync(string code, PersonId by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        if (await CoordinatorAsync(db, by, ct) is not { } actor) return null;
        if (await Exams(db, db.Enrolments.Where(item => item.Exam == code)).FirstOrDefaultAsync(ct) is not { } exam) return null;
        var names = !actor.Roles.Any(role => role is Role.Reviewer or Role.SecondReviewer);
        var rows = await db.Enrolments.Where(item => item.Exam == code).OrderBy(item => item.StudentNumber)
            .Select(item => new
            {
                item,
                Case = Sittings(db, code).Where(sitting => sitting.StudentNumber == item.StudentNumber).Join(db.Cases, sitting => sitting.Id, found => found.Sitting, (_, found) => (CaseNumber?)found.Number).FirstOrDefault(),
                HasAccount = db.Users.Any(user => user.StudentNumber == item.StudentNumber && !user.Disabled),
            })
            .ToListAsync(ct);
        var unlisted = await Sittings(db, code).Where(sitting => !db.Enrolments.Any(item => item.Exam == code && item.StudentNumber == sitting.StudentNumber))
            .Join(db.Cases, sitting => sitting.Id, found => found.Sitting, (_, found) => found.Number).OrderBy(number => number).ToListAsync(ct);
        var open = (await db.CasesFor(actor).Where(item => Sittings(db, code).Any(sitting => sitting.Id == item.Sitting)).Select(item => item.Number).ToListAsync(ct)).ToHashSet();
        return new RosterDetails(
            exam,
            names ? [.. rows.Select(row => new RosterRow(row.item.StudentNumber, row.item.Name, row.item.Email, row.item.ExtraMinutes, row.item.Allowances, row.item.Attendance, row.Case, row.Case is { } number && open.Contains(number), row.HasAccount))] : [],
            [.. unlisted.Select(number => (number, open.Contains(number)))], names);
    }

    /// <summary>The latest rosters that came in, with the lines that were left out.</summary>
    public async Task<ImmutableArray<RosterImport>> ImportsAsync(PersonId by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        return await CoordinatorAsync(db, by, ct) is null ? [] : [.. await db.RosterImports.OrderByDescending(item => item.ReceivedAt).Take(ShownImports).ToListAsync(ct)];
    }

    private static async Task<Actor?> CoordinatorAsync(PortalDb db, PersonId by, CancellationToken ct) => await db.PersonAsync(by, ct) is { } actor && actor.Is(Role.Coordinator) ? actor : null;

    private static IQueryable<Sitting> Sittings(PortalDb db, string code) => db.Sittings.Where(sitting => db.Exams.Any(exam => exam.Id == sitting.Exam && exam.Code == code));

    private static IQueryable<RosterExam> Exams(PortalDb db, IQueryable<Enrolment> enrolments) => enrolments
        .Select(item => new
        {
            item.Exam,
            item.Attendance,
            item.ChangedAt,
            HasSitting = db.Sittings.Any(sitting => sitting.StudentNumber == item.StudentNumber && db.Exams.Any(exam => exam.Id == sitting.Exam && exam.Code == item.Exam)),
        })
        .GroupBy(item => item.Exam)
        .Select(group => new RosterExam(
            group.Key,
            db.Exams.Where(exam => exam.Code == group.Key).Select(exam => exam.Title).FirstOrDefault(),
            group.Count(),
            group.Count(item => item.HasSitting),
            group.Count(item => !item.HasSitting && item.Attendance != Attendance.Absent),
            group.Count(item => item.Attendance == Attendance.Absent),
            db.Sittings.Count(sitting => db.Exams.Any(exam => exam.Id == sitting.Exam && exam.Code == group.Key) && !db.Enrolments.Any(item => item.Exam == group.Key && item.StudentNumber == sitting.StudentNumber)),
            group.Max(item => item.ChangedAt)));
}

using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>
/// Whom a letter may not name because it is not to them (AVG 5). All accounts are read once and kept for the letters that follow: until there are more accounts or roles, whoever made them, and for a minute at most,
/// because a name that somebody changes in the database itself counts as well.
/// </summary>
public sealed class StudentNames(TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private volatile Kept? _kept;

    /// <param name="own">The number of the student whom the letter is to.</param>
    /// <param name="spoken">Names that the letter must be able to say: of the student, and of who speaks for them.</param>
    /// <param name="exam">The test, of which the others are known by anything they go by; null for no test in particular.</param>
    public async Task<OtherStudents> OthersAsync(PortalDb db, string own, IEnumerable<string?> spoken, Guid? exam, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var ofTheTest = exam is null ? [] : await db.Sittings.Where(sitting => sitting.Exam == exam && sitting.StudentNumber != own)
            .Select(sitting => new { sitting.Pseudonym, sitting.StudentNumber, Name = db.Users.Where(user => user.StudentNumber == sitting.StudentNumber).Select(user => user.Name).FirstOrDefault() })
            .ToListAsync(ct);
        return new(
            string.Join('\n', spoken),
            ofTheTest.SelectMany(other => new[] { other.Pseudonym, other.StudentNumber, other.Name }).OfType<string>(),
            await EverybodyAsync(db, ct), own);
    }

    // Letters that find it out of date at the same time each read: the last keeps what it read.
    private async Task<StudentBody> EverybodyAsync(PortalDb db, CancellationToken ct)
    {
        // Counted, because accounts and their roles are only added to; another portal on this database does it in the same way.
        var counted = await db.Users.OrderBy(user => user.Id).Select(_ => new Counts(db.Users.Count(), db.UserRoles.Count())).FirstOrDefaultAsync(ct);
        if (_kept is { } kept && kept.Counted == counted && (clock.GetUtcNow() - kept.At).Duration() < Longest) return kept.Students;
        var at = clock.GetUtcNow();
        var students = await ReadAsync(db, ct);
        _kept = new(counted, at, students);
        return students;
    }

    private static async Task<StudentBody> ReadAsync(PortalDb db, CancellationToken ct)
    {
        var student = nameof(Role.Student);
        // Who works here may be named, as the examiner, also where a student elsewhere is called the same.
        var colleagues = await db.Users.Where(user => db.UserRoles.Any(link => link.UserId == user.Id && db.Roles.Any(role => role.Id == link.RoleId && role.Name != student))).Select(user => user.Name).ToListAsync(ct);
        var named = colleagues.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var accounts = await db.Users.Where(user => user.StudentNumber != null).Select(user => new { user.StudentNumber, user.Name }).ToListAsync(ct);
        return new(accounts.Select(account => (account.StudentNumber!, named.Contains(account.Name) ? null : account.Name)));
    }

    private sealed record Counts(int Accounts, int Roles);

    private sealed record Kept(Counts? Counted, DateTimeOffset At, StudentBody Students);
}

using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>Whom a letter may not name because it is not to them (AVG 5).</summary>
internal static class StudentNames
{
    /// <param name="own">The number of the student whom the letter is to.</param>
    /// <param name="spoken">Names that the letter must be able to say: of the student, and of who speaks for them.</param>
    /// <param name="exam">The test, of which the others are known by anything they go by; null for no test in particular.</param>
    public static async Task<OtherStudents> OthersAsync(this PortalDb db, string own, IEnumerable<string?> spoken, Guid? exam, CancellationToken ct)
    {
        var ofTheTest = exam is null ? [] : await db.Sittings.Where(sitting => sitting.Exam == exam && sitting.StudentNumber != own)
            .Select(sitting => new { sitting.Pseudonym, sitting.StudentNumber, Name = db.Users.Where(user => user.StudentNumber == sitting.StudentNumber).Select(user => user.Name).FirstOrDefault() })
            .ToListAsync(ct);
        var student = nameof(Role.Student);
        var works = db.UserRoles.Join(db.Roles.Where(role => role.Name != student), link => link.RoleId, role => role.Id, (link, _) => link.UserId);
        var accounts = await db.Users.Where(user => user.StudentNumber != own).Select(user => new { user.Name, user.StudentNumber, WorksHere = works.Contains(user.Id) }).ToListAsync(ct);
        // Who works here may be named, as the examiner, also where a student elsewhere is called the same.
        var colleagues = accounts.Where(account => account.WorksHere).Select(account => account.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new(
            string.Join('\n', spoken),
            ofTheTest.SelectMany(other => new[] { other.Pseudonym, other.StudentNumber, other.Name }).OfType<string>(),
            accounts.Where(account => account.StudentNumber is not null).SelectMany(account => new[] { account.StudentNumber!, account.Name }).Where(name => !colleagues.Contains(name)));
    }
}

using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Necessity;

namespace ReviewPortal.Infrastructure.Store;

/// <summary>What the candidate of one sitting is allowed beyond the exam sheet (UU-OWN-c, UU-OWN-f). Whose it is does not come along.</summary>
public sealed record Allowed(int ExtraMinutes, ImmutableArray<Allowance> Allowances, Attendance? Attendance)
{
    public static readonly Allowed Nothing = new(0, [], null);

    public bool IsNothing => ExtraMinutes is 0 && Allowances.IsEmpty;

    public static async Task<Allowed> OfAsync(PortalDb db, SittingId id, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db.Sittings.Where(sitting => sitting.Id == id)
            .Join(db.Exams, sitting => sitting.Exam, exam => exam.Id, (sitting, exam) => new { sitting.StudentNumber, exam.Code })
            .Join(db.Enrolments, of => new { of.StudentNumber, of.Code }, item => new { item.StudentNumber, Code = item.Exam }, (_, item) => new Allowed(item.ExtraMinutes, item.Allowances, item.Attendance))
            .FirstOrDefaultAsync(ct) ?? Nothing;
    }
}

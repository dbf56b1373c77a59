using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Necessity;

namespace ReviewPortal.Infrastructure.Store;

/// <summary>Requests for lists: who and which test, where they stand and who was asked. What the student wrote, about health above all, stays where it is (AVG 5 lid 1 onder c, AVG 9).</summary>
public static class FacilitySlips
{
    public static async Task<IReadOnlyList<FacilityRequest>> SlipsAsync(this PortalDb db, Expression<Func<FacilityRequest, bool>> which, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var rows = await db.FacilityRequests.Where(which).OrderBy(item => item.TestOn).ThenBy(item => item.Number)
            .Select(item => new { item.Id, item.Number, item.StudentNumber, item.StudentName, item.Test, item.Course, item.TestOn, item.Reason, item.FiledAt, item.State, item.Adviser, item.Examiner, item.Director, item.PublishedAt })
            .ToListAsync(ct);
        return
        [
            .. rows.Select(row => FacilityRequest.Listed(
                new FacilityRequest
                {
                    Id = row.Id, Number = row.Number, StudentNumber = row.StudentNumber, StudentName = row.StudentName, Test = row.Test, Course = row.Course, Programme = "", TestOn = row.TestOn, Reason = row.Reason,
                    Explanation = "", FiledAt = row.FiledAt, Adviser = row.Adviser, Examiner = row.Examiner, Director = row.Director, PublishedAt = row.PublishedAt,
                },
                row.State)),
        ];
    }
}

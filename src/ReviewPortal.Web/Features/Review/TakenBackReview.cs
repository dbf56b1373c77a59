using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Review;

/// <summary>A review that the coordinator took back: when, and who did. Told to the person who had it, and to nobody else.</summary>
public sealed record TakenBackReview(CaseNumber Number, DateTimeOffset At, string By)
{
    /// <returns>Null for whoever never had it, gave it back, or has it again.</returns>
    public static async Task<TakenBackReview?> OfAsync(PortalDb db, string number, PersonId by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (CaseNumber.Parse(number) is not { } parsed || await db.PersonAsync(by, ct) is not { } me) return null;
        var told = await db.CaseEvents.AsNoTracking()
            .Where(item => db.Cases.Any(@case => @case.Id == item.Case && @case.Number == parsed)
                && (item.Action == CaseAction.Assign || item.Action == CaseAction.TakeReview || item.Action == CaseAction.TakeSecondReview || item.Action == CaseAction.HandBack))
            .OrderBy(item => item.Version).ToListAsync(ct);

        var (isFirst, isSecond, byName, taken) = (false, false, false, (CaseEvent?)null);
        foreach (var item in told)
        {
            switch (item.Action)
            {
                case CaseAction.TakeSecondReview:
                    isSecond = item.By == by;
                    break;
                // An assignment is told with a name; whether it was this person of that name, the work left behind says.
                case CaseAction.Assign or CaseAction.TakeReview:
                    (byName, isFirst) = (item.Action is CaseAction.Assign, item.Action is CaseAction.Assign ? item.Note == me.Name : item.By == by);
                    break;
                case CaseAction.HandBack when item.ByRole is Role.Coordinator:
                    if (isSecond || (isFirst && (!byName || await LeftWorkAsync(db, item.Case, by, ct)))) taken = item;
                    (isFirst, isSecond) = (false, false);
                    break;
                case CaseAction.HandBack:
                    if (item.By == by) taken = null;
                    // The second review goes back to who may take it; the first to the coordinator.
                    (isFirst, isSecond) = (isFirst && item.To is CaseState.SecondReview, false);
                    break;
            }
        }

        return isFirst || isSecond || taken is null ? null : new TakenBackReview(parsed, taken.At, taken.ByName);
    }

    private static async Task<bool> LeftWorkAsync(PortalDb db, CaseId @case, PersonId by, CancellationToken ct) =>
        await db.Assignments.AnyAsync(item => item.Case == @case && item.Reviewer == by, ct)
        || await db.Observations.AnyAsync(item => item.Case == @case && item.By == by, ct)
        || await db.Seen.AnyAsync(item => item.Case == @case && item.Reviewer == by, ct);
}

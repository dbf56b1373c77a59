using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Review;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Worklist;

/// <summary>What came of asking for the next sitting.</summary>
/// <param name="Number">The case that was taken; null when there is none to take.</param>
/// <param name="Refused">Why not, when the reason is not that others were quicker.</param>
public sealed record TakenReview(CaseNumber? Number, Refused? Refused);

/// <summary>A reviewer takes the sitting that must be looked at first, without choosing between candidates. Two who ask at once get two sittings.</summary>
public sealed class TakeReview(CaseFiles files, PortalDbs dbs, TakingPolicy policy, TimeProvider clock)
{
    public bool IsAllowed => policy.Allowed;

    public Task<Answer> RunAsync(CaseAsSeen @case, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.TakeReview, by,
        file =>
        {
            file.State(Requirement.TakingAllowed, policy.Allowed);
            file.State(Requirement.NotYourOwnTest, !file.Conflict.WithSecondReview(file.Actor));
            file.GiveTo(file.Actor);
            return new Step();
        },
        ct);

    public async Task<TakenReview> NextAsync(PersonId by, CancellationToken ct)
    {
        foreach (var (id, number) in await WaitingAsync(by, ct))
        {
            switch (await RunAsync(CaseAsSeen.Latest(id), by, ct))
            {
                case Done:
                    return new TakenReview(number, null);
                // A colleague was quicker, or it is gone: then the one after it.
                case Refused { Kind: RefusalKind.NotFromThisState or RefusalKind.NoCase or RefusalKind.ChangedMeanwhile }:
                    continue;
                case Refused refused:
                    return new TakenReview(null, refused);
            }
        }

        return new TakenReview(null, null);
    }

    /// <summary>How many sittings this person could take.</summary>
    public async Task<int> CountAsync(PersonId by, CancellationToken ct) => policy.Allowed ? (await WaitingAsync(by, ct)).Count : 0;

    // A sitting under restriction (AVG 18) is nobody's to look at; the coordinator sees to it.
    private async Task<List<(CaseId Id, CaseNumber Number)>> WaitingAsync(PersonId by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        if (await db.PersonAsync(by, ct) is not { } actor || !actor.Is(Role.Reviewer)) return [];
        var now = clock.GetUtcNow();
        var waiting = await db.Cases
            .Where(item => item.State == CaseState.Imported
                && !db.Restrictions.Any(restriction => restriction.Case == item.Id && restriction.EndedAt == null)
                && !db.CaseEvents.Any(told => told.Case == item.Id && told.Action == CaseAction.HandBack && told.By == by && told.ByRole != Role.Coordinator))
            .Join(db.Sittings.Where(sitting => sitting.End <= now), item => item.Sitting, sitting => sitting.Id, (item, sitting) => new { item.Id, item.Number, item.Due, sitting.StudentNumber, sitting.Exam })
            .OrderBy(item => item.Due == null).ThenBy(item => item.Due).ThenBy(item => item.Number)
            .ToListAsync(ct);
        var exams = await db.Exams.ToDictionaryAsync(exam => exam.Id, ct);
        return [.. waiting.Where(item => !Conflict.IsParty(exams[item.Exam], item.StudentNumber, actor)).Select(item => (item.Id, item.Number))];
    }
}

using System.Collections.Immutable;
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
    public async Task<int> CountAsync(PersonId by, CancellationToken ct)
    {
        if (!policy.Allowed) return 0;
        await using var db = await dbs.LookAsync(ct);
        return await OpenToAsync(db, by, ct) is { } open ? await open.CountAsync(ct) : 0;
    }

    private async Task<ImmutableArray<(CaseId Id, CaseNumber Number)>> WaitingAsync(PersonId by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        if (await OpenToAsync(db, by, ct) is not { } open) return [];
        var waiting = await open.OrderBy(item => item.Due == null).ThenBy(item => item.Due).ThenBy(item => item.Number).Select(item => new { item.Id, item.Number }).ToListAsync(ct);
        return [.. waiting.Select(item => (item.Id, item.Number))];
    }

    // What the step would refuse (Conflict), asked of the database for all that waits at once.
    private async Task<IQueryable<Case>?> OpenToAsync(PortalDb db, PersonId by, CancellationToken ct)
    {
        if (await db.PersonAsync(by, ct) is not { } actor || !actor.Is(Role.Reviewer)) return null;
        var examiners = await db.Exams.Select(exam => new { exam.Id, exam.Examiner }).ToListAsync(ct);
        var (own, student) = (examiners.Where(exam => string.Equals(exam.Examiner, actor.Email, StringComparison.OrdinalIgnoreCase)).Select(exam => exam.Id).ToArray(), actor.StudentNumber);
        return db.WaitingForReview(clock.GetUtcNow()).Where(item =>
            !db.CaseEvents.Any(told => told.Case == item.Id && told.Action == CaseAction.HandBack && told.By == by && told.ByRole != Role.Coordinator)
            && !db.Sittings.Any(sitting => sitting.Id == item.Sitting && (sitting.StudentNumber == student || own.Contains(sitting.Exam))));
    }
}

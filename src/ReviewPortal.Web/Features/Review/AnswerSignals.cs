using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Review;

/// <summary>Signals that were answered together, with how many still stand.</summary>
public sealed record SignalAct(Guid Id, bool Confirmed, string Reason, Guid? Mark, DateTimeOffset At, int Count);

/// <summary>Signals that were confirmed in one act, upon one mark.</summary>
public sealed record ConfirmedTogether(Guid Act, ImmutableArray<long> Signals);

/// <summary>
/// A named reviewer answers equal signals together: each gets an answer of its own with this name (AP-INBR-3), all of them or none, and the log tells once of how many.
/// Only what nobody answered by then is answered, and only as many as the reviewer was told.
/// </summary>
public sealed class AnswerSignals(CaseFiles files, PortalDbs dbs, OwnPasses passes, TimeProvider clock)
{
    /// <summary>More at once than anybody can say something about.</summary>
    public const int Most = 100_000;

    /// <param name="stated">How many the reviewer was told that these are.</param>
    public Task<Answer> RejectAsync(CaseId @case, SignalFilter filter, int stated, string reason, PersonId by, CancellationToken ct) => AnswerAsync(
        @case, by, filter, stated,
        file =>
        {
            file.StateLength(reason, StaffWords.ShortReason);
            var refused = Inked.IsEmpty(reason) ? Refuse(RefusalKind.WithoutReason) : CitizenNumbers.StandIn(file.Exam, reason) ? Unmet(Requirement.NoCitizenNumber) : file.Unfit;
            return (refused, refused is null ? new Chosen(false, reason.Trim(), null, null) : null);
        },
        ct);

    /// <summary>Confirms those that lie in a mark of one's own: the mark says what is to be seen, and in which interval.</summary>
    /// <inheritdoc cref="RejectAsync"/>
    public Task<Answer> ConfirmAsync(CaseId @case, SignalFilter filter, int stated, Guid mark, PersonId by, CancellationToken ct) => AnswerAsync(
        @case, by, filter, stated,
        file => file.AllObservations.FirstOrDefault(item => item.Id == mark && item.By == by) is { } own ? (null, new Chosen(true, "", mark, own.Fragment)) : (Unmet(Requirement.OwnReview), null),
        ct);

    /// <summary>All of one act are open questions again.</summary>
    public Task<Answer> WithdrawAsync(CaseId @case, Guid act, PersonId by, CancellationToken ct) => files.PrepareReviewAsync(
        @case, by,
        async file =>
        {
            var gone = await file.Db.SignalAnswers.Where(item => item.Case == @case && item.By == by && item.Act == act).ExecuteDeleteAsync(ct);
            if (gone > 0) await file.Db.AuditAsync(file.Actor, "signals.withdraw", $"case/{@case}", new { number = file.Case.Number.ToString(), act, signals = gone }, file.Now, ct);
            return null;
        },
        ct);

    /// <summary>What this reviewer answered together, the last first.</summary>
    public async Task<ImmutableArray<SignalAct>> OfAsync(CaseId @case, PersonId by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        var acts = await db.SignalAnswers.Where(item => item.Case == @case && item.By == by && item.Act != null)
            .GroupBy(item => new { item.Act, item.Confirmed, item.Reason, item.Mark, item.At })
            .Select(group => new { group.Key, Count = group.Count() }).ToListAsync(ct);
        return [.. acts.OrderByDescending(act => act.Key.At).Select(act => new SignalAct(act.Key.Act!.Value, act.Key.Confirmed, act.Key.Reason, act.Key.Mark, act.Key.At, act.Count))];
    }

    /// <summary>What this reviewer confirmed together upon one mark: it goes with the mark, and comes back with it.</summary>
    public async Task<ImmutableArray<ConfirmedTogether>> UponAsync(CaseId @case, Guid mark, PersonId by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        var answers = await db.SignalAnswers.Where(item => item.Case == @case && item.By == by && item.Mark == mark && item.Act != null).Select(item => new { item.Act, item.Signal }).ToListAsync(ct);
        return [.. answers.GroupBy(answer => answer.Act!.Value).Select(act => new ConfirmedTogether(act.Key, [.. act.Select(answer => answer.Signal)]))];
    }

    /// <summary>Confirms again what went with a mark, as far as nobody has answered it in the meantime.</summary>
    internal static async Task BringBackAsync(CaseFile file, Guid mark, ImmutableArray<ConfirmedTogether> acts, CancellationToken ct)
    {
        var (by, @case) = (file.Actor.Id, file.Case.Id);
        foreach (var act in acts)
        {
            var asked = act.Signals.Take(Most).ToArray();
            var open = await file.Db.Signals
                .Where(signal => signal.Sitting == file.Sitting.Id && asked.Contains(signal.Id) && !file.Db.SignalAnswers.Any(answer => answer.Case == @case && answer.By == by && answer.Signal == signal.Id))
                .Select(signal => signal.Id).ToListAsync(ct);
            if (open.Count is 0) continue;
            await InsertAsync(file, open, new Chosen(true, "", mark, null), act.Act, ct);
            await file.Db.AuditAsync(file.Actor, "signals.confirm", $"case/{@case}", new { number = file.Case.Number.ToString(), act = act.Act, signals = open.Count, reason = (string?)null, mark, filter = "" }, file.Now, ct);
        }
    }

    private Task<Answer> AnswerAsync(CaseId @case, PersonId by, SignalFilter filter, int stated, Func<CaseFile, (Refused? Refused, Chosen? Chosen)> choose, CancellationToken ct) => files.PrepareReviewAsync(
        @case, by,
        async file =>
        {
            var (refused, chosen) = choose(file);
            if (chosen is null) return refused;
            if ((await passes.OfAsync(file.Db, file.Sitting.Id, by, ct)).Hidden) return Unmet(Requirement.ViewingDocumented);
            var open = file.Db.SignalsIn(new SignalScope(@case, file.Sitting.Id, by), filter with { Answered = false }).Within(chosen.Within);
            var ids = filter.IsNarrow && stated is > 0 and <= Most ? await open.OrderBy(signal => signal.Id).Take(Most + 1).Select(signal => signal.Id).ToListAsync(ct) : [];
            if (ids.Count is 0 || ids.Count != stated) return Refuse(RefusalKind.ChangedMeanwhile);

            var act = Guid.CreateVersion7(clock.GetUtcNow());
            await InsertAsync(file, ids, chosen, act, ct);
            await file.Db.AuditAsync(
                file.Actor, chosen.Confirmed ? "signals.confirm" : "signals.reject", $"case/{@case}",
                new { number = file.Case.Number.ToString(), act, signals = ids.Count, reason = chosen.Confirmed ? null : chosen.Reason, mark = chosen.Mark, filter = filter.ToQuery() }, file.Now, ct);
            return null;
        },
        ct);

    // One statement for all: a hundred thousand tracked rows would hold the write gate for seconds.
    private static Task<int> InsertAsync(CaseFile file, IReadOnlyCollection<long> ids, Chosen chosen, Guid act, CancellationToken ct)
    {
        var (@case, by, name, at, list) = (file.Case.Id.Value, file.Actor.Id.Value, file.Actor.Name, file.Now.UtcTicks, JsonSerializer.Serialize(ids));
        return file.Db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "SignalAnswers" ("Case", "Signal", "By", "ByName", "Confirmed", "Reason", "Mark", "Act", "At")
            SELECT {@case}, value, {by}, {name}, {chosen.Confirmed}, {chosen.Reason}, {chosen.Mark}, {act}, {at} FROM json_each({list})
            """,
            ct);
    }

    private static Refused Refuse(RefusalKind kind) => Refused.Unkept(kind);

    private static Refused Unmet(Requirement missing) => Refused.Unkept(missing);

    private sealed record Chosen(bool Confirmed, string Reason, Guid? Mark, Fragment? Within);
}

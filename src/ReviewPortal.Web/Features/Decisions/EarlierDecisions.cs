using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Decisions;

/// <summary>
/// Earlier published findings of fraud about the same student. They may weigh in the measure and never in the finding, so they open only to who
/// decides, after the form of fraud has been chosen, and every look is written down (AVG 5; Awb 3:4 lid 2).
/// </summary>
public sealed class EarlierDecisions(CaseFiles files)
{
    /// <summary>The audit row of a look.</summary>
    public const string Looked = "decision.earlier";

    public async Task<EarlierFound> LookAsync(CaseId @case, PersonId by, CancellationToken ct)
    {
        ImmutableArray<EarlierDecision> found = [];
        var answer = await files.PrepareAsync(
            @case, CaseAction.DecideFraud, by,
            async file =>
            {
                if (file.Decision is not { Outcome: Outcome.Fraud, FraudCodes.IsEmpty: false })
                    return new Refused(CaseAction.DecideFraud, RefusalKind.Unmet) { State = file.Case.State, Unmet = [Requirement.FraudCode] };
                found = await OfAsync(file, ct);
                await file.Db.AuditAsync(file.Actor, Looked, $"case/{file.Case.Id}", new { number = file.Case.Number.ToString(), found = found.Select(item => item.Number.ToString()) }, file.Now, ct);
                return null;
            },
            ct);
        return new(answer, answer.IsDone ? found : []);
    }

    // Where the board decides again of its own motion, the decision before it stands until the new one was sent (Awb 3:40, 6:19).
    private static async Task<ImmutableArray<EarlierDecision>> OfAsync(CaseFile file, CancellationToken ct)
    {
        var (db, id, student) = (file.Db, file.Case.Id, file.Sitting.StudentNumber);
        CaseState[] states = [.. CaseStates.WithDecision, .. CaseStates.Deciding];
        var others = await db.Cases
            .Where(item => item.Id != id && states.Contains(item.State) && db.Sittings.Any(sitting => sitting.Id == item.Sitting && sitting.StudentNumber == student))
            .Where(item => db.CaseEvents.Any(told => told.Case == item.Id && told.Action == CaseAction.Publish))
            .Select(item => new { item.Id, item.Number, item.State, Decision = db.Decisions.FirstOrDefault(decision => decision.Case == item.Id) })
            .ToListAsync(ct);
        var found = new List<EarlierDecision>();
        foreach (var other in others)
        {
            var after = await Aftermath.LoadAsync(db, other.Id, ct);
            if (after.Counting is not { } letter) continue;
            var (number, state, published) = (other.Number, other.State, Amsterdam.DateOf(letter.PublishedAt));
            if (after.Kept is { Outcome: Outcome.Fraud } kept) found.Add(new(number, state, published, kept.FraudCodes(), kept.Sanction()));
            else if (after.Kept is null && after.HasGoneOut && CaseStates.WithDecision.Contains(state) && other.Decision is { Outcome: Outcome.Fraud, IsSigned: true } decision) found.Add(new(number, state, published, decision.FraudCodes, decision.Sanction));
        }

        return [.. found.OrderByDescending(item => item.Published).ThenBy(item => item.Number)];
    }
}

public sealed record EarlierFound(Answer Answer, ImmutableArray<EarlierDecision> Decisions);

/// <param name="State">Where that case stands: under appeal, for instance.</param>
public sealed record EarlierDecision(CaseNumber Number, CaseState State, DateOnly Published, ImmutableArray<string> FraudCodes, Sanction? Sanction);

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

    private static async Task<ImmutableArray<EarlierDecision>> OfAsync(CaseFile file, CancellationToken ct)
    {
        var (db, id, student, standing) = (file.Db, file.Case.Id, file.Sitting.StudentNumber, CaseStates.WithDecision.ToArray());
        var rows = await db.Cases
            .Where(item => item.Id != id && standing.Contains(item.State) && db.Sittings.Any(sitting => sitting.Id == item.Sitting && sitting.StudentNumber == student))
            .Join(db.Decisions.Where(decision => decision.Outcome == Outcome.Fraud && decision.SignedAt != null), item => item.Id, decision => decision.Case, (item, decision) => new { item.Number, item.State, decision })
            .Join(db.CaseEvents.Where(told => told.Action == CaseAction.Publish), row => row.decision.Case, told => told.Case, (row, told) => new { row.Number, row.State, row.decision, told.At })
            .OrderByDescending(row => row.At)
            .ToListAsync(ct);
        return [.. rows.DistinctBy(row => row.Number).Select(row => new EarlierDecision(row.Number, row.State, Amsterdam.DateOf(row.At), row.decision.FraudCodes, row.decision.Sanction))];
    }
}

public sealed record EarlierFound(Answer Answer, ImmutableArray<EarlierDecision> Decisions);

/// <param name="State">Where that case stands: under appeal, for instance.</param>
public sealed record EarlierDecision(CaseNumber Number, CaseState State, DateOnly Published, ImmutableArray<string> FraudCodes, Sanction? Sanction);

using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.ProcesVerbaal;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.ProcesVerbaal;

/// <summary>Keeps the proces-verbaal while the reviewer completes it.</summary>
public sealed class WriteProcesVerbaal(CaseFiles files)
{
    /// <param name="upon">What the form started from; null for who rewrites whatever there is.</param>
    public Task<Answer> RunAsync(CaseId @case, ProcesVerbaalDraft draft, ProcesVerbaalDraft? upon, PersonId by, CancellationToken ct) => files.PrepareAsync(
        @case, CaseAction.SignProcesVerbaal, by,
        file =>
        {
            if (CitizenNumbers.StandIn(file.Exam, draft.Inference, draft.Exculpatory)) return Task.FromResult<Refused?>(new(CaseAction.SignProcesVerbaal, RefusalKind.Unmet) { Unmet = [Requirement.NoCitizenNumber] });
            // What was written meanwhile in another tab is not overwritten by who has not seen it.
            if (upon is not null && (file.Report?.ToDraft() ?? ProcesVerbaalDraft.Empty) is var now && now != upon.AsKept() && now != draft.AsKept()) return Task.FromResult<Refused?>(Refused.Unkept(RefusalKind.ChangedMeanwhile));
            if (file.Report is null)
            {
                file.Report = ProcesVerbaalRecord.For(@case);
                file.Db.Add(file.Report);
            }

            file.StateLength(draft.Inference, StaffWords.Longest);
            file.StateLength(draft.Exculpatory, StaffWords.Longest);
            file.Report.Write(draft);
            return Task.FromResult<Refused?>(null);
        },
        ct);
}

using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.ProcesVerbaal;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.ProcesVerbaal;

/// <summary>Keeps the proces-verbaal while the reviewer completes it.</summary>
public sealed class WriteProcesVerbaal(CaseFiles files)
{
    public Task<Answer> RunAsync(CaseId @case, ProcesVerbaalDraft draft, PersonId by, CancellationToken ct) => files.PrepareAsync(
        @case, CaseAction.SignProcesVerbaal, by,
        file =>
        {
            if (CitizenNumbers.StandIn(file.Exam, draft.Inference, draft.Exculpatory)) return Task.FromResult<Refused?>(new(CaseAction.SignProcesVerbaal, RefusalKind.Unmet) { Unmet = [Requirement.NoCitizenNumber] });
            if (file.Report is null)
            {
                file.Report = ProcesVerbaalRecord.For(@case);
                file.Db.Add(file.Report);
            }

            file.Report.Write(draft);
            return Task.FromResult<Refused?>(null);
        },
        ct);
}

using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.ProcesVerbaal;

/// <summary>The reviewer signs: the text is locked, its bytes are kept under their hash, examiner and board receive it (UU-REV-5).</summary>
public sealed class SignProcesVerbaal(CaseFiles files, DocumentPress press)
{
    public Task<Answer> RunAsync(CaseAsSeen @case, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.SignProcesVerbaal, by,
        file =>
        {
            file.Report?.Sign(file.Actor, file.Now);
            return Task.FromResult(new Step());
        },
        async file => file.Report!.Seal((await press.KeepReportAsync(file, Language.Dutch, ct)).Sha256),
        ct);
}

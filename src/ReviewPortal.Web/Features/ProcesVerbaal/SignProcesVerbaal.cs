using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.ProcesVerbaal;
using ReviewPortal.Core.Review;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.ProcesVerbaal;

/// <summary>The reviewer signs: the text is locked, its bytes are kept under their hash, examiner and board receive it (UU-REV-5).</summary>
public sealed class SignProcesVerbaal(CaseFiles files, DocumentPress press)
{
    /// <param name="shown">What stood on the screen of who signs; null for who signs whatever there is.</param>
    public Task<Answer> RunAsync(CaseAsSeen @case, ProcesVerbaalDraft? shown, Signatory by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.SignProcesVerbaal, by.Person,
        async file =>
        {
            file.Signing = by.Signing;
            if (shown is not null) file.State(Requirement.ReportAsShown, file.Report?.ToDraft() == shown.AsKept());
            file.Report?.Sign(file.Actor, file.Now);
            await TellOfficerAsync(file, ct);
            return new Step();
        },
        async file => file.Report!.Seal((await press.KeepReportAsync(file, Language.Dutch, ct)).Sha256),
        ct);

    // The record says that a visible citizen service number was reported. Whoever ticked it and reported none, reports it with the signature:
    // what somebody else reported may be another number at another moment.
    private static async Task TellOfficerAsync(CaseFile file, CancellationToken ct)
    {
        if (file.Report is not { BsnVisible: true } || await file.Db.BsnIncidents.AnyAsync(item => item.Case == file.Case.Id && item.By == file.Actor.Id, ct)) return;
        file.Db.Add(new BsnIncident { Id = Guid.CreateVersion7(file.Now), Case = file.Case.Id, From = 0, To = file.Sitting.Seconds, By = file.Actor.Id, ByName = file.Actor.Name, At = file.Now });
    }
}

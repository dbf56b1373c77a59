using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Committee;

/// <summary>The board decides without asking for a view; only on a ground of Awb 4:11, and with the reasons why it applies.</summary>
public sealed class WaiveView(CaseFiles files)
{
    public Task<Answer> RunAsync(CaseAsSeen @case, ViewWaiver ground, string reasons, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.WaiveView, by,
        file =>
        {
            file.StateWritten(Requirement.WaiverGround, reasons);
            var view = file.OpenView();
            (view.Form, view.Waiver, view.WaiverReasons, view.ReceivedAt) = (ViewForm.Waived, ground, reasons.Trim(), file.Now);
            return new Step(reasons);
        },
        ct);
}

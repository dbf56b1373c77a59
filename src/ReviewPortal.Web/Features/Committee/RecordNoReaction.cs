using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Committee;

/// <summary>The term has passed without a view. That is recorded, and it is no admission.</summary>
public sealed class RecordNoReaction(CaseFiles files)
{
    public Task<Answer> RunAsync(CaseAsSeen @case, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.RecordNoReaction, by,
        file =>
        {
            // A draft the student never handed in is no view, and nobody else reads it.
            var view = file.OpenView();
            (view.Text, view.Form, view.ReceivedAt) = ("", ViewForm.NoReaction, file.Now);
            return new Step();
        },
        ct);
}

using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Appeals;

/// <summary>The term has passed unused, the post has had its week, and it can be shown that the letter was sent: a person says so, not the portal (I1).</summary>
public sealed class ConfirmIrrevocable(CaseFiles files)
{
    public Task<Answer> RunAsync(CaseAsSeen @case, PersonId by, CancellationToken ct) => files.StepAsync(@case, CaseAction.ConfirmIrrevocable, by, _ => new Step(), ct);
}

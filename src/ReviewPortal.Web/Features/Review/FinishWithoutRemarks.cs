using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Review;

/// <summary>The reviewer found nothing to report; the result is released and the recording's short term begins.</summary>
public sealed class FinishWithoutRemarks(CaseFiles files)
{
    public Task<Answer> RunAsync(CaseAsSeen @case, PersonId by, CancellationToken ct) =>
        files.StepAsync(@case, CaseAction.FinishWithoutRemarks, by, _ => new Step(), ct);
}

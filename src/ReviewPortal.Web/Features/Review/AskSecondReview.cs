using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Review;

/// <summary>The reviewer suspects something; before it becomes a report, somebody else watches independently.</summary>
public sealed class AskSecondReview(CaseFiles files)
{
    public Task<Answer> RunAsync(CaseAsSeen @case, PersonId by, CancellationToken ct) =>
        files.StepAsync(@case, CaseAction.AskSecondReview, by, _ => new Step(), ct);
}

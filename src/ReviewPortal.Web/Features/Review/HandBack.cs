using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Review;

/// <summary>A reviewer gives a case back, or the coordinator takes it back, with a reason. The marks stay with whoever made them.</summary>
public sealed class HandBack(CaseFiles files)
{
    public Task<Answer> RunAsync(CaseAsSeen @case, string reason, PersonId by, CancellationToken ct) =>
        files.StepAsync(@case, CaseAction.HandBack, by, _ => new Step(reason), ct);
}

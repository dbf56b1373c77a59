using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Review;

/// <summary>A second reviewer takes the case upon them; from then on nobody else can.</summary>
public sealed class TakeSecondReview(CaseFiles files)
{
    public Task<Answer> RunAsync(CaseAsSeen @case, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.TakeSecondReview, by,
        file =>
        {
            // Whether this person may is the table's to say; a first reviewer who tries must not be written down as the second.
            if (file.Assignment is { SecondReviewer: null } assignment && assignment.Reviewer != file.Actor.Id)
                (assignment.SecondReviewer, assignment.SecondReviewerName) = (file.Actor.Id, file.Actor.Name);
            return new Step();
        },
        ct);
}

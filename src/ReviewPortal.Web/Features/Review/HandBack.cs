using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Review;

/// <summary>A reviewer gives a case back, with a reason; a second reviewer makes room for another. The marks stay with whoever made them.</summary>
public sealed class HandBack(CaseFiles files)
{
    public Task<Answer> RunAsync(CaseAsSeen @case, string reason, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.HandBack, by,
        file =>
        {
            file.StateWritten(Requirement.HandBackReason, reason, longest: StaffWords.Reason);
            file.State(Requirement.NoCitizenNumber, !CitizenNumbers.StandIn(file.Exam, reason));
            if (file.Case.State is CaseState.SecondReview && file.Assignment is { } assignment)
            {
                // Whose second review it was is asked of the file as it stood.
                file.Pin(Requirement.OwnSecondReview);
                assignment.ReleaseSecondReview();
            }

            return new Step(reason);
        },
        ct);
}

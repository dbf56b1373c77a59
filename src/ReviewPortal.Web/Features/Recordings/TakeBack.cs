using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>The coordinator takes a case back, for a reviewer who cannot finish it. The marks stay with whoever made them; the review begins again.</summary>
public sealed class TakeBack(CaseFiles files)
{
    public Task<Answer> RunAsync(CaseAsSeen @case, string reason, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.HandBack, by,
        file =>
        {
            file.StateWritten(Requirement.HandBackReason, reason, longest: StaffWords.Reason);
            file.State(Requirement.NoCitizenNumber, !CitizenNumbers.StandIn(file.Exam, reason));
            file.Assignment?.ReleaseSecondReview();
            if (file.Report is { IsSigned: false } draft) file.Db.Remove(draft);
            return new Step(reason);
        },
        ct);
}

using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Review;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Review;

/// <summary>The second reviewer supports the suspicion, so that a report can follow, or does not, and the case is cleared.</summary>
public sealed class GiveSecondOpinion(CaseFiles files)
{
    public Task<Answer> RunAsync(CaseAsSeen @case, SecondOpinion opinion, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, opinion is SecondOpinion.Supports ? CaseAction.SupportSuspicion : CaseAction.RejectSuspicion, by,
        file =>
        {
            var assignment = file.Assignment ?? throw new InvalidOperationException("A case in second review has an assignment");
            file.State(Requirement.OwnSecondReview, assignment.SecondReviewer == file.Actor.Id && assignment.Opinion is null);
            (assignment.Opinion, assignment.OpinionAt) = (opinion, file.Now);
            return new Step();
        },
        ct);

    /// <summary>Keeps the reasons while they are being written.</summary>
    public Task<Answer> WriteAsync(CaseId @case, string reasons, PersonId by, CancellationToken ct) => files.PrepareAsync(
        @case, CaseAction.SupportSuspicion, by,
        file =>
        {
            if (CitizenNumbers.StandIn(file.Exam, reasons)) return Task.FromResult<Refused?>(new(CaseAction.SupportSuspicion, RefusalKind.Unmet) { Unmet = [Requirement.NoCitizenNumber] });
            file.StateLength(reasons, StaffWords.Account);
            file.Assignment!.OpinionReasons = reasons;
            return Task.FromResult<Refused?>(null);
        },
        ct);
}

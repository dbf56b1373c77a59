using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Review;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Review;

/// <summary>A named reviewer answers the question that a supplier's signal is: confirmed, or rejected with a reason.</summary>
public sealed class AnswerSignal(CaseFiles files, OwnPasses passes)
{
    public Task<Answer> RunAsync(CaseId @case, long signal, bool confirmed, string reason, PersonId by, CancellationToken ct) => files.PrepareReviewAsync(
        @case, by,
        async file =>
        {
            if (!await file.Db.Signals.AnyAsync(item => item.Id == signal && item.Sitting == file.Sitting.Id, ct)) return new Refused(CaseAction.AskSecondReview, RefusalKind.NoCase);
            if ((await passes.OfAsync(file.Db, file.Sitting.Id, by, ct)).Hidden) return Refused.Unkept(Requirement.ViewingDocumented);
            if (!confirmed && Inked.IsEmpty(reason)) return Refused.Unkept(RefusalKind.WithoutReason);

            file.StateLength(reason, StaffWords.ShortReason);
            if (CitizenNumbers.StandIn(file.Exam, reason)) return Refused.Unkept(Requirement.NoCitizenNumber);

            var answer = await file.Db.SignalAnswers.FirstOrDefaultAsync(item => item.Case == @case && item.Signal == signal && item.By == by, ct);
            if (answer is null)
            {
                answer = new SignalAnswer { Case = @case, Signal = signal, By = by, ByName = file.Actor.Name };
                file.Db.Add(answer);
            }

            (answer.Confirmed, answer.Reason, answer.Mark, answer.Act, answer.At) = (confirmed, reason.Trim(), null, null, file.Now);
            return null;
        },
        ct);

    /// <summary>The question is open again.</summary>
    public Task<Answer> WithdrawAsync(CaseId @case, long signal, PersonId by, CancellationToken ct) => files.PrepareReviewAsync(
        @case, by,
        async file =>
        {
            var answer = await file.Db.SignalAnswers.FirstOrDefaultAsync(item => item.Case == @case && item.Signal == signal && item.By == by, ct);
            if (answer is not null) file.Db.Remove(answer);
            return null;
        },
        ct);
}

using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Committee;

/// <summary>The examiner answers what the board asked; what came from outside the portal is written down by the board.</summary>
public sealed class AnswerInformation(CaseFiles files)
{
    public Task<Answer> RunAsync(CaseAsSeen @case, Guid request, string answer, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.AnswerInformation, by,
        async file =>
        {
            var asked = await file.Db.InformationRequests.FirstOrDefaultAsync(item => item.Id == request && item.Case == file.Case.Id, ct);
            // An examiner answers what the examiner was asked; the board may write down anybody's answer.
            var isForThem = asked is { IsOpen: true } && (asked.Source is InformationSource.Examiner || !file.Meets(Requirement.ThisExamIsYours));
            file.State(Requirement.InformationAsked, isForThem);
            file.StateWritten(Requirement.AnswerWritten, answer);
            if (isForThem) asked!.Receive(answer.Trim(), file.Actor, file.Now);
            return new Step();
        },
        keep: null, ct);
}

using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Committee;

/// <summary>The board wants to see in writing that somebody may speak for the student (Awb 2:1 lid 2).</summary>
public sealed class AskAuthorisation(CaseFiles files)
{
    public Task<Answer> RunAsync(CaseAsSeen @case, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.AskAuthorisation, by,
        file =>
        {
            // Asked before it is: afterwards it has been asked already.
            if (file.Pin(Requirement.AuthorisationNotShown)) file.Representative?.Ask(file.Actor, file.Now);
            return new Step(file.Representative?.FullName);
        },
        ct);
}

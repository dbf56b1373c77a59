using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>The coordinator gives a new case to a reviewer.</summary>
public sealed class Assign(CaseFiles files)
{
    public Task<Answer> RunAsync(CaseAsSeen @case, PersonId reviewer, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.Assign, by,
        async file =>
        {
            var chosen = await file.Db.PersonAsync(reviewer, ct);
            file.State(Requirement.ReviewerWithoutConflict, chosen is not null && chosen.Is(Role.Reviewer) && !file.Conflict.IsParty(chosen));
            if (chosen is not null) file.GiveTo(chosen);
            return new Step(chosen?.Name);
        },
        keep: null, ct);
}

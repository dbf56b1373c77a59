using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Review;
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
            if (chosen is not null) Give(file, chosen);
            return new Step(chosen?.Name);
        },
        keep: null, ct);

    private static void Give(CaseFile file, Actor reviewer)
    {
        if (file.Assignment is null)
        {
            file.Assignment = new ReviewAssignment { Case = file.Case.Id, ReviewerName = reviewer.Name };
            file.Db.Add(file.Assignment);
        }

        // Why a part was not watched is the word of whoever did not watch it.
        if (file.Assignment.Reviewer != reviewer.Id) file.Assignment.ViewingNote = "";
        (file.Assignment.Reviewer, file.Assignment.ReviewerName, file.Assignment.AssignedAt) = (reviewer.Id, reviewer.Name, file.Now);
    }
}

using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Committee;

/// <summary>A member or secretary steps back from a case: from now on nothing in it is theirs to do (Awb 2:4, WHW 7.12b lid 4).</summary>
public sealed class DeclareConflict(CaseFiles files)
{
    public Task<Answer> RunAsync(CaseAsSeen @case, string reason, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.DeclareConflict, by,
        file =>
        {
            file.StateWritten(Requirement.ConflictReason, reason, longest: StaffWords.Explanation);
            file.Db.Add(new ConflictDeclaration
            {
                Id = Guid.CreateVersion7(file.Now), Case = file.Case.Id, Person = by, Name = file.Actor.Name, Reason = reason.Trim(), At = file.Now,
            });
            // Once the decision is out its session has been held: who sat in it stays as it was.
            if (file.StandingLetter is null && file.Case.State is not CaseState.Annulled) file.Session?.Excuse(by);
            return new Step(reason);
        },
        ct);
}

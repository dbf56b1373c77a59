using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Committee;

/// <summary>The student is invited to give a view; from now on the proces-verbaal is open to the student (Awb 4:8).</summary>
public sealed class InviteView(CaseFiles files, DocumentPress press)
{
    public Task<Answer> RunAsync(CaseAsSeen @case, DateOnly reactBy, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.InviteView, by,
        file =>
        {
            file.Invitation = new Invitation { Case = file.Case.Id, InvitedAt = file.Now, ReactBy = reactBy };
            file.Db.Add(file.Invitation);
            return Task.FromResult(new Step(Due: reactBy));
        },
        file => press.IssueAsync(file, LetterKind.InvitationForView, ct),
        ct);

    /// <summary>Another last day to react: later because the student asks for it, or because the first was a slip; never below the notice term from today (Awb 4:8).</summary>
    public Task<Answer> MoveAsync(CaseAsSeen @case, DateOnly reactBy, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.MoveReactionDay, by,
        file =>
        {
            if (file.Invitation is { } invitation) invitation.ReactBy = reactBy;
            return new Step($"{reactBy:yyyy-MM-dd}", reactBy);
        },
        ct);
}

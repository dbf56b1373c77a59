using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>A letter to a student who did not agree to messages through the portal has been posted or handed over (Awb 2:8, 3:41).</summary>
public sealed class RecordPosting(CaseFiles files)
{
    /// <param name="proof">A track number or a receipt (Awb 2:25).</param>
    public Task<Answer> RunAsync(CaseAsSeen @case, Guid sending, string proof, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.RecordPosting, by,
        async file =>
        {
            var id = file.Case.Id;
            var found = await file.Db.Sendings.FirstOrDefaultAsync(item => item.Id == sending && item.Case == id, ct);
            file.State(Requirement.LetterToPost, found?.IsToPost is true);
            file.State(Requirement.SendingProven, !string.IsNullOrWhiteSpace(proof));
            if (found?.IsToPost is true) found.Posted(proof.Trim(), file.Now);
            return new Step(proof.Trim());
        },
        keep: null,
        ct);
}

using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
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
            file.StateWritten(Requirement.SendingProven, proof, longest: StaffWords.Reason);
            if (found?.IsToPost is not true) return new Step(proof.Trim());
            found.Posted(proof.Trim(), file.Now);
            return new Step(proof.Trim(), await RestartAsync(file, found, proof, ct) is { } decision && decision.Kind.IsDecision() ? StatutoryTerms.Appeal(Amsterdam.DateOf(file.Now)).LastDay : null);
        },
        keep: null,
        ct);

    // A correction of what a letter says of the remedy: the term of what it corrects begins anew now that it is on its way (Awb 3:41, 6:8). A copy to who speaks for the student begins none.
    private static async Task<Letter?> RestartAsync(CaseFile file, Sending posted, string proof, CancellationToken ct)
    {
        if (posted.Representative is not null || Inked.IsEmpty(proof)) return null;
        var letter = await file.Db.Letters.SingleAsync(item => item.Id == posted.Letter, ct);
        if (letter.Kind is not LetterKind.CorrectionNewTerm || await file.RestartedAsync(letter, ct) is not { } contested) return null;
        file.Db.Add(Sending.Of(contested, posted.Channel, proof, file.Now));
        return contested;
    }
}

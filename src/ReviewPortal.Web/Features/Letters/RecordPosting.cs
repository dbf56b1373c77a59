using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>A letter that does not go through the portal has been posted or handed over: on that day it was made known, and from then on a term runs (Awb 3:41, 6:8).</summary>
public sealed class RecordPosting(CaseFiles files)
{
    /// <param name="on">The day on which it was sent, in Amsterdam.</param>
    /// <param name="proof">A track number or a receipt (Awb 2:25).</param>
    public Task<Answer> RunAsync(CaseAsSeen @case, Guid sending, DateOnly on, string proof, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.RecordPosting, by,
        async file =>
        {
            var id = file.Case.Id;
            var found = await file.Db.Sendings.FirstOrDefaultAsync(item => item.Id == sending && item.Case == id, ct);
            file.State(Requirement.LetterToPost, found?.IsToPost is true);
            file.State(Requirement.PostingDay, found?.CanBePostedOn(on, file.Now) is not false);
            file.StateWritten(Requirement.SendingProven, proof, longest: StaffWords.Reason);
            var note = $"{on:yyyy-MM-dd}: {proof.Trim()}";
            if (found?.IsToPost is not true) return new Step(note);
            found.Posted(on, proof);
            return new Step(note, await MakeKnownAsync(file, found, ct));
        },
        keep: null,
        ct);

    /// <returns>The last day to appeal against the decision, when that is what was made known.</returns>
    private static async Task<DateOnly?> MakeKnownAsync(CaseFile file, Sending posted, CancellationToken ct)
    {
        // A copy to who speaks for the student begins no term (Awb 6:17).
        if (posted.Representative is not null) return null;
        var letter = await file.Db.Letters.SingleAsync(item => item.Id == posted.Letter, ct);
        var known = await MadeKnownByAsync(file, letter, ct);
        // Sent again it was known before, unless the one before was printed only.
        if (known?.Id == file.After.Letter?.Id && !file.After.Sendings.Any(way => way.Id != posted.Id && (way.Channel is SendingChannel.Portal || way.Proof.Length > 0))) file.After.Retake?.MadeKnown(posted.At);
        if (known is not null && known.Id != letter.Id) file.Db.Add(Sending.Of(known, posted.Channel, posted.Proof, posted.At).To(posted.Address));
        if (file.Case.State is not CaseState.Notified || known is null || known.Id != file.After.Letter?.Id) return null;
        return StatutoryTerms.Appeal(Amsterdam.DateOf(file.After.SentAt > posted.At ? file.After.SentAt.Value : posted.At)).LastDay;
    }

    // With a correction of what a letter says of the remedy the term of what it corrects begins anew; with a letter that goes with a decision, that decision was sent again (Awb 2:11, 3:41, 6:8).
    private static async Task<Letter?> MadeKnownByAsync(CaseFile file, Letter letter, CancellationToken ct)
    {
        if (letter.Kind is LetterKind.CorrectionNewTerm) return await file.RestartedAsync(letter, ct);
        if (letter.Kind is not LetterKind.SentAgain) return letter;
        var (id, at, decisions) = (file.Case.Id, letter.PublishedAt, LetterKinds.About(LetterSubject.Decision).ToArray());
        return await file.Db.Letters.Where(item => item.Case == id && decisions.Contains(item.Kind) && item.PublishedAt <= at).OrderByDescending(item => item.PublishedAt).FirstAsync(ct);
    }
}

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
            var isPutRight = found?.CanBePutRight is true && MayPutRight(file);
            file.State(Requirement.LetterToPost, found?.IsToPost is true || isPutRight);
            if (isPutRight) file.Explain(Requirement.PostingDay, language => LifecycleTexts.PostedLater(Amsterdam.DateOf(found!.At), language));
            var isPossible = found?.CanBePostedOn(on, file.Now) is not false;
            file.State(Requirement.PostingDay, isPossible);
            file.StateWritten(Requirement.SendingProven, proof, longest: StaffWords.Reason);
            // The timeline reads the day off it.
            var note = PostingNote.Of(on, proof);
            if (found is null || !isPossible || !(found.IsToPost || isPutRight)) return new Step(note);
            if (isPutRight) return await PutRightAsync(file, found, on, proof, note, ct);
            var before = (file.After.HasGoneOut, StoodAnother: file.After.Kept is not null);
            found.Posted(on, proof);
            // A copy to who speaks for the student begins no term (Awb 6:17).
            return found.Representative is null ? await MakeKnownAsync(file, found, before, note, ct) : new Step(note);
        },
        keep: null,
        ct);

    /// <param name="before">How the decision stood before: whether it was sent already, and whether another one stood meanwhile.</param>
    /// <returns>With the last day to appeal against the decision, when that is what was made known.</returns>
    private static async Task<Step> MakeKnownAsync(CaseFile file, Sending posted, (bool HasGoneOut, bool StoodAnother) before, string note, CancellationToken ct)
    {
        var letter = await file.Db.Letters.SingleAsync(item => item.Id == posted.Letter, ct);
        var known = await MadeKnownByAsync(file, letter, ct);
        var isEarly = file.After.Appeal is { FileBy: null };
        if (known is not null && known.Id == file.After.Letter?.Id && file.MakeDecisionKnown(before, posted.At) is { } lost) note = PostingNote.With(note, lost);
        if (file.After.Objection is { IsOpen: true } early && early.Letter == letter.Id) early.SentAfterwards(letter.Kind.RemedyTerm(Amsterdam.DateOf(posted.At))!.LastDay);
        if (known is not null && known.Id != letter.Id) file.Db.Add(Sending.Of(known, posted.Channel, posted.Proof, posted.At).To(posted.Address));
        if (known is null || known.Id != file.After.Letter?.Id) return new Step(note);
        var term = StatutoryTerms.Appeal(Amsterdam.DateOf(file.After.SentAt > posted.At ? file.After.SentAt.Value : posted.At)).LastDay;
        return new Step(note, file.Case.State switch
        {
            CaseState.Notified => term,
            // Against a new decision the student can appeal beside the ruling on the one before it (Awb 6:8).
            CaseState.Dismissed when term > file.Case.Due && !file.After.Ground().IsRuledOn(new(known.Id, posted.At)) => term,
            // Of an appeal that came before it the term has begun now (Awb 6:10).
            CaseState.AppealPending when isEarly => file.After.Appeal?.RuleBy,
            _ => null,
        });
    }

    /// <summary>A day that was recorded can be put right while nothing rests on it yet but the term itself.</summary>
    public static bool MayPutRight(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Case.State is not CaseState.Irrevocable && file.After.Appeal is not { IsOpen: true } && file.After.Objection is not { IsOpen: true };
    }

    private static async Task<Step> PutRightAsync(CaseFile file, Sending posted, DateOnly on, string proof, string note, CancellationToken ct)
    {
        var (at, shown) = (posted.At, posted.Proof);
        posted.Posted(on, proof);
        if (posted.Representative is not null) return new Step(note);
        var letter = await file.Db.Letters.SingleAsync(item => item.Id == posted.Letter, ct);
        var known = await MadeKnownByAsync(file, letter, ct);
        if (known is null) return new Step(note);
        // What was made known with it went in the same envelope.
        if (known.Id != letter.Id) (await file.Db.Sendings.FirstOrDefaultAsync(item => item.Letter == known.Id && item.At == at && item.Proof == shown, ct))?.Posted(on, proof);
        if (known.Id != file.After.Letter?.Id) return new Step(note);
        // The chance runs from when the decision first took effect.
        if (known.Id == letter.Id && file.After.Former.IsEmpty) file.After.Retake?.MadeKnown(posted.At);
        return new Step(note, file.Case.State is CaseState.Notified ? file.After.LastDay : null);
    }

    // With a correction of what a letter says of the remedy the term of what it corrects begins anew; with a letter that goes with a decision, that decision was sent again (Awb 2:11, 3:41, 6:8).
    private static async Task<Letter?> MadeKnownByAsync(CaseFile file, Letter letter, CancellationToken ct)
    {
        if (letter.Kind is LetterKind.CorrectionNewTerm) return await file.RestartedAsync(letter, ct, isPosted: true);
        return letter.Kind is LetterKind.SentAgain ? file.After.SentAgainWith(letter) : letter;
    }
}

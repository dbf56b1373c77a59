using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Mail;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>
/// A notification that failed goes out again, and the time of this one counts (Awb 2:11). A decision is sent again with it: its term to appeal begins anew,
/// and a letter names the new last day.
/// </summary>
public sealed class NotifyAgain(CaseFiles files, DocumentPress press)
{
    public Task<Answer> RunAsync(CaseAsSeen @case, Guid notification, PersonId by, CancellationToken ct)
    {
        (NotificationProgress Progress, Letter Letter)? failed = null;
        Letter? corrected = null;
        return files.StepAsync(
            @case, CaseAction.NotifyAgain, by,
            async file =>
            {
                failed = await FindAsync(file, notification, ct);
                file.State(Requirement.NotificationFailed, failed?.Progress.MayGoAgain(file.Now) is true);
                file.State(Requirement.DeliveryAgreed, failed is null || await file.AgreesAsync(failed.Value.Letter.Kind, ct));
                var restarts = failed is not null && Restarts(file, failed.Value.Letter);
                corrected = failed is { Letter: { Kind: LetterKind.CorrectionNewTerm } correction } ? await file.RestartedAsync(correction, ct) : null;
                // What is only told again begins nothing; what was corrected did arrive, and its sanction runs on.
                if (!restarts) file.State(Requirement.SanctionNotBeforePublication, true);
                return new Step(failed?.Progress.Bounce?.Text ?? failed?.Progress.Last?.Answer, restarts || corrected?.Kind.IsDecision() is true ? StatutoryTerms.Appeal(Amsterdam.DateOf(file.Now)).LastDay : null);
            },
            file => MakeKnownAsync(file, failed!.Value.Progress, failed.Value.Letter, corrected, ct),
            ct);
    }

    private async Task MakeKnownAsync(CaseFile file, NotificationProgress failed, Letter letter, Letter? corrected, CancellationToken ct)
    {
        if (corrected is { Kind: LetterKind.ExtraChanceRefused }) file.Db.Add(Sending.Of(corrected, SendingChannel.Portal, "", file.Now));
        if (!Restarts(file, letter) && corrected?.Kind.IsDecision() is not true)
        {
            file.Notify(letter, failed.Notification.Id);
            // The term of this letter too runs from when it was made known (Awb 2:11, 6:8). That of a decision does not begin anew without a letter that says so (Awb 3:45).
            if (letter.AppealBy is not null && letter.Kind.Subject() is not (LetterSubject.Decision or LetterSubject.Resending)) file.Db.Add(Sending.Of(letter, SendingChannel.Portal, "", file.Now));
            return;
        }

        file.After.Sendings.LastOrDefault(sending => sending.FailedAt is null)?.Fail(failed.Bounce?.Text ?? failed.Last?.Answer ?? "", file.Now);
        file.Db.Add(Sending.Of(file.After.Letter!, SendingChannel.Portal, "", file.Now));
        await press.IssueAsync(file, LetterKind.SentAgain, ct, SendingChannel.Portal, failed.Notification.Id);
    }

    // The decision that stands, or the letter with which it was sent again, as long as the student has not opened the decision. A new one that lies printed goes out by its own way (Awb 3:41).
    private static bool Restarts(CaseFile file, Letter letter) =>
        file.Case.State is CaseState.Notified && file.After is { HasGoneOut: true, Letter: { FirstOpenedAt: null } decision }
        && (letter.Id == decision.Id || (letter.Kind is LetterKind.SentAgain && letter.PublishedAt >= decision.PublishedAt));

    private static async Task<(NotificationProgress, Letter)?> FindAsync(CaseFile file, Guid notification, CancellationToken ct)
    {
        if ((await file.Db.ProgressAsync(file.Case.Id, ct)).FirstOrDefault(item => item.Notification.Id == notification) is not { } found) return null;
        return (found, await file.Db.Letters.SingleAsync(letter => letter.Id == found.Notification.Letter, ct));
    }
}

using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Infrastructure.Mail;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Necessity;

/// <summary>What the secretary says and does about a letter that did not arrive, or the e-mail on it, as for a letter in a case (Awb 2:10, 2:11, 2:25).</summary>
public sealed class FacilityDelivery(FacilityFiles files)
{
    /// <summary>A server took the e-mail and another reported later that it could not be delivered.</summary>
    /// <param name="on">The day of the report, in Amsterdam.</param>
    /// <param name="text">What it says.</param>
    public Task<FacilityAnswer> RecordBounceAsync(FacilityAsSeen request, Guid notification, DateOnly on, string text, PersonId by, CancellationToken ct) => files.StepAsync(
        request, FacilityAction.RecordBounce, by,
        async file =>
        {
            var found = await FindAsync(file, notification, ct);
            var isOut = found?.CanComeBack(file.Now) is true;
            file.State(FacilityNeed.NotificationOut, isOut);
            file.State(FacilityNeed.BounceDay, found?.CanComeBackOn(on, file.Now) is not false);
            file.StateWritten(FacilityNeed.DeliveryProblem, text);
            if (isOut) file.Db.Add(found!.CameBack(on, text, file.Now, file.Actor.Name));
        },
        keep: null,
        ct);

    /// <summary>The secretary finds that the e-mail was delivered after all, or that it does not matter.</summary>
    /// <param name="reports">Those that the secretary read, all on one e-mail: one answer is for all of them, and for none that came in since.</param>
    public Task<FacilityAnswer> SetReportAsideAsync(FacilityAsSeen request, IReadOnlySet<Guid> reports, string why, PersonId by, CancellationToken ct) => files.StepAsync(
        request, FacilityAction.SetReportAside, by,
        async file =>
        {
            var about = (await file.Db.ProgressOfRequestAsync(file.Request.Id, ct)).FirstOrDefault(mail => mail.Asks(reports, file.Now));
            file.State(FacilityNeed.ReportUnanswered, about is not null);
            file.StateWritten(FacilityNeed.ReportAsideReason, why);
            if (about is not null) file.Db.AddRange(about.SetAside(reports, why, file.Now, file.Actor.Name));
        },
        keep: null,
        ct);

    /// <summary>A letter that does not go through the portal has been posted or handed over: on that day it was made known, and from then on the term to appeal runs (Awb 3:41, 6:8). A day that was recorded too early is put right in the same way.</summary>
    /// <param name="on">The day on which it was sent, in Amsterdam.</param>
    /// <param name="proof">A track number or a receipt (Awb 2:25).</param>
    public Task<FacilityAnswer> RecordPostingAsync(FacilityAsSeen request, Guid sending, DateOnly on, string proof, PersonId by, CancellationToken ct) => files.StepAsync(
        request, FacilityAction.RecordPosting, by,
        async file =>
        {
            var found = await SendingAsync(file, sending, ct);
            var isThere = found is { IsToPost: true } or { CanBePutRight: true };
            file.State(FacilityNeed.LetterToPost, isThere);
            file.State(FacilityNeed.PostingDay, found?.CanBePostedOn(on, file.Now) is not false);
            file.StateWritten(FacilityNeed.SendingProven, proof, StaffWords.Reason);
            if (isThere) found!.Posted(on, proof);
        },
        keep: null,
        ct);

    /// <summary>
    /// The letter is made known anew: announced again, or printed to be sent otherwise (<see cref="RecordPostingAsync"/>). Its bytes stay as they are (Awb 2:12), and the term to appeal runs
    /// from this sending (Awb 2:11, 6:8).
    /// </summary>
    /// <param name="notification">The e-mail that did not arrive.</param>
    /// <param name="address">Where a letter by post goes, line by line below the name.</param>
    public Task<FacilityAnswer> SendAgainAsync(FacilityAsSeen request, Guid notification, SendingChannel channel, string address, PersonId by, CancellationToken ct) => files.StepAsync(
        request, FacilityAction.SendAgain, by,
        async file =>
        {
            var failed = await FindAsync(file, notification, ct);
            file.State(FacilityNeed.NotificationFailed, failed?.MayGoAgain(file.Now) is true);
            // What went wrong, what became of the e-mail tells.
            file.State(FacilityNeed.DeliveryProblem, true);
            await file.StateWayAsync(channel, address, ct);
            if (failed is null) return;
            var letter = await LetterAsync(file, ct);
            var before = await file.Db.Sendings.Where(item => item.Letter == letter.Id && item.FailedAt == null).OrderBy(item => item.At).LastOrDefaultAsync(ct);
            before?.Fail(failed.Bounce?.Text ?? failed.Last?.Answer ?? "", file.Now);
            Send(file, letter, channel, address, failed.Notification.Id);
        },
        keep: null,
        ct);

    /// <summary>A letter on paper that was printed wrongly, came back or got lost is made known anew, as it is: what was printed or sent no longer counts (Awb 2:11, 3:41).</summary>
    /// <param name="sending">How it went, or was to go.</param>
    /// <param name="why">What was wrong with that.</param>
    /// <param name="address">Where a letter by post goes, line by line below the name.</param>
    public Task<FacilityAnswer> ReplaceAsync(FacilityAsSeen request, Guid sending, string why, SendingChannel channel, string address, PersonId by, CancellationToken ct) => files.StepAsync(
        request, FacilityAction.SendAgain, by,
        async file =>
        {
            var (found, letter) = (await SendingAsync(file, sending, ct), await LetterAsync(file, ct));
            var mayGo = found is not null && MayReplace(letter, found);
            file.State(FacilityNeed.NotificationFailed, mayGo);
            file.StateWritten(FacilityNeed.DeliveryProblem, why);
            await file.StateWayAsync(channel, address, ct);
            if (!mayGo) return;
            found!.Fail(why.Trim(), file.Now);
            // One e-mail takes the place of one earlier e-mail.
            var mails = (await file.Db.ProgressOfRequestAsync(file.Request.Id, ct)).Select(mail => mail.Notification).ToArray();
            Send(file, letter, channel, address, mails.LastOrDefault(mail => !mails.Any(later => later.Replaces == mail.Id))?.Id);
        },
        keep: null,
        ct);

    /// <summary>A letter on paper can go in another way as long as it was not sent, or did not reach the student: what was sent and opened did.</summary>
    public static bool MayReplace(Letter letter, Sending way)
    {
        ArgumentNullException.ThrowIfNull(letter);
        return way is { Channel: not SendingChannel.Portal, FailedAt: null } && (way.IsToPost || letter.FirstOpenedAt is null);
    }

    private static void Send(FacilityFile file, Letter letter, SendingChannel channel, string address, Guid? replaces)
    {
        file.Db.Add(Sending.Of(letter, channel, "", file.Now).To(address));
        if (channel is SendingChannel.Portal) file.Db.Notify(letter, file.LetterLanguage, file.Now, replaces);
    }

    private static Task<Letter> LetterAsync(FacilityFile file, CancellationToken ct) => file.Db.Letters.SingleAsync(item => item.Request == file.Request.Id, ct);

    private static Task<Sending?> SendingAsync(FacilityFile file, Guid sending, CancellationToken ct) =>
        file.Db.Sendings.FirstOrDefaultAsync(item => item.Id == sending && file.Db.Letters.Any(letter => letter.Id == item.Letter && letter.Request == file.Request.Id), ct);

    private static async Task<NotificationProgress?> FindAsync(FacilityFile file, Guid notification, CancellationToken ct) =>
        (await file.Db.ProgressOfRequestAsync(file.Request.Id, ct)).FirstOrDefault(item => item.Notification.Id == notification);
}

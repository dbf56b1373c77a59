using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Infrastructure.Mail;

/// <summary>Which e-mails wait for somebody, as the database can tell it for all cases at once. <see cref="NotificationProgress"/> tells it of one, and knows the hour.</summary>
public static class WaitingMails
{
    /// <summary>The reports that wait for an answer (Awb 2:11).</summary>
    public static IQueryable<MailReport> ReportsToAnswer(this PortalDb db)
    {
        var standing = StandingMails(db);
        return Unanswered(db).Where(report => standing.Any(mail => mail.Id == report.Notification && !db.Bounces.Any(bounce => bounce.Notification == mail.Id)));
    }

    /// <summary>The e-mails that such a report is about.</summary>
    public static IQueryable<Notification> QuestionedMails(this PortalDb db)
    {
        var unanswered = Unanswered(db);
        return StandingMails(db).Where(mail => !db.Bounces.Any(bounce => bounce.Notification == mail.Id) && unanswered.Any(report => report.Notification == mail.Id));
    }

    /// <summary>The e-mails in cases that failed, or that no server took in a day and more. What a server may have, and a report is about, is answered first; a decision that could not be delivered is sent again by its own step.</summary>
    public static IQueryable<Notification> UnreachedMails(this PortalDb db, DateOnly today)
    {
        // Since yesterday: the day of grace before the alarm ends somewhere today.
        var (dayAgo, unanswered) = (Amsterdam.At(today, TimeOnly.MinValue), Unanswered(db));
        return StandingMails(db).Where(mail => !db.Cases.Any(item => item.Id == mail.Case && item.State == CaseState.DeliveryFailed)
            && (db.Bounces.Any(bounce => bounce.Notification == mail.Id)
                || db.MailTries.Any(made => made.Notification == mail.Id && (made.End == MailEnd.Refused || made.End == MailEnd.NoAddress || (made.End == MailEnd.Doubtful && !unanswered.Any(report => report.Notification == mail.Id))))
                || (mail.At < dayAgo && db.MailTries.Any(made => made.Notification == mail.Id) && !db.MailTries.Any(made => made.Notification == mail.Id && (made.End == MailEnd.Accepted || made.End == MailEnd.Doubtful)))));
    }

    private static IQueryable<MailReport> Unanswered(PortalDb db) => db.MailReports.Where(MailReport.IsQuestion).Where(report => !db.ReportsSetAside.Any(aside => aside.Report == report.Id));

    // Of letters that were not opened; what was sent since, in whatever way, has come in their place.
    private static IQueryable<Notification> StandingMails(PortalDb db)
    {
        LetterKind[] decisions = [.. LetterKinds.About(LetterSubject.Decision), .. LetterKinds.About(LetterSubject.Resending)];
        return db.Notifications.Where(mail => !db.Notifications.Any(later => later.Replaces == mail.Id)
            && !db.Sendings.Any(sending => sending.Case == mail.Case && sending.Representative == null && sending.At > mail.At && sending.FailedAt == null
                && (sending.Channel == SendingChannel.Portal || sending.Proof != "" || db.Letters.Any(letter => letter.Id == sending.Letter && letter.Kind == LetterKind.SentAgain))
                && (sending.Letter == mail.Letter
                    || (db.Letters.Any(letter => letter.Id == sending.Letter && decisions.Contains(letter.Kind)) && db.Letters.Any(letter => letter.Id == mail.Letter && decisions.Contains(letter.Kind)))))
            && db.Letters.Any(letter => letter.Id == mail.Letter && letter.FirstOpenedAt == null));
    }
}

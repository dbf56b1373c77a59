using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Mail;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>Something that came back, with the letter it is about.</summary>
/// <param name="Letter">Null when it is about none, or the reader may not know about which.</param>
/// <param name="ShowsWords">Its words may be read: they can name a student.</param>
public sealed record ReturnedMail(MailReport Report, ReturnedLetter? Letter, bool ShowsWords);

/// <param name="Case">Null for a letter on a request for a special facility.</param>
/// <param name="Request">Null for a letter in a case.</param>
public sealed record ReturnedLetter(CaseNumber? Case, FacilityNumber? Request, LetterKind Kind);

/// <summary>What came back to the portal, the newest first.</summary>
/// <param name="Total">How much matches what was asked.</param>
/// <param name="Unread">What lies in the mailbox and could not be read.</param>
public sealed record ReturnedList(ImmutableArray<ReturnedMail> Items, int Total, ImmutableArray<UnreadFile> Unread, bool IsSetUp)
{
    public static readonly ReturnedList Empty = new([], 0, [], IsSetUp: true);
}

/// <summary>What somebody looks for among what came back.</summary>
/// <param name="Words">The number of a case or a request, or part of an address or of the name of a file.</param>
/// <param name="What">Null for everything.</param>
public sealed record ReturnedQuestion(string? Words = null, ReturnedKind? What = null);

/// <summary>What has become of something that came back; each is one of them.</summary>
public enum ReturnedKind
{
    /// <summary>The secretary still has to say whether the e-mail arrived.</summary>
    Waits,

    /// <summary>The secretary recorded it as returned, or set it aside.</summary>
    Answered,

    /// <summary>It asks nothing, or nothing any more.</summary>
    Logged,

    /// <summary>No message, too large, or of no e-mail of ours.</summary>
    Unreadable,
}

/// <summary>Everything that came back, also what belongs to no letter: nothing that somebody sent disappears unseen.</summary>
public sealed class ReturnedMails(PortalDbs dbs, ReportFolder folder, ReportIntake intake)
{
    /// <summary>How many one page shows.</summary>
    public const int PageSize = 50;

    /// <summary>An administrator sees what happens to the mailbox and no case; the secretary sees the cases in which no interest was declared (Awb 2:4). Nobody finds by words what those words would not show.</summary>
    public async Task<ReturnedList> ListAsync(PersonId by, ReturnedQuestion asked, int skip, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        if (await db.PersonAsync(by, ct) is not { } actor || !(actor.Is(Role.Administrator) || actor.Is(Role.BoardSecretary))) return ReturnedList.Empty;
        var readable = db.Notifications.Where(mail => actor.Is(Role.BoardSecretary) && !db.ConflictDeclarations.Any(declared => declared.Case == mail.Case && declared.Person == by));
        var reports = Matching(db, Of(db, asked.What), readable, asked.Words?.Trim() ?? "");
        var rows = await reports.OrderByDescending(item => item.TakenAt).ThenByDescending(item => item.Id).Skip(skip).Take(PageSize).ToListAsync(ct);
        var letters = await LettersAsync(db, readable, [.. rows.Select(row => row.Notification).OfType<Guid>()], ct);
        return new ReturnedList([.. rows.Select(row => Of(row, letters))], await reports.CountAsync(ct), intake.Unread, folder.IsThere);
    }

    private static IQueryable<MailReport> Of(PortalDb db, ReturnedKind? what)
    {
        var waiting = db.ReportsToAnswer();
        var answered = db.MailReports.Where(MailReport.IsQuestion).Where(item => db.ReportsSetAside.Any(aside => aside.Report == item.Id) || db.Bounces.Any(bounce => bounce.Notification == item.Notification));
        var unreadable = db.MailReports.Where(item => item.Stand == ReportStand.Broken || item.Stand == ReportStand.TooLarge || item.Stand == ReportStand.Unmatched);
        return what switch
        {
            ReturnedKind.Waits => waiting,
            ReturnedKind.Answered => answered,
            ReturnedKind.Unreadable => unreadable,
            ReturnedKind.Logged => db.MailReports.Where(item => !waiting.Any(other => other.Id == item.Id) && !answered.Any(other => other.Id == item.Id) && !unreadable.Any(other => other.Id == item.Id)),
            _ => db.MailReports,
        };
    }

    private static IQueryable<MailReport> Matching(PortalDb db, IQueryable<MailReport> reports, IQueryable<Notification> readable, string words)
    {
        if (words.Length is 0) return reports;
        if (CaseNumber.Parse(words) is { } number) return reports.Where(item => readable.Any(mail => mail.Id == item.Notification && db.Cases.Any(about => about.Id == mail.Case && about.Number == number)));
        if (FacilityNumber.Parse(words) is { } request) return reports.Where(item => readable.Any(mail => mail.Id == item.Notification && db.Letters.Any(letter => letter.Id == mail.Letter && db.FacilityRequests.Any(about => about.Id == letter.Request && about.Number == request))));
        var like = LikePattern.Containing(words);
        return reports.Where(item => EF.Functions.Like(item.Name, like, LikePattern.Escape)
            || (EF.Functions.Like(item.Recipient, like, LikePattern.Escape) && (item.Notification == null || readable.Any(mail => mail.Id == item.Notification))));
    }

    private static ReturnedMail Of(MailReport report, Dictionary<Guid, ReturnedLetter> letters)
    {
        if (report.Notification is not { } mail) return new ReturnedMail(report, null, ShowsWords: true);
        var letter = letters.GetValueOrDefault(mail);
        return new ReturnedMail(report, letter, ShowsWords: letter is not null);
    }

    private static async Task<Dictionary<Guid, ReturnedLetter>> LettersAsync(PortalDb db, IQueryable<Notification> readable, Guid[] mails, CancellationToken ct) => (await readable
        .Where(mail => mails.Contains(mail.Id))
        .Join(db.Letters, mail => mail.Letter, letter => letter.Id, (mail, letter) => new { mail.Id, letter.Kind, Number = db.Cases.Where(item => item.Id == letter.Case).Select(item => (CaseNumber?)item.Number).FirstOrDefault(), Request = db.FacilityRequests.Where(item => item.Id == letter.Request).Select(item => (FacilityNumber?)item.Number).FirstOrDefault() })
        .ToListAsync(ct)).ToDictionary(row => row.Id, row => new ReturnedLetter(row.Number, row.Request, row.Kind));
}

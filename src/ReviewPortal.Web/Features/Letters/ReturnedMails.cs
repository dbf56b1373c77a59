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
/// <param name="Total">How much came back in all.</param>
/// <param name="Unread">What lies in the mailbox and could not be read.</param>
public sealed record ReturnedList(ImmutableArray<ReturnedMail> Items, int Total, ImmutableArray<UnreadFile> Unread, bool IsSetUp)
{
    public static readonly ReturnedList Empty = new([], 0, [], IsSetUp: true);
}

/// <summary>Everything that came back, also what belongs to no letter: nothing that somebody sent disappears unseen.</summary>
public sealed class ReturnedMails(PortalDbs dbs, ReportFolder folder, ReportIntake intake)
{
    /// <summary>How many one page shows.</summary>
    public const int Shown = 200;

    /// <summary>An administrator sees what happens to the mailbox and no case; the secretary sees the cases in which no interest was declared (Awb 2:4).</summary>
    public async Task<ReturnedList> ListAsync(PersonId by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        if (await db.PersonAsync(by, ct) is not { } actor || !(actor.Is(Role.Administrator) || actor.Is(Role.BoardSecretary))) return ReturnedList.Empty;
        var rows = await db.MailReports.OrderByDescending(item => item.TakenAt).ThenByDescending(item => item.Id).Take(Shown).ToListAsync(ct);
        var letters = actor.Is(Role.BoardSecretary) ? await LettersAsync(db, by, [.. rows.Select(row => row.Notification).OfType<Guid>()], ct) : [];
        return new ReturnedList([.. rows.Select(row => Of(row, letters))], await db.MailReports.CountAsync(ct), intake.Unread, folder.IsThere);
    }

    private static ReturnedMail Of(MailReport report, Dictionary<Guid, ReturnedLetter> letters)
    {
        if (report.Notification is not { } mail) return new ReturnedMail(report, null, ShowsWords: true);
        var letter = letters.GetValueOrDefault(mail);
        return new ReturnedMail(report, letter, ShowsWords: letter is not null);
    }

    private static async Task<Dictionary<Guid, ReturnedLetter>> LettersAsync(PortalDb db, PersonId by, Guid[] mails, CancellationToken ct) => (await db.Notifications
        .Where(mail => mails.Contains(mail.Id) && !db.ConflictDeclarations.Any(declared => declared.Case == mail.Case && declared.Person == by))
        .Join(db.Letters, mail => mail.Letter, letter => letter.Id, (mail, letter) => new { mail.Id, letter.Kind, Number = db.Cases.Where(item => item.Id == letter.Case).Select(item => (CaseNumber?)item.Number).FirstOrDefault(), Request = db.FacilityRequests.Where(item => item.Id == letter.Request).Select(item => (FacilityNumber?)item.Number).FirstOrDefault() })
        .ToListAsync(ct)).ToDictionary(row => row.Id, row => new ReturnedLetter(row.Number, row.Request, row.Kind));
}

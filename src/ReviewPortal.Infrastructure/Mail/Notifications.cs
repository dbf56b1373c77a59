using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Infrastructure.Mail;

/// <summary>Finds notifications with what became of them.</summary>
public static class Notifications
{
    private static readonly MailEnd[] Ends = [.. Enum.GetValues<MailEnd>().Where(end => !end.MayTryAgain())];

    /// <summary>Those that no server took and that may still be tried.</summary>
    public static IQueryable<Notification> Waiting(this IQueryable<Notification> all, PortalDb db, DateTimeOffset now)
    {
        var since = now - NotificationProgress.GiveUpAfter;
        return all.Where(item => item.At > since
            && !db.Notifications.Any(later => later.Replaces == item.Id)
            && !db.Bounces.Any(bounce => bounce.Notification == item.Id)
            && !db.MailTries.Any(made => made.Notification == item.Id && made.End != null && Ends.Contains(made.End.Value)));
    }

    /// <summary>Lets the student know that this letter stands in the portal; part of the caller's transaction.</summary>
    /// <param name="replaces">The one that failed; null for the first.</param>
    public static void Notify(this CaseFile file, Letter letter, Guid? replaces)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(letter);
        file.Db.Notify(letter, file.LetterLanguage, file.Now, replaces);
    }

    /// <inheritdoc cref="Notify(CaseFile, Letter, Guid?)"/>
    public static void Notify(this PortalDb db, Letter letter, Language language, DateTimeOffset now, Guid? replaces)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(letter);
        db.Add(new Notification { Id = Guid.CreateVersion7(now), Case = letter.Case, Letter = letter.Id, At = now, Language = language, Replaces = replaces, Mark = MailMark.New() });
    }

    /// <summary>Of every notification about one letter, in order.</summary>
    public static async Task<ImmutableArray<NotificationProgress>> ProgressOfLetterAsync(this PortalDb db, Guid letter, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db.ProgressAsync(await db.Notifications.Where(item => item.Letter == letter).OrderBy(item => item.At).ToListAsync(ct), ct);
    }

    /// <summary>Of every notification about the letter on one request for a special facility, in order.</summary>
    public static async Task<ImmutableArray<NotificationProgress>> ProgressOfRequestAsync(this PortalDb db, Guid request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db.ProgressAsync(await db.Notifications.Where(item => db.Letters.Any(letter => letter.Id == item.Letter && letter.Request == request)).OrderBy(item => item.At).ToListAsync(ct), ct);
    }

    /// <summary>The requests for a special facility whose student may not have been reached, with what became of the e-mail on the letter: it did not arrive, or a report on it waits for an answer.</summary>
    public static async Task<IReadOnlyDictionary<Guid, NotificationProgress>> AlarmedRequestsAsync(this PortalDb db, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var unopened = await db.Notifications.Where(item => item.Case == null && !db.Notifications.Any(later => later.Replaces == item.Id))
            .Join(db.Letters.Where(letter => letter.Request != null && letter.FirstOpenedAt == null), item => item.Letter, letter => letter.Id, (item, letter) => new { item, Request = letter.Request!.Value }).ToListAsync(ct);
        var progress = await db.ProgressAsync([.. unopened.Select(row => row.item)], ct);
        return unopened.Zip(progress).Where(pair => pair.Second.IsAlarm(now)).DistinctBy(pair => pair.First.Request).ToDictionary(pair => pair.First.Request, pair => pair.Second);
    }

    /// <summary>Of every notification of one case, in order.</summary>
    public static async Task<ImmutableArray<NotificationProgress>> ProgressAsync(this PortalDb db, CaseId @case, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db.ProgressAsync(await db.Notifications.Where(item => item.Case == @case).OrderBy(item => item.At).ToListAsync(ct), ct);
    }

    /// <summary>What became of these, in the order in which they are given.</summary>
    public static async Task<ImmutableArray<NotificationProgress>> ProgressAsync(this PortalDb db, IReadOnlyCollection<Notification> notifications, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(notifications);
        if (notifications.Count is 0) return [];
        var (ids, letters) = (notifications.Select(item => item.Id).ToArray(), notifications.Select(item => item.Letter).ToArray());
        var tries = (await db.MailTries.Where(item => ids.Contains(item.Notification)).OrderBy(item => item.Number).ToListAsync(ct)).ToLookup(item => item.Notification);
        var bounces = await db.Bounces.Where(item => ids.Contains(item.Notification)).ToDictionaryAsync(item => item.Notification, ct);
        var replaced = (await db.Notifications.Where(item => item.Replaces != null && ids.Contains(item.Replaces.Value)).Select(item => item.Replaces!.Value).ToListAsync(ct)).ToHashSet();
        var about = await db.Letters.Where(item => letters.Contains(item.Id)).Select(item => new { item.Id, item.Kind, IsOpened = item.FirstOpenedAt != null }).ToDictionaryAsync(item => item.Id, ct);
        var reports = await ReportsAsync(db, ids, ct);
        var sent = await SentAgainAsync(db, notifications, ct);
        return [.. notifications.Select(item => new NotificationProgress(item, [.. tries[item.Id]], bounces.GetValueOrDefault(item.Id), replaced.Contains(item.Id) || sent(item, about[item.Letter].Kind), about[item.Letter].IsOpened) { Reports = [.. reports[item.Id]] })];
    }

    private static async Task<ILookup<Guid?, ReportAnswer>> ReportsAsync(PortalDb db, Guid[] ids, CancellationToken ct)
    {
        var rows = await db.MailReports.Where(item => item.Notification != null && ids.Contains(item.Notification.Value))
            .GroupJoin(db.ReportsSetAside, item => item.Id, aside => aside.Report, (item, asides) => new { item, asides }).SelectMany(pair => pair.asides.DefaultIfEmpty(), (pair, aside) => new { pair.item, aside }).ToListAsync(ct);
        // Numbered by the moment of taking in, so in that order.
        return rows.OrderBy(row => row.item.TakenAt).ThenBy(row => row.item.Id).ToLookup(row => row.item.Notification, row => new ReportAnswer(row.item, row.aside));
    }

    // Sent again in whatever way, the earlier message has done its work; what was set aside before it went came in nothing's place. A decision is sent again with a letter that goes with it, and the letter on a request as it is, which do so from their printing on: the posting is a task of its own.
    private static async Task<Func<Notification, LetterKind, bool>> SentAgainAsync(PortalDb db, IReadOnlyCollection<Notification> notifications, CancellationToken ct)
    {
        var (cases, about) = (notifications.Select(item => item.Case).OfType<CaseId>().Distinct().ToArray(), notifications.Where(item => item.Case is null).Select(item => item.Letter).ToArray());
        var sendings = (await db.Sendings.Where(item => item.Representative == null && ((item.Case != null && cases.Contains(item.Case.Value)) || about.Contains(item.Letter))).Join(db.Letters, item => item.Letter, letter => letter.Id, (item, letter) => new { Sending = item, letter.Kind }).ToListAsync(ct)).ToLookup(row => row.Sending.Case);
        return (item, kind) => sendings[item.Case].Any(row => row.Sending.At > item.At && !row.Sending.NeverWent && (row.Kind is LetterKind.SentAgain || row.Sending.Case is null || !row.Sending.IsToPost)
            && (row.Sending.Letter == item.Letter || (row.Kind.Subject() is LetterSubject.Decision or LetterSubject.Resending && kind.Subject() is LetterSubject.Decision or LetterSubject.Resending)));
    }
}

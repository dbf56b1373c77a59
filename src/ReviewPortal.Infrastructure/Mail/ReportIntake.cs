using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Infrastructure.Mail;

/// <summary>A file, or the folder itself, that could not be read: it stays where it is.</summary>
/// <param name="Why">In the words of the machine.</param>
public sealed record UnreadFile(string Name, string Why);

/// <summary>
/// Takes in what came back, one file at a time: first it is kept, then the file is put away. Killed in between, the file is found again and only put away.
/// Nothing is decided here: what a report says becomes a question to the secretary.
/// </summary>
public sealed class ReportIntake(PortalDbs dbs, ReportFolder folder, CaseNews news, TimeProvider clock) : IDisposable
{
    // What a clock elsewhere may differ from ours.
    private static readonly TimeSpan Skew = TimeSpan.FromDays(1);

    // A report names one e-mail, up to three times.
    private const int MostMarks = 20;

    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>What the last round could not read.</summary>
    public ImmutableArray<UnreadFile> Unread { get; private set; } = [];

    /// <summary>One round through the folder. Only one goes on at a time.</summary>
    /// <returns>How many files were taken in.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        if (!folder.IsThere) return 0;
        await _one.WaitAsync(ct);
        try
        {
            var (unread, taken) = (ImmutableArray.CreateBuilder<UnreadFile>(), 0);
            foreach (var path in List(unread))
            {
                try
                {
                    var file = await ReportFolder.ReadAsync(path, ct);
                    await TakeInAsync(file, ct);
                    folder.PutAway(file);
                    taken++;
                }
                // Whatever is wrong with one file, it stays where it is, is named, and does not hold up the others.
                catch (Exception failure) when (failure is not OperationCanceledException)
                {
                    unread.Add(new UnreadFile(ReportReader.Line(Path.GetFileName(path), MailReport.LongestName), failure.Message));
                }
            }

            Unread = unread.ToImmutable();
            return taken;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private IReadOnlyList<string> List(ImmutableArray<UnreadFile>.Builder unread)
    {
        try
        {
            return folder.List();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            unread.Add(new UnreadFile(folder.Arrivals, failure.Message));
            return [];
        }
    }

    private async Task TakeInAsync(FoundFile file, CancellationToken ct)
    {
        var words = file.Content is { } content ? ReportReader.Read(content) : null;
        var about = await dbs.ChangeAsync(async db =>
        {
            if (await db.MailReports.AnyAsync(item => item.Sha256 == file.Sha256 && item.Name == file.Name, ct)) return null;
            var (mail, sign) = await MatchAsync(db, words, ct);
            var read = ReportOf(file, words, mail, sign, StandOf(file, words, mail));
            var addsNothing = await IsKnownAsync(db, read, ct) || await IsFullAsync(db, read, ct);
            await KeepAsync(db, addsNothing ? ReportOf(file, words, mail, sign, ReportStand.Repeated) : read, file, ct);
            return mail;
        }, ct);
        if (about?.Case is { } @case) news.Tell(@case);
    }

    // Whatever else it names, it must bear the mark of one of our e-mails, and of one only.
    private static async Task<(Notification? Mail, ReportSign? Sign)> MatchAsync(PortalDb db, ReportWords? words, CancellationToken ct)
    {
        string[] marks = [.. (words?.Marks ?? []).Select(item => item.Mark).Distinct().Take(MostMarks)];
        if (marks.Length is 0) return (null, null);
        var found = await db.Notifications.Where(item => marks.Contains(item.Mark)).Take(2).ToListAsync(ct);
        return found is [var one] ? (one, words!.Marks.Where(item => item.Mark == one.Mark).Min(item => item.Sign)) : (null, null);
    }

    // The same bytes, or the same words about the same e-mail.
    private static Task<bool> IsKnownAsync(PortalDb db, MailReport read, CancellationToken ct) => db.MailReports.AnyAsync(
        read.Notification is null || (read.Result is null && read.Diagnosis.Length is 0)
            ? item => item.Sha256 == read.Sha256
            : item => item.Sha256 == read.Sha256 || (item.Notification == read.Notification && item.Result == read.Result && item.Recipient == read.Recipient && item.Status == read.Status && item.Diagnosis == read.Diagnosis),
        ct);

    private static async Task<bool> IsFullAsync(PortalDb db, MailReport read, CancellationToken ct)
    {
        if (read.Notification is not { } mail) return false;
        var kept = db.MailReports.Where(item => item.Notification == mail && item.Stand != ReportStand.Repeated);
        var asked = await kept.CountAsync(MailReport.IsQuestion, ct);
        return (read.Asks ? asked : await kept.CountAsync(ct) - asked) >= MailReport.MostOfOne;
    }

    private MailReport ReportOf(FoundFile file, ReportWords? words, Notification? mail, ReportSign? sign, ReportStand stand)
    {
        var now = clock.GetUtcNow();
        // Words in prose are kept of what bears a mark only.
        var (diagnosis, server) = mail is null || words?.Prose is not { } prose ? (words?.Diagnosis, words?.Server) : (prose, words.From);
        return new MailReport
        {
            Id = Guid.CreateVersion7(now), TakenAt = now, Name = file.Name, Size = file.Size, Sha256 = file.Sha256, Notification = mail?.Id, Sign = sign, Stand = stand,
            Result = words?.Result, Recipient = words?.Recipient ?? "", Status = words?.Status ?? "", Diagnosis = diagnosis ?? "", Server = server ?? "",
            // A report of before the e-mail, or of tomorrow, has a clock that says nothing.
            WrittenAt = words?.WrittenAt is { } at && at <= now + Skew && (mail is null || at >= mail.At - Skew) ? at : null,
        };
    }

    private static ReportStand StandOf(FoundFile file, ReportWords? words, Notification? mail) =>
        file.Content is null ? ReportStand.TooLarge
        : words is null ? ReportStand.Broken
        : mail is null ? ReportStand.Unmatched
        : !words.IsReport ? words.Prose is null ? ReportStand.NoReport : ReportStand.Prose
        : words.Result is null ? ReportStand.Incomplete
        : ReportStand.Read;

    // The bytes of what is about an e-mail of ours are evidence, and so many of each e-mail. Of the rest the hash is, and the file stays in the mailbox: what others send fills no database.
    private static async Task KeepAsync(PortalDb db, MailReport report, FoundFile file, CancellationToken ct)
    {
        db.Add(report);
        if (report.IsKept && !await db.Files.AnyAsync(item => item.Sha256 == file.Sha256, ct)) db.Add(new KeptFile { Sha256 = file.Sha256, ContentType = "message/rfc822", Content = file.Content! });
        var letter = await db.Notifications.Where(item => item.Id == report.Notification).Join(db.Letters, item => item.Letter, about => about.Id, (_, about) => about).FirstOrDefaultAsync(ct);
        await db.AuditAsync(
            Outbox.Portal, "mail.report", letter?.Subject ?? $"report/{report.Id}",
            new
            {
                report = report.Id, letter = letter?.Id, notification = report.Notification, sign = report.Sign, stand = report.Stand, name = report.Name, size = report.Size, sha256 = report.Sha256,
                result = report.Result, recipient = report.Recipient, status = report.Status, diagnosis = report.Diagnosis, server = report.Server, written = report.WrittenAt,
            },
            report.TakenAt, ct);
        await db.SaveChangesAsync(ct);
    }
}

using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Infrastructure.Mail;

/// <summary>
/// Carries out the notifications that wait, and the receipts after them. Each try is kept before it begins, before the message is handed over, and when it has ended: whatever cuts it
/// off, no message goes twice without somebody having asked for it, and a doubtful one is known as such.
/// </summary>
public sealed class Outbox(PortalDbs dbs, MailCarrier carrier, MailSettings settings, Institutions institutions, TimeProvider clock) : IDisposable
{
    // What is written by nobody is written by the portal.
    internal static readonly Actor Portal = new(new PersonId(Guid.Empty), "ReviewPortal", "", []);

    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly ReceiptRound _receipts = new(dbs, carrier, settings, institutions, clock);

    /// <summary>One round: everything that is due now, the oldest first. Only one round at a time goes on.</summary>
    /// <returns>How many were tried.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        if (!carrier.IsThere) return 0;
        await _one.WaitAsync(ct);
        try
        {
            await CloseCutOffAsync(ct);
            var tried = 0;
            IEnumerable<Func<Task<MailEnd?>>> due =
            [
                .. (await DueAsync(ct)).Select(notification => (Func<Task<MailEnd?>>)(() => CarryAsync(notification, ct))),
                .. (await _receipts.DueAsync(ct)).Select(receipt => (Func<Task<MailEnd?>>)(() => _receipts.CarryAsync(receipt, ct))),
            ];
            foreach (var carry in due)
            {
                if (await carry() is not { } end) continue;
                tried++;
                // The server is away: the others need not find that out one by one.
                if (end is MailEnd.Unreachable) break;
            }

            return tried;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    // Here rounds do not overlap; of another portal on this database a try may go on for as long as it can take.
    private async Task CloseCutOffAsync(CancellationToken ct)
    {
        await using (var look = await dbs.LookAsync(ct))
        {
            if (!await look.MailTries.AnyAsync(item => item.EndedAt == null, ct)) return;
        }

        await dbs.ChangeAsync(async db =>
        {
            var (now, (toHandOver, toEnd)) = (clock.GetUtcNow(), settings.Lease);
            foreach (var cut in (await db.MailTries.Where(item => item.EndedAt == null).ToListAsync(ct)).Where(item => item.IsCutOff(now, toHandOver, toEnd)))
                await FinishAsync(db, cut, cut.HandedOverAt is null || carrier.Overwrites ? new Carried(MailEnd.CutOff, "") : new Carried(MailEnd.Doubtful, ""), ct);
            return await db.SaveChangesAsync(ct);
        }, ct);
    }

    private async Task<IReadOnlyList<Guid>> DueAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await dbs.LookAsync(ct);
        var waiting = await db.Notifications.Waiting(db, now).OrderBy(item => item.At).ToListAsync(ct);
        if (waiting.Count is 0) return [];
        var progress = await db.ProgressAsync(waiting, ct);
        return [.. progress.Where(item => item.NextTryAt(now) <= now).Select(item => item.Notification.Id)];
    }

    /// <returns>How it ended; null when it was not due any more.</returns>
    private async Task<MailEnd?> CarryAsync(Guid notification, CancellationToken ct)
    {
        if (await BeginAsync(notification, ct) is not { } begun) return null;
        if (begun.Mail is not { } mail) return MailEnd.NoAddress;
        var carried = await carrier.CarryAsync(mail, () => ChangeAsync(begun.Try, (_, item) => { item.HandOver(clock.GetUtcNow()); return Task.CompletedTask; }), ct);
        await ChangeAsync(begun.Try, (db, item) => FinishAsync(db, item, carried, CancellationToken.None));
        return carried.End;
    }

    private Task<Begun?> BeginAsync(Guid id, CancellationToken ct) => dbs.ChangeAsync(async db =>
    {
        var now = clock.GetUtcNow();
        var notification = await db.Notifications.SingleAsync(item => item.Id == id, ct);
        // Somebody may have told meanwhile that it is not needed any more.
        if ((await db.ProgressAsync([notification], ct))[0] is var progress && !(progress.NextTryAt(now) <= now)) return null;
        var to = await AddressAsync(db, notification, ct);
        var begun = new MailTry { Id = Guid.CreateVersion7(now), Notification = id, Number = progress.Tries.Length + 1, StartedAt = now, To = to ?? "" };
        db.Add(begun);
        if (to is null) await FinishAsync(db, begun, new Carried(MailEnd.NoAddress, ""), ct);
        await db.SaveChangesAsync(ct);
        return new Begun(begun.Id, to is null ? null : await WriteAsync(notification, to, ct));
    }, ct);

    // The address as it is now: a student who corrected it gets the next try.
    private static async Task<string?> AddressAsync(PortalDb db, Notification notification, CancellationToken ct) =>
        await AddressAsync(db, notification.Case, await db.Letters.Where(letter => letter.Id == notification.Letter).Select(letter => letter.Request).SingleAsync(ct), ct);

    /// <summary>Of the student of a case, or of a request for a special facility; null when the account has none that can be used.</summary>
    internal static async Task<string?> AddressAsync(PortalDb db, CaseId? @case, Guid? request, CancellationToken ct)
    {
        var numbers = @case is null
            ? db.FacilityRequests.Where(item => item.Id == request).Select(item => item.StudentNumber)
            : db.Cases.Where(item => item.Id == @case).Join(db.Sittings, item => item.Sitting, sitting => sitting.Id, (_, sitting) => sitting.StudentNumber);
        var email = await numbers.Join(db.Users.Where(user => !user.Disabled), number => number, user => user.StudentNumber, (_, user) => user.Email).FirstOrDefaultAsync(ct);
        return WrittenMail.IsAddress(email) ? email : null;
    }

    private async Task<WrittenMail> WriteAsync(Notification notification, string to, CancellationToken ct)
    {
        var institution = (await institutions.OfAsync(HouseTexts.Everybody, ct)).NameOrPortal();
        var text = NotificationMail.Write(institution, settings.SignIn, notification.Language);
        var name = notification.Mark.Length > 0 ? notification.Mark : $"{notification.Id:N}";
        return new WrittenMail(notification.Id, settings.MessageId(name), settings.From, institution.In(notification.Language), to, text.Subject, text.Text, notification.Language, clock.GetUtcNow())
        {
            Mark = notification.Mark, ReturnPath = settings.ReturnPath(notification.Mark),
        };
    }

    private async Task FinishAsync(PortalDb db, MailTry ended, Carried carried, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        ended.Finish(carried.End, carried.Answer, now);
        var about = await db.Notifications.Where(item => item.Id == ended.Notification).Join(db.Letters, item => item.Letter, letter => letter.Id, (_, letter) => letter).SingleAsync(ct);
        // In the log that nobody can change: the institution must show that it was sent (Awb 2:25).
        await db.AuditAsync(Portal, "mail.try", about.Subject, new { letter = about.Id, notification = ended.Notification, number = ended.Number, end = carried.End, answer = ended.Answer, started = ended.StartedAt, to = ended.To, handedOver = ended.HandedOverAt, ended = ended.EndedAt }, now, ct);
    }

    // Not to be cancelled: what has happened outside is written down.
    private Task<int> ChangeAsync(Guid id, Func<PortalDb, MailTry, Task> change) => dbs.ChangeAsync(async db =>
    {
        await change(db, await db.MailTries.SingleAsync(item => item.Id == id, CancellationToken.None));
        return await db.SaveChangesAsync(CancellationToken.None);
    }, CancellationToken.None);

    /// <param name="Mail">Null when there is no address.</param>
    private sealed record Begun(Guid Try, WrittenMail? Mail);
}

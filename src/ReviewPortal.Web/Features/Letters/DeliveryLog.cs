using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Mail;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>What can have happened to a letter on its way.</summary>
internal enum DeliveryEvent
{
    Agreed,
    Published,
    Made,
    ToPost,
    Sent,
    SendingFailed,
    NeverWent,
    Notified,
    Tried,
    Answered,
    Reported,
    SetAside,
    Bounced,
    CopyToPost,
    CopySent,
    CopyNeverWent,
    Opened,
    Downloaded,
}

/// <param name="End">How a try ended; null for everything else.</param>
/// <param name="Channel">How it was sent; null for everything else.</param>
/// <param name="Report">What a mail server reported; null for everything else.</param>
internal sealed record DeliveryLine(DateTimeOffset At, DeliveryEvent What, string Detail, MailEnd? End = null, SendingChannel? Channel = null, MailReport? Report = null)
{
    /// <summary>Of what went on paper only the day is known.</summary>
    public bool IsOfADay => What is DeliveryEvent.Sent or DeliveryEvent.CopySent && Channel is not SendingChannel.Portal;

    /// <summary>What came back is a question to the secretary, who answers it; the student reads the answer, when it is that the e-mail could not be delivered.</summary>
    public bool IsForTheStudent => What is not (DeliveryEvent.Reported or DeliveryEvent.SetAside);

    /// <summary>Without what is about the institution's own machines: of a server's answers only those about the message are the student's (Awb 2:25).</summary>
    public DeliveryLine ForTheStudent() => What is DeliveryEvent.Answered && End is not (MailEnd.Accepted or MailEnd.Refused) ? this with { Detail = "" } : this;
}

/// <summary>Everything that is known about the sending of one letter and of its being read, in the order in which it happened (Awb 2:25).</summary>
internal static class DeliveryLog
{
    /// <summary>The student took the letter along; each time is in the audit log.</summary>
    public const string Download = "letter.download";

    public static async Task<ImmutableArray<DeliveryLine>> OfAsync(PortalDb db, Letter letter, CancellationToken ct)
    {
        var sendings = await db.Sendings.Where(item => item.Letter == letter.Id).ToListAsync(ct);
        // A letter that goes with a decision sent again through the portal, or before such letters were posted by themselves, went as the decision did.
        var (@case, at) = (letter.Case, letter.PublishedAt);
        if (letter.Kind is LetterKind.SentAgain && sendings.TrueForAll(item => item.Representative is not null)) sendings.AddRange(await db.Sendings.Where(item => item.Case == @case && item.At == at && item.Representative == null).ToListAsync(ct));
        var copies = sendings.Select(sending => sending.Representative).OfType<Guid>().ToArray();
        var named = copies.Length is 0 ? [] : await db.Representatives.Where(item => copies.Contains(item.Id)).ToDictionaryAsync(item => item.Id, ct);
        var mails = await db.ProgressOfLetterAsync(letter.Id, ct);
        return
        [
            .. ((IEnumerable<DeliveryLine>)
            [
                .. await AgreedAsync(db, letter, ct),
                // On paper it is made only, and made known when it is sent (Awb 3:41).
                new DeliveryLine(letter.PublishedAt, Sending.BeganOnPaper(sendings) ? DeliveryEvent.Made : DeliveryEvent.Published, letter.PublishedByName),
                .. sendings.SelectMany(sending => Of(sending, named)),
                .. mails.SelectMany(Of),
                .. letter.FirstOpenedAt is { } opened ? [new DeliveryLine(opened, DeliveryEvent.Opened, "")] : Array.Empty<DeliveryLine>(),
                .. await DownloadsAsync(db, letter, ct),
            ]).OrderBy(line => line.At).ThenBy(line => line.What),
        ];
    }

    private static IEnumerable<DeliveryLine> Of(Sending sending, Dictionary<Guid, Representative> named)
    {
        if (sending.Representative is { } copy)
        {
            yield return sending.NeverWent ? new(sending.FailedAt!.Value, DeliveryEvent.CopyNeverWent, Detail(named[copy].FullName, sending.Problem, null), Channel: sending.Channel)
                : new(sending.At, sending.IsToPost ? DeliveryEvent.CopyToPost : DeliveryEvent.CopySent, Detail(named[copy].FullName, sending.Proof, named[copy].Address), Channel: sending.Channel);
            yield break;
        }

        // Set aside before it went, it was made and that is all.
        if (sending.NeverWent)
        {
            yield return new(sending.FailedAt!.Value, DeliveryEvent.NeverWent, sending.Problem, Channel: sending.Channel);
            yield break;
        }

        yield return new(sending.At, sending.IsToPost ? DeliveryEvent.ToPost : DeliveryEvent.Sent, Detail("", sending.Proof, sending.Address), Channel: sending.Channel);
        if (sending.FailedAt is { } failed) yield return new(failed, DeliveryEvent.SendingFailed, sending.Problem);
    }

    // Where it was posted to is part of what has to be shown.
    private static string Detail(string to, string proof, string? address) => string.Join(", ", new[] { to, proof }.Concat(AddressLines.Of(address)).Where(part => part.Length > 0));

    private static IEnumerable<DeliveryLine> Of(NotificationProgress mail)
    {
        yield return new(mail.Notification.At, DeliveryEvent.Notified, "");
        foreach (var made in mail.Tries)
        {
            yield return new(made.StartedAt, DeliveryEvent.Tried, made.To);
            if (made.EndedAt is { } ended) yield return new(ended, DeliveryEvent.Answered, made.Answer, made.End);
        }

        foreach (var (report, aside) in mail.Reports)
        {
            yield return new(report.TakenAt, DeliveryEvent.Reported, string.Join(", ", new[] { report.Recipient, report.Words, $"SHA-256 {report.Sha256}" }.Where(part => part.Length > 0)), Report: report);
            if (aside is not null) yield return new(aside.At, DeliveryEvent.SetAside, $"{aside.ByName}: {aside.Why}");
        }

        if (mail.Bounce is { } bounce) yield return new(bounce.RecordedAt, DeliveryEvent.Bounced, $"{bounce.On:yyyy-MM-dd}: {bounce.Text}");
    }

    // The statement that held when the letter went out, whatever became of it since.
    private static async Task<IEnumerable<DeliveryLine>> AgreedAsync(PortalDb db, Letter letter, CancellationToken ct)
    {
        var kind = MessageKinds.Of(letter.Kind);
        var numbers = letter.Case is null
            ? db.FacilityRequests.Where(item => item.Id == letter.Request).Select(item => item.StudentNumber)
            : db.Cases.Where(item => item.Id == letter.Case).Join(db.Sittings, item => item.Sitting, sitting => sitting.Id, (_, sitting) => sitting.StudentNumber);
        var student = await numbers.Join(db.Users, number => number, user => user.StudentNumber, (_, user) => (Guid?)user.Id).FirstOrDefaultAsync(ct);
        if (student is null) return [];
        var (person, at) = (new PersonId(student.Value), letter.PublishedAt);
        var held = await db.DeliveryConsents.Where(item => item.Person == person && item.Kind == kind && item.GivenAt <= at && (item.WithdrawnAt == null || item.WithdrawnAt > at)).ToListAsync(ct);
        return held.Select(given => new DeliveryLine(given.GivenAt, DeliveryEvent.Agreed, $"{given.PersonName} ({given.Wording}): {ConsentWording.Of(kind, given.Language, given.Wording)}"));
    }

    private static async Task<IEnumerable<DeliveryLine>> DownloadsAsync(PortalDb db, Letter letter, CancellationToken ct)
    {
        var told = await db.LettersToldAsync(Download, [letter.Subject], ct);
        return told[letter.Subject].Where(row => row.Letter == letter.Id).Select(row => new DeliveryLine(AuditTime.Of(row.AtMicros), DeliveryEvent.Downloaded, ""));
    }
}

using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Mail;
using ReviewPortal.Web.Features.Letters;
using ReviewPortal.Web.Tests.Mail;

namespace ReviewPortal.Web.Tests;

/// <summary>What people do about the e-mails and the post of a case.</summary>
internal sealed partial class ACase
{
    /// <summary>The newest e-mail about a letter of this case came back.</summary>
    public async Task<Answer> RecordBounceAsync(string text = "550 5.1.1 User unknown", DateOnly? on = null, string by = "secretaris") =>
        await portal.Get<RecordBounce>().RunAsync(Latest, await NewestMailAsync(), on ?? Today, text, Person(by), Ct);

    /// <summary>A mail server reports that it could not deliver the newest e-mail.</summary>
    public async Task<Answer> ReportedAsync()
    {
        using var mailbox = new AMailbox();
        mailbox.Deliver(new AReport { EnvelopeId = (await MailAsync()).Notification.Mark, Recipient = (await MailAsync()).Last!.To }.Text());
        using var intake = await mailbox.TakeInAsync(portal);
        return new Done(CaseLifecycle.Table[0]);
    }

    public async Task<Answer> SetReportAsideAsync(string why = "De student heeft de e-mail wel ontvangen.", string by = "secretaris") =>
        await SetReportAsideAsync(await portal.ReadAsync(db => db.MailReports.OrderByDescending(item => item.TakenAt).Select(item => item.Id).Take(1).ToListAsync(Ct)), why, by);

    public Task<Answer> SetReportAsideAsync(IEnumerable<Guid> reports, string why = "De student heeft de e-mail wel ontvangen.", string by = "secretaris") =>
        portal.Get<SetReportAside>().RunAsync(Latest, reports.ToHashSet(), why, Person(by), Ct);

    public async Task<Answer> NotifyAgainAsync(string by = "secretaris") => await NotifyAgainAsync(await NewestMailAsync(), by);

    public Task<Answer> NotifyAgainAsync(Guid mail, string by = "secretaris") => portal.Get<NotifyAgain>().RunAsync(Latest, mail, Person(by), Ct);

    /// <summary>The decision is made known on paper, to be posted.</summary>
    public Task<Answer> PrintAsync() => PublishAsync(channel: SendingChannel.Post, address: "Kapelstraat 118\n3572 CW Utrecht");

    /// <param name="on">Null for today.</param>
    public async Task<Answer> RecordPostingAsync(string proof = "Aangetekend, 3SABC123", string by = "secretaris", DateOnly? on = null) => await portal.Get<RecordPosting>().RunAsync(
        Latest, await ToPostAsync(), on ?? Today, proof, Person(by), Ct);

    /// <summary>The letter that was printed last does not go out.</summary>
    public async Task<Answer> SetLetterAsideAsync(string why = "De tekst klopt niet.", string by = "secretaris") => await portal.Get<SetLetterAside>().RunAsync(Latest, await ToPostAsync(), why, Person(by), Ct);

    private Task<Guid> ToPostAsync() => portal.ReadAsync(db => db.Sendings.Where(item => item.Case == id && item.Representative == null).OrderByDescending(item => item.Channel != SendingChannel.Portal && item.Proof == "" && item.FailedAt == null).ThenByDescending(item => item.At).Select(item => item.Id).FirstOrDefaultAsync(Ct));

    private async Task<Answer> PostedAsync(Task<Answer> printing, SendingChannel channel, string proof)
    {
        var printed = await printing;
        if (!printed.IsDone || channel is SendingChannel.Portal || proof.Length is 0) return printed;
        await DoneAsync(RecordPostingAsync(proof));
        return printed;
    }

    public Task<Guid> NewestMailAsync() => portal.ReadAsync(db => db.Notifications.Where(item => item.Case == id).OrderByDescending(item => item.At).Select(item => item.Id).FirstOrDefaultAsync(Ct));

    /// <summary>What became of the newest e-mail.</summary>
    public async Task<NotificationProgress> MailAsync()
    {
        var newest = await NewestMailAsync();
        return (await portal.ReadAsync(db => db.ProgressAsync(id, Ct))).Single(item => item.Notification.Id == newest);
    }
}

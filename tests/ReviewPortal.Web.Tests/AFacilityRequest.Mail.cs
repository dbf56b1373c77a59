using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Infrastructure.Mail;
using ReviewPortal.Web.Features.Necessity;
using ReviewPortal.Web.Tests.Mail;

namespace ReviewPortal.Web.Tests;

/// <summary>What people do about the e-mail on the letter of a request.</summary>
internal sealed partial class AFacilityRequest
{
    public const string Moved = "Nieuwegracht 7\n3512 LB Utrecht";
    public const string Home = "Kapelstraat 118-bis A\n3572 CN Utrecht";

    /// <summary>The letter has gone out, and a server took the e-mail about it.</summary>
    public static async Task<AFacilityRequest> MailedAsync(APortal portal)
    {
        var request = await PublishedAsync(portal);
        await portal.SendMailAsync();
        return request;
    }

    /// <summary>A mail server reports that it could not deliver the newest e-mail.</summary>
    public async Task ReportedAsync(string status = "5.1.1", string diagnosis = "smtp; 550 5.1.1 User unknown")
    {
        var mail = await MailAsync();
        using var mailbox = new AMailbox();
        mailbox.Deliver(new AReport { EnvelopeId = mail.Notification.Mark, Recipient = mail.Last!.To, Status = status, Diagnosis = diagnosis, Date = "Tue, 03 Nov 2026 08:14:05 +0100" }.Text());
        using var intake = await mailbox.TakeInAsync(portal);
    }

    public async Task<FacilityAnswer> RecordBounceAsync(string text = "550 5.1.1 User unknown", DateOnly? on = null, string by = "secretaris") => await portal.Get<FacilityDelivery>().RecordBounceAsync(
        Latest, (await MailAsync()).Notification.Id, on ?? Core.Calendar.Amsterdam.DateOf(portal.Clock.GetUtcNow()), text, By(portal, by), Ct);

    public async Task<FacilityAnswer> SetReportAsideAsync(string why = "De student heeft de e-mail wel ontvangen.", IEnumerable<Guid>? reports = null) => await portal.Get<FacilityDelivery>().SetReportAsideAsync(
        Latest, (reports ?? (await MailAsync()).QuestionsAt(portal.Clock.GetUtcNow()).Select(report => report.Id)).ToHashSet(), why, By(portal, "secretaris"), Ct);

    /// <inheritdoc cref="PublishAsync"/>
    public async Task<FacilityAnswer> SendAgainAsync(SendingChannel channel = SendingChannel.Portal, string proof = "", string address = "") =>
        await PostedAsync(portal.Get<FacilityDelivery>().SendAgainAsync(Latest, (await MailAsync()).Notification.Id, channel, address, By(portal, "secretaris"), Ct), proof);

    /// <summary>Its last sending, which went on paper, is replaced.</summary>
    public async Task<FacilityAnswer> ReplaceAsync(SendingChannel channel = SendingChannel.Post, string address = Moved, string why = "Verhuisd.", Guid? sending = null, string by = "secretaris") =>
        await portal.Get<FacilityDelivery>().ReplaceAsync(Latest, sending ?? (await WayAsync())!.Id, why, channel, address, By(portal, by), Ct);

    public async Task<FacilityAnswer> RecordPostingAsync(string proof = "Aangetekend, 3SABC123", DateOnly? on = null, string by = "secretaris", Guid? sending = null) => await portal.Get<FacilityDelivery>().RecordPostingAsync(
        Latest, sending ?? (await WayAsync())?.Id ?? Guid.Empty, on ?? Core.Calendar.Amsterdam.DateOf(portal.Clock.GetUtcNow()), proof, By(portal, by), Ct);

    /// <summary>The last sending of its letter; null before there is one.</summary>
    public Task<Sending?> WayAsync() => portal.ReadAsync(db => db.Sendings.Where(item => db.Letters.Any(letter => letter.Id == item.Letter && letter.Request == Id)).OrderBy(item => item.At).LastOrDefaultAsync(Ct));

    private async Task<FacilityAnswer> PostedAsync(Task<FacilityAnswer> printing, string proof)
    {
        var printed = await printing;
        if (printed.IsDone && proof.Length > 0) Done(await RecordPostingAsync(proof));
        return printed;
    }

    /// <summary>What became of the newest e-mail.</summary>
    public async Task<NotificationProgress> MailAsync() => (await portal.ReadAsync(db => db.ProgressOfRequestAsync(Id, Ct)))[^1];
}

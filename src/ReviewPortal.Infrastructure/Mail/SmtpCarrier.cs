using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using ReviewPortal.Core.Letters;

namespace ReviewPortal.Infrastructure.Mail;

/// <summary>Hands messages to the institution's mail server, one conversation each.</summary>
public sealed class SmtpCarrier(MailSettings settings) : MailCarrier
{
    public override async Task<Carried> CarryAsync(WrittenMail mail, Func<Task> beforeHandingOver, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(mail);
        ArgumentNullException.ThrowIfNull(beforeHandingOver);
        var handedOver = false;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        try
        {
            patience.CancelAfter(settings.Patience);
            using var talk = await SmtpConversation.OpenAsync(settings, patience.Token);
            if (await GreetAsync(talk, patience.Token) is { } shut) return shut;
            var reports = mail.Mark.Length > 0 && talk.Offers("DSN");

            // Until here an answer is about the portal and not about the student: it is tried again, also after a refusal.
            var from = await EnvelopeAsync(talk, $"MAIL FROM:<{mail.ReturnPath}>", reports ? $" RET=HDRS ENVID={mail.Mark}" : "", patience.Token);
            if (!from.IsGood) return new Carried(from.IsForLater ? MailEnd.Deferred : MailEnd.Unreachable, from.Text);
            var to = await EnvelopeAsync(talk, $"RCPT TO:<{mail.To}>", reports ? " NOTIFY=FAILURE" : "", patience.Token);
            if (!to.IsGood) return Said(to, MailEnd.Unreachable);
            var data = await talk.SayAsync("DATA", patience.Token);
            if (data.Code is not 354) return Said(data, MailEnd.Unreachable);

            patience.Token.ThrowIfCancellationRequested();
            await beforeHandingOver();
            handedOver = true;
            // Nobody interrupts this: a message of which nobody knows whether it arrived is worse than a portal that stops a little later.
            using var last = new CancellationTokenSource(settings.LastPatience);
            var reply = await talk.HandOverAsync(mail.Bytes(), last.Token);
            await LeaveAsync(talk);
            return reply.IsGood ? new Carried(MailEnd.Accepted, reply.Text) : Said(reply, MailEnd.Doubtful);
        }
        catch (Exception failure) when (failure is IOException or SocketException or AuthenticationException or OperationCanceledException && !(ct.IsCancellationRequested && !handedOver))
        {
            return new Carried(handedOver ? MailEnd.Doubtful : MailEnd.Unreachable, failure is OperationCanceledException ? "No answer in time" : failure.Message);
        }
    }

    // With what asks for a report (RFC 3461). A server that offers it and then does not know it gets the line as every server knows it.
    private static async Task<SmtpReply> EnvelopeAsync(SmtpConversation talk, string line, string asking, CancellationToken ct)
    {
        var reply = await talk.SayAsync(line + asking, ct);
        return asking.Length > 0 && reply.Code is 501 or 504 or 555 ? await talk.SayAsync(line, ct) : reply;
    }

    // Only an answer to the message itself says that the server has it; an answer that means nothing here leaves things as they were.
    private static Carried Said(SmtpReply reply, MailEnd otherwise) => new(reply.IsForLater ? MailEnd.Deferred : reply.IsRefusal ? MailEnd.Refused : otherwise, reply.Text);

    /// <returns>Null when the server listens; otherwise why not.</returns>
    private async Task<Carried?> GreetAsync(SmtpConversation talk, CancellationToken ct)
    {
        var greeting = await talk.ReadAsync(ct);
        if (!greeting.IsGood) return new Carried(MailEnd.Unreachable, greeting.Text);
        var can = await HelloAsync(talk, ct);
        if (!can.IsGood) return new Carried(MailEnd.Unreachable, can.Text);
        if (settings.Tls is MailTls.StartTls)
        {
            var begin = await talk.SayAsync("STARTTLS", ct);
            if (!begin.IsGood) return new Carried(MailEnd.Unreachable, begin.Text);
            await talk.CloseOffAsync(settings.Host, ct);
            can = await HelloAsync(talk, ct);
            if (!can.IsGood) return new Carried(MailEnd.Unreachable, can.Text);
        }

        if (settings.User.Length is 0) return null;
        var known = await talk.SayAsync("AUTH PLAIN " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{settings.User}\0{settings.Password}")), ct);
        return known.IsGood ? null : new Carried(MailEnd.Unreachable, known.Text);
    }

    private Task<SmtpReply> HelloAsync(SmtpConversation talk, CancellationToken ct) => talk.GreetAsync(settings.Portal.HostNameType is UriHostNameType.Dns ? settings.Portal.Host : Dns.GetHostName(), ct);

    // The answer has been given; what a server says to a goodbye nobody waits for, since the answer is kept only after it.
    private static async Task LeaveAsync(SmtpConversation talk)
    {
        try
        {
            using var shortly = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            await talk.LeaveAsync(shortly.Token);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            // It went first.
        }
    }
}

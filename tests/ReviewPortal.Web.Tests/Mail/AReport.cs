namespace ReviewPortal.Web.Tests.Mail;

/// <summary>A report as a mail server writes it (RFC 3464), about an e-mail that it took and could not deliver.</summary>
internal sealed record AReport
{
    public string Action { get; init; } = "failed";

    public string Status { get; init; } = "5.1.1";

    public string Diagnosis { get; init; } = "smtp; 550 5.1.1 <s0412701@uni.example>: Recipient address rejected: User unknown";

    public string Recipient { get; init; } = "s0412701@uni.example";

    /// <summary>The name of the envelope; empty when the server was told none.</summary>
    public string EnvelopeId { get; init; } = "";

    /// <summary>To which the report goes: the sender on the envelope.</summary>
    public string To { get; init; } = "postmaster@universiteit.example";

    /// <summary>Of the message that it returns, with its brackets.</summary>
    public string MessageId { get; init; } = "<other@elsewhere.example>";

    public string Date { get; init; } = "Mon, 23 Nov 2026 08:14:05 +0100";

    /// <summary>What a server that took this one knows of it.</summary>
    public static AReport On(TakenMail mail) => new() { EnvelopeId = mail.EnvelopeId, To = mail.From, Recipient = mail.To, MessageId = mail.MessageId };

    public string Text() => $"""
        Return-Path: <>
        Delivered-To: {To}
        Received: by mx1.universiteit.example (Postfix) id 4F2A; {Date}
        Date: {Date}
        From: MAILER-DAEMON@mx1.universiteit.example (Mail Delivery System)
        Subject: Undelivered Mail Returned to Sender
        To: {To}
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="4F2A.1763/mx1"
        Message-Id: <20261123071405.4F2A@mx1.universiteit.example>

        This is a MIME-encapsulated message.

        --4F2A.1763/mx1
        Content-Description: Notification
        Content-Type: text/plain; charset=us-ascii

        I'm sorry to have to inform you that your message could not be delivered.

        --4F2A.1763/mx1
        Content-Description: Delivery report
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx1.universiteit.example
        {(EnvelopeId.Length > 0 ? $"Original-Envelope-Id: {EnvelopeId}" : "X-Postfix-Queue-ID: 4F2A")}
        Arrival-Date: {Date}

        Final-Recipient: rfc822; {Recipient}
        Action: {Action}
        Status: {Status}
        Diagnostic-Code: {Diagnosis}

        --4F2A.1763/mx1
        Content-Description: Undelivered Message Headers
        Content-Type: text/rfc822-headers

        From: Universiteit Voorbeeld <noreply@universiteit.example>
        To: <{Recipient}>
        Message-ID: {MessageId}

        --4F2A.1763/mx1--

        """;
}

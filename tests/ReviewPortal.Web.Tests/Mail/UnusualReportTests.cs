using Bunit;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Letters;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Mail;
using ReviewPortal.Web.Features.Letters;

namespace ReviewPortal.Web.Tests.Mail;

/// <summary>Not every mail server writes as RFC 3464 says, and not every one hands on what another wrote as it came (Awb 2:11).</summary>
public sealed class UnusualReportTests
{
    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    /// <summary>A gateway puts words of its own beside what passes: the report is one level deeper, and no deeper than that.</summary>
    [Theory]
    [InlineData(1, ReportStand.Read)]
    [InlineData(2, ReportStand.Unmatched)]
    public async Task A_report_beside_the_words_of_a_gateway_is_read_and_deeper_ones_are_not(int levels, ReportStand stand)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.MailSent);
        await using var _ = portal;
        var message = new AReport { EnvelopeId = (await @case.MailAsync()).Notification.Mark }.Text();
        for (var level = 0; level < levels; level++)
        {
            var (head, body) = (message[..message.IndexOf("MIME-Version", StringComparison.Ordinal)], message[message.IndexOf("Content-Type", StringComparison.Ordinal)..]);
            message = FormattableString.Invariant($"{head}MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=gate{level}\n\n--gate{level}\nContent-Type: text/plain\n\nExternal message.\n--gate{level}\n{body}\n--gate{level}--\n");
        }

        using var mailbox = new AMailbox();
        mailbox.Deliver(message);
        using var intake = await mailbox.TakeInAsync(portal);
        var report = await portal.ReadAsync(db => db.MailReports.SingleAsync(Ct));
        Assert.Equal((stand, stand is ReportStand.Read), (report.Stand, (await @case.MailAsync()).IsAlarm(portal.Clock.GetUtcNow())));
    }

    /// <summary>Awb 2:11: servers that write no report of RFC 3464 write in words, and a person reads them.</summary>
    [Theory]
    [InlineData("MAILER-DAEMON@mx1.universiteit.example")]
    [InlineData("Mail Delivery System <Postmaster@elsewhere.example>")]
    [InlineData("Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@elsewhere.example>")]
    [InlineData("X-Failed-Recipients: s0412701@elsewhere.example\nReturn-Path: <>\nFrom: Mail Delivery System <noreply@elsewhere.example>")]
    public async Task What_a_server_wrote_in_words_only_is_a_question(string from)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.MailSent);
        await using var _ = portal;
        using var mailbox = new AMailbox();
        if (!from.Contains("From:", StringComparison.Ordinal)) from = $"From: {from}";
        var to = $"bezorging+{(await @case.MailAsync()).Notification.Mark}@universiteit.example";
        mailbox.Deliver($"{from}\nTo: {to}\nSubject: failure notice\nDate: Mon, 23 Nov 2026 08:14:05 +0100\n\nHi. This is the qmail-send program.\nUser unknown.\n");
        // The same words of another day say nothing new.
        mailbox.Deliver($"{from}\nTo: {to}\nSubject: failure notice\nDate: Mon, 23 Nov 2026 08:14:06 +0100\n\nHi. This is the qmail-send program.\nUser unknown.\n");
        using var intake = await mailbox.TakeInAsync(portal);
        var question = Assert.Single((await @case.MailAsync()).QuestionsAt(portal.Clock.GetUtcNow()));
        Assert.Equal((ReportStand.Prose, null, "Hi. This is the qmail-send program. User unknown."), (question.Stand, question.Result, question.Words));
        Assert.EndsWith(question.Server, from.TrimEnd('>'), StringComparison.Ordinal);
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));

        await using var page = Pages.APage.For(portal, "secretaris");
        var number = (await @case.NowAsync()).Number.ToString();
        var shown = page.Render<LettersPage>(parameters => parameters.Add(letters => letters.Number, number));
        shown.WaitForAssertion(() => Assert.Contains("Het portaal kan daaruit niet opmaken of de e-mail is bezorgd.", shown.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
        Assert.DoesNotContain("niet kon worden bezorgd", shown.Markup, StringComparison.Ordinal);
        await ACase.DoneAsync(@case.RecordBounceAsync(question.Words));
        Assert.Empty((await @case.MailAsync()).QuestionsAt(portal.Clock.GetUtcNow()));
    }

    /// <summary>Awb 2:11: of two parts that say what became of it, the one that says it failed counts, wherever it stands.</summary>
    [Theory]
    [InlineData("delivered", "failed")]
    [InlineData("failed", "delivered")]
    public async Task A_failure_in_any_part_comes_first(string first, string second)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.MailSent);
        await using var _ = portal;
        var message = new AReport { EnvelopeId = (await @case.MailAsync()).Notification.Mark, Action = first }.Text();
        const string Next = "--4F2A.1763/mx1\nContent-Description: Undelivered Message Headers";
        Assert.Contains(Next, message, StringComparison.Ordinal);
        message = message.Replace(Next, $"--4F2A.1763/mx1\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx2\n\nFinal-Recipient: rfc822; s0412701@uni.example\nAction: {second}\nStatus: 5.1.1\n\n{Next}", StringComparison.Ordinal);
        using var mailbox = new AMailbox();
        mailbox.Deliver(message);
        using var intake = await mailbox.TakeInAsync(portal);
        var report = await portal.ReadAsync(db => db.MailReports.SingleAsync(Ct));
        Assert.Equal((ReportStand.Read, ReportResult.Failed), (report.Stand, report.Result));
    }

    /// <summary>Words without a mark are a stranger's: nothing of them is kept.</summary>
    [Fact]
    public async Task Of_words_that_bear_no_mark_nothing_is_kept()
    {
        var (portal, _) = await Stages.AtAsync(Stage.MailSent);
        await using var closing = portal;
        using var mailbox = new AMailbox();
        mailbox.Deliver("From: postmaster@x.example\n\nAnna de Vries is ill.");
        using var intake = await mailbox.TakeInAsync(portal);
        var report = await portal.ReadAsync(db => db.MailReports.SingleAsync(Ct));
        Assert.Equal((ReportStand.Unmatched, "", ""), (report.Stand, report.Diagnosis, report.Server));
    }
}

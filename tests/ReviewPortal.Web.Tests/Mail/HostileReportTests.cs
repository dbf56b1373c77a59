using System.Security.Cryptography;
using System.Text;
using Bunit;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Letters;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Mail;
using ReviewPortal.Web.Features.Letters;

namespace ReviewPortal.Web.Tests.Mail;

/// <summary>Anybody can write to the address of the reports. Whatever comes, nothing is lost, nothing is believed that does not bear a mark, and the portal goes on (Awb 2:25).</summary>
public sealed class HostileReportTests
{
    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    /// <summary>The identities of a case can be read in the portal; the mark is in the mail only, and another for each.</summary>
    [Fact]
    public async Task A_report_made_up_by_somebody_who_neither_received_nor_carried_the_mail_is_about_none()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.MailSent);
        await using var _ = portal;
        var mail = (await @case.MailAsync()).Notification;
        using var mailbox = new AMailbox();
        foreach (var guess in (string[])[$"{mail.Id:N}", $"{mail.Letter:N}", new string('0', 32), mail.Mark[..^1], mail.Mark[..^1] + (mail.Mark[^1] is 'a' ? 'b' : 'a'), mail.Mark + "0", $"%{mail.Mark[1..]}", ""])
            mailbox.Deliver(new AReport { EnvelopeId = guess, To = $"bezorging+{guess}@universiteit.example", MessageId = $"<{guess}@universiteit.example>" }.Text());
        using var intake = await mailbox.TakeInAsync(portal);
        Assert.All(await ReportsAsync(portal), report => Assert.Equal((ReportStand.Unmatched, null), (report.Stand, report.Notification)));
        Assert.Empty((await @case.MailAsync()).Reports);
        Assert.Equal((8, 0), (mailbox.Cur.Length, mailbox.New.Length));
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    [Fact]
    public async Task A_report_that_bears_the_marks_of_two_mails_is_about_neither()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.MailSent);
        await using var _ = portal;
        var marks = await portal.ReadAsync(db => db.Notifications.OrderByDescending(item => item.At).Select(item => item.Mark).Take(2).ToListAsync(Ct));
        Assert.Equal(2, marks.Distinct().Count());
        var report = await TakenAsync(portal, new AReport { EnvelopeId = marks[0], MessageId = $"<{marks[1]}@universiteit.example>" }.Text());
        Assert.Equal((ReportStand.Unmatched, null), (report.Stand, report.Notification));
        Assert.False((await @case.MailAsync()).IsAlarm(portal.Clock.GetUtcNow()));
    }

    /// <summary>A report within another message is somebody else's: what the outermost message says counts.</summary>
    [Fact]
    public async Task A_report_that_lies_within_another_message_is_not_read()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.MailSent);
        await using var _ = portal;
        var inner = new AReport { EnvelopeId = (await @case.MailAsync()).Notification.Mark }.Text();
        var report = await TakenAsync(portal, $"From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=out\n\n--out\nContent-Type: message/rfc822\n\n{inner}\n--out--\n");
        Assert.Equal((ReportStand.Unmatched, null), (report.Stand, report.Result));
    }

    [Fact]
    public async Task A_message_that_nests_ten_thousand_deep_is_taken_in_like_any_other()
    {
        var (portal, _) = await Stages.AtAsync(Stage.MailSent);
        await using var closing = portal;
        var deep = new StringBuilder("From: a@b.example\nMIME-Version: 1.0\n");
        for (var level = 0; level < 10_000; level++) deep.Append(FormattableString.Invariant($"Content-Type: multipart/report; boundary=b{level}\n\n--b{level}\n"));
        Assert.Equal(ReportStand.Unmatched, (await TakenAsync(portal, deep.ToString())).Stand);
    }

    [Theory]
    [InlineData("", ReportStand.Broken)]
    [InlineData("\0\0\0\0", ReportStand.Broken)]
    [InlineData("nothing of a message", ReportStand.Broken)]
    [InlineData("From: a@b.example\n\nHello", ReportStand.Unmatched)]
    public async Task What_is_no_report_is_named_and_put_away(string message, ReportStand stand)
    {
        var (portal, _) = await Stages.AtAsync(Stage.MailSent);
        await using var closing = portal;
        using var mailbox = new AMailbox();
        var name = mailbox.Deliver(message);
        using var intake = await mailbox.TakeInAsync(portal);
        var report = Assert.Single(await ReportsAsync(portal));
        Assert.Equal((stand, name, (long)message.ReplaceLineEndings("\r\n").Length), (report.Stand, report.Name, report.Size));
        Assert.Equal([$"{name}:2,S"], mailbox.Cur);
        Assert.Empty(mailbox.New);
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    /// <summary>What a person or an out-of-office assistant writes back stands beside the letter, and asks nothing.</summary>
    [Fact]
    public async Task An_answer_to_the_mail_is_no_report()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.MailSent);
        await using var _ = portal;
        var report = await TakenAsync(portal, $"From: s@uni.example\nTo: bezorging+{(await @case.MailAsync()).Notification.Mark}@universiteit.example\nSubject: Afwezig\n\nIk ben er niet.\n");
        Assert.Equal((ReportStand.NoReport, ReportSign.ReturnAddress), (report.Stand, report.Sign!.Value));
        Assert.False((await @case.MailAsync()).IsAlarm(portal.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task A_report_that_lacks_everything_but_the_mark_is_incomplete()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.MailSent);
        await using var _ = portal;
        var text = new AReport { EnvelopeId = (await @case.MailAsync()).Notification.Mark }.Text();
        foreach (var field in (string[])["Final-Recipient:", "Action:", "Status:", "Diagnostic-Code:", "Reporting-MTA:", "Date:"]) text = string.Join('\n', text.Split('\n').Where(line => !line.StartsWith(field, StringComparison.Ordinal)));
        var report = await TakenAsync(portal, text);
        // A server wrote about the e-mail: a person reads what.
        Assert.True((await @case.MailAsync()).IsAlarm(portal.Clock.GetUtcNow()));
        Assert.Equal((ReportStand.Incomplete, null, null, "", "", "", ""), (report.Stand, report.Result, report.WrittenAt, report.Recipient, report.Status, report.Diagnosis, report.Server));
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    /// <summary>Wrong character sets, ends of lines, signs that turn text round, and texts without end: one line of what can be seen is left.</summary>
    [Theory]
    [InlineData("smtp; 550 =?utf-8?Q?No=0D=0ABcc:_all=40uni.example?=", "550 NoBcc: all@uni.example")]
    [InlineData("smtp; 550 =?x-no-such-charset?B?/////w==?= end", "550 * end")]
    [InlineData("smtp; 550 \u00e9\u00ff\u0080 end", "550 * end")]
    [InlineData("smtp; 550 a\0b\u001b[31mc", "550 a b [31mc")]
    [InlineData("smtp; 550 =?utf-8?B?4oCuZGVyZXZpbGVk4oCs?=", "550 dereviled")]
    [InlineData("smtp; 550 <script>alert(1)</script>", "550 <script>alert(1)</script>")]
    public async Task What_a_server_says_is_kept_as_one_line_that_can_be_read(string said, string kept)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.MailSent);
        await using var _ = portal;
        var report = await TakenAsync(portal, new AReport { EnvelopeId = (await @case.MailAsync()).Notification.Mark, Diagnosis = said }.Text());
        Assert.Matches($"^{string.Join(".+", kept.Split('*').Select(System.Text.RegularExpressions.Regex.Escape))}$", report.Diagnosis);
        Assert.DoesNotContain(report.Diagnosis, character => char.IsControl(character) || character is '\u202e' or '\u202c');
        Assert.Equal(ReportStand.Read, report.Stand);
    }

    [Fact]
    public async Task A_diagnosis_without_end_is_cut()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.MailSent);
        await using var _ = portal;
        var mark = (await @case.MailAsync()).Notification.Mark;
        var report = await TakenAsync(portal, new AReport { EnvelopeId = mark, Diagnosis = $"smtp; {new string('n', 500_000)}", Recipient = $"{new string('x', 5000)}@uni.example" }.Text());
        Assert.Equal((MailReport.LongestDiagnosis + 4, MailReport.LongestName + 4), (report.Diagnosis.Length, report.Recipient.Length));
        Assert.EndsWith(" […]", report.Diagnosis, StringComparison.Ordinal);
    }

    /// <summary>A clock that is wrong elsewhere gives no day.</summary>
    [Theory]
    [InlineData("Mon, 23 Nov 2099 08:14:05 +0100")]
    [InlineData("Thu, 01 Jan 1970 00:00:00 +0000")]
    [InlineData("yesterday")]
    public async Task A_day_that_cannot_be_is_not_kept(string date)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.MailSent);
        await using var _ = portal;
        Assert.Null((await TakenAsync(portal, new AReport { EnvelopeId = (await @case.MailAsync()).Notification.Mark, Date = date }.Text())).WrittenAt);
    }

    [Fact]
    public async Task Of_fifty_megabytes_the_hash_is_kept_and_the_file_stays_in_the_mailbox()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.MailSent);
        await using var _ = portal;
        var bytes = new byte[50 * 1024 * 1024];
        Encoding.ASCII.GetBytes(new AReport { EnvelopeId = (await @case.MailAsync()).Notification.Mark }.Text()).CopyTo(bytes, 0);
        using var mailbox = new AMailbox();
        mailbox.Deliver(bytes);
        using var intake = await mailbox.TakeInAsync(portal);
        var report = Assert.Single(await ReportsAsync(portal));
        Assert.Equal((ReportStand.TooLarge, bytes.LongLength, Convert.ToHexStringLower(SHA256.HashData(bytes))), (report.Stand, report.Size, report.Sha256));
        Assert.Equal(0, await portal.ReadAsync(db => db.Files.CountAsync(file => file.ContentType == "message/rfc822", Ct)));
        Assert.Equal(bytes.LongLength, new FileInfo(Path.Combine(mailbox.Folder, "cur", Assert.Single(mailbox.Cur))).Length);
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    [Fact]
    public async Task A_name_with_ends_of_lines_is_kept_as_one_line_and_the_file_keeps_its_own()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only there can a name hold the end of a line");
        var (portal, _) = await Stages.AtAsync(Stage.MailSent);
        await using var closing = portal;
        using var mailbox = new AMailbox();
        mailbox.Deliver("From: a@b.example\n\nHello", "17639.mx1\r\nX-Evil: 1");
        using var intake = await mailbox.TakeInAsync(portal);
        Assert.Equal("17639.mx1 X-Evil: 1", Assert.Single(await ReportsAsync(portal)).Name);
        Assert.Equal("17639.mx1\r\nX-Evil: 1:2,S", Assert.Single(mailbox.Cur));
    }

    /// <summary>A student knows the mark of the own mail only: with it nobody else's is touched, and the address gives it away.</summary>
    [Fact]
    public async Task A_report_with_the_own_mark_and_anothers_address_is_about_the_own_mail()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.MailSent);
        await using var _ = portal;
        var mail = await @case.MailAsync();
        var report = await TakenAsync(portal, new AReport { MessageId = $"<{mail.Notification.Mark}@universiteit.example>", Recipient = "s0412702@uni.example" }.Text());
        Assert.Equal((mail.Notification.Id, "s0412702@uni.example", ReportSign.Message), (report.Notification!.Value, report.Recipient, report.Sign!.Value));
        Assert.NotEqual(report.Recipient, mail.Last!.To);
    }

    /// <summary>The student reads the mark in the e-mail and writes it where a server would have written it: it is taken for what it can be, and no page says that a server must have written it.</summary>
    [Fact]
    public async Task An_addressee_can_forge_every_sign_and_no_page_calls_one_of_them_proof()
    {
        await using var server = new ASmtpServer { OffersReports = true };
        var (portal, @case) = await Stages.AtAsync(Stage.Notified, settings: server.Settings);
        await using var _ = portal;
        await portal.SendMailAsync();
        // All that the student has is what was delivered.
        var read = Assert.Single(server.Names).Trim('<', '>').Split('@')[0];
        using var mailbox = new AMailbox();
        mailbox.Deliver(new AReport { EnvelopeId = read, Diagnosis = "smtp; one" }.Text());
        mailbox.Deliver(new AReport { To = $"bezorging+{read}@universiteit.example", Diagnosis = "smtp; two" }.Text());
        mailbox.Deliver(new AReport { MessageId = $"<{read}@universiteit.example>", Diagnosis = "smtp; three" }.Text());
        using var intake = await mailbox.TakeInAsync(portal);
        var mail = await @case.MailAsync();
        Assert.Equal([ReportSign.Envelope, ReportSign.ReturnAddress, ReportSign.Message], mail.QuestionsAt(portal.Clock.GetUtcNow()).Select(report => report.Sign!.Value).Order());
        Assert.Equal((NotificationStand.Accepted, null), (mail.StandAt(portal.Clock.GetUtcNow()), mail.Bounce));

        await using var page = Pages.APage.For(portal, "secretaris");
        var number = (await @case.NowAsync()).Number.ToString();
        var shown = page.Render<LettersPage>(parameters => parameters.Add(letters => letters.Number, number));
        string[] signs = [];
        shown.WaitForAssertion(() => Assert.Equal(3, (signs = [.. shown.FindAll(".facts p.small").Select(line => line.TextContent).Where(text => text.StartsWith("Herkend aan", StringComparison.Ordinal))]).Distinct().Count()), TimeSpan.FromSeconds(10));
        Assert.All(signs, text => Assert.EndsWith(". Wie de e-mail ontving of vervoerde, kent dat kenmerk en kan zo’n bericht ook zelf schrijven; u beoordeelt of het echt is.", text, StringComparison.Ordinal));
        Assert.DoesNotContain("alleen wie", shown.Markup, StringComparison.Ordinal);
    }

    /// <summary>Whoever has the mark can write without end: ten questions and ten other messages at most take room, and none of them the place of another kind.</summary>
    [Fact]
    public async Task A_flood_of_reports_on_the_own_mail_takes_a_bounded_room_and_one_answer()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.MailSent);
        await using var _ = portal;
        var mark = (await @case.MailAsync()).Notification.Mark;
        using var mailbox = new AMailbox();
        for (var number = 0; number < 15; number++) mailbox.Deliver(FormattableString.Invariant($"From: s@uni.example\nTo: bezorging+{mark}@universiteit.example\n\n{number}\n"));
        for (var number = 0; number < 15; number++) mailbox.Deliver(new AReport { EnvelopeId = mark, Diagnosis = FormattableString.Invariant($"smtp; 550 {number}") }.Text());
        // Other bytes that say the same take no room either.
        mailbox.Deliver(new AReport { EnvelopeId = mark, Diagnosis = "smtp; 550 0", Date = "Mon, 23 Nov 2026 08:14:06 +0100" }.Text());
        using var intake = await mailbox.TakeInAsync(portal);
        Assert.Equal((31, 0), (mailbox.Cur.Length, mailbox.New.Length));
        var stands = (await ReportsAsync(portal)).CountBy(report => report.Stand).ToDictionary();
        Assert.Equal((10, 10, 11), (stands[ReportStand.Read], stands[ReportStand.NoReport], stands[ReportStand.Repeated]));
        Assert.Equal(20, await portal.ReadAsync(db => db.Files.CountAsync(file => file.ContentType == "message/rfc822", Ct)));
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));

        var questions = (await @case.MailAsync()).QuestionsAt(portal.Clock.GetUtcNow());
        Assert.Equal(10, questions.Length);
        await ACase.DoneAsync(@case.SetReportAsideAsync(questions.Select(report => report.Id)));
        Assert.False((await @case.MailAsync()).IsAlarm(portal.Clock.GetUtcNow()));
        mailbox.Deliver(new AReport { EnvelopeId = mark, Diagnosis = "smtp; 550 once more" }.Text());
        using var later = await mailbox.TakeInAsync(portal);
        Assert.False((await @case.MailAsync()).IsAlarm(portal.Clock.GetUtcNow()));
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    private static async Task<MailReport> TakenAsync(APortal portal, string message)
    {
        using var mailbox = new AMailbox();
        mailbox.Deliver(message);
        using var intake = await mailbox.TakeInAsync(portal);
        Assert.Empty(intake.Unread);
        Assert.Single(mailbox.Cur);
        return Assert.Single(await ReportsAsync(portal));
    }

    private static Task<List<MailReport>> ReportsAsync(APortal portal) => portal.ReadAsync(db => db.MailReports.ToListAsync(Ct));
}

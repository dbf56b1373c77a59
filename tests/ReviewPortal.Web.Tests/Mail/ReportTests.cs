using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Mail;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Features.Worklist;

namespace ReviewPortal.Web.Tests.Mail;

/// <summary>A server took an e-mail and reports later that it could not deliver it: a question to the secretary, who answers it (Awb 2:11, 2:25; RFC 3461, 3464).</summary>
public sealed class ReportTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The whole way: sent, taken, reported, recorded, made known again; the term counts from then (Awb 2:11, 6:8).</summary>
    [Fact]
    public async Task A_report_becomes_a_question_and_recorded_as_returned_the_term_begins_anew()
    {
        using var mailbox = new AMailbox();
        await using var server = new ASmtpServer { OffersReports = true };
        var (portal, @case) = await Stages.AtAsync(Stage.Notified, settings: [.. server.Settings, .. mailbox.Settings]);
        await using var _ = portal;
        await portal.SendMailAsync();
        var mail = Assert.Single(server.Mails);
        var mark = (await @case.MailAsync()).Notification.Mark;
        Assert.Equal(($"MAIL FROM:<bezorging+{mark}@universiteit.example> RET=HDRS ENVID={mark}", $"<{mark}@universiteit.example>"), (mail.MailLine, mail.MessageId));
        Assert.EndsWith("> NOTIFY=FAILURE", mail.RcptLine, StringComparison.Ordinal);

        portal.On(11, 23);
        var name = mailbox.Deliver(AReport.On(mail).Text());
        Assert.Equal(1, await portal.Get<ReportIntake>().RunAsync(Ct));
        Assert.Empty(mailbox.New);
        Assert.Equal([$"{name}:2,S"], mailbox.Cur);
        var asked = await @case.MailAsync();
        var question = asked.QuestionAt(portal.Clock.GetUtcNow())!;
        Assert.Equal((ReportResult.Failed, "5.1.1", mail.To, "mx1.universiteit.example", ReportSign.Envelope), (question.Result!.Value, question.Status, question.Recipient, question.Server, question.Sign!.Value));
        Assert.Equal("550 5.1.1 <s0412701@uni.example>: Recipient address rejected: User unknown", question.Diagnosis.Replace(mail.To, "s0412701@uni.example", StringComparison.Ordinal));
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 7, 14, 5, TimeSpan.Zero), question.WrittenAt!.Value);
        // Until somebody answers, nothing has changed: the computer does not judge.
        Assert.Equal((NotificationStand.Accepted, true, null), (asked.StandAt(portal.Clock.GetUtcNow()), asked.IsAlarm(portal.Clock.GetUtcNow()), asked.Bounce));
        Assert.Equal([Requirement.NotificationFailed], Assert.IsType<Refused>(await @case.NotifyAgainAsync()).Unmet);

        await ACase.DoneAsync(@case.RecordBounceAsync(question.Words));
        Assert.Null((await @case.MailAsync()).QuestionAt(portal.Clock.GetUtcNow()));
        await ACase.DoneAsync(portal.On(11, 25).Then(() => @case.NotifyAgainAsync()));
        await portal.SendMailAsync();
        Assert.Equal(2, server.Mails.Select(taken => taken.From).Distinct().Count());
        Assert.Equal(new DateOnly(2027, 1, 6), (await portal.ReadAsync(db => db.Letters.SingleAsync(letter => letter.Kind == LetterKind.SentAgain, Ct))).AppealBy);
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    /// <summary>What was not asked for, or not understood, is left out: every server takes the mail.</summary>
    [Theory]
    [InlineData(false, "")]
    [InlineData(true, "501 5.5.4 Syntax")]
    [InlineData(true, "504 5.5.4 Not implemented")]
    [InlineData(true, "555 5.5.4 Unsupported parameter")]
    public async Task A_server_without_reports_gets_the_mail_and_its_report_is_known_by_the_message(bool offers, string refusal)
    {
        using var mailbox = new AMailbox();
        await using var server = new ASmtpServer { OffersReports = offers, Answer = line => Task.FromResult(line.Contains("ENVID", StringComparison.Ordinal) || line.Contains("NOTIFY", StringComparison.Ordinal) ? refusal : null) };
        var (portal, @case) = await Stages.AtAsync(Stage.Notified, settings: server.Settings);
        await using var _ = portal;
        await portal.SendMailAsync();
        var mail = Assert.Single(server.Mails);
        Assert.Equal(("MAIL FROM:<noreply@universiteit.example>", ""), (mail.MailLine, mail.EnvelopeId));
        Assert.DoesNotContain("NOTIFY", mail.RcptLine, StringComparison.Ordinal);

        mailbox.Deliver(AReport.On(mail).Text());
        using var intake = await mailbox.TakeInAsync(portal);
        Assert.Equal(ReportSign.Message, (await @case.MailAsync()).QuestionAt(portal.Clock.GetUtcNow())!.Sign);
    }

    [Fact]
    public async Task A_report_that_says_nothing_but_to_whom_it_goes_is_known_by_the_return_address()
    {
        using var mailbox = new AMailbox();
        var (portal, @case) = await Stages.AtAsync(Stage.MailSent);
        await using var _ = portal;
        // A server on the way writes addresses as it likes.
        mailbox.Deliver(new AReport { To = $"Bezorging+{(await @case.MailAsync()).Notification.Mark.ToUpperInvariant()}@Universiteit.example" }.Text());
        using var intake = await mailbox.TakeInAsync(portal);
        Assert.Equal(ReportSign.ReturnAddress, (await @case.MailAsync()).QuestionAt(portal.Clock.GetUtcNow())!.Sign);
    }

    [Fact]
    public async Task Set_aside_the_letter_stands_as_it_stood_and_the_reason_is_kept()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ReportSetAside);
        await using var _ = portal;
        var mail = await @case.MailAsync();
        Assert.Equal((NotificationStand.Accepted, false), (mail.StandAt(portal.Clock.GetUtcNow()), mail.IsAlarm(portal.Clock.GetUtcNow())));
        Assert.Equal(("De student heeft de e-mail wel ontvangen.", "Mirjam Bos"), (mail.Reports.Single().SetAside!.Why, mail.Reports.Single().SetAside!.ByName));
        Assert.Equal([Requirement.ReportUnanswered], Assert.IsType<Refused>(await @case.SetReportAsideAsync()).Unmet);

        // The same words again are no new question; other words are.
        var report = new AReport { EnvelopeId = mail.Notification.Mark, Recipient = mail.Last!.To };
        using var mailbox = new AMailbox();
        mailbox.Deliver(report.Text().Replace("id 4F2A;", "id 9C01;", StringComparison.Ordinal));
        using var first = await mailbox.TakeInAsync(portal);
        Assert.Equal((ReportStand.Repeated, false), ((await @case.MailAsync()).Reports[^1].Report.Stand, (await @case.MailAsync()).IsAlarm(portal.Clock.GetUtcNow())));
        mailbox.Deliver((report with { Status = "5.2.1", Diagnosis = "smtp; 550 5.2.1 Mailbox disabled" }).Text());
        using var second = await mailbox.TakeInAsync(portal);
        Assert.Equal("5.2.1 550 5.2.1 Mailbox disabled", (await @case.MailAsync()).QuestionAt(portal.Clock.GetUtcNow())!.Words);
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    /// <summary>What the secretary did not read is not answered, and one answer is about one e-mail.</summary>
    [Fact]
    public async Task One_answer_is_for_every_report_that_was_read_and_for_no_other()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.MailReported);
        await using var _ = portal;
        var read = (await @case.MailAsync()).QuestionsAt(portal.Clock.GetUtcNow()).Single().Id;
        using var mailbox = new AMailbox();
        mailbox.Deliver(new AReport { EnvelopeId = (await @case.MailAsync()).Notification.Mark, Status = "5.2.1", Diagnosis = "smtp; 550 5.2.1 Mailbox disabled" }.Text());
        using var intake = await mailbox.TakeInAsync(portal);
        Assert.Equal([Requirement.ReportUnanswered], Assert.IsType<Refused>(await @case.SetReportAsideAsync([read, Guid.NewGuid()])).Unmet);
        Assert.Equal([Requirement.ReportUnanswered], Assert.IsType<Refused>(await @case.SetReportAsideAsync(Array.Empty<Guid>())).Unmet);
        await ACase.DoneAsync(@case.SetReportAsideAsync([read]));
        Assert.Equal("5.2.1 550 5.2.1 Mailbox disabled", (await @case.MailAsync()).QuestionAt(portal.Clock.GetUtcNow())!.Words);
        await ACase.DoneAsync(@case.RecordBounceAsync());
        Assert.Empty((await @case.MailAsync()).QuestionsAt(portal.Clock.GetUtcNow()));
    }

    /// <summary>Awb 2:11: an e-mail in doubt could go again, and a report on it would be gone without an answer.</summary>
    [Fact]
    public async Task An_e_mail_in_doubt_does_not_go_again_over_a_report_that_waits()
    {
        await using var server = new ASmtpServer { AnswerToMessage = _ => Task.FromResult<string?>(null) };
        var (portal, @case) = await Stages.AtAsync(Stage.Notified, settings: server.Settings);
        await using var _ = portal;
        await portal.SendMailAsync();
        await portal.On(11, 23).Then(() => @case.ReportedAsync());
        var mail = await @case.MailAsync();
        Assert.Equal((NotificationStand.Doubtful, 1), (mail.StandAt(portal.Clock.GetUtcNow()), mail.QuestionsAt(portal.Clock.GetUtcNow()).Length));
        Assert.Equal((true, false), (await HasTaskAsync(portal), await HasTaskAsync(portal, CaseAction.NotifyAgain)));
        Assert.Equal([Requirement.NotificationFailed], Assert.IsType<Refused>(await @case.NotifyAgainAsync()).Unmet);
        await ACase.DoneAsync(@case.SetReportAsideAsync());
        Assert.Equal((false, true), (await HasTaskAsync(portal), await HasTaskAsync(portal, CaseAction.NotifyAgain)));
        await ACase.DoneAsync(portal.On(11, 24).Then(() => @case.NotifyAgainAsync()));
    }

    /// <summary>RFC 3464, 2.3.3: what goes on being tried, or arrived, asks nobody anything.</summary>
    [Theory]
    [InlineData("delayed", "4.4.1", ReportResult.Delayed, false)]
    [InlineData("delivered", "2.0.0", ReportResult.Delivered, false)]
    [InlineData("relayed", "2.0.0", ReportResult.Relayed, false)]
    [InlineData("expanded", "2.0.0", ReportResult.Expanded, false)]
    [InlineData("failed", "4.4.7", ReportResult.Failed, true)]
    [InlineData("unheard-of", "4.4.1", ReportResult.Delayed, false)]
    [InlineData("unheard-of", "5.1.1", ReportResult.Failed, true)]
    public async Task Only_a_failure_is_a_question(string action, string status, ReportResult result, bool isQuestion)
    {
        using var mailbox = new AMailbox();
        var (portal, @case) = await Stages.AtAsync(Stage.MailSent);
        await using var _ = portal;
        mailbox.Deliver(new AReport { EnvelopeId = (await @case.MailAsync()).Notification.Mark, Action = action, Status = status }.Text());
        using var intake = await mailbox.TakeInAsync(portal);
        var mail = await @case.MailAsync();
        Assert.Equal((result, isQuestion, isQuestion), (mail.Reports.Single().Report.Result!.Value, mail.IsAlarm(portal.Clock.GetUtcNow()), mail.QuestionAt(portal.Clock.GetUtcNow()) is not null));
    }

    /// <summary>Awb 2:10: the 48 hours count on until somebody has said that the report is wrong.</summary>
    [Fact]
    public async Task As_long_as_a_report_waits_for_an_answer_the_student_may_not_have_been_told_in_time()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.MailReported);
        await using var _ = portal;
        var mail = await @case.MailAsync();
        Assert.Equal((false, true), (mail.IsLate(mail.Notification.DueBy), mail.IsLate(mail.Notification.DueBy.AddMinutes(1))));
        await ACase.DoneAsync(@case.SetReportAsideAsync());
        Assert.False((await @case.MailAsync()).IsLate(mail.Notification.DueBy.AddMinutes(1)));
    }

    [Fact]
    public async Task A_report_on_a_letter_that_was_opened_is_kept_and_asks_nothing()
    {
        using var mailbox = new AMailbox();
        var (portal, @case) = await Stages.AtAsync(Stage.MailSent);
        await using var _ = portal;
        await portal.Dbs.ChangeAsync(async db => { (await db.Letters.SingleAsync(letter => letter.Kind == LetterKind.IrregularityUniversity, Ct)).Opened(portal.Clock.GetUtcNow()); return await db.SaveChangesAsync(Ct); }, Ct);
        await @case.ReportedAsync();
        var mail = await @case.MailAsync();
        Assert.Equal((1, null, false), (mail.Reports.Length, mail.QuestionAt(portal.Clock.GetUtcNow()), mail.IsAlarm(portal.Clock.GetUtcNow())));
    }

    /// <summary>The work list and the question agree: there is a task exactly as long as something waits for an answer.</summary>
    [Theory]
    [InlineData(Stage.MailSent, false)]
    [InlineData(Stage.MailReported, true)]
    [InlineData(Stage.ReportSetAside, false)]
    public async Task The_secretary_has_a_task_until_it_is_answered(Stage stage, bool waits)
    {
        var (portal, @case) = await Stages.AtAsync(stage);
        await using var _ = portal;
        Assert.Equal(waits, await HasTaskAsync(portal));
        if (!waits) return;
        await ACase.DoneAsync(@case.RecordBounceAsync());
        Assert.False(await HasTaskAsync(portal));
    }

    /// <summary>Awb 2:10 lid 1: the work stands at the day on which the 48 hours end, in Amsterdam, and keeps it when the student is to be told again.</summary>
    [Theory]
    [InlineData("2026-11-20T22:59:00Z", "2026-11-22")]
    [InlineData("2026-11-20T23:00:00Z", "2026-11-23")]
    public async Task The_work_is_due_when_the_student_must_have_been_told(string told, string due)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.MailReported);
        await using var _ = portal;
        await Sql.RunAsync(portal.DatabaseFile, $"UPDATE Notifications SET At = {DateTimeOffset.Parse(told, CultureInfo.InvariantCulture).UtcTicks}");
        Assert.Equal(DateOnly.Parse(due, CultureInfo.InvariantCulture), await DueAsync(portal, CaseAction.RecordBounce));
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE MailReports SET Result = 'Delayed'; UPDATE MailTries SET \"End\" = 'Refused'");
        Assert.Equal(DateOnly.Parse(due, CultureInfo.InvariantCulture), await DueAsync(portal, CaseAction.NotifyAgain));
    }

    private static async Task<DateOnly?> DueAsync(APortal portal, CaseAction action) =>
        Assert.Single((await portal.Get<CaseLists>().WorkAsync(portal.Who("secretaris").Id, null, new(0, 50, ""), Ct)).Rows, row => row.ToDo == action).Due;

    /// <summary>I10: what was reported, and the bytes of it, cannot be changed unnoticed (Awb 2:25).</summary>
    [Theory]
    [InlineData("UPDATE MailReports SET Recipient = 'x@y.example'")]
    [InlineData("UPDATE MailReports SET Diagnosis = '250 Ok'")]
    [InlineData("UPDATE MailReports SET Status = '2.0.0'")]
    [InlineData("UPDATE MailReports SET Result = 'Delayed'")]
    [InlineData("UPDATE MailReports SET Stand = 'Repeated'")]
    [InlineData("UPDATE MailReports SET Sign = 'Message'")]
    [InlineData("UPDATE MailReports SET Server = ''")]
    [InlineData("UPDATE MailReports SET Name = 'x'")]
    [InlineData("UPDATE MailReports SET Size = Size + 1")]
    [InlineData("UPDATE MailReports SET WrittenAt = WrittenAt - 10000000")]
    [InlineData("UPDATE MailReports SET TakenAt = TakenAt + 100")]
    [InlineData("UPDATE MailReports SET Notification = (SELECT Id FROM Notifications ORDER BY At LIMIT 1)")]
    [InlineData("DELETE FROM MailReports")]
    [InlineData("DELETE FROM Files WHERE ContentType = 'message/rfc822'")]
    public async Task A_report_that_was_changed_in_the_file_is_named(string damage)
    {
        var (portal, _) = await Stages.AtAsync(Stage.MailReported);
        await using var closing = portal;
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
        await portal.Get<Migrator>().MigrateAsync(Ct);
        if (damage.Contains("MailReports", StringComparison.Ordinal)) Assert.Contains("is only added to", await Sql.TryAsync(portal.DatabaseFile, damage), StringComparison.Ordinal);
        await Sql.RunAsync(portal.DatabaseFile, damage);
        Assert.Equal(DamageKind.MailReport, Assert.Single(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct))).Kind);
    }

    private static async Task<bool> HasTaskAsync(APortal portal, CaseAction action = CaseAction.RecordBounce)
    {
        var task = ReviewPortal.Web.Features.Worklist.WorkTasks.All.Single(item => item.Action == action);
        return await portal.ReadAsync(db => task.For(db, portal.Who("secretaris").Id, Core.Calendar.Amsterdam.DateOf(portal.Clock.GetUtcNow())).AnyAsync(Ct));
    }
}

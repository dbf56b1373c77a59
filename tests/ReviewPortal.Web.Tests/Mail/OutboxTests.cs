using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Letters;
using ReviewPortal.Infrastructure.Audit;

namespace ReviewPortal.Web.Tests.Mail;

/// <summary>What a mail server can do with a notification, by a real one on this machine (Awb 2:10, 2:11, 2:25).</summary>
public sealed class OutboxTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Every try stands in the log that nobody can change, with what the server said (Awb 2:25).</summary>
    [Fact]
    public async Task A_message_that_is_taken_goes_once_and_the_answer_is_kept()
    {
        await using var server = new ASmtpServer();
        var (portal, @case) = await PublishedAsync(server.Settings);
        await using var _ = portal;

        Assert.Equal(1, await portal.SendMailAsync());
        Assert.Equal(0, await portal.SendMailAsync());

        Assert.Single(server.Taken);
        Assert.All(server.Said.Where(line => line.StartsWith("RCPT", StringComparison.Ordinal)), line => Assert.Equal("RCPT TO:<s0412701@demo.example>", line));
        var made = Assert.Single((await @case.MailAsync()).Tries);
        Assert.Equal((MailEnd.Accepted, "250 2.0.0 Ok: queued as 4F2A", "s0412701@demo.example"), (made.End!.Value, made.Answer, made.To));
        Assert.NotNull(made.HandedOverAt);
        Assert.Equal(1, await portal.ReadAsync(db => db.AuditRows.CountAsync(row => row.Action == "mail.try", Ct)));
        Assert.Null((await portal.ReadAsync(db => db.VerifyAuditAsync(Ct))).Break);
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    /// <summary>Only an answer to the message itself is proof that a server has it (Awb 2:25).</summary>
    [Theory]
    [InlineData("DATA", "250 2.0.0 flushed, nothing taken", MailEnd.Unreachable)]
    [InlineData("RCPT", "354 Go on", MailEnd.Unreachable)]
    [InlineData("MAIL", "250 2.1.0 Ok\r\n250 2.1.5 Ok\r\n354 Go on", MailEnd.Unreachable)]
    public async Task A_strange_answer_is_no_proof(string verb, string strange, MailEnd end)
    {
        await using var server = new ASmtpServer { Answer = line => Task.FromResult(line.StartsWith(verb, StringComparison.Ordinal) ? strange : null) };
        var (portal, @case) = await PublishedAsync(server.Settings);
        await using var _ = portal;
        await portal.SendMailAsync();
        var made = Assert.Single((await @case.MailAsync()).Tries);
        Assert.Equal((end, null), (made.End!.Value, made.HandedOverAt));
    }

    /// <summary>A clock that is put right during a conversation keeps no message from being written down, nor the next from going.</summary>
    [Fact]
    public async Task A_clock_that_goes_back_meanwhile_stops_nobodys_mail()
    {
        APortal? turned = null;
        await using var server = new ASmtpServer { AnswerToMessage = _ => { turned!.Clock.Set(turned.Clock.GetUtcNow().AddSeconds(-2)); return Task.FromResult<string?>("250 2.0.0 Ok"); } };
        var (portal, @case) = await PublishedAsync(server.Settings);
        await using var _ = portal;
        turned = portal;
        Assert.Equal(1, await portal.SendMailAsync());
        var made = Assert.Single((await @case.MailAsync()).Tries);
        Assert.Equal((MailEnd.Accepted, made.StartedAt), (made.End!.Value, made.EndedAt));
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    [Fact]
    public async Task An_answer_to_the_message_that_means_nothing_leaves_it_in_doubt()
    {
        await using var server = new ASmtpServer { AnswerToMessage = _ => Task.FromResult<string?>("354 Go on") };
        var (portal, @case) = await PublishedAsync(server.Settings);
        await using var _ = portal;
        await portal.SendMailAsync();
        Assert.Equal(MailEnd.Doubtful, Assert.Single((await @case.MailAsync()).Tries).End);
    }

    /// <summary>Awb 2:25: of an answer without end the beginning is kept, with a mark that there was more; the log says the same.</summary>
    [Fact]
    public async Task An_answer_without_end_is_cut()
    {
        await using var server = new ASmtpServer { AnswerToMessage = _ => Task.FromResult<string?>(string.Concat(Enumerable.Repeat($"550-5.7.1 {new string('n', 1900)}\r\n", 90)) + "550 5.7.1 No.") };
        var (portal, @case) = await PublishedAsync(server.Settings);
        await using var _ = portal;
        await portal.SendMailAsync();
        var made = Assert.Single((await @case.MailAsync()).Tries);
        Assert.Equal(MailEnd.Refused, made.End);
        Assert.Equal(MailTry.LongestAnswer + " […]".Length, made.Answer.Length);
        Assert.EndsWith(" […]", made.Answer, StringComparison.Ordinal);
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    /// <summary>The tries and what students agreed to are evidence; they lie outside the fingerprint of the case.</summary>
    [Theory]
    [InlineData("UPDATE MailTries SET End = 'Refused'", DamageKind.MailTry)]
    [InlineData("UPDATE MailTries SET Answer = '250 yes'", DamageKind.MailTry)]
    [InlineData("DELETE FROM MailTries", DamageKind.MailTry)]
    [InlineData("UPDATE MailTries SET \"To\" = 'x@y.example'", DamageKind.MailTry)]
    [InlineData("UPDATE MailTries SET StartedAt = StartedAt - 10", DamageKind.MailTry)]
    [InlineData("UPDATE MailTries SET HandedOverAt = HandedOverAt + 10", DamageKind.MailTry)]
    [InlineData("UPDATE MailTries SET EndedAt = EndedAt + 10000000", DamageKind.MailTry)]
    [InlineData("UPDATE DeliveryConsents SET Person = (SELECT Id FROM AspNetUsers WHERE Email LIKE 'lid1@%') WHERE Id = (SELECT Id FROM DeliveryConsents LIMIT 1)", DamageKind.Consent)]
    [InlineData("UPDATE DeliveryConsents SET PersonName = 'Iemand anders' WHERE Id = (SELECT Id FROM DeliveryConsents LIMIT 1)", DamageKind.Consent)]
    [InlineData("UPDATE DeliveryConsents SET GivenAt = GivenAt - 10000000 WHERE Id = (SELECT Id FROM DeliveryConsents LIMIT 1)", DamageKind.Consent)]
    [InlineData("UPDATE DeliveryConsents SET WithdrawnAt = GivenAt WHERE Id = (SELECT Id FROM DeliveryConsents LIMIT 1)", DamageKind.Consent)]
    [InlineData("DELETE FROM DeliveryConsents WHERE Id = (SELECT Id FROM DeliveryConsents LIMIT 1)", DamageKind.Consent)]
    public async Task Evidence_that_was_changed_in_the_file_is_named(string damage, DamageKind kind)
    {
        await using var server = new ASmtpServer();
        var (portal, _) = await PublishedAsync(server.Settings);
        await using var closing = portal;
        await portal.SendMailAsync();
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
        await Sql.RunAsync(portal.DatabaseFile, damage);
        Assert.Equal(kind, Assert.Single(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct))).Kind);
    }

    [Theory]
    [InlineData("RCPT", "550 5.1.1 User unknown")]
    [InlineData("DATA", "554 5.7.1 Refused")]
    public async Task A_refused_message_is_not_tried_again_and_is_an_alarm_at_once(string verb, string refusal)
    {
        await using var server = new ASmtpServer { Answer = line => Task.FromResult(line.StartsWith(verb, StringComparison.Ordinal) ? refusal : null) };
        var (portal, @case) = await PublishedAsync(server.Settings);
        await using var _ = portal;
        await portal.SendMailAsync();
        for (var hour = 0; hour < 30; hour++)
        {
            portal.Clock.Advance(TimeSpan.FromHours(1));
            Assert.Equal(0, await portal.SendMailAsync());
        }

        var mail = await @case.MailAsync();
        Assert.Equal((MailEnd.Refused, refusal), (Assert.Single(mail.Tries).End!.Value, mail.Tries[0].Answer));
        Assert.Equal((NotificationStand.Failed, true), (mail.StandAt(mail.Tries[0].EndedAt!.Value), mail.IsAlarm(mail.Tries[0].EndedAt!.Value)));
        Assert.Empty(server.Taken);
    }

    /// <summary>A greylisting server refuses everybody the first time, and takes the same message a little later.</summary>
    [Fact]
    public async Task A_server_that_asks_to_come_back_gets_the_same_message_a_minute_later()
    {
        var asked = 0;
        await using var server = new ASmtpServer { Answer = line => Task.FromResult(line.StartsWith("RCPT", StringComparison.Ordinal) && ++asked is 1 ? "451 4.7.1 Greylisted" : null) };
        var (portal, @case) = await PublishedAsync(server.Settings);
        await using var _ = portal;
        Assert.Equal(1, await portal.SendMailAsync());
        portal.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(0, await portal.SendMailAsync());
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await portal.SendMailAsync());
        var mail = await @case.MailAsync();
        Assert.Equal([MailEnd.Deferred, MailEnd.Accepted], mail.Tries.Select(made => made.End!.Value));
        Assert.Equal("451 4.7.1 Greylisted", mail.Tries[0].Answer);
        Assert.Single(server.Taken);
        Assert.False(mail.IsLate(portal.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task A_slow_server_is_waited_for()
    {
        await using var server = new ASmtpServer { AnswerToMessage = async _ => { await Task.Delay(1500, CancellationToken.None); return "250 2.0.0 Ok"; } };
        var (portal, @case) = await PublishedAsync([.. server.Settings, "--Mail:PatienceSeconds=1"]);
        await using var _ = portal;
        await portal.SendMailAsync();
        Assert.Equal(NotificationStand.Accepted, (await @case.MailAsync()).StandAt(portal.Clock.GetUtcNow()));
        Assert.Single(server.Taken);
    }

    /// <summary>The server may have it: nobody is mailed twice without somebody having asked for that.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_an_answer_after_handing_over_a_message_is_in_doubt_and_not_sent_again(bool breaksOff)
    {
        await using var server = new ASmtpServer { AnswerToMessage = async _ => { if (!breaksOff) await Task.Delay(4000, CancellationToken.None); return breaksOff ? null : "250 2.0.0 Ok"; } };
        var (portal, @case) = await PublishedAsync([.. server.Settings, "--Mail:LastPatienceSeconds=1"]);
        await using var _ = portal;
        await portal.SendMailAsync();
        portal.Clock.Advance(TimeSpan.FromHours(30));
        Assert.Equal(0, await portal.SendMailAsync());
        var mail = await @case.MailAsync();
        Assert.Equal((NotificationStand.Doubtful, true), (mail.StandAt(portal.Clock.GetUtcNow()), mail.IsAlarm(portal.Clock.GetUtcNow())));
        Assert.Single(server.Taken);
    }

    /// <summary>Awb 2:10 lid 1, 2:22: alarm after a day, too late after two, and still sent when the server is back.</summary>
    [Fact]
    public async Task A_server_that_is_down_for_three_days_gets_every_message_once_when_it_is_back()
    {
        var port = ASmtpServer.FreePort();
        var (portal, @case) = await PublishedAsync(ASmtpServer.SettingsFor(port));
        await using var _ = portal;
        var published = (await @case.MailAsync()).Notification.At;
        await HourlyAsync(portal, published.AddHours(23));
        Assert.False((await @case.MailAsync()).IsAlarm(portal.Clock.GetUtcNow()));
        await HourlyAsync(portal, published.AddHours(24));
        Assert.True((await @case.MailAsync()).IsAlarm(portal.Clock.GetUtcNow()));
        Assert.False((await @case.MailAsync()).IsLate(portal.Clock.GetUtcNow()));
        await HourlyAsync(portal, published.AddHours(72));
        Assert.True((await @case.MailAsync()).IsLate(portal.Clock.GetUtcNow()));
        Assert.All((await portal.ReadAsync(db => db.MailTries.ToListAsync(Ct))), made => Assert.Equal(MailEnd.Unreachable, made.End));

        await using var server = new ASmtpServer(port);
        await HourlyAsync(portal, published.AddHours(78));
        var mail = await @case.MailAsync();
        Assert.Equal((NotificationStand.Accepted, true, false), (mail.StandAt(portal.Clock.GetUtcNow()), mail.IsLate(portal.Clock.GetUtcNow()), mail.IsAlarm(portal.Clock.GetUtcNow())));
        Assert.Single(server.Names, name => name.Contains(mail.Notification.Mark, StringComparison.Ordinal));
        Assert.Single(server.Taken);
    }

    [Fact]
    public async Task A_server_without_encryption_where_it_was_asked_for_hears_no_address()
    {
        await using var server = new ASmtpServer();
        var (portal, @case) = await PublishedAsync([.. server.Settings, "--Mail:Tls=StartTls"]);
        await using var _ = portal;
        await portal.SendMailAsync();
        Assert.Equal((MailEnd.Unreachable, "502 5.5.1 Not here"), ((await @case.MailAsync()).Tries[0].End!.Value, (await @case.MailAsync()).Tries[0].Answer));
        Assert.DoesNotContain(server.Said, line => line.Contains('@', StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_an_address_nothing_is_sent_and_it_is_said()
    {
        await using var server = new ASmtpServer();
        var (portal, @case) = await PublishedAsync(server.Settings);
        await using var _ = portal;
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE AspNetUsers SET Email = 'x@y.example> RCPT TO:<z@y.example' WHERE Email LIKE 's0412701@%'");
        await portal.SendMailAsync();
        Assert.Equal((MailEnd.NoAddress, ""), ((await @case.MailAsync()).Tries.Single().End!.Value, (await @case.MailAsync()).Tries.Single().To));
        Assert.Empty(server.Said);
    }

    // The letters on the way to the decision are older than a mail server waits, so it is the decision that goes.
    private static Task<(APortal Portal, ACase Case)> PublishedAsync(string[] settings) => Stages.AtAsync(Stage.Notified, settings: settings);

    private static async Task HourlyAsync(APortal portal, DateTimeOffset until)
    {
        while (portal.Clock.GetUtcNow() < until)
        {
            portal.Clock.Set(portal.Clock.GetUtcNow().AddHours(1) is var next && next < until ? next : until);
            await portal.SendMailAsync();
        }
    }
}

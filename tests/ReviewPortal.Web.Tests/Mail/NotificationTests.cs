using System.Text;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Web.Features.Student;

namespace ReviewPortal.Web.Tests.Mail;

/// <summary>What is written down with every letter, and what the student reads in the mailbox (Awb 2:9, 2:10).</summary>
public sealed class NotificationTests
{
    private static readonly string[] Content =
        ["2026-0001", "Programmeren", "Lotte", "Smit", "0412701", "besluit", "decision", "fraude", "fraud", "onregelmatig", "irregular", "toets", "exam", "proces-verbaal", "zienswijze", "commissie", "board", "beroep", "appeal", "proctor"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Language.Dutch, "Er staat een bericht")]
    [InlineData(Language.English, "A message from")]
    public async Task The_mail_says_that_there_is_a_message_and_where_to_sign_in_and_nothing_of_the_case(Language language, string begins)
    {
        await using var server = new ASmtpServer();
        var (portal, @case) = await Stages.AtAsync(Stage.CoSigned, settings: server.Settings);
        await using var _ = portal;
        await Sql.RunAsync(portal.DatabaseFile, $"UPDATE AspNetUsers SET Language = '{language.Code()}' WHERE Email LIKE 's0412701@%'");
        await ACase.DoneAsync(portal.On(11, 20, 15).Then(() => @case.PublishAsync()));
        await portal.SendMailAsync();

        var message = Assert.Single(server.Taken);
        var (head, body) = (message[..message.IndexOf("\n\n", StringComparison.Ordinal)], message[(message.IndexOf("\n\n", StringComparison.Ordinal) + 2)..]);
        var text = Encoding.UTF8.GetString(Convert.FromBase64String(body.Replace("\n", "", StringComparison.Ordinal)));
        Assert.Contains(begins, text, StringComparison.Ordinal);
        Assert.Contains("https://toetsen.universiteit.example/mijn", text, StringComparison.Ordinal);
        Assert.Contains($"Content-Language: {language.Code()}", head, StringComparison.Ordinal);
        var said = (text + Decoded(head)).Replace("https://toetsen.universiteit.example/mijn", "", StringComparison.Ordinal).Replace("Example University", "", StringComparison.Ordinal);
        Assert.Equal([], Content.Where(word => said.Contains(word, StringComparison.OrdinalIgnoreCase) && !head.Contains($"<s{word}@", StringComparison.Ordinal)));
        // Every letter of the case has one text: from the mail nobody can tell what kind of letter it was.
        Assert.Equal(NotificationMail.Write(new("Universiteit Voorbeeld", "Example University"), new("https://toetsen.universiteit.example/mijn"), language).Text, text.ReplaceLineEndings("\n"));
    }

    /// <summary>Letter and notification together or neither (Awb 2:10 lid 1): 48 hours, whatever the weekend.</summary>
    [Fact]
    public async Task Every_letter_through_the_portal_has_its_notification_from_the_same_step()
    {
        var (portal, _) = await Stages.AtAsync(Stage.Notified);
        await using var closing = portal;
        var letters = await portal.ReadAsync(db => db.Letters.OrderBy(letter => letter.PublishedAt).ToListAsync(Ct));
        var mails = await portal.ReadAsync(db => db.Notifications.OrderBy(mail => mail.At).ToListAsync(Ct));
        Assert.Equal(letters.Select(letter => (letter.Id, letter.PublishedAt, letter.PublishedAt.AddHours(48))), mails.Select(mail => (mail.Letter, mail.At, mail.DueBy.ToUniversalTime())));
    }

    /// <summary>Awb 2:11, 6:8: what came back is sent again, and the term to appeal counts from that sending.</summary>
    [Fact]
    public async Task A_decision_of_which_the_mail_came_back_is_made_known_again_and_its_term_begins_anew()
    {
        await using var server = new ASmtpServer();
        var (portal, @case) = await Stages.AtAsync(Stage.Notified, settings: server.Settings);
        await using var _ = portal;
        await portal.SendMailAsync();
        var first = await @case.MailAsync();
        await ACase.DoneAsync(portal.On(11, 23).Then(() => @case.RecordBounceAsync("550 5.1.1 User unknown")));
        Assert.Equal(NotificationStand.Bounced, (await @case.MailAsync()).StandAt(portal.Clock.GetUtcNow()));
        await ACase.DoneAsync(portal.On(11, 25).Then(() => @case.NotifyAgainAsync()));
        await portal.SendMailAsync();

        var second = await @case.MailAsync();
        Assert.Equal((first.Notification.Id, NotificationStand.Accepted), (second.Notification.Replaces!.Value, second.StandAt(portal.Clock.GetUtcNow())));
        Assert.Equal(2, server.Names.Distinct().Count());
        var cover = await portal.ReadAsync(db => db.Letters.SingleAsync(letter => letter.Kind == LetterKind.SentAgain, Ct));
        Assert.Equal((new DateOnly(2027, 1, 6), CaseState.Notified, new DateOnly(2027, 1, 6)), (cover.AppealBy!.Value, (await @case.NowAsync()).State, (await @case.NowAsync()).Due!.Value));
        var mine = await portal.Get<MyCases>().FindAsync(@case.Id, portal.Who("student").Id, Ct);
        Assert.Equal((new DateOnly(2027, 1, 6), NotificationStand.Replaced), (mine!.Appeal!.Term.LastDay, mine.Letters.Single(letter => letter.Kind.IsDecision()).Mail!.Value));
        // Pressed twice it is done once.
        Assert.Equal([Requirement.NotificationFailed], Assert.IsType<Refused>(await @case.NotifyAgainAsync()).Unmet);
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    [Fact]
    public async Task A_letter_that_was_opened_has_arrived_whatever_became_of_the_mail()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.MailBounced);
        await using var _ = portal;
        await portal.Dbs.ChangeAsync(async db => { (await db.Letters.SingleAsync(letter => letter.Kind == LetterKind.IrregularityUniversity, Ct)).Opened(portal.Clock.GetUtcNow()); return await db.SaveChangesAsync(Ct); }, Ct);
        Assert.False((await @case.MailAsync()).IsAlarm(portal.Clock.GetUtcNow()));
        Assert.Equal([Requirement.NotificationFailed], Assert.IsType<Refused>(await @case.NotifyAgainAsync()).Unmet);
    }

    [Fact]
    public async Task Sent_by_post_after_all_the_mail_needs_nobody_any_more()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.MailBounced);
        await using var _ = portal;
        var mail = await @case.NewestMailAsync();
        await ACase.DoneAsync(@case.DeliveryFailedAsync());
        await ACase.DoneAsync(portal.On(11, 24).Then(() => @case.SendAgainAsync()));
        Assert.Equal(mail, await @case.NewestMailAsync());
        Assert.Equal(NotificationStand.Replaced, (await @case.MailAsync()).StandAt(portal.Clock.GetUtcNow()));
    }

    [Theory]
    [InlineData("DELETE FROM MailTries")]
    [InlineData("UPDATE MailTries SET StartedAt = 0")]
    [InlineData("UPDATE Notifications SET At = 0")]
    [InlineData("DELETE FROM Bounces")]
    [InlineData("UPDATE DeliveryConsents SET GivenAt = 0")]
    [InlineData("DELETE FROM DeliveryConsents")]
    public async Task Evidence_is_only_added_to(string change)
    {
        var (portal, _) = await Stages.AtAsync(Stage.MailBounced);
        await using var closing = portal;
        await portal.Get<ReviewPortal.Infrastructure.Store.Migrator>().MigrateAsync(Ct);
        Assert.Contains("is only added to", await Sql.TryAsync(portal.DatabaseFile, change), StringComparison.Ordinal);
    }

    private static string Decoded(string head) => string.Concat(head.Split("=?utf-8?B?").Skip(1).Select(part => Encoding.UTF8.GetString(Convert.FromBase64String(part[..part.IndexOf("?=", StringComparison.Ordinal)]))));
}

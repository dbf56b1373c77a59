using System.Text;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Mail;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Tests.Mail;

/// <summary>Who hands something in is told by e-mail that it arrived (Awb 2:17, 6:14), and nothing of what it is about (Awb 2:9).</summary>
public sealed class ReceiptTests
{
    private static readonly string[] Content =
        ["Programmeren", "Lotte", "Smit", "0412701", "fraude", "fraud", "onregelmatig", "irregular", "toets", "exam", "proces-verbaal", "zienswijze", "view", "commissie", "board", "beroep", "appeal", "hoorzitting", "hearing", "kans", "chance", "proctor"];

    private const string Mine = "https://toetsen.universiteit.example/mijn/";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Language.Dutch, "bevestigt dat is ontvangen wat u hebt ingediend. Dat is vastgelegd op ")]
    [InlineData(Language.English, "confirms that what you submitted has been received. This was recorded on ")]
    public async Task The_mail_says_that_something_arrived_and_leads_to_the_page_of_the_case(Language language, string says)
    {
        await using var server = new ASmtpServer();
        var (portal, @case) = await Stages.AtAsync(Stage.ViewsInvited, settings: server.Settings);
        await using var _ = portal;
        await Sql.RunAsync(portal.DatabaseFile, $"UPDATE AspNetUsers SET Language = '{language.Code()}' WHERE Email LIKE 's0412701@%'");
        await portal.SendMailAsync();
        server.Taken.Clear();
        await ACase.DoneAsync(portal.On(11, 12).Then(() => @case.GiveViewAsync()));
        Assert.Equal((1, 0), (await portal.SendMailAsync(), await portal.SendMailAsync()));

        var message = Assert.Single(server.Taken);
        var (head, body) = (message[..message.IndexOf("\n\n", StringComparison.Ordinal)], message[(message.IndexOf("\n\n", StringComparison.Ordinal) + 2)..]);
        var text = Encoding.UTF8.GetString(Convert.FromBase64String(body.Replace("\n", "", StringComparison.Ordinal)));
        Assert.Contains("To: <s0412701@demo.example>", head, StringComparison.Ordinal);
        Assert.Contains($"Content-Language: {language.Code()}", head, StringComparison.Ordinal);
        var at = await portal.ReadAsync(db => db.Views.Select(view => view.ReceivedAt!.Value).SingleAsync(Ct));
        Assert.Contains(says + at.InWords(language), text, StringComparison.Ordinal);
        Assert.Contains(Mine + "2026-0001", text, StringComparison.Ordinal);
        Assert.Equal([], Told(text));
        Assert.Equal(1, await portal.ReadAsync(db => db.AuditRows.CountAsync(row => row.Action == "mail.receipt", Ct)));
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    /// <summary>A try that took too long says nothing of the try that took its place.</summary>
    [Fact]
    public void A_try_that_was_overtaken_ends_nothing()
    {
        var receipt = new Receipt { At = DateTimeOffset.UnixEpoch };
        receipt.Begin(DateTimeOffset.UnixEpoch);
        receipt.Begin(DateTimeOffset.UnixEpoch.AddHours(1));
        receipt.HandOver(2);
        receipt.Finish(1, MailEnd.Unreachable);
        Assert.Equal(MailEnd.Doubtful, receipt.End);
        receipt.Finish(2, MailEnd.Accepted);
        Assert.Equal(MailEnd.Accepted, receipt.End);
    }

    [Fact]
    public async Task Each_thing_that_a_student_hands_in_has_its_receipt_from_the_same_step()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ChanceOpen);
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(11, 23).Then(() => @case.RequestRetakeAsync()));
        await ACase.DoneAsync(portal.On(11, 24).Then(() => @case.LodgeAppealAsync()));
        var receipts = await portal.ReadAsync(db => db.Receipts.OrderBy(item => item.At).ToListAsync(Ct));
        Assert.Equal([CaseAction.GiveView, CaseAction.RequestRetake, CaseAction.LodgeAppeal], receipts.Select(item => item.Action));
        var steps = await portal.ReadAsync(db => db.CaseEvents.Where(item => item.Action == CaseAction.GiveView || item.Action == CaseAction.RequestRetake || item.Action == CaseAction.LodgeAppeal).OrderBy(item => item.Version).Select(item => item.At).ToListAsync(Ct));
        Assert.Equal(steps, receipts.Select(item => item.At));
    }

    [Fact]
    public async Task A_supplement_and_a_request_to_be_heard_have_theirs()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ViewsReceived);
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(11, 13).Then(() => @case.SupplementViewAsync()));
        await ACase.DoneAsync(portal.On(11, 14).Then(() => @case.AskHearingAsync()));
        Assert.Equal([CaseAction.GiveView, CaseAction.SupplementView, CaseAction.AskHearing], await portal.ReadAsync(db => db.Receipts.OrderBy(item => item.At).Select(item => item.Action).ToListAsync(Ct)));
    }

    /// <summary>Awb 4:9: what the student says of the minutes is received as well.</summary>
    [Fact]
    public async Task A_statement_on_the_minutes_has_its_own()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Heard);
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(11, 20).Then(() => @case.CommentOnMinutesAsync()));
        Assert.Equal(CaseAction.CommentOnMinutes, await portal.ReadAsync(db => db.Receipts.OrderBy(item => item.At).Select(item => item.Action).LastAsync(Ct)));
    }

    /// <summary>Awb 2:9, 2:17: a request for a facility is confirmed too, and its address tells nobody that it is one.</summary>
    [Fact]
    public async Task A_request_for_a_facility_and_a_view_on_it_have_theirs()
    {
        await using var server = new ASmtpServer();
        await using var portal = await APortal.WithDemoPeopleAsync(settings: server.Settings);
        var request = await AFacilityRequest.FiledAsync(portal);
        await request.ConsultedAsync();
        AFacilityRequest.Done(await request.AssessAsync(AFacilityRequest.Met with { IsSpecial = false, SpecialReasons = "Anders.", FactsDiffer = true }));
        AFacilityRequest.Done(await request.AskViewAsync(new(2026, 11, 9)));
        portal.On(new(2026, 11, 3));
        AFacilityRequest.Done(await request.GiveViewAsync("Het attest is verlengd."));
        Assert.Equal(
            [(null, request.Id, FacilityAction.File), (null, request.Id, FacilityAction.GiveView)],
            (await portal.ReadAsync(db => db.Receipts.OrderBy(item => item.At).ToListAsync(Ct))).Select(item => (item.Case, item.Request!.Value, item.RequestAction!.Value)));
        Assert.Equal((2, 0), (await portal.SendMailAsync(), await portal.SendMailAsync()));

        var message = server.Taken.First();
        Assert.Contains("To: <s0412701@demo.example>", message, StringComparison.Ordinal);
        var text = Encoding.UTF8.GetString(Convert.FromBase64String(message[(message.IndexOf("\n\n", StringComparison.Ordinal) + 2)..].Replace("\n", "", StringComparison.Ordinal)));
        Assert.Contains(Mine + "V-2026-0001\n", text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal([], Told(text).Concat(((string[])["facilit", "voorziening"]).Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase))));
        var subject = $"facility/{request.Id}";
        Assert.Equal(2, await portal.ReadAsync(db => db.AuditRows.CountAsync(row => row.Action == "mail.receipt" && row.Subject == subject, Ct)));
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    /// <summary>Awb 2:8: what came to the desk came in whatever way, and e-mail is for who agreed to it. What was sent through the portal is confirmed the way it came.</summary>
    [Fact]
    public async Task An_appeal_is_confirmed_by_e_mail_only_to_who_agreed_to_that()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ChanceOpen);
        await using var _ = portal;
        await portal.WithdrawAsync(MessageKind.Procedure);
        await ACase.DoneAsync(@case.RequestRetakeAsync());
        await ACase.DoneAsync(@case.LodgeAppealAsync());
        var told = await portal.ReadAsync(db => db.Receipts.Select(item => item.Action).ToListAsync(Ct));
        Assert.Contains(CaseAction.RequestRetake, told);
        Assert.DoesNotContain(CaseAction.LodgeAppeal, told);
    }

    /// <summary>A server that is away is tried again; one that may have the message is not asked to take it twice.</summary>
    [Theory]
    [InlineData("450 4.2.1 Later", MailEnd.Deferred, 1)]
    [InlineData("550 5.1.1 Nobody", MailEnd.Refused, 0)]
    [InlineData(null, MailEnd.Doubtful, 0)]
    public async Task A_receipt_that_was_not_taken_is_tried_again_only_when_nobody_can_have_it(string? answer, MailEnd end, int again)
    {
        await using var server = new ASmtpServer();
        var (portal, @case) = await Stages.AtAsync(Stage.ViewsInvited, settings: server.Settings);
        await using var _ = portal;
        await portal.SendMailAsync();
        server.AnswerToMessage = _ => Task.FromResult(answer);
        await ACase.DoneAsync(portal.On(11, 12).Then(() => @case.GiveViewAsync()));
        await portal.SendMailAsync();
        Assert.Equal((end, 1), await portal.ReadAsync(db => db.Receipts.Select(item => new ValueTuple<MailEnd, int>(item.End!.Value, item.Tries)).SingleAsync(Ct)));

        server.AnswerToMessage = _ => Task.FromResult<string?>("250 2.0.0 Ok");
        portal.Clock.Set(portal.Clock.GetUtcNow().AddMinutes(2));
        Assert.Equal(again, await portal.SendMailAsync());
        Assert.Equal(again is 1 ? MailEnd.Accepted : end, await portal.ReadAsync(db => db.Receipts.Select(item => item.End!.Value).SingleAsync(Ct)));
        // It is a service: nobody is alarmed by it, and nothing is held against the file.
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    /// <summary>Two portals on one database: what one began since the other looked, the other leaves alone.</summary>
    [Fact]
    public async Task A_receipt_that_another_portal_sent_meanwhile_does_not_go_again()
    {
        await using var server = new ASmtpServer();
        var (portal, @case) = await Stages.AtAsync(Stage.ViewsReceived, settings: server.Settings);
        await using var _ = portal;
        await portal.SendMailAsync();
        server.Taken.Clear();
        await ACase.DoneAsync(portal.On(11, 13).Then(() => @case.SupplementViewAsync()));
        await ACase.DoneAsync(portal.On(11, 14).Then(() => @case.AskHearingAsync()));
        var (reached, goOn) = (new TaskCompletionSource(), new TaskCompletionSource<string?>());
        server.AnswerToMessage = _ => reached.TrySetResult() ? goOn.Task : Task.FromResult<string?>("250 2.0.0 Ok");
        var first = portal.SendMailAsync();
        await reached.Task.WaitAsync(Ct);
        using var other = new Outbox(portal.Dbs, portal.Get<MailCarrier>(), portal.Get<MailSettings>(), portal.Get<Institutions>(), portal.Clock);
        Assert.Equal(1, await other.RunAsync(Ct));
        goOn.SetResult("250 2.0.0 Ok");
        Assert.Equal(1, await first);
        Assert.Equal(2, server.Names.Distinct().Count());
        Assert.Equal(2, server.Taken.Count);
        Assert.Equal([1, 1], await portal.ReadAsync(db => db.Receipts.OrderByDescending(item => item.At).Take(2).Select(item => item.Tries).ToListAsync(Ct)));
    }

    /// <summary>Two portals on one database: what one is still sending, the other neither begins anew nor calls cut off, however slow the server; when that portal was stopped, the other takes it over.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_portal_is_still_sending_another_leaves_alone_for_as_long_as_that_can_last(bool receipt)
    {
        await using var server = new ASmtpServer();
        var (portal, @case) = await Stages.AtAsync(receipt ? Stage.ViewsReceived : Stage.Notified, settings: server.Settings);
        await using var _ = portal;
        if (receipt)
        {
            await portal.SendMailAsync();
            server.Taken.Clear();
            await ACase.DoneAsync(portal.On(11, 13).Then(() => @case.SupplementViewAsync()));
        }

        var (reached, goOn) = (new TaskCompletionSource(), new TaskCompletionSource<string?>());
        server.Answer = line => line.StartsWith("RCPT", StringComparison.Ordinal) && reached.TrySetResult() ? goOn.Task : Task.FromResult<string?>(null);
        var first = portal.SendMailAsync();
        await reached.Task.WaitAsync(Ct);
        using var other = new Outbox(portal.Dbs, portal.Get<MailCarrier>(), portal.Get<MailSettings>(), portal.Get<Institutions>(), portal.Clock);
        portal.Clock.Advance(TimeSpan.FromSeconds(75));
        Assert.Equal(0, await other.RunAsync(Ct));
        portal.Clock.Advance(TimeSpan.FromSeconds(15));
        // The first cannot be going on any more: a minute of pause later the other takes its place.
        await other.RunAsync(Ct);
        portal.Clock.Advance(TimeSpan.FromSeconds(60));
        await other.RunAsync(Ct);
        Assert.Single(server.Taken);
        goOn.SetResult(null);
        await Assert.ThrowsAnyAsync<Exception>(() => first);
        // A line that broke off before anything of the message was said is no message.
        Assert.Single(server.Taken, message => message.Length > 0);
    }

    // What a mail says of its content, beside where to read it and from whom it comes.
    private static IEnumerable<string> Told(string text) =>
        Content.Where(word => text.Replace(Mine, "", StringComparison.Ordinal).Replace("Example University", "", StringComparison.Ordinal).Contains(word, StringComparison.OrdinalIgnoreCase));
}

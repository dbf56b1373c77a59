using System.Net;
using Bunit;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Demo;
using ReviewPortal.Web.Features.Letters;
using ReviewPortal.Web.Features.Student;
using ReviewPortal.Web.Tests.Http;
using ReviewPortal.Web.Tests.Mail;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Pages;

/// <summary>What the secretary, the administrator and the student see of e-mails that came back, and what the secretary does about them (Awb 2:11, 2:25).</summary>
public sealed class ReportPagesTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_secretary_reads_the_report_and_records_it_as_returned_in_one_step()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.MailReported);
        await using var _ = portal;
        await using var page = APage.For(portal, "secretaris");
        var shown = await OpenAsync(page, @case);
        Assert.Contains(shown.FindAll("[role=alert]"), alert => alert.TextContent.Contains("niet kon worden bezorgd. Klopt dat?", StringComparison.Ordinal));
        Assert.Contains("Herkend aan het kenmerk op de envelop", shown.Markup, StringComparison.Ordinal);
        // One question at a time: the form for what came outside the portal is not there as long as this waits.
        Assert.DoesNotContain("E-mail teruggekomen?", shown.Markup, StringComparison.Ordinal);
        shown.WaitForAssertion(() => Assert.StartsWith("5.1.1 550 5.1.1 <s0412701", Words(shown), StringComparison.Ordinal), Patience);
        Press(shown, CaseAction.RecordBounce);
        shown.WaitForAssertion(() => Assert.DoesNotContain("Klopt dat?", shown.Markup, StringComparison.Ordinal), Patience);
        var bounce = (await @case.MailAsync()).Bounce!;
        Assert.Equal((new DateOnly(2026, 11, 23), "Mirjam Bos"), (bounce.On, bounce.RecordedByName));
        Assert.StartsWith("5.1.1 550 5.1.1 <s0412701", bounce.Text, StringComparison.Ordinal);
        Assert.Contains("is teruggekomen", shown.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_secretary_sets_a_report_aside_with_a_reason()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.MailReported);
        await using var _ = portal;
        await using var page = APage.For(portal, "secretaris");
        var shown = await OpenAsync(page, @case);
        shown.FindAll("details.step").Single(step => step.TextContent.Contains("Waarom het terzijde kan", StringComparison.Ordinal)).QuerySelector("textarea")!.Input("De student belde: de e-mail kwam aan.");
        Press(shown, CaseAction.SetReportAside);
        shown.WaitForAssertion(() => Assert.Contains("Terzijde gelegd op 23 november 2026", shown.Markup, StringComparison.Ordinal), Patience);
        Assert.DoesNotContain("Klopt dat?", shown.Markup, StringComparison.Ordinal);
        Assert.Equal("De student belde: de e-mail kwam aan.", (await @case.MailAsync()).Reports.Single().SetAside!.Why);
    }

    /// <summary>What was typed about one report is not there under the next, and is there again under its own after a reload.</summary>
    [Fact]
    public async Task Words_typed_under_one_report_are_not_there_under_another()
    {
        const string Typed = "De postbus bestaat niet meer.";
        var (portal, @case) = await Stages.AtAsync(Stage.MailReported);
        await using var _ = portal;
        await using (var page = APage.For(portal, "secretaris"))
        {
            var shown = await OpenAsync(page, @case);
            shown.WaitForAssertion(() => Assert.StartsWith("5.1.1 550", Words(shown), StringComparison.Ordinal), Patience);
            await Form(shown).QuerySelector("textarea")!.InputAsync(new() { Value = Typed });
            shown.WaitForAssertion(() => Assert.Contains("Opgeslagen", shown.Markup, StringComparison.Ordinal), Patience);
        }

        await using (var again = APage.For(portal, "secretaris"))
        {
            var shown = await OpenAsync(again, @case);
            shown.WaitForAssertion(() => Assert.Equal(Typed, Words(shown)), Patience);
        }

        await ACase.DoneAsync(@case.SetReportAsideAsync());
        using var mailbox = new AMailbox();
        mailbox.Deliver(new AReport { EnvelopeId = (await @case.MailAsync()).Notification.Mark, Status = "5.2.1", Diagnosis = "smtp; 550 5.2.1 Mailbox disabled" }.Text());
        using var intake = await mailbox.TakeInAsync(portal);
        await using var later = APage.For(portal, "secretaris");
        var next = await OpenAsync(later, @case);
        next.WaitForAssertion(() => Assert.Equal("5.2.1 550 5.2.1 Mailbox disabled", Words(next)), Patience);
        Assert.DoesNotContain(Typed, next.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_reports_on_one_e_mail_stand_together_and_are_answered_at_once()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.MailReported);
        await using var _ = portal;
        using var mailbox = new AMailbox();
        var report = new AReport { EnvelopeId = (await @case.MailAsync()).Notification.Mark, Status = "5.2.1", Diagnosis = "smtp; 550 5.2.1 Mailbox disabled" };
        portal.On(11, 24);
        mailbox.Deliver(report.Text());
        mailbox.Deliver((report with { Date = "Mon, 23 Nov 2026 08:14:06 +0100" }).Text());
        using var intake = await mailbox.TakeInAsync(portal);
        await using var page = APage.For(portal, "secretaris");
        var shown = await OpenAsync(page, @case);
        shown.WaitForAssertion(() => Assert.Equal(2, shown.FindAll("dd.answer").Count), Patience);
        // The newest is read at once; the others fold away.
        Assert.StartsWith("5.1.1", Assert.Single(shown.FindAll("details.more dd.answer")).TextContent, StringComparison.Ordinal);
        Assert.Contains("De andere berichten (1)", shown.Markup, StringComparison.Ordinal);
        Assert.Contains("Er zijn 2 berichten over deze e-mail. Uw antwoord geldt voor alle 2. Hier staat het nieuwste.", shown.Markup, StringComparison.Ordinal);
        Assert.Contains("die niets toevoegen of te veel waren om te bewaren: 1.", shown.Markup, StringComparison.Ordinal);
        // Of what only repeats no bytes are offered.
        Assert.Equal(2, page.Render<ReturnedMailsPage>().FindAll("a[download]").Count);
        shown.FindAll("details.step").Single(step => step.TextContent.Contains("Waarom het terzijde kan", StringComparison.Ordinal)).QuerySelector("textarea")!.Input("De student belde: de e-mail kwam aan.");
        Press(shown, CaseAction.SetReportAside);
        shown.WaitForAssertion(() => Assert.DoesNotContain("Klopt dat?", shown.Markup, StringComparison.Ordinal), Patience);
        Assert.Equal(2, (await @case.MailAsync()).Reports.Count(item => item.SetAside is not null));
    }

    /// <summary>Strangers write these words: on a page they are words.</summary>
    [Fact]
    public async Task What_a_stranger_wrote_is_text_and_another_address_is_pointed_out()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.MailSent);
        await using var _ = portal;
        using var mailbox = new AMailbox();
        mailbox.Deliver(new AReport { MessageId = $"<{(await @case.MailAsync()).Notification.Mark}@x.example>", Recipient = "<img/src=x>@uni.example", Diagnosis = "smtp; <script>alert(1)</script>" }.Text(), "<b>17639.mx1");
        using var intake = await mailbox.TakeInAsync(portal);
        await using var page = APage.For(portal, "secretaris");
        var shown = await OpenAsync(page, @case);
        var list = page.Render<ReturnedMailsPage>();
        Assert.Contains("5.1.1 <script>alert(1)</script>", shown.Find(".facts .answer").TextContent, StringComparison.Ordinal);
        Assert.Contains("<img/src=x>@uni.example 5.1.1 <script>alert(1)</script>", list.Find(".words").TextContent, StringComparison.Ordinal);
        Assert.Empty(shown.FindAll("script, img[src=x]").Concat(list.FindAll("script, img[src=x], td b")));

        Assert.Contains("of dit bericht is niet echt", shown.Markup, StringComparison.Ordinal);
        Assert.Contains("Herkend aan het kenmerk in de e-mail. Wie de e-mail ontving of vervoerde, kent dat kenmerk", shown.Markup, StringComparison.Ordinal);
    }

    /// <summary>Awb 2:25: the student learns that the e-mail could not be delivered, and when that was recorded; a question is not an answer yet.</summary>
    [Fact]
    public async Task The_student_reads_that_it_could_not_be_delivered_once_the_secretary_said_so()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.MailReported);
        await using var _ = portal;
        await portal.StartAsync();
        var letter = (await @case.MailAsync()).Notification.Letter;
        using var student = await Visitor.AsAsync(portal, DemoAccounts.StudentEmail(ADelivery.StudentNumber));
        using var secretary = await Visitor.AsAsync(portal, DemoAccounts.Email("secretaris"));
        Assert.Contains("Bericht van een mailserver binnengekomen;niet bezorgd: s0412701@", await LogAsync(secretary, letter), StringComparison.Ordinal);
        Assert.DoesNotContain("mailserver binnengekomen", await LogAsync(student, letter), StringComparison.Ordinal);

        await ACase.DoneAsync(portal.On(11, 24).Then(() => @case.RecordBounceAsync("550 User unknown", on: new DateOnly(2026, 11, 23))));
        using var later = await Visitor.AsAsync(portal, DemoAccounts.StudentEmail(ADelivery.StudentNumber));
        Assert.Contains("2026-11-24T", (await LogAsync(later, letter)).Split('\n').Single(line => line.Contains("E-mail niet bezorgd (vastgelegd door de secretaris);2026-11-23: 550 User unknown", StringComparison.Ordinal)), StringComparison.Ordinal);
        await using var page = APage.For(portal, "student");
        var mine = page.Render<MyCasePage>(parameters => parameters.Add(own => own.Number, @case.NowAsync().Result.Number.ToString()));
        Assert.Contains("kon niet worden bezorgd; dat is op 24 november 2026 vastgelegd", mine.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bytes_are_given_to_the_secretary_as_a_file_to_keep_and_to_nobody_else()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.MailReported);
        await using var _ = portal;
        await portal.StartAsync();
        var report = (await @case.MailAsync()).Reports.Single().Report;
        foreach (var email in (string[])[DemoAccounts.StudentEmail(ADelivery.StudentNumber), DemoAccounts.Email("lid1"), DemoAccounts.Email("beheer"), DemoAccounts.Email("coordinator")])
        {
            using var other = await Visitor.AsAsync(portal, email);
            using var refused = await other.GetAsync(Links.ReturnedMail(report.Id));
            Assert.True(refused.StatusCode is HttpStatusCode.NotFound, email);
        }

        using var secretary = await Visitor.AsAsync(portal, DemoAccounts.Email("secretaris"));
        using (var answer = await secretary.GetAsync(Links.ReturnedMail(report.Id)))
        {
            Assert.Equal(("application/octet-stream", "attachment"), (answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentDisposition?.DispositionType));
            Assert.Equal(report.Sha256, Infrastructure.Store.KeptFile.HashOf(await answer.Content.ReadAsByteArrayAsync(Ct)));
        }

        await Sql.RunAsync(portal.DatabaseFile, "UPDATE Files SET Content = x'00' WHERE ContentType = 'message/rfc822'");
        using var spoilt = await secretary.GetAsync(Links.ReturnedMail(report.Id));
        Assert.Equal(HttpStatusCode.NotFound, spoilt.StatusCode);
    }

    private static async Task<IRenderedComponent<LettersPage>> OpenAsync(APage page, ACase @case)
    {
        var number = (await @case.NowAsync()).Number.ToString();
        return page.Render<LettersPage>(parameters => parameters.Add(letters => letters.Number, number));
    }

    /// <summary>What nobody has judged is not said: a red line is for what is certain (Awb 2:10, 2:22).</summary>
    [Fact]
    public async Task Whether_it_was_in_time_is_not_said_before_somebody_judged_the_report()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.MailReported);
        await using var _ = portal;
        portal.On(11, 27);
        // Of earlier letters in this case no e-mail went out.
        int late;
        await using (var page = APage.For(portal, "secretaris"))
        {
            var shown = await OpenAsync(page, @case);
            Assert.Contains("Het staat niet vast dat dit op tijd is gemeld", shown.Markup, StringComparison.Ordinal);
            late = shown.FindAll(".late").Count;
        }

        await ACase.DoneAsync(@case.RecordBounceAsync());
        await using var later = APage.For(portal, "secretaris");
        var judged = await OpenAsync(later, @case);
        Assert.Equal(late + 1, judged.FindAll(".late").Count(line => line.TextContent.StartsWith("Niet binnen 48 uur gemeld", StringComparison.Ordinal)));
        Assert.DoesNotContain("Het staat niet vast", judged.Markup, StringComparison.Ordinal);
    }

    private static string Words(IRenderedComponent<LettersPage> shown) => Form(shown).QuerySelector("textarea")!.GetAttribute("value") ?? "";

    private static AngleSharp.Dom.IElement Form(IRenderedComponent<LettersPage> shown) => shown.FindAll("details.step").Single(step => step.TextContent.Contains("Dag van het bericht", StringComparison.Ordinal));

    private static void Press(IRenderedComponent<LettersPage> shown, CaseAction action)
    {
        shown.FindAll("button").First(button => button.TextContent.Trim() == LifecycleTexts.Of(action, Language.Dutch)).Click();
        if (shown.FindAll(".why.ask .primary") is [var sure, ..]) sure.Click();
    }

    private static async Task<string> LogAsync(Visitor visitor, Guid letter)
    {
        using var answer = await visitor.GetAsync(Links.DeliveryLog(letter));
        return await answer.Content.ReadAsStringAsync(Ct);
    }
}

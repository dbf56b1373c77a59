using AngleSharp.Dom;
using Bunit;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Features.Letters;
using ReviewPortal.Web.Features.Student;

namespace ReviewPortal.Web.Tests.Pages;

/// <summary>What the student and the board see of the delivery of letters, and what they can do there (Awb 2:8, 2:10, 2:11, 2:20).</summary>
public sealed class DeliveryPagesTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_student_takes_an_agreement_back_and_gives_it_again()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await using var page = APage.For(portal, "student");
        var shown = page.Render<MyTestsPage>();
        Assert.Equal(3, shown.FindAll(".consent").Count);
        Press(shown, "Instemming intrekken: Besluiten van de examencommissie");
        await shown.Find("[role=alertdialog] .primary").ClickAsync(new());
        shown.WaitForAssertion(() => Assert.Contains("U krijgt deze berichten per post.", shown.Markup, StringComparison.Ordinal), Patience);
        Assert.Equal(1, await portal.ReadAsync(db => db.DeliveryConsents.CountAsync(item => item.WithdrawnAt != null, Ct)));
        Press(shown, "Ik stem in met: Besluiten van de examencommissie");
        shown.WaitForAssertion(() => Assert.DoesNotContain("U krijgt deze berichten per post.", shown.Markup, StringComparison.Ordinal), Patience);
    }

    /// <summary>Awb 2:11: of two e-mails the one that was chosen came back, also after the page was loaded again.</summary>
    [Fact]
    public async Task The_mail_that_was_chosen_comes_back_with_the_words_about_it()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.MailSent);
        await using var _ = portal;
        await ACase.DoneAsync(@case.CorrectLetterAsync());
        await portal.SendMailAsync();
        var number = (await @case.NowAsync()).Number.ToString();
        string chosen;
        await using (var before = APage.For(portal, "secretaris"))
        {
            var typed = before.Render<LettersPage>(parameters => parameters.Add(letters => letters.Number, number));
            var mails = Bounce(typed).QuerySelectorAll("option").Select(option => option.GetAttribute("value")!).ToArray();
            Assert.True(mails.Length > 1, $"Only {mails.Length} can come back");
            chosen = mails[^1];
            Bounce(typed).QuerySelector("select")!.Change(chosen);
            Bounce(typed).QuerySelector("textarea")!.Input("550 5.1.1 User unknown");
            typed.WaitForAssertion(() => Assert.Contains("Opgeslagen", Bounce(typed).TextContent, StringComparison.Ordinal), Patience);
        }

        await using var after = APage.For(portal, "secretaris");
        var shown = after.Render<LettersPage>(parameters => parameters.Add(letters => letters.Number, number));
        shown.WaitForAssertion(() => Assert.Equal("550 5.1.1 User unknown", Bounce(shown).QuerySelector("textarea")!.GetAttribute("value")), Patience);
        Assert.Equal(chosen, Bounce(shown).QuerySelector("select")!.GetAttribute("value"));
        await Bounce(shown).QuerySelectorAll("button").First(button => button.TextContent.Trim() == LifecycleTexts.Of(CaseAction.RecordBounce, Language.Dutch)).ClickAsync(new());
        shown.WaitForAssertion(() => Assert.Equal([Guid.Parse(chosen)], portal.ReadAsync(db => db.Bounces.Select(item => item.Notification).ToListAsync(Ct)).Result), Patience);
    }

    private static IElement Bounce(IRenderedComponent<LettersPage> shown) =>
        shown.FindAll(".step").First(step => step.QuerySelector("summary")?.TextContent.Trim() == LifecycleTexts.Of(CaseAction.RecordBounce, Language.Dutch));

    [Fact]
    public async Task The_secretary_sees_that_a_mail_came_back_and_notifies_again()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.MailBounced);
        await using var _ = portal;
        await using var page = APage.For(portal, "secretaris");
        var shown = page.Render<LettersPage>(parameters => parameters.Add(letters => letters.Number, @case.NowAsync().Result.Number.ToString()));
        Assert.Contains(shown.FindAll("[role=alert]"), alert => alert.TextContent.Contains("is teruggekomen", StringComparison.Ordinal));
        Assert.Contains("Teruggekomen op 23 november 2026, vastgelegd door Mirjam Bos", shown.Markup, StringComparison.Ordinal);
        // The newest letter is the decision; the alarms of the earlier ones stand below it.
        shown.FindAll("button").First(button => button.TextContent.Trim() == LifecycleTexts.Of(CaseAction.NotifyAgain, Language.Dutch)).Click();
        await shown.Find(".why.ask .primary").ClickAsync(new());
        shown.WaitForAssertion(() => Assert.DoesNotContain(shown.FindAll("[role=alert]"), alert => alert.TextContent.Contains("is teruggekomen", StringComparison.Ordinal)), Patience);
        Assert.NotNull((await @case.MailAsync()).Notification.Replaces);
    }

    [Fact]
    public async Task Who_does_not_agree_gets_the_decision_by_post_and_its_posting_is_recorded_after_it_was_printed()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.CoSigned);
        await using var _ = portal;
        await portal.WithdrawAsync(MessageKind.BoardDecision);
        portal.On(11, 20);
        await using var page = APage.For(portal, "secretaris");
        var shown = page.Render<LettersPage>(parameters => parameters.Add(letters => letters.Number, @case.NowAsync().Result.Number.ToString()));
        Assert.Contains("heeft er niet mee ingestemd besluiten via het portaal te krijgen", shown.Markup, StringComparison.Ordinal);
        shown.Find("aside select").Change("Portal");
        Assert.Contains(LifecycleTexts.Of(Requirement.DeliveryAgreed, Language.Dutch), shown.Markup, StringComparison.Ordinal);
        shown.Find("aside select").Change("Post");
        Assert.Contains("U krijgt de brief om te printen", shown.Markup, StringComparison.Ordinal);
        Assert.Contains("per post; het adres is nog niet ingevuld", shown.Markup, StringComparison.Ordinal);
        // The check above it says the same.
        Assert.Equal("1", Check().QuerySelector(".cite")!.TextContent);
        Assert.DoesNotContain("Alles wat in de brief moet staan is ingevuld", Check().TextContent, StringComparison.Ordinal);
        Assert.Contains(LifecycleTexts.Of(Requirement.PostalAddressKnown, Language.Dutch), Check().TextContent, StringComparison.Ordinal);
        Assert.Contains(LifecycleTexts.Of(Requirement.PostalAddressKnown, Language.Dutch), shown.Markup, StringComparison.Ordinal);
        var before = shown.Find("iframe.pdf").OuterHtml;
        shown.Find("aside textarea").Change("Kapelstraat 118\n3572 CN Utrecht");
        Assert.DoesNotContain(LifecycleTexts.Of(Requirement.PostalAddressKnown, Language.Dutch), shown.Markup, StringComparison.Ordinal);
        Assert.Contains("per post naar Kapelstraat 118, 3572 CN Utrecht.", shown.Markup, StringComparison.Ordinal);
        Assert.Contains("Alles wat in de brief moet staan is ingevuld", Check().TextContent, StringComparison.Ordinal);
        // The preview is drawn anew with it, and no address stands in a request line.
        Assert.NotEqual(before, shown.Find("iframe.pdf").OuterHtml);
        Assert.DoesNotContain("Kapelstraat", shown.Find("iframe.pdf").OuterHtml, StringComparison.Ordinal);
        shown.FindAll("button").First(button => button.TextContent.Trim() == LifecycleTexts.Of(CaseAction.Publish, Language.Dutch)).Click();
        var asked = shown.Find(".why.ask .primary").ClickAsync(new());
        // The people of the demo confirm in words that they sign (Awb 2:18).
        shown.WaitForElement("dialog.signing form", Patience).Submit();
        await asked;
        shown.WaitForAssertion(() => Assert.Contains("Nog te verzenden of te overhandigen, uiterlijk maandag 23 november 2026", shown.Markup, StringComparison.Ordinal), Patience);
        Assert.Equal((CaseState.Notified, (DateOnly?)null), ((await @case.NowAsync()).State, (await @case.NowAsync()).Due));

        Record().QuerySelector("textarea")!.Input("Aangetekend, 3SABC123");
        Record().QuerySelector("input[type=date]")!.Change("2026-11-20");
        await Record().QuerySelectorAll("button").First(button => button.TextContent.Trim() == LifecycleTexts.Of(CaseAction.RecordPosting, Language.Dutch)).ClickAsync(new());
        await Record().QuerySelector(".why.ask .primary")!.ClickAsync(new());
        shown.WaitForAssertion(() => Assert.Contains("20 november 2026 · Aangetekend, 3SABC123", shown.Markup, StringComparison.Ordinal), Patience);
        Assert.Equal(new DateOnly(2027, 1, 4), (await @case.NowAsync()).Due);
        Assert.DoesNotContain("Dag van verzending verbeteren", shown.Markup, StringComparison.Ordinal);

        AngleSharp.Dom.IElement Record() => shown.FindAll("details.step").First(step => step.QuerySelector("summary")!.TextContent == LifecycleTexts.Of(CaseAction.RecordPosting, Language.Dutch));

        AngleSharp.Dom.IElement Check() => shown.FindAll("aside section.card").First(card => card.QuerySelector("h2")?.TextContent == "Controle voor bekendmaking");
    }

    [Fact]
    public async Task The_student_reads_how_each_letter_came()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.MailSent);
        await using var _ = portal;
        await using var page = APage.For(portal, "student");
        var shown = page.Render<MyCasePage>(parameters => parameters.Add(own => own.Number, @case.NowAsync().Result.Number.ToString()));
        Assert.Contains("Wij stuurden u hierover een e-mail op 20 november 2026", shown.Markup, StringComparison.Ordinal);
        Assert.Equal(3, shown.FindAll("a[href^='/letters/log/']").Count);
    }

    [Fact]
    public async Task An_administrator_enters_an_outage_and_the_secretary_sees_whose_last_day_it_touches()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Notified);
        await using var _ = portal;
        portal.On(new DateOnly(2027, 1, 5));
        await using (var administrator = APage.For(portal, "beheer"))
        {
            var shown = administrator.Render<OutagesPage>();
            Enter(shown, "2027-01-04T18:00:00", "2027-01-04T12:00:00", "Niemand kon zich aanmelden.");
            shown.WaitForAssertion(() => Assert.Contains("Het einde ligt voor het begin", shown.Markup, StringComparison.Ordinal), Patience);
            Enter(shown, "2027-01-04T18:00:00", "2027-01-05T08:00:00", "Niemand kon zich aanmelden.");
            shown.WaitForAssertion(() => Assert.Contains("Niemand kon zich aanmelden.", shown.Find(".outages").TextContent, StringComparison.Ordinal), Patience);
            Assert.Empty(shown.FindAll(".touched"));
        }

        await using var secretary = APage.For(portal, "secretaris");
        var seen = secretary.Render<OutagesPage>();
        Assert.Empty(seen.FindAll("form"));
        Assert.Contains((await @case.NowAsync()).Number.ToString(), seen.Find(".touched tbody tr").TextContent, StringComparison.Ordinal);
        Assert.Contains("maandag 4 januari 2027", seen.Find(".touched tbody tr").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("secretaris", "2026-11-10", "Niets ging.", OutageObjection.NotYours)]
    [InlineData("beheer", null, "Niets ging.", OutageObjection.NoBeginning)]
    [InlineData("beheer", "2028-11-10", "Niets ging.", OutageObjection.Ahead)]
    [InlineData("beheer", "2026-11-10", " ", OutageObjection.NoWords)]
    public async Task An_outage_that_cannot_be_meant_is_not_kept(string who, string? from, string what, OutageObjection objection)
    {
        var (portal, _) = await Stages.AtAsync(Stage.Notified);
        await using var closing = portal;
        DateTime? began = from is null ? null : DateTime.Parse(from, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(objection, await portal.Get<Outages>().EnterAsync(new OutageDraft(began, null, what), portal.Who(who).Id, Ct));
        Assert.Equal(0, await portal.ReadAsync(db => db.Outages.CountAsync(Ct)));
    }

    private static void Enter(IRenderedComponent<OutagesPage> shown, string from, string until, string what)
    {
        shown.Find("input[name=from]").Change(from);
        shown.Find("input[name=until]").Change(until);
        shown.Find("textarea[name=what]").Input(what);
        shown.Find("form").Submit();
    }

    private static void Press<T>(IRenderedComponent<T> shown, string name)
        where T : Microsoft.AspNetCore.Components.IComponent
    {
        shown.WaitForAssertion(() => Assert.NotEmpty(shown.FindAll($"button[aria-label='{name}']")), Patience);
        shown.Find($"button[aria-label='{name}']").Click();
    }
}

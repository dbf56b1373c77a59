using AngleSharp.Dom;
using Bunit;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Features.Letters;

namespace ReviewPortal.Web.Tests.Pages;

/// <summary>In what way a letter goes out, and to what address, is there again after the page was loaded again (Awb 2:8, 2:11, 3:41).</summary>
public sealed class KeptWayTests
{
    private const string Address = "Kapelstraat 118\n3572 CW Utrecht";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_filled_in_for_the_publication_is_there_after_a_reload_and_gone_once_it_went_out()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.CoSigned);
        await using var _ = portal;
        portal.On(11, 20);
        var number = (await @case.NowAsync()).Number.ToString();
        await using (var before = APage.For(portal, "secretaris"))
        {
            var shown = before.Render<LettersPage>(parameters => parameters.Add(page => page.Number, number));
            Way(shown).QuerySelector("select")!.Change("Post");
            Way(shown).QuerySelector("textarea")!.Change(Address);
            shown.WaitForAssertion(() => Assert.Contains("Opgeslagen", Way(shown).TextContent, StringComparison.Ordinal), Patience);
        }

        await using (var other = APage.For(portal, "voorzitter"))
        {
            // Of whoever else looks at the letter nothing was kept.
            var shown = other.Render<LettersPage>(parameters => parameters.Add(page => page.Number, number));
            Assert.Null(Way(shown).QuerySelector("textarea"));
        }

        await using var after = APage.For(portal, "secretaris");
        var again = after.Render<LettersPage>(parameters => parameters.Add(page => page.Number, number));
        Assert.Equal(Address, Way(again).QuerySelector("textarea")!.GetAttribute("value"));
        // The preview shows the letter as it will go out.
        Assert.Contains("&way=", again.Find("object, iframe, embed").OuterHtml.Replace("&amp;", "&", StringComparison.Ordinal), StringComparison.Ordinal);

        again.FindAll("button").First(button => button.TextContent.Trim() == LifecycleTexts.Of(CaseAction.Publish, Language.Dutch)).Click();
        Assert.Contains("De beroepstermijn begint pas als de brief is verzonden", again.Find(".why.ask").TextContent, StringComparison.Ordinal);
        var publishing = again.Find(".why.ask .primary").ClickAsync(new());
        var dialog = again.WaitForElement("dialog.signing form", Patience);
        Assert.Contains("om te verzenden of te overhandigen", dialog.QuerySelector(".what")!.TextContent, StringComparison.Ordinal);
        await dialog.SubmitAsync(EventArgs.Empty);
        await publishing;
        var sent = await portal.ReadAsync(db => db.Sendings.SingleAsync(sending => sending.Channel == SendingChannel.Post, Ct));
        Assert.Equal((SendingChannel.Post, Address), (sent.Channel, sent.Address));
        Assert.Equal(0, await portal.ReadAsync(db => db.StepDrafts.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_decision_is_sent_again_by_post_to_an_address_that_is_asked_and_kept()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.DeliveryFailed);
        await using var _ = portal;
        Assert.Equal([Requirement.PostalAddressKnown], Assert.IsType<Refused>(await @case.SendAgainAsync(address: "")).Unmet);
        var number = (await @case.NowAsync()).Number.ToString();
        await using (var before = APage.For(portal, "secretaris"))
        {
            var shown = before.Render<LettersPage>(parameters => parameters.Add(page => page.Number, number));
            Again(shown).QuerySelector("textarea")!.Change(Address);
            shown.WaitForAssertion(() => Assert.Contains("Opgeslagen", Again(shown).TextContent, StringComparison.Ordinal), Patience);
        }

        await using var after = APage.For(portal, "secretaris");
        var again = after.Render<LettersPage>(parameters => parameters.Add(page => page.Number, number));
        again.WaitForAssertion(() => Assert.Equal(Address, Again(again).QuerySelector("textarea")!.GetAttribute("value")), Patience);
        await Again(again).QuerySelectorAll("button").First(button => button.TextContent.Trim() == LifecycleTexts.Of(CaseAction.SendAgain, Language.Dutch)).ClickAsync(new());
        Assert.Contains("De beroepstermijn begint pas als die brief", again.Find(".why.ask").TextContent, StringComparison.Ordinal);
        // The letter that goes with it carries the secretary's name: it goes out once that is signed (Awb 2:18).
        var sending = again.Find(".why.ask .primary").ClickAsync(new());
        var signing = again.WaitForElement("dialog.signing form", Patience);
        Assert.Contains("Per post naar Kapelstraat 118, 3572 CW Utrecht; de beroepstermijn begint pas als dat is gebeurd.", signing.QuerySelector(".what")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await portal.ReadAsync(db => db.Sendings.CountAsync(Ct)));
        await signing.SubmitAsync(EventArgs.Empty);
        await sending;
        Assert.Equal(Address, await portal.ReadAsync(db => db.Sendings.Where(item => item.Channel == SendingChannel.Post).Select(item => item.Address).SingleAsync(Ct)));
        Assert.Equal(0, await portal.ReadAsync(db => db.StepDrafts.CountAsync(Ct)));
    }

    private static IElement Way(IRenderedComponent<LettersPage> shown) => shown.FindAll("aside section.card").First(card => card.QuerySelector("h2")?.TextContent == "Verzendwijze");

    private static IElement Again(IRenderedComponent<LettersPage> shown) => shown.FindAll(".step").First(step => step.QuerySelector("summary")?.TextContent.Trim() == LifecycleTexts.Of(CaseAction.SendAgain, Language.Dutch));
}

using Bunit;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Features.Letters;
using ReviewPortal.Web.Features.Student;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Pages;

/// <summary>What pages say of a letter on paper: printed first, and made known on the day on which it is sent (Awb 2:8, 3:41).</summary>
public sealed class PaperLetterPagesTests
{
    private const string Address = "Kapelstraat 118\n3572 CW Utrecht";

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    /// <summary>Awb 2:8: who did not agree gets it by post. Chosen all the same, the portal is among what is still lacking.</summary>
    [Fact]
    public async Task Without_an_agreement_post_is_chosen_and_the_portal_is_counted_as_lacking()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.CoSigned);
        await using var _ = portal;
        await portal.WithdrawAsync(MessageKind.BoardDecision);
        portal.On(11, 20, 15);
        await using var page = APage.For(portal, "secretaris");
        var number = (await @case.NowAsync()).Number.ToString();
        var shown = page.Render<LettersPage>(parameters => parameters.Add(letters => letters.Number, number));
        Assert.Equal(("1", LifecycleTexts.Of(Requirement.PostalAddressKnown, Language.Dutch)), Lacking(shown));
        await shown.Find("select.input").ChangeAsync(new() { Value = nameof(SendingChannel.Portal) });
        Assert.Equal(("1", LifecycleTexts.Of(Requirement.DeliveryAgreed, Language.Dutch)), Lacking(shown));
        await shown.Find("select.input").ChangeAsync(new() { Value = nameof(SendingChannel.HandedOver) });
        Assert.Equal(("0", null), Lacking(shown));
    }

    /// <summary>The letter that goes with a decision is half of what is posted.</summary>
    [Fact]
    public async Task What_is_posted_with_a_decision_sent_again_is_the_decision_too()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.DeliveryFailed);
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(11, 24).Then(() => @case.SendAgainAsync("", address: Address)));
        var decision = await portal.ReadAsync(db => db.Letters.Where(letter => letter.Kind == LetterKind.IrregularityUniversity).Select(letter => letter.Id).SingleAsync(Ct));
        await using var page = APage.For(portal, "secretaris");
        var number = (await @case.NowAsync()).Number.ToString();
        var shown = page.Render<LettersPage>(parameters => parameters.Add(letters => letters.Number, number));
        var enclosed = shown.FindAll(".step p").Single(line => line.TextContent.Contains("Doe dit besluit in dezelfde envelop", StringComparison.Ordinal));
        Assert.Equal(Links.LetterPdf(decision), enclosed.QuerySelector("a")!.GetAttribute("href"));
    }

    /// <summary>Awb 6:8: the student learns that an appeal will be open, before the term begins.</summary>
    [Fact]
    public async Task A_student_whose_decision_was_not_sent_yet_reads_when_an_appeal_is_open()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.CoSigned);
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(11, 20).Then(() => @case.PrintAsync()));
        var number = (await @case.NowAsync()).Number.ToString();
        const string NotYet = "U kunt in beroep zodra de brief aan u is verzonden.";
        Assert.Contains(NotYet, Mine(), StringComparison.Ordinal);
        await ACase.DoneAsync(@case.RecordPostingAsync());
        Assert.DoesNotContain(NotYet, Mine(), StringComparison.Ordinal);

        string Mine()
        {
            using var page = APage.For(portal, "student");
            return page.Render<MyCasePage>(parameters => parameters.Add(own => own.Number, number)).Markup;
        }
    }

    /// <summary>Awb 2:11, 3:41, 6:8: whoever was not reached learns that the decision is sent again, that no term runs until then, and whom to ask; what never went is not the newest letter.</summary>
    [Theory]
    [InlineData(Stage.DeliveryFailed, "Het besluit kon niet aan u worden bezorgd. Het wordt opnieuw verzonden.")]
    [InlineData(Stage.CoSigned, "De brief met het besluit is geprint, maar niet verzonden. U krijgt het besluit alsnog.")]
    public async Task A_student_whose_decision_did_not_arrive_reads_what_happens_next(Stage stage, string why)
    {
        var (portal, @case) = await Stages.AtAsync(stage);
        await using var _ = portal;
        if (stage is Stage.CoSigned)
        {
            await ACase.DoneAsync(portal.On(11, 20).Then(() => @case.PrintAsync()));
            await ACase.DoneAsync(@case.DeliveryFailedAsync("De envelop is zoek."));
        }

        var number = (await @case.NowAsync()).Number.ToString();
        var mine = Mine();
        Assert.Equal($"{why} Pas daarna begint de termijn om in beroep te gaan. Tot die tijd loopt er geen termijn en verliest u niets.", mine.QuerySelector(".undelivered p")!.TextContent);
        Assert.StartsWith("Examencommissie\n", mine.QuerySelector(".undelivered .prewrap")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("U kunt in beroep zodra de brief aan u is verzonden.", mine.TextContent, StringComparison.Ordinal);

        await ACase.DoneAsync(portal.On(11, 24).Then(() => @case.SendAgainAsync("", address: Address)));
        await ACase.DoneAsync(portal.On(11, 25).Then(() => @case.DeliveryFailedAsync("Het etiket was onleesbaar.")));
        mine = Mine();
        Assert.StartsWith("De brief met het besluit is geprint, maar niet verzonden.", mine.QuerySelector(".undelivered p")!.TextContent, StringComparison.Ordinal);
        var letters = mine.QuerySelectorAll("a.button.wide[target=_blank]").ToArray();
        Assert.DoesNotContain("niet verzonden", letters[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("primary", letters[0].ClassList);
        Assert.Contains(letters, letter => letter.TextContent.EndsWith("(PDF, niet verzonden)", StringComparison.Ordinal));

        await ACase.DoneAsync(@case.SendAgainAsync(channel: SendingChannel.Portal));
        Assert.Null(Mine().QuerySelector(".undelivered"));

        AngleSharp.Dom.IElement Mine()
        {
            var page = APage.For(portal, "student");
            return page.Render<MyCasePage>(parameters => parameters.Add(own => own.Number, number)).Find(".mijn");
        }
    }

    /// <summary>Awb 2:25: why a letter was set aside stands where it is listed, and an e-mail is not replaced by what never went.</summary>
    [Fact]
    public async Task A_letter_that_was_set_aside_says_why_and_took_no_place()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.DeliveryFailed);
        await using var _ = portal;
        var number = (await @case.NowAsync()).Number.ToString();
        await ACase.DoneAsync(portal.On(11, 24).Then(() => @case.SendAgainAsync("", address: Address)));
        Assert.Contains("Vervangen door een latere verzending", Sent(), StringComparison.Ordinal);
        await ACase.DoneAsync(portal.On(11, 25).Then(() => @case.DeliveryFailedAsync("Het etiket was onleesbaar.")));
        Assert.DoesNotContain("Vervangen door een latere verzending", Sent(), StringComparison.Ordinal);
        Assert.Matches(@"Niet verzonden\s+Kapelstraat 118\s+3572 CW Utrecht\s*Terzijde gelegd op 25 november 2026[^:]*:\d\d: Het etiket was onleesbaar\.", Sent());

        string Sent()
        {
            using var page = APage.For(portal, "secretaris");
            return string.Concat(page.Render<LettersPage>(parameters => parameters.Add(letters => letters.Number, number)).FindAll(".body.sent").Select(letter => letter.TextContent));
        }
    }

    /// <summary>What takes a term away and sets letters aside is asked first; and the day of a posting has a form of its own.</summary>
    [Fact]
    public async Task A_failed_delivery_is_confirmed_and_the_day_of_a_posting_has_a_name_of_its_own()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.CoSigned);
        await using var _ = portal;
        await ACase.DoneAsync(@case.NameRepresentativeAsync());
        await ACase.DoneAsync(portal.On(11, 20).Then(() => @case.PrintAsync()));
        await ACase.DoneAsync(@case.RecordPostingAsync());
        portal.On(11, 24);
        await using var page = APage.For(portal, "secretaris");
        var number = (await @case.NowAsync()).Number.ToString();
        var shown = page.Render<LettersPage>(parameters => parameters.Add(letters => letters.Number, number));
        var summaries = shown.FindAll("details.step > summary").Select(summary => summary.TextContent).ToArray();
        Assert.Contains(LifecycleTexts.Of(CaseAction.RecordPosting, Language.Dutch), summaries);
        Assert.Contains("Dag van verzending verbeteren", summaries);
        Assert.Equal(summaries.Length, summaries.Distinct().Count());

        Step().QuerySelector("textarea")!.Input("De brief kwam terug.");
        await Step().QuerySelectorAll("button").Last(button => button.TextContent.Trim() == LifecycleTexts.Of(CaseAction.RecordDeliveryFailure, Language.Dutch)).ClickAsync(new());
        Assert.Equal(CaseState.Notified, (await @case.NowAsync()).State);
        Assert.Contains("Een brief die nog klaarligt, wordt terzijde gelegd", Step().QuerySelector("[role=alertdialog]")!.TextContent, StringComparison.Ordinal);
        await Step().QuerySelector(".why.ask .primary")!.ClickAsync(new());
        Assert.Equal(CaseState.DeliveryFailed, (await @case.NowAsync()).State);

        AngleSharp.Dom.IElement Step() => shown.FindAll("details.step").First(step => step.QuerySelector("summary")!.TextContent == LifecycleTexts.Of(CaseAction.RecordDeliveryFailure, Language.Dutch));
    }

    [Fact]
    public async Task The_stand_of_an_e_mail_and_its_last_day_are_two_words()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Notified);
        await using var _ = portal;
        await using var page = APage.For(portal, "secretaris");
        var number = (await @case.NowAsync()).Number.ToString();
        var shown = page.Render<LettersPage>(parameters => parameters.Add(letters => letters.Number, number));
        Assert.Contains(shown.FindAll("dd"), line => line.TextContent.Contains("Nog niet verzonden uiterlijk", StringComparison.Ordinal));
    }

    private static (string Count, string? Needs) Lacking(IRenderedComponent<LettersPage> shown)
    {
        var card = shown.FindAll("aside section.card").First(item => item.QuerySelector("h2")?.TextContent == "Controle voor bekendmaking");
        return (card.QuerySelector("header .cite")!.TextContent, card.QuerySelector(".faults li")?.FirstChild!.TextContent.Trim());
    }
}

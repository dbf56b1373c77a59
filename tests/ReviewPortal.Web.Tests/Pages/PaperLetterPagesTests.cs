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
        await ACase.DoneAsync(portal.On(11, 20).Then(() => @case.PublishAsync(channel: SendingChannel.Post, address: Address)));
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

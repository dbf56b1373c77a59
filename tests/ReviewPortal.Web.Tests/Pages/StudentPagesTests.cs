using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Features.Student;

namespace ReviewPortal.Web.Tests.Pages;

/// <summary>What a student reads first on the own pages, and what is asked before something is given up.</summary>
public sealed class StudentPagesTests
{
    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    /// <summary>WHW 7.12b lid 2, 7.63a; Awb 3:45, 6:9 lid 2: what weighs most stands first, with where and until when to object.</summary>
    [Fact]
    public async Task An_enrolment_that_was_ended_stands_on_top_with_the_way_to_object()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.EnrolmentEnded);
        await using var _ = portal;
        await using var page = APage.For(portal, "student");

        var first = Mine(page, @case).Find(".card");

        Assert.Equal("Uw inschrijving is beëindigd", first.QuerySelector("h2")!.TextContent);
        Assert.All(
            (string[])["30 november 2026", "bezwaar maken tot en met maandag 11 januari 2027", "College van Bestuur, via het loket", "binnen een week daarna aankomt (artikel 6:9, lid 2"],
            words => Assert.Contains(words, first.TextContent, StringComparison.Ordinal));
        var line = page.Render<MyTestsPage>().Find("a.test").TextContent;
        Assert.Contains("Inschrijving beëindigd", line, StringComparison.Ordinal);
        Assert.Contains("30 november 2026: Het College van Bestuur heeft uw inschrijving beëindigd.", line, StringComparison.Ordinal);
    }

    /// <summary>Awb 3:45, 6:9 lid 2: before what happened and what is kept.</summary>
    [Fact]
    public async Task The_appeal_stands_above_the_report_and_the_list_names_its_last_day()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Notified);
        await using var _ = portal;
        await using var page = APage.For(portal, "student");

        var mine = Mine(page, @case);

        var heads = mine.FindAll(".card h2").Select(head => head.TextContent).ToList();
        Assert.InRange(heads.IndexOf("Niet eens met het besluit?"), 0, heads.IndexOf("Het proces-verbaal") - 1);
        Assert.Contains("binnen een week daarna aankomt (artikel 6:9, lid 2", mine.Markup, StringComparison.Ordinal);
        Assert.Contains("In beroep gaan tegen het besluit kan tot en met maandag 4 januari 2027", Plain(mine.Find(".todo")), StringComparison.Ordinal);
        Assert.EndsWith("#" + mine.Find(".card[id=place-appeal]").Id, mine.Find(".todo a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("maandag 4 januari 2027", page.Render<MyTestsPage>().Find("a.test .todo").TextContent, StringComparison.Ordinal);
    }

    /// <summary>Awb 2:13, 2:17: whoever handed something in reads first that it arrived, and until when it can be added to.</summary>
    [Fact]
    public async Task What_was_handed_in_is_acknowledged_on_top()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ViewsInvited);
        await using var _ = portal;
        await using var page = APage.For(portal, "student");
        Assert.Empty(Mine(page, @case).FindAll(".receipt"));
        await ACase.DoneAsync(@case.GiveViewAsync());
        var receipt = Plain(Mine(page, @case).Find(".card").QuerySelector(".receipt")!);
        var mine = await portal.Get<MyCases>().FindAsync(@case.Id, portal.Who("student").Id, Ct);
        Assert.Contains($"Uw zienswijze is ontvangen op {mine!.ViewReceivedAt!.Value.InWords(Language.Dutch)}.", receipt, StringComparison.Ordinal);
        Assert.Contains($"aanvullen tot en met {mine.ReactBy!.Value.WithWeekday(Language.Dutch)}.", receipt, StringComparison.Ordinal);
    }

    /// <summary>Awb 4:8: who is asked for a view reads first what it is on.</summary>
    [Theory]
    [InlineData("nl", "Het proces-verbaal", "Uw kant van het verhaal")]
    [InlineData("en", "The official report", "Your side of the story")]
    public async Task The_report_stands_before_the_form_that_asks_for_a_view_on_it(string language, string report, string view)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ViewsInvited);
        await using var _ = portal;
        await using var page = APage.For(portal, "student", language);
        var heads = Mine(page, @case).FindAll(".card h2").Select(head => head.TextContent).ToList();
        Assert.InRange(heads.IndexOf(report), 0, heads.IndexOf(view) - 1);
        Assert.Single(heads, report);
    }

    /// <summary>Awb 4:8, 4:9: silence that was recorded within the term takes nothing away.</summary>
    [Fact]
    public async Task Who_did_not_come_to_the_hearing_is_still_offered_a_view_as_long_as_the_term_runs()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.HearingPlanned);
        await using var _ = portal;
        await portal.ReadAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE Invitations SET ReactBy = '2026-11-30'", Ct));
        await ACase.DoneAsync(portal.On(11, 20).Then(() => @case.RecordNoReactionAsync()));
        await using var page = APage.For(portal, "student");
        var mine = Mine(page, @case);
        Assert.Contains("kan nog tot en met maandag 30 november 2026", Plain(mine.Find("#place-giveview")), StringComparison.Ordinal);
        Assert.Contains("Reageren op het proces-verbaal", mine.Find(".todo").TextContent, StringComparison.Ordinal);
        await mine.Find("#place-giveview textarea").InputAsync(new ChangeEventArgs { Value = "De trein reed niet." });
        await mine.FindAll("#place-giveview .whynot button").First(button => button.TextContent.Trim() == LifecycleTexts.Of(CaseAction.SupplementView, Language.Dutch)).ClickAsync(new());
        await mine.Find("[role=alertdialog] .primary").ClickAsync(new());
        mine.WaitForAssertion(() => Assert.Contains("De trein reed niet.", mine.Find(".prewrap").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(10));

        // A term that is over is not offered again.
        portal.On(12, 1);
        Assert.Empty(Mine(page, @case).FindAll("#place-giveview, .todo"));
    }

    /// <summary>Awb 2:1: letters stop with it, so it is not one tap away; by keyboard the focus goes to the question and back.</summary>
    [Fact]
    public async Task A_representative_is_not_withdrawn_at_one_tap()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Represented);
        await using var _ = portal;
        await using var page = APage.For(portal, "student");
        var mine = Mine(page, @case);
        await Withdraw().ClickAsync(new());
        Assert.Contains("krijgt geen brieven meer", mine.Find("[role=alertdialog]").TextContent, StringComparison.Ordinal);
        await mine.FindAll("[role=alertdialog] button")[1].ClickAsync(new());
        Assert.Equal((1, 0), (await StandingAsync(), mine.FindAll("[role=alertdialog]").Count));

        await Withdraw().ClickAsync(new());
        await mine.Find("[role=alertdialog] .primary").ClickAsync(new());
        Assert.Equal(0, await StandingAsync());

        IElement Withdraw() => mine.FindAll("#place-showauthorisation button").First(button => button.TextContent.Trim() == LifecycleTexts.Of(CaseAction.WithdrawRepresentative, Language.Dutch));

        Task<int> StandingAsync() => portal.ReadAsync(db => db.Representatives.CountAsync(item => item.Until == null, Ct));
    }

    [Fact]
    public async Task An_empty_view_is_not_handed_in_and_the_button_says_why()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ViewsInvited);
        await using var _ = portal;
        await using var page = APage.For(portal, "student");
        var mine = Mine(page, @case);
        var button = mine.Find(".submit button");
        Assert.Equal(("true", false), (button.GetAttribute("aria-disabled"), button.HasAttribute("disabled")));
        Assert.Contains(LifecycleTexts.Of(Requirement.ViewWritten, Language.Dutch), mine.Find("#" + button.GetAttribute("aria-describedby")).TextContent, StringComparison.Ordinal);
        await button.ClickAsync(new());
        Assert.Empty(mine.FindAll("[role=alertdialog]"));
        await mine.Find("textarea[data-typed=view]").InputAsync(new ChangeEventArgs { Value = "Ik was even weg." });
        await mine.Find(".submit button").ClickAsync(new());
        Assert.Single(mine.FindAll("[role=alertdialog]"));
    }

    /// <summary>Awb 2:11: a letter that goes with a decision is none; the appeal is against the decision.</summary>
    [Fact]
    public async Task Sent_again_it_is_the_decision_that_can_be_contested()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.DeliveryFailed);
        await using var _ = portal;
        await ACase.DoneAsync(@case.SendAgainAsync());
        await using var page = APage.For(portal, "student");
        var text = Plain(Mine(page, @case).Find(".card"));
        Assert.Contains("Tegen het besluit kunt u in beroep tot en met", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Tegen deze brief kunt u in beroep", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_extra_chance_that_was_given_stands_in_what_is_read_first()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ChanceToGrant);
        await using var _ = portal;
        await using var page = APage.For(portal, "student");
        Assert.DoesNotContain("U krijgt een extra kans", Mine(page, @case).Find(".said").TextContent, StringComparison.Ordinal);
        await ACase.DoneAsync(@case.AnswerRetakeAsync(true));
        Assert.Contains("U krijgt een extra kans.", Mine(page, @case).Find(".said").TextContent, StringComparison.Ordinal);
        // The day that belongs to it is the one that is printed bold there.
        var chance = (await portal.Get<MyCases>().FindAsync(@case.Id, portal.Who("student").Id, Ct))!.Chance!;
        Assert.Equal(chance.PlanBy!.Value.WithWeekday(Language.Dutch), Mine(page, @case).Find(".said b.due").TextContent);
        Assert.Contains("U krijgt een extra kans. De universiteit plant", Plain(Mine(page, @case).Find(".said")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", true)]
    [InlineData("nl", false)]
    public async Task Words_in_another_language_are_said_to_be_as_they_were_written(string language, bool told)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ViewsInvited);
        await using var _ = portal;
        await using var page = APage.For(portal, "student", language);
        Assert.Equal(told, Mine(page, @case).Markup.Contains("in the language in which they wrote it", StringComparison.Ordinal));
    }

    /// <summary>Awb 2:8: taking it back has consequences, which are told before it is done.</summary>
    [Fact]
    public async Task An_agreement_is_not_withdrawn_at_one_tap()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await using var page = APage.For(portal, "student");
        var card = page.Render<ConsentCard>();

        await card.Find(".consent .button").ClickAsync(new());
        Assert.Contains("Vanaf nu krijgt u deze berichten per post", card.Find("[role=alertdialog]").TextContent, StringComparison.Ordinal);
        await card.FindAll("[role=alertdialog] .button")[1].ClickAsync(new());
        Assert.Equal((0, 0), (await WithdrawnAsync(), card.FindAll("[role=alertdialog]").Count));

        await card.Find(".consent .button").ClickAsync(new());
        await card.Find("[role=alertdialog] .primary").ClickAsync(new());
        Assert.Equal((1, 0), (await WithdrawnAsync(), card.FindAll("[role=alertdialog]").Count));

        Task<int> WithdrawnAsync() => portal.ReadAsync(db => db.DeliveryConsents.CountAsync(item => item.WithdrawnAt != null, Ct));
    }

    /// <summary>WCAG 3.3.1: above what is missing with a way to it, and beside each field what is wrong with it.</summary>
    [Fact]
    public async Task What_is_missing_in_a_request_is_said_above_and_at_each_field()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await using var page = APage.For(portal, "student");
        var form = page.Render<NewFacilityPage>();
        await form.Find("input[name=course]").ChangeAsync(new ChangeEventArgs { Value = "PSY-2012" });
        Assert.Empty(form.FindAll("[aria-invalid]"));

        await form.Find("form").SubmitAsync();

        Assert.Equal(["test", "programme", "on", "explanation"], form.FindAll("[aria-invalid=true]").Select(field => field.GetAttribute("name")!));
        Assert.All(form.FindAll("[aria-describedby^=wrong-]"), field => Assert.NotEqual("", form.Find($"#{field.GetAttribute("aria-describedby")}").TextContent));
        var links = form.FindAll(".summary [role=alert] a").Select(link => link.GetAttribute("href")!.Split('#')[1]).ToArray();
        Assert.Equal(["place-test", "place-on", "place-reason", "place-explanation"], links);
        Assert.All(links, id => Assert.Single(form.FindAll("#" + id)));
        Assert.InRange(form.Markup.IndexOf("role=\"alert\"", StringComparison.Ordinal), 0, form.Markup.IndexOf("<form", StringComparison.Ordinal));
    }

    private static string Plain(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IRenderedComponent<MyCasePage> Mine(APage page, ACase @case)
    {
        var number = @case.NowAsync().Result.Number.ToString();
        return page.Render<MyCasePage>(parameters => parameters.Add(own => own.Number, number));
    }
}

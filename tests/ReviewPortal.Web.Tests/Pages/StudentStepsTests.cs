using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Features.Student;

namespace ReviewPortal.Web.Tests.Pages;

/// <summary>What a student is asked before a step on the own page, and told after it.</summary>
public sealed class StudentStepsTests
{
    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    /// <summary>Awb 4:8: what is added to a view is as final as the view, and is asked about in the same way; afterwards the page says that it was done (WCAG 2.4.3, 4.1.3).</summary>
    [Theory]
    [InlineData("nl", "Na het indienen kunt u deze tekst niet meer wijzigen.", "Ja, indienen", "Nog niet", "U vulde uw zienswijze aan.")]
    [InlineData("en", "After submitting you can no longer change this text.", "Yes, submit", "Not yet", "You added to your view.")]
    public async Task What_is_added_to_a_view_is_not_handed_in_at_one_tap(string language, string question, string yes, string no, string told)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ViewsReceived);
        await using var _ = portal;
        await using var page = APage.For(portal, "student", language);
        var focus = Focus(page);
        var mine = await MineAsync(page, @case);
        await mine.Find(".supplement textarea").InputAsync(new ChangeEventArgs { Value = "Mijn moeder riep." });
        await PressAsync();
        Assert.Contains(question, mine.Find("[role=alertdialog]").TextContent, StringComparison.Ordinal);
        Assert.Equal([yes, no], mine.FindAll("[role=alertdialog] button").Select(button => button.TextContent));

        await mine.FindAll("[role=alertdialog] button")[1].ClickAsync(new());
        Assert.Empty(mine.FindAll("[role=alertdialog], .success"));
        Assert.DoesNotContain("Mijn moeder riep.", (await ToldAsync(portal, @case)).ViewText, StringComparison.Ordinal);
        Assert.Empty(focus.Invocations["show"]);

        await PressAsync();
        await mine.Find("[role=alertdialog] .primary").ClickAsync(new());
        Assert.Contains("Mijn moeder riep.", (await ToldAsync(portal, @case)).ViewText, StringComparison.Ordinal);
        Assert.Equal((told, "status", "-1"), Success(mine));
        Assert.Single(focus.Invocations["show"]);

        Task PressAsync() => mine.FindAll(".supplement .whynot > button").First(button => button.TextContent.Trim() == LifecycleTexts.Of(CaseAction.SupplementView, language is "en" ? Language.English : Language.Dutch)).ClickAsync(new());
    }

    /// <summary>WCAG 2.4.3, 4.1.3: the button that ended it is gone, and the page says what was done.</summary>
    [Fact]
    public async Task That_a_representative_was_withdrawn_is_said_and_has_the_focus()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Represented);
        await using var _ = portal;
        await using var page = APage.For(portal, "student");
        var focus = Focus(page);
        var mine = await MineAsync(page, @case);
        await mine.FindAll("#place-showauthorisation button").First(button => button.TextContent.Trim() == LifecycleTexts.Of(CaseAction.WithdrawRepresentative, Language.Dutch)).ClickAsync(new());
        await mine.Find("[role=alertdialog] .primary").ClickAsync(new());

        Assert.Equal(("U trok de machtiging in.", "status", "-1"), Success(mine));
        Assert.Single(focus.Invocations["show"]);
    }

    /// <summary>Awb 4:9: what was asked for is not offered again.</summary>
    [Fact]
    public async Task Who_asked_to_be_heard_is_not_told_to_ask_for_it()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ViewsReceived);
        await using var _ = portal;
        await using var page = APage.For(portal, "student");
        var mine = await MineAsync(page, @case);
        Assert.Contains("aanvullen, en vragen om ook mondeling te worden gehoord, tot en met", mine.Find(".supplement").TextContent, StringComparison.Ordinal);
        await mine.FindAll(".supplement .whynot > button").First(button => button.TextContent is "Ik wil ook mondeling worden gehoord").ClickAsync(new());
        await mine.Find("[role=alertdialog] .primary").ClickAsync(new());

        Assert.StartsWith("U kunt uw zienswijze aanvullen tot en met", mine.Find(".supplement").TextContent.Trim(), StringComparison.Ordinal);
    }

    /// <summary>Awb 4:8 on a proposal, with the house's own days; Awb 7:2 and 7:4 on an objection: until ten days before the hearing, and a week for inspection.</summary>
    [Theory]
    [InlineData(Stage.TerminationProposed, "Awb 4:8", "moeten die binnen zijn uiterlijk op donderdag 26 november 2026. U mag ook stukken meenemen", "lezen vanaf maandag 23 november 2026")]
    [InlineData(Stage.ObjectionLodged, "Awb 7:2, 7:4", "Stukken insturen kan tot en met vrijdag 18 december 2026.", "ter inzage vanaf maandag 21 december 2026")]
    public async Task The_executive_boards_hearing_names_its_articles_and_its_days(Stage stage, string cited, string papers, string file)
    {
        var (portal, @case) = await Stages.AtAsync(stage);
        await using var _ = portal;
        await using var page = APage.For(portal, "student");
        var hearing = (await ToldAsync(portal, @case)).EnrolmentHearing!;
        var card = (await MineAsync(page, @case)).Find("#place-enrolmenthearing");
        Assert.Equal(cited, card.QuerySelector(".cite")!.TextContent);
        Assert.Contains(papers, Plain(card.QuerySelector(".papers")!), StringComparison.Ordinal);
        Assert.Contains(file, Plain(card.QuerySelector(".file")!), StringComparison.Ordinal);

        portal.On(hearing.PapersBy.AddDays(1));
        var over = Plain((await MineAsync(page, @case)).Find("#place-enrolmenthearing .papers"));
        Assert.Equal(stage is Stage.ObjectionLodged ? "Stukken insturen kon tot en met vrijdag 18 december 2026." : "U mag ook stukken meenemen naar de hoorzitting.", over);
    }

    private static BunitJSModuleInterop Focus(APage page)
    {
        var module = page.JSInterop.SetupModule("./Ui/Alert.razor.js");
        module.Mode = JSRuntimeMode.Loose;
        return module;
    }

    private static (string Text, string? Role, string? TabIndex) Success(IRenderedComponent<MyCasePage> mine)
    {
        var told = mine.Find(".success");
        return (told.TextContent, told.GetAttribute("role"), told.GetAttribute("tabindex"));
    }

    private static string Plain(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static async Task<MyCase> ToldAsync(APortal portal, ACase @case) => (await portal.Get<MyCases>().FindAsync(@case.Id, portal.Who("student").Id, Ct))!;

    private static async Task<IRenderedComponent<MyCasePage>> MineAsync(APage page, ACase @case)
    {
        var number = (await @case.NowAsync()).Number.ToString();
        return page.Render<MyCasePage>(parameters => parameters.Add(own => own.Number, number));
    }
}

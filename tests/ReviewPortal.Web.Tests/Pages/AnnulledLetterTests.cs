using AngleSharp.Dom;
using Bunit;
using ReviewPortal.Core.Appeals;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Features.Appeals;
using ReviewPortal.Web.Features.Student;

namespace ReviewPortal.Web.Tests.Pages;

/// <summary>A decision that was annulled has no effect any more, and no page suggests that it has (WHW 7.61; Awb 3:40).</summary>
public sealed class AnnulledLetterTests
{
    /// <summary>The letter stays to be read, and says that it no longer counts; what stands is never marked.</summary>
    [Theory]
    [InlineData(Stage.AppealPending, false, "Besluit")]
    [InlineData(Stage.DecidingAgain, false, "Besluit")]
    [InlineData(Stage.Annulled, true, null)]
    [InlineData(Stage.ClosedAnnulled, true, "Bericht")]
    public async Task The_letter_of_an_annulled_decision_says_so(Stage stage, bool annulled, string? loudest)
    {
        var (portal, @case) = await Stages.AtAsync(stage);
        await using var _ = portal;
        var page = await PageAsync(portal, @case);
        await using var closing = page.Page;
        Assert.Equal(annulled, page.Shown.Markup.Contains("Dit besluit is vernietigd: het geldt niet meer.", StringComparison.Ordinal));
        Assert.Equal(loudest, page.Loud?.Split(' ', ':')[0]);
    }

    /// <summary>The end of a measure about a sanction that is gone is not the first thing to read.</summary>
    [Fact]
    public async Task After_an_annulment_the_end_of_the_measure_is_not_the_loudest()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.FraudNotified);
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(12, 7).Then(() => @case.LodgeAppealAsync()));
        await ACase.DoneAsync(portal.On(12, 8).Then(() => @case.RecordInterimMeasureAsync()));
        await ACase.DoneAsync(portal.On(12, 14).Then(() => @case.EndInterimMeasureAsync()));
        Assert.StartsWith(LetterTexts.Of(LetterKind.InterimMeasureEnded, Language.Dutch), await LoudAsync(portal, @case), StringComparison.Ordinal);
        await ACase.DoneAsync(@case.OpenSettlementAsync());
        await ACase.DoneAsync(@case.EndSettlementAsync());
        await ACase.DoneAsync(portal.On(12, 15).Then(() => @case.RuleAsync(Ruling.Annulled)));
        Assert.Null(await LoudAsync(portal, @case));
    }

    /// <summary>Who takes it up again is not told that it still stands.</summary>
    [Theory]
    [InlineData(Stage.Notified, "lid1", "Het geldt tot het nieuwe is bekendgemaakt.")]
    [InlineData(Stage.Annulled, "secretaris", "Het vernietigde besluit wordt terzijde gelegd en blijft leesbaar.")]
    public async Task The_question_before_deciding_again_says_what_holds(Stage stage, string who, string words)
    {
        var (portal, @case) = await Stages.AtAsync(stage);
        await using var _ = portal;
        await using var page = APage.For(portal, who);
        var number = (await @case.NowAsync()).Number.ToString();
        var shown = page.Render<AppealPage>(parameters => parameters.Add(item => item.Number, number));
        await Step().QuerySelector("textarea")!.InputAsync(new() { Value = "De toets blijkt te beoordelen." });
        await Step().QuerySelector(".whynot > button")!.ClickAsync(new());
        Assert.EndsWith(words, shown.Find(".ask > span").TextContent.Trim(), StringComparison.Ordinal);

        IElement Step() => shown.FindAll("details.step").Single(item => item.QuerySelector("summary")!.TextContent.Trim() == LifecycleTexts.Of(CaseAction.Redecide, Language.Dutch));
    }

    private static async Task<string?> LoudAsync(APortal portal, ACase @case)
    {
        var (page, _, loud) = await PageAsync(portal, @case);
        await page.DisposeAsync();
        return loud;
    }

    private static async Task<(APage Page, IRenderedComponent<MyCasePage> Shown, string? Loud)> PageAsync(APortal portal, ACase @case)
    {
        var page = APage.For(portal, "student");
        var number = (await @case.NowAsync()).Number.ToString();
        var shown = page.Render<MyCasePage>(parameters => parameters.Add(mine => mine.Number, number));
        return (page, shown, shown.FindAll("a.button.wide.primary").SingleOrDefault()?.TextContent.Trim());
    }
}

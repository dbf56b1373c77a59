using AngleSharp.Dom;
using Bunit;
using ReviewPortal.Web.Features.Decisions;

namespace ReviewPortal.Web.Tests.Pages;

/// <summary>The letter beside the form follows what is written, and the versions of what was written can be compared (issue 6, part 7).</summary>
public sealed class LetterPreviewTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task The_text_of_the_letter_follows_two_seconds_after_the_last_key()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Drafted);
        await using var _ = portal;
        await using var page = APage.For(portal, "lid1");
        var shown = page.Render<DecisionPage>(parameters => parameters.Add(item => item.Number, @case.NowAsync().Result.Number.ToString()));
        var before = shown.WaitForElement(".letter", Patience).TextContent;
        var field = shown.Find("#place-reasons");
        field.Input("De commissie zag een lege stoel.");
        // Saved long before: the reader is not disturbed while somebody types.
        shown.WaitForAssertion(() => Assert.Contains("Opgeslagen", shown.Markup, StringComparison.Ordinal), Patience);
        Assert.Equal(before, shown.Find(".letter").TextContent);
        shown.WaitForAssertion(() => Assert.Contains("De commissie zag een lege stoel.", shown.Find(".letter").TextContent, StringComparison.Ordinal), Patience);
    }

    /// <summary>What was signed is not "brought up to date" (Awb 2:18): it says who signed when and what can still change it, and to who only reads it nothing of typing.</summary>
    [Theory]
    [InlineData(Stage.Drafted, "lid1", "De tekst wordt bijgewerkt")]
    [InlineData(Stage.Drafted, "secretaris", null)]
    [InlineData(Stage.Decided, "voorzitter", "Ondertekend op 17 november 2026, 10:00 door Aisha Karimi. De tweede handtekening volgt nog. De tekst kan nog veranderen")]
    [InlineData(Stage.CoSigned, "lid1", "Door twee leden ondertekend, het laatst op 1")]
    public async Task Below_the_letter_stands_whether_it_can_still_change(Stage stage, string who, string? told)
    {
        var (portal, @case) = await Stages.AtAsync(stage);
        await using var _ = portal;
        await using var page = APage.For(portal, who);
        var shown = page.Render<DecisionPage>(parameters => parameters.Add(item => item.Number, @case.NowAsync().Result.Number.ToString()));
        shown.WaitForElement(".letter", Patience);
        if (told is null) Assert.Empty(shown.FindAll(".follows .fresh"));
        else Assert.StartsWith(told, shown.Find(".follows .fresh").TextContent, StringComparison.Ordinal);
        if (stage is Stage.CoSigned) Assert.EndsWith("De tekst ligt vast, tenzij de zaak vóór de bekendmaking teruggaat.", shown.Find(".follows .fresh").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_versions_are_compared_with_what_went_and_what_came()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Deliberation);
        await using var _ = portal;
        portal.On(11, 17);
        await ACase.DoneAsync(@case.DraftAsync(Drafts.Valid with { Reasons = "De kamer was leeg." }));
        await ACase.DoneAsync(@case.DraftAsync(Drafts.Valid with { Reasons = "De kamer was niet leeg." }, "lid2"));
        await using var page = APage.For(portal, "lid1");
        var shown = page.Render<DecisionPage>(parameters => parameters.Add(item => item.Number, @case.NowAsync().Result.Number.ToString()));
        await shown.FindAll("button").First(button => button.TextContent == "Versies vergelijken").ClickAsync(new());
        shown.WaitForAssertion(() => Assert.Equal("[toegevoegd: niet  einde]", shown.Find("ins").TextContent), Patience);
        Assert.Empty(shown.FindAll("del"));

        // The other way round what came has gone.
        var choices = shown.FindAll(".which select");
        choices[0].Change("2");
        shown.FindAll(".which select")[1].Change("1");
        shown.WaitForAssertion(() => Assert.Equal("[verwijderd: niet  einde]", shown.Find("del").TextContent), Patience);
    }
}

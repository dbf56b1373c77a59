using Bunit;
using ReviewPortal.Web.Features.Committee;

namespace ReviewPortal.Web.Tests.Pages;

public sealed class DossierPageTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task The_findings_begin_empty_and_what_is_typed_is_what_is_kept()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.UnderInvestigation);
        await using var _ = portal;
        await using var page = APage.For(portal, "secretaris");
        var number = (await @case.NowAsync()).Number.ToString();
        var dossier = page.Render<DossierPage>(parameters => parameters.Add(item => item.Number, number));

        Assert.Equal("", dossier.Find("textarea").GetAttribute("value") ?? "");
        dossier.Find("textarea").Input("De opname is echt.");
        dossier.WaitForAssertion(() => Assert.Contains("Opgeslagen", dossier.Markup, StringComparison.Ordinal), Patience);

        Assert.Equal("De opname is echt.", await @case.FindingsAsync());
        Assert.Equal("De opname is echt.", dossier.Find("textarea").GetAttribute("value"));
    }

    /// <summary>Whoever cannot put it on the agenda is not asked for a day and members, and reads who does.</summary>
    [Theory]
    [InlineData("secretaris", true)]
    [InlineData("lid1", false)]
    public async Task Only_the_secretary_fills_in_the_agenda(string who, bool fillsIn)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ViewsReceived);
        await using var _ = portal;
        await using var page = APage.For(portal, who);
        var number = (await @case.NowAsync()).Number.ToString();
        var dossier = page.Render<DossierPage>(parameters => parameters.Add(item => item.Number, number));
        Assert.Equal((fillsIn, fillsIn), (dossier.FindAll(".members input").Count > 0, dossier.FindAll("button").Any(button => button.TextContent.Contains("Op de agenda zetten", StringComparison.Ordinal))));
        Assert.Equal(!fillsIn, dossier.Markup.Contains("De ambtelijk secretaris zet de zaak op de agenda van een zitting.", StringComparison.Ordinal));
    }
}

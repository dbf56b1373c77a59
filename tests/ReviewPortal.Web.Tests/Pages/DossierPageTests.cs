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
}

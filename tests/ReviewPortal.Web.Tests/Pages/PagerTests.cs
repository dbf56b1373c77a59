using Bunit;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Pages;

/// <summary>The buttons below a long list say what they do in the language of the reader (WCAG 3.1.2, 4.1.2).</summary>
public sealed class PagerTests
{
    [Fact]
    public async Task Its_buttons_are_named_in_the_language_of_the_reader_and_turn_the_page()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await using var page = APage.For(portal, "secretaris");
        var skipped = -1;
        var shown = page.Render<Pager>(parameters => parameters.Add(pager => pager.Count, 60).Add(pager => pager.PageSize, 25).Add(pager => pager.Summary, "Bladzijde {0} van {1} ({2})").Add(pager => pager.OnTurn, skip => skipped = skip));
        string[] names = ["Naar de eerste pagina", "Naar de vorige pagina", "Pagina 1", "Naar de volgende pagina", "Naar de laatste pagina"];
        Assert.All(names, name => Assert.Contains(shown.FindAll("[aria-label]"), element => element.GetAttribute("aria-label") == name && element.GetAttribute("title") == name));
        Assert.DoesNotContain("Go to", shown.Markup, StringComparison.Ordinal);
        await shown.Find("[title='Naar de volgende pagina']").ClickAsync(new());
        Assert.Equal(25, skipped);
    }
}

using System.Text.RegularExpressions;

namespace ReviewPortal.Core.Tests.HouseRules;

/// <summary>The base of every address is the top of the portal, so a link to a place in the page, or to the page itself, leads home instead.</summary>
public sealed partial class LinkTests
{
    [Fact]
    public void No_link_counts_on_being_relative_to_its_page()
    {
        Assert.Contains("<base href=\"/\" />", Repository.Read("src/ReviewPortal.Web/Layout/App.razor"), StringComparison.Ordinal);
        Assert.Empty(SourceFile.Below("src", ".razor").Where(file => LeadsHome().IsMatch(file.Text)).Select(file => file.Path));
    }

    [Theory]
    [InlineData("<a class=\"skip\" href=\"#main\">", true)]
    [InlineData("<a href=\"\" class=\"button\">", true)]
    [InlineData("<a href=\"?page=2\">", true)]
    [InlineData("<a href=\"@(Here)#main\">", false)]
    [InlineData("<a href=\"@Links.Worklist\">", false)]
    public void A_planted_link_is_caught(string markup, bool caught) => Assert.Equal(caught, LeadsHome().IsMatch(markup));

    [GeneratedRegex("""href="(#|\?|")""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LeadsHome();
}

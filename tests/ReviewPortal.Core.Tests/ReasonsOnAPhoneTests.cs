using ReviewPortal.Core.Tests.HouseRules;

namespace ReviewPortal.Core.Tests;

/// <summary>Why something cannot be done stands at the foot of the screen on a phone; a page that places it elsewhere does so on a wide screen only, or it would stand outside the screen (WCAG 1.4.10).</summary>
public sealed class ReasonsOnAPhoneTests
{
    [Fact]
    public void A_page_places_its_reasons_on_a_wide_screen_only() =>
        Assert.Empty(SourceFile.Below("src", ".css").Where(file => file.Path.EndsWith(".razor.css", StringComparison.Ordinal)).SelectMany(file => Misplaced(file.Text).Select(line => $"{file.Path}: {line}")));

    [Theory]
    [InlineData("footer .whynot .why { top: auto; bottom: calc(100% + 8px) }", true)]
    [InlineData("@media (min-width: 861px) { footer .whynot .why { top: auto; bottom: calc(100% + 8px) } }", false)]
    public void A_planted_one_is_caught(string css, bool caught) => Assert.Equal(caught, Misplaced(css).Any());

    private static IEnumerable<string> Misplaced(string css) =>
        css.Split('\n').Where(line => line.Contains(".why {", StringComparison.Ordinal) && line.Contains("bottom:", StringComparison.Ordinal) && !line.TrimStart().StartsWith("@media (min-width", StringComparison.Ordinal));
}

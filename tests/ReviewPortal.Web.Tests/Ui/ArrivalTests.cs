namespace ReviewPortal.Web.Tests.Ui;

/// <summary>WCAG 2.4.3: a link from a page to a place on it takes the focus along; the server hears nothing of it.</summary>
public sealed class ArrivalTests
{
    [Theory]
    [InlineData("/mijn/facilities/new#place-on", "{}", "place-on")]
    [InlineData("/mijn/2026-0001#place-on", "{}", null)]
    [InlineData("/mijn/facilities/new#elsewhere", "{}", null)]
    [InlineData("/mijn/facilities/new#place-gone", "{}", null)]
    [InlineData("/mijn/facilities/new#place-on", """{ "ctrlKey": true }""", null)]
    public async Task A_press_on_a_link_within_the_page_leads_into_the_field(string href, string keys, string? focused)
    {
        using var told = await BrowserModules.ToldAsync(["src/ReviewPortal.Web/Ui/Arrival.razor.js", "tests/arrival/press.mjs"], href, "/mijn/facilities/new", keys);
        Assert.Equal((1, focused), (told.RootElement.GetProperty("listeners").GetInt32(), told.RootElement.GetProperty("focused").GetString()));
    }
}

using System.Text.Json;
using Bunit;
using ReviewPortal.Web.Features.Review;
using ReviewPortal.Web.Tests.Pages;

namespace ReviewPortal.Web.Tests.Ui;

/// <summary>WCAG 2.1.4: a single key can be another one, in this browser, and no key does two things.</summary>
public sealed class KeyMapTests
{
    private const string Nothing = "";

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""[["choose","toggle","p"]]""", "[null]", "p", "toggle")]
    [InlineData("""[["choose","toggle","p"]]""", "[null]", "k", "")]
    [InlineData("""[["choose","toggle","p"]]""", "[null]", " ", "toggle")]
    [InlineData("""[["choose","toggle","u"]]""", """["unseen"]""", "u", "unseen")]
    [InlineData("""[["choose","toggle","p"],["choose","unseen","p"]]""", """[null,"toggle"]""", "p", "toggle")]
    [InlineData("""[["choose","toggle","p"],["choose","unseen","k"]]""", "[null,null]", "k", "unseen")]
    [InlineData("""[["choose","toggle","p"],["choose","unseen","k"],["reset","toggle"]]""", """[null,null,"unseen"]""", "k", "unseen")]
    [InlineData("""[["choose","toggle","p"],["choose","unseen","k"],["reset","unseen"],["reset","toggle"]]""", "[null,null,null,null]", "k", "toggle")]
    [InlineData("""[["choose","toggle","p"],["choose","unseen","y"],["resetAll"]]""", "[null,null,null]", "y", "")]
    [InlineData("""[["choose","toggle","p"],["choose","toggle","k"]]""", "[null,null]", "p", "")]
    [InlineData("""[["choose","toggle","4"],["choose","toggle"," "],["choose","toggle","Enter"]]""", "[false,false,false]", "k", "toggle")]
    public async Task What_is_chosen_is_kept_and_a_key_that_is_taken_is_named(string presses, string answers, string key, string does)
    {
        using var told = await ChosenAsync("{}", presses);
        Assert.Equal((answers, does), (JsonSerializer.Serialize(told.RootElement.GetProperty("told")), told.RootElement.GetProperty("does").GetProperty(key).GetString()));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("""{ "gone": "k", "toggle": 7, "unseen": "toolong" }""")]
    public async Task What_the_browser_keeps_of_another_version_changes_nothing(string kept)
    {
        using var told = await ChosenAsync(kept, "[]");
        Assert.Equal(("toggle", "unseen", "zoomAll"), (Does("k"), Does("u"), Does("0")));
        string? Does(string key) => told.RootElement.GetProperty("does").GetProperty(key).GetString();
    }

    /// <summary>The list is written by hand and the script has the keys: whoever adds a key adds it to both.</summary>
    [Fact]
    public async Task Every_key_of_the_script_stands_in_the_list_of_keys()
    {
        using var told = await ChosenAsync(Nothing, "[]");
        var characters = told.RootElement.GetProperty("characters").EnumerateObject().Select(item => (Key: item.Name, Action: item.Value.GetString()!)).ToArray();
        await using var portal = await APortal.WithDemoPeopleAsync();
        await using var page = APage.For(portal, "reviewer");
        var shown = page.Render<KeyHelp>().FindAll("[data-key]").Select(button => button.GetAttribute("data-key")).ToArray();
        Assert.True(characters.Length > 15);
        Assert.All(characters.Select(item => item.Action).Distinct(), action => Assert.Contains(characters, item => item.Action == action && shown.Contains(item.Key)));
    }

    private static Task<JsonDocument> ChosenAsync(string kept, string presses) => BrowserModules.ToldAsync(
        ["src/ReviewPortal.Web/Features/Review/keys.js", "src/ReviewPortal.Web/Features/Review/keymap.js", "tests/keys/choose.mjs"], kept, presses);
}

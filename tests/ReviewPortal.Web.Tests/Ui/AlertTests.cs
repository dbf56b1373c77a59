using Bunit;
using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Tests.Pages;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Ui;

/// <summary>WCAG 2.4.3, 4.1.3: a refusal is brought to whoever asked for it, once for each.</summary>
public sealed class AlertTests
{
    [Theory]
    [InlineData("button", true)]
    [InlineData("textarea", false)]
    [InlineData("gone", false)]
    public async Task It_comes_into_view_and_takes_the_focus_except_of_whoever_types(string focusedOn, bool shown)
    {
        using var told = await BrowserModules.ToldAsync(["src/ReviewPortal.Web/Ui/Alert.razor.js", "tests/alert/show.mjs"], focusedOn);
        Assert.Equal(shown, told.RootElement.GetProperty("focused").GetBoolean());
        // No further than is needed, and without motion.
        Assert.Equal(shown ? """{"block":"nearest"}""" : "null", told.RootElement.GetProperty("scrolled").GetRawText());
    }

    [Fact]
    public async Task Each_refusal_is_told_once_and_the_same_one_again_when_it_comes_again()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await using var page = APage.For(portal, "secretaris");
        var module = page.JSInterop.SetupModule("./Ui/Alert.razor.js");
        module.Mode = JSRuntimeMode.Loose;
        var note = page.Render<RefusalNote>(parameters => parameters.Add(item => item.Answer, null));
        Assert.Empty(module.Invocations["show"]);

        Refused first = Refusal(), again = Refusal();
        foreach (var answer in (Refused[])[first, first, again]) note.Render(parameters => parameters.Add(item => item.Answer, answer));
        Assert.Equal(2, module.Invocations["show"].Count);
        Assert.Equal("-1", note.Find("[role=alert]").GetAttribute("tabindex"));

        static Refused Refusal() => new(CaseAction.CorrectLetter, RefusalKind.Unmet) { Unmet = [Requirement.MistakeQuoted] };
    }
}

using Bunit;
using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Web.Features.Letters;
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

        // What is not kept of an outage is told in the same way, once for each time it is tried.
        await using var administrator = APage.For(portal, "beheer");
        var outages = administrator.JSInterop.SetupModule("./Ui/Alert.razor.js");
        outages.Mode = JSRuntimeMode.Loose;
        var form = administrator.Render<OutagesPage>();
        for (var times = 1; times <= 2; times++)
        {
            await form.Find("form").SubmitAsync(EventArgs.Empty);
            await form.Find("textarea").InputAsync(new() { Value = $"Niets ging, {times}." });
            Assert.Equal(times, outages.Invocations["show"].Count);
        }

        var request = page.Render<FacilityNote>(parameters => parameters.Add(item => item.Answer, new FacilityRefused(FacilityAction.Publish, RefusalKind.NoCase)));
        Assert.Equal("-1", request.Find("[role=alert]").GetAttribute("tabindex"));
        Assert.Equal(3, module.Invocations["show"].Count);

        static Refused Refusal() => new(CaseAction.CorrectLetter, RefusalKind.Unmet) { Unmet = [Requirement.MistakeQuoted] };
    }
}

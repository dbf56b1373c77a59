using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Demo;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Http;

/// <summary>What a sign-in brings along: a session of its own, and the language of the account.</summary>
public sealed class SessionTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Awb 2:18: that somebody showed who they are in one browser says nothing of another that has the same account open.</summary>
    [Fact]
    public async Task Two_browsers_with_one_account_have_two_sessions_and_each_keeps_its_own()
    {
        await using var portal = await StartedAsync();
        using var office = await Visitor.AsAsync(portal, portal.Who("lid1").Email);
        using var train = await Visitor.AsAsync(portal, portal.Who("lid1").Email);
        var (one, other) = (SessionOf(portal, office), SessionOf(portal, train));
        Assert.NotEqual(one, other);

        // Later the account is looked at again, and the cookie is written anew.
        var cookie = office.Cookies["portal.session"];
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        using var page = await office.GetAsync(Links.Password);
        Assert.NotEqual(cookie, office.Cookies["portal.session"]);
        Assert.Equal(one, SessionOf(portal, office));
    }

    /// <summary>Awb 2:6: Dutch, unless the account or the person says otherwise; what a browser asks for does not count.</summary>
    [Theory]
    [InlineData("0412701", null, "nl")]
    [InlineData("0412705", null, "en")]
    [InlineData("0412705", "nl", "nl")]
    [InlineData("0412701", "en", "en")]
    public async Task A_page_opens_in_the_language_of_the_account_until_its_owner_chooses(string student, string? chosen, string language)
    {
        await using var portal = await StartedAsync();
        using var visitor = await Visitor.AsAsync(portal, DemoAccounts.StudentEmail(student));
        visitor.Headers["Accept-Language"] = language is "nl" ? "en-GB" : "nl-NL";
        if (chosen is not null) (await visitor.GetAsync($"{Links.SetLanguage}?to={chosen}")).Dispose();

        using var page = await visitor.GetAsync(Links.Student);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        using var document = await new HtmlParser().ParseDocumentAsync(await page.Content.ReadAsStringAsync(Ct), Ct);
        Assert.Equal(language, document.DocumentElement.GetAttribute("lang"));
    }

    private static string SessionOf(APortal portal, Visitor visitor)
    {
        var format = portal.Get<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme).TicketDataFormat;
        return Assert.Single(format.Unprotect(visitor.Cookies["portal.session"])!.Principal.FindAll(Claims.Session)).Value;
    }

    private static async Task<APortal> StartedAsync()
    {
        var portal = await APortal.WithDemoPeopleAsync();
        await portal.StartAsync();
        return portal;
    }
}

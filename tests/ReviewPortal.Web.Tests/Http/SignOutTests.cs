using System.Net;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Http;

/// <summary>After signing out nothing is left to be used by somebody else: not the cookie, not what the browser kept.</summary>
public sealed class SignOutTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_copied_cookie_stops_working()
    {
        await using var portal = await StartedAsync();
        using var visitor = await Visitor.AsAsync(portal, portal.Who("reviewer").Email);
        using var thief = new Visitor(portal);
        thief.Headers["Cookie"] = string.Join("; ", visitor.Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(thief, Links.CasesCsv));

        using var left = await visitor.PostAsync(Links.SignOut, await visitor.FormAsync(Links.Password));
        Assert.Equal((HttpStatusCode.Redirect, Links.SignIn), (left.StatusCode, left.Headers.Location?.OriginalString));
        Assert.Equal("\"cache\"", Assert.Single(left.Headers.GetValues("Clear-Site-Data")));
        portal.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(thief, Links.CasesCsv));
    }

    [Fact]
    public async Task Documents_and_lists_are_not_stored_and_recordings_are_asked_for_again()
    {
        var (portal, _) = await Stages.AtAsync(Stage.Notified);
        await using var closing = portal;
        await portal.StartAsync();
        using var visitor = await Visitor.AsAsync(portal, portal.Who("secretaris").Email);
        var letter = await Sql.AskAsync(portal.DatabaseFile, "SELECT Id FROM Letters WHERE AppealBy IS NOT NULL");
        foreach (var path in (string[])[Links.CasesCsv, $"/letters/pdf/{letter}", "/letters/2026-0001/preview.pdf", "/proces-verbaal/2026-0001/report.pdf"])
        {
            using var answer = await visitor.GetAsync(path);
            Assert.Equal((HttpStatusCode.OK, "no-store"), (answer.StatusCode, answer.Headers.CacheControl?.ToString()));
        }

        var media = $"/media/{await Sql.AskAsync(portal.DatabaseFile, "SELECT Id FROM Recordings LIMIT 1")}";
        using var recording = await visitor.GetAsync(media);
        Assert.Equal((HttpStatusCode.OK, "no-cache, private"), (recording.StatusCode, recording.Headers.CacheControl?.ToString()));
        visitor.Headers["If-None-Match"] = recording.Headers.ETag!.ToString();
        Assert.Equal(HttpStatusCode.NotModified, await StatusAsync(visitor, media));
    }

    [Theory]
    [InlineData("/é", "/%C3%A9")]
    [InlineData("/search?q=字 en 😀", "/search?q=%E5%AD%97 en %F0%9F%98%80")]
    [InlineData("//elders.example/é", "/")]
    [InlineData("/recordings?words=a%20b", "/recordings?words=a%20b")]
    public async Task Choosing_a_language_leads_back_to_any_page(string back, string location)
    {
        await using var portal = await StartedAsync();
        using var visitor = new Visitor(portal);
        using var answer = await visitor.GetAsync($"{Links.SetLanguage}?to=en&back={Uri.EscapeDataString(back)}");
        Assert.Equal((HttpStatusCode.Redirect, location), (answer.StatusCode, answer.Headers.NonValidated["Location"].ToString()));
    }

    [Theory]
    [InlineData("＝1+1")]
    [InlineData("＋1")]
    [InlineData("－1")]
    [InlineData("＠SUM(1)")]
    [InlineData("=1+1")]
    [InlineData("@SUM(1)")]
    public async Task A_cell_that_begins_like_a_formula_stays_text(string candidate)
    {
        await using var portal = await StartedAsync();
        await portal.ImportedAsync(candidate);
        using var visitor = await Visitor.AsAsync(portal, portal.Who("coordinator").Email);
        using var answer = await visitor.GetAsync(Links.CasesCsv);
        Assert.Contains("'" + candidate, await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    private static async Task<APortal> StartedAsync()
    {
        var portal = await APortal.WithDemoPeopleAsync();
        await portal.StartAsync();
        return portal;
    }

    private static async Task<HttpStatusCode> StatusAsync(Visitor visitor, string path)
    {
        using var answer = await visitor.GetAsync(path);
        return answer.StatusCode;
    }
}

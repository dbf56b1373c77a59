using System.Net;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Http;

/// <summary>Behind a reverse proxy: whose word is taken for who the visitor is, and what travels only over TLS.</summary>
public sealed class ProxyTests
{
    private const string OnePerson = "203.0.113.7";
    private const string Another = "203.0.113.8";
    private const string SecondProxy = "198.51.100.20";
    private const string Password = "een lang genoeg wachtwoord";
    private const int MoreThanAllowed = 21;

    [Fact]
    public async Task Too_many_tries_of_one_person_are_refused_with_a_sentence_and_shut_out_nobody_else()
    {
        await using var portal = await StartedAsync("Production");
        Assert.Equal(HttpStatusCode.TooManyRequests, await TriesAsync(portal, _ => OnePerson));
        Assert.Equal(HttpStatusCode.OK, await TryAsync(portal, Another));
    }

    [Fact]
    public async Task The_refusal_of_too_many_tries_is_a_sentence()
    {
        await using var portal = await StartedAsync("Production");
        await TriesAsync(portal, _ => OnePerson);
        using var visitor = From(portal, OnePerson);
        using var refused = await visitor.SignInAsync("noor@uni.example", "mis");
        Assert.Equal("Te veel pogingen achter elkaar. Probeer het over een minuut opnieuw.", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using var page = await visitor.GetAsync(Links.SignIn);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    /// <summary>Anybody can send the header; only what a known proxy added counts.</summary>
    [Fact]
    public async Task An_address_told_by_a_stranger_is_not_believed_and_one_told_by_a_proxy_of_the_settings_is()
    {
        await using var portal = await StartedAsync("Production");
        Assert.Equal(HttpStatusCode.TooManyRequests, await TriesAsync(portal, time => $"192.0.2.{time}, {SecondProxy}"));

        await using var knowing = await StartedAsync("Production", "--Proxy:KnownProxies:0=" + SecondProxy);
        Assert.Equal(HttpStatusCode.OK, await TriesAsync(knowing, time => $"192.0.2.{time}, {SecondProxy}"));

        await using var knowingAll = await StartedAsync("Production", "--Proxy:KnownNetworks:0=198.51.100.0/24");
        Assert.Equal(HttpStatusCode.OK, await TriesAsync(knowingAll, time => $"192.0.2.{time}, {SecondProxy}"));
    }

    [Fact]
    public async Task A_mistyped_proxy_stops_the_start_with_a_sentence()
    {
        var failed = await Assert.ThrowsAsync<InvalidOperationException>(() => APortal.WithDemoPeopleAsync("Production", "--Proxy:KnownProxies:0=proxy.uni.example"));
        Assert.Contains("Proxy:KnownProxies", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_the_demo_a_session_is_kept_over_tls_only_and_the_browser_is_told_to_stay_there()
    {
        await using var portal = await StartedAsync("Production");
        await portal.AccountAsync(new AccountDraft("noor@uni.example", "Noor van Dam", [Core.Lifecycle.Role.Reviewer], null, "nl"), Password);
        using var visitor = From(portal, OnePerson);
        visitor.Headers["X-Forwarded-Proto"] = "https";
        visitor.Headers["Host"] = "toets.uni.example";

        using var answer = await visitor.SignInAsync("noor@uni.example", Password);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var session = Assert.Single(Visitor.SetCookies(answer), cookie => cookie.StartsWith("__Host-portal.session=", StringComparison.Ordinal));
        Assert.All(["secure", "httponly", "path=/", "samesite=lax"], word => Assert.Contains(word, session, StringComparison.OrdinalIgnoreCase));
        Assert.True(answer.Headers.Contains("Strict-Transport-Security"));
        using var page = await visitor.GetAsync(Links.SignIn);
        Assert.All(Visitor.SetCookies(page), cookie => Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Without_tls_signing_in_is_refused_with_a_sentence()
    {
        await using var portal = await StartedAsync("Production");
        await portal.AccountAsync(new AccountDraft("noor@uni.example", "Noor van Dam", [Core.Lifecycle.Role.Reviewer], null, "nl"), Password);
        using var visitor = From(portal, OnePerson);
        using var answer = await visitor.SignInAsync("noor@uni.example", Password);
        Assert.Contains("niet versleuteld", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.DoesNotContain(visitor.Cookies.Keys, name => name.Contains("session", StringComparison.Ordinal));
    }

    private static async Task<APortal> StartedAsync(string environment, params string[] settings)
    {
        var portal = await APortal.WithDemoPeopleAsync(environment, settings);
        await portal.StartAsync();
        return portal;
    }

    private static Visitor From(APortal portal, string address) => new(portal) { Headers = { ["X-Forwarded-For"] = address } };

    private static async Task<HttpStatusCode> TriesAsync(APortal portal, Func<int, string> address)
    {
        var last = HttpStatusCode.OK;
        for (var time = 1; time <= MoreThanAllowed; time++) last = await TryAsync(portal, address(time));
        return last;
    }

    private static async Task<HttpStatusCode> TryAsync(APortal portal, string address)
    {
        using var visitor = From(portal, address);
        visitor.Headers["X-Forwarded-Proto"] = "https";
        using var answer = await visitor.SignInAsync("niemand@uni.example", "mis");
        return answer.StatusCode;
    }
}

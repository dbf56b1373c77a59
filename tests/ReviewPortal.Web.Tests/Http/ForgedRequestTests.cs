using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Web.Demo;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Http;

/// <summary>Requests that no page of the portal makes.</summary>
public sealed class ForgedRequestTests
{
    private static readonly string[] Verbs = ["POST", "PUT", "PATCH", "DELETE"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A step is taken on a circuit and nowhere else: over HTTP there is nothing to send it to.</summary>
    [Theory]
    [InlineData("/decisions/2026-0001")]
    [InlineData("/decisions/2026-0001/decide")]
    [InlineData("/letters/2026-0001")]
    [InlineData("/letters/2026-0001/publish")]
    [InlineData("/committee/2026-0001")]
    [InlineData("/review/2026-0001")]
    [InlineData("/proces-verbaal/2026-0001/report.pdf")]
    [InlineData("/mijn/2026-0001")]
    [InlineData("/people")]
    [InlineData("/cases.csv")]
    public async Task A_step_sent_over_http_is_refused_and_changes_nothing(string path)
    {
        var (portal, _) = await Stages.AtAsync(Stage.CoSigned);
        await using var closing = portal;
        await portal.StartAsync();
        foreach (var who in new[] { "lid1", "secretaris", "beheer" })
        {
            using var visitor = await Visitor.AsAsync(portal, DemoAccounts.Email(who));
            var token = (await visitor.FormAsync(Links.Password)).Single(field => field.Key is "__RequestVerificationToken");
            var before = await portal.DumpAsync();
            foreach (var verb in Verbs)
            {
                using var body = new FormUrlEncodedContent([token, new("_handler", "decide"), new("outcome", "Fraud"), new("action", "Publish")]);
                using var answer = await visitor.SendAsync(new(verb), path, body);
                Assert.True(IsRefused(answer), $"{verb} {path} as {who}: {(int)answer.StatusCode}");
            }

            Assert.Equal(before, await portal.DumpAsync());
        }
    }

    [Fact]
    public async Task Only_signing_in_and_out_the_circuit_and_what_is_delivered_take_anything_over_http()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await portal.StartAsync();
        var taking = portal.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.All(item => item.GetType().Name is not "ComponentTypeMetadata"))
            .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Any(Verbs.Contains) is true)
            .Select(endpoint => endpoint.RoutePattern.RawText!).Where(path => !path.StartsWith("/_blazor", StringComparison.Ordinal));
        Assert.Equal(
            [Links.DemoSignIn, Links.SignOut, Links.ApiUploads, Links.ApiUploads + "/{id:guid}", Links.ApiWebhooks + "/edx", Links.ApiWebhooks + "/lti", Links.ApiWebhooks + "/proctorio", Links.SendRoster, "/review/{number}/exhibits/"],
            taking.Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(Links.SignIn)]
    [InlineData(Links.DemoSignIn)]
    public async Task Signing_in_without_the_token_of_the_form_is_refused(string path)
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await portal.StartAsync();
        using var visitor = new Visitor(portal);
        using var answer = await visitor.PostAsync(path, [new("_handler", "sign-in"), new("email", DemoAccounts.Email("lid1")), new("Input.Email", "x@uni.example"), new("Input.Password", "x")]);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain(visitor.Cookies.Keys, IsSession);
    }

    [Fact]
    public async Task Nobody_is_signed_out_by_a_form_of_another_site()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await portal.StartAsync();
        using var visitor = await Visitor.AsAsync(portal, DemoAccounts.Email("lid1"));
        using var forged = await visitor.PostAsync(Links.SignOut, []);
        Assert.Equal((HttpStatusCode.Redirect, Links.Worklist), (forged.StatusCode, forged.Headers.Location?.OriginalString));
        Assert.Contains(visitor.Cookies.Keys, IsSession);

        using var meant = await visitor.PostAsync(Links.SignOut, (await visitor.FormAsync(Links.Password)).Where(field => field.Key is "__RequestVerificationToken"));
        Assert.Equal((HttpStatusCode.Redirect, Links.SignIn), (meant.StatusCode, meant.Headers.Location?.OriginalString));
        Assert.DoesNotContain(visitor.Cookies.Keys, IsSession);
    }

    [Theory]
    [InlineData("https://elders.example/")]
    [InlineData("//elders.example/")]
    [InlineData("/\\elders.example/")]
    [InlineData("\\\\elders.example")]
    [InlineData("/%09/elders.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("elders.example")]
    public async Task A_way_back_never_leads_to_another_site(string back)
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await portal.StartAsync();
        using var visitor = new Visitor(portal);
        foreach (var path in new[] { Links.SetLanguage + "?to=en", Links.SetTheme + "?to=dark" })
        {
            using var answer = await visitor.GetAsync($"{path}&back={(back.Contains('%', StringComparison.Ordinal) ? back : Uri.EscapeDataString(back))}");
            Assert.Equal((HttpStatusCode.Redirect, Links.Worklist), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        }

        var form = await visitor.FormAsync($"{Links.SignIn}?returnUrl={Uri.EscapeDataString(back)}", action: Links.DemoSignIn);
        using var signedIn = await visitor.PostAsync(Links.DemoSignIn, [.. form, new("email", DemoAccounts.Email("lid1"))]);
        Assert.Equal(portal.Address.Authority, new Uri(portal.Address, signedIn.Headers.Location!).Authority);
    }

    /// <summary>The first opening is the proof that the letter was taken note of (Awb 2:25): kept once, and in the log that cannot be rewritten.</summary>
    [Fact]
    public async Task The_student_opening_the_letter_for_the_first_time_stands_in_the_audit_log_once()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Notified);
        await using var _ = portal;
        await portal.StartAsync();
        var letter = await portal.ReadAsync(db => db.Letters.OrderByDescending(item => item.PublishedAt).FirstAsync(Ct));
        foreach (var email in new[] { DemoAccounts.Email("secretaris"), DemoAccounts.StudentEmail(ADelivery.StudentNumber), DemoAccounts.StudentEmail(ADelivery.StudentNumber) })
        {
            using var visitor = await Visitor.AsAsync(portal, email);
            using var answer = await visitor.GetAsync(Links.LetterPdf(letter.Id));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        var row = Assert.Single(await portal.ReadAsync(db => db.AuditRows.Where(item => item.Action == "letter.open").ToListAsync(Ct)));
        Assert.Equal($"case/{@case.Id}", row.Subject);
        var detail = await portal.ReadAsync(db => db.AuditDetails.SingleAsync(item => item.Seq == row.Seq, Ct));
        Assert.Equal((portal.Who("student").Id.Value, true), (detail.Actor, detail.Text!.Contains(letter.Sha256, StringComparison.Ordinal)));
        Assert.Equal(portal.Clock.GetUtcNow(), (await portal.ReadAsync(db => db.Letters.SingleAsync(item => item.Id == letter.Id, Ct))).FirstOpenedAt);
    }

    private static bool IsSession(string cookie) => cookie.Contains("session", StringComparison.Ordinal);

    private static bool IsRefused(HttpResponseMessage answer) =>
        (int)answer.StatusCode is >= 400 and < 500 || (answer.StatusCode is HttpStatusCode.Redirect && answer.Headers.Location?.AbsolutePath is "/no-access");
}

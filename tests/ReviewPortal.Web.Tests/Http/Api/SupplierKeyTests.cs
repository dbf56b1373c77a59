using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Web.Demo;
using ReviewPortal.Web.Features.Recordings.Keys;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Http.Api;

/// <summary>Keys of suppliers: what they open, for how long, and what happens to whoever has none.</summary>
public sealed class SupplierKeyTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_an_administrator_makes_keys_and_only_good_ones()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var supplier = await ASupplier.SupplierAsync(portal, "ProctorExam");
        var good = new KeyDraft(supplier, "productie", [KeyScope.Uploads], null);
        foreach (var (draft, who, why) in new[]
        {
            (good, "coordinator", KeyObjection.NotYours), (good with { Supplier = Guid.NewGuid() }, "beheer", KeyObjection.NoSupplier), (good with { Name = " " }, "beheer", KeyObjection.NoName),
            (good with { Scopes = [] }, "beheer", KeyObjection.NoScope), (good with { Scopes = ["everything"] }, "beheer", KeyObjection.NoScope), (good with { ExpiresAt = portal.Clock.GetUtcNow() }, "beheer", KeyObjection.Past),
        })
        {
            Assert.Equal((null, why), await portal.Get<SupplierKeys>().MakeAsync(draft, portal.Who(who).Id, Ct));
        }

        Assert.Empty(await portal.ReadAsync(db => db.SupplierKeys.ToListAsync(Ct)));
        Assert.Empty((await portal.Get<SupplierKeys>().ListAsync(portal.Who("coordinator").Id, Ct)).Suppliers);
    }

    [Fact]
    public async Task A_key_is_shown_once_and_what_is_kept_does_not_give_it_back()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var draft = new KeyDraft(await ASupplier.SupplierAsync(portal, "ProctorExam"), "productie", [KeyScope.Uploads], null);
        var (key, _) = await portal.Get<SupplierKeys>().MakeAsync(draft, portal.Who("beheer").Id, Ct);
        Assert.Matches("^rp_[A-Za-z0-9_-]{43}$", key!);
        Assert.DoesNotContain(key!, await portal.DumpAsync(), StringComparison.Ordinal);
        var kept = (await portal.ReadAsync(db => db.SupplierKeys.SingleAsync(Ct)));
        Assert.Equal((SupplierKey.HashOf(key!), key![..9]), (kept.Hash, kept.Prefix));
        Assert.True(await portal.Get<SupplierKeys>().RevokeAsync(kept.Id, portal.Who("beheer").Id, Ct));
        Assert.False(await portal.Get<SupplierKeys>().RevokeAsync(kept.Id, portal.Who("beheer").Id, Ct));
        Assert.Equal(["key.create", "key.revoke"], await portal.ReadAsync(db => db.AuditRows.Where(row => row.Subject == $"key/{kept.Id}").OrderBy(row => row.Seq).Select(row => row.Action).ToArrayAsync(Ct)));
    }

    [Fact]
    public async Task A_revoked_key_opens_nothing_from_that_moment_on()
    {
        await using var portal = await StartedAsync();
        using var supplier = await ASupplier.OfAsync(portal);
        var upload = await supplier.CreateAsync(1000);
        Assert.Equal(portal.Clock.GetUtcNow(), (await portal.ReadAsync(db => db.SupplierKeys.SingleAsync(Ct))).LastUsedAt);
        Assert.True(await supplier.RevokeAsync());
        using var answer = await supplier.PatchAsync(upload, 0, [1, 2, 3]);
        Assert.Equal((HttpStatusCode.Unauthorized, "NoKey"), (answer.StatusCode, await ASupplier.CodeAsync(answer)));
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Fact]
    public async Task A_key_ends_when_it_says()
    {
        await using var portal = await StartedAsync();
        var (key, _) = await portal.Get<SupplierKeys>().MakeAsync(new KeyDraft(await ASupplier.SupplierAsync(portal, "x"), "kort", [KeyScope.Uploads], portal.Clock.GetUtcNow().AddHours(1)), portal.Who("beheer").Id, Ct);
        Assert.NotNull(await portal.Get<SupplierKeys>().FindAsync(key!, Ct));
        portal.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(await portal.Get<SupplierKeys>().FindAsync(key!, Ct));
    }

    [Theory]
    [InlineData(KeyScope.Status)]
    [InlineData(KeyScope.EdxWebhook)]
    public async Task A_key_opens_what_it_was_made_for_and_no_more(string scope)
    {
        await using var portal = await StartedAsync();
        using var all = await ASupplier.OfAsync(portal);
        using var narrow = await ASupplier.OfAsync(portal, Agreements.Recorder, scope);
        var upload = await all.CreateAsync(1000);
        using var create = await narrow.TusAsync(HttpMethod.Post, Links.ApiUploads, null, ("Upload-Length", "10"));
        Assert.Equal((HttpStatusCode.Forbidden, "WrongScope"), (create.StatusCode, await ASupplier.CodeAsync(create)));
        using var status = await narrow.SendAsync(HttpMethod.Get, upload);
        Assert.Equal(scope is KeyScope.Status ? HttpStatusCode.OK : HttpStatusCode.Forbidden, status.StatusCode);
        using var lti = await narrow.WebhookAsync("lti", "{}");
        Assert.Equal((HttpStatusCode.Forbidden, "WrongScope"), (lti.StatusCode, await ASupplier.CodeAsync(lti)));
    }

    [Fact]
    public async Task The_uploads_of_another_are_not_there()
    {
        await using var portal = await StartedAsync();
        using var one = await ASupplier.OfAsync(portal);
        using var other = await ASupplier.OfAsync(portal, "Proctorio");
        var upload = await one.CreateAsync(1000);
        foreach (var verb in new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Delete, HttpMethod.Patch })
        {
            using var answer = await other.TusAsync(verb, upload, verb == HttpMethod.Patch ? ASupplier.Part([1]) : null, ("Upload-Offset", "0"));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        using var coordinator = await Visitor.AsAsync(portal, DemoAccounts.Email("coordinator"));
        using var looked = await coordinator.GetAsync(upload);
        Assert.Equal(HttpStatusCode.NotFound, looked.StatusCode);
    }

    /// <summary>Nobody is led to a sign-in form, and nobody without a key or cookie gets past the door.</summary>
    [Fact]
    public async Task Strangers_are_told_in_a_sentence()
    {
        await using var portal = await StartedAsync();
        using var http = new HttpClient { BaseAddress = portal.Address };
        foreach (var (verb, path) in new[] { (HttpMethod.Post, Links.ApiUploads), (HttpMethod.Get, Links.ApiUpload(Guid.NewGuid())), (HttpMethod.Patch, Links.ApiUpload(Guid.NewGuid())), (HttpMethod.Delete, Links.ApiUpload(Guid.NewGuid())), (HttpMethod.Post, Links.ApiWebhooks + "/edx") })
        {
            foreach (var authorization in new[] { null, "Bearer rp_wrong", "Basic eDp5" })
            {
                using var request = new HttpRequestMessage(verb, path);
                if (authorization is not null) request.Headers.Authorization = AuthenticationHeaderValue.Parse(authorization);
                using var answer = await http.SendAsync(request, Ct);
                Assert.Equal((HttpStatusCode.Unauthorized, "NoKey"), (answer.StatusCode, await ASupplier.CodeAsync(answer)));
            }
        }
    }

    [Fact]
    public async Task Whoever_tries_one_wrong_key_after_the_other_is_slowed_down()
    {
        await using var portal = await StartedAsync();
        using var http = new HttpClient { BaseAddress = portal.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "rp_guess");
        var answers = new List<HttpStatusCode>();
        for (var attempt = 0; attempt < 31; attempt++)
        {
            using var answer = await http.GetAsync(new Uri(Links.ApiUpload(Guid.NewGuid()), UriKind.Relative), Ct);
            answers.Add(answer.StatusCode);
            if (attempt is 30) Assert.Equal(TimeSpan.FromMinutes(1), answer.Headers.RetryAfter?.Delta);
        }

        Assert.All(answers[..30], status => Assert.Equal(HttpStatusCode.Unauthorized, status));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[30]);
    }

    [Fact]
    public async Task Each_key_has_its_own_share_of_requests()
    {
        await using var portal = await StartedAsync("--Api:RequestsPerMinute=5");
        using var one = await ASupplier.OfAsync(portal);
        using var other = await ASupplier.OfAsync(portal);
        for (var request = 0; request < 5; request++)
        {
            using var answer = await one.SendAsync(HttpMethod.Get, Links.ApiUpload(Guid.NewGuid()));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        using var tooMany = await one.SendAsync(HttpMethod.Get, Links.ApiUpload(Guid.NewGuid()));
        Assert.Equal((HttpStatusCode.TooManyRequests, "TooManyRequests"), (tooMany.StatusCode, await ASupplier.CodeAsync(tooMany)));
        Assert.InRange(tooMany.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        using var free = await other.SendAsync(HttpMethod.Get, Links.ApiUpload(Guid.NewGuid()));
        Assert.Equal(HttpStatusCode.NotFound, free.StatusCode);
    }

    /// <summary>Whoever writes a program finds each address, its scope, its headers and an example in the document.</summary>
    [Fact]
    public async Task The_document_describes_every_address_of_the_api()
    {
        await using var portal = await StartedAsync();
        using var visitor = new Visitor(portal);
        using var answer = await visitor.GetAsync(Links.OpenApi);
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct));
        var paths = document.RootElement.GetProperty("paths");
        Assert.Equal("bearer", document.RootElement.GetProperty("components").GetProperty("securitySchemes").GetProperty("supplierKey").GetProperty("scheme").GetString());
        var operations = paths.EnumerateObject().Where(path => path.Name.StartsWith("/api/", StringComparison.Ordinal))
            .SelectMany(path => path.Value.EnumerateObject().Select(verb => (Name: $"{verb.Name} {path.Name}", verb.Value))).ToArray();
        Assert.Equal(
            ["delete /api/v1/uploads/{id}", "get /api/v1/uploads/{id}", "head /api/v1/uploads/{id}", "options /api/v1/uploads", "patch /api/v1/uploads/{id}", "post /api/v1/uploads", "post /api/v1/webhooks/edx", "post /api/v1/webhooks/lti", "post /api/v1/webhooks/proctorio"],
            operations.Select(operation => operation.Name).Order(StringComparer.Ordinal));
        Assert.All(operations, operation => Assert.Matches(@"\.$", operation.Value.GetProperty("summary").GetString()));
        Assert.All(operations.Where(operation => !operation.Name.StartsWith("options", StringComparison.Ordinal)), operation => Assert.NotEmpty(operation.Value.GetProperty("security").EnumerateArray()));
        var patch = paths.GetProperty("/api/v1/uploads/{id}").GetProperty("patch");
        Assert.Contains(patch.GetProperty("parameters").EnumerateArray(), parameter => parameter.GetProperty("name").GetString() is "Upload-Offset" && parameter.GetProperty("required").GetBoolean());
        Assert.True(patch.GetProperty("requestBody").GetProperty("content").TryGetProperty("application/offset+octet-stream", out _));
        Assert.All(["204", "401", "409", "423", "460", "507"], status => Assert.True(patch.GetProperty("responses").TryGetProperty(status, out _), status));
        Assert.Equal("3E0D5C2A", paths.GetProperty("/api/v1/webhooks/edx").GetProperty("post").GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("example").GetProperty("external_id").GetString());
    }

    private static async Task<APortal> StartedAsync(params string[] settings)
    {
        var portal = await APortal.WithDemoPeopleAsync("Development", ["--Uploads:KeepFree=0", .. settings]);
        await portal.StartAsync();
        return portal;
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Web.Demo;
using ReviewPortal.Web.Features.Recordings.Api;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Http.Api;

/// <summary>What the systems of suppliers send by themselves: taken in once however often it comes, and refused with a status and a sentence.</summary>
public sealed class WebhookTests
{
    private const long TooMuch = 8 * 1024 * 1024 + 1;
    private const string Secret = "geheim";
    private const string Known = "3E0D5C2A-" + ADelivery.Candidate;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_review_of_edx_reaches_its_sitting_and_again_changes_nothing()
    {
        await using var portal = await StartedAsync();
        using var supplier = await ASupplier.OfAsync(portal, "Open edX", KeyScope.EdxWebhook);
        var number = (await (await portal.ImportedAsync()).NowAsync()).Number.ToString();
        var review = Review(Known);
        Assert.Equal((HttpStatusCode.OK, number, false), await LineAsync(supplier, "edx", review));
        var (signals, deliveries) = (await portal.ReadAsync(db => db.Signals.CountAsync(Ct)), await portal.ReadAsync(db => db.SignalDeliveries.CountAsync(Ct)));
        Assert.Equal((HttpStatusCode.OK, number, false), await LineAsync(supplier, "edx", review));
        Assert.Equal((signals, deliveries), (await portal.ReadAsync(db => db.Signals.CountAsync(Ct)), await portal.ReadAsync(db => db.SignalDeliveries.CountAsync(Ct))));
        Assert.Equal("Open edX · test", (await portal.ReadAsync(db => db.SignalDeliveries.SingleAsync(Ct))).ReceivedByName);
    }

    [Fact]
    public async Task What_names_no_sitting_is_kept_and_waits()
    {
        await using var portal = await StartedAsync();
        using var supplier = await ASupplier.OfAsync(portal);
        Assert.Equal((HttpStatusCode.Accepted, null, false), await LineAsync(supplier, "edx", Review("unknown")));
        Assert.True((await portal.ReadAsync(db => db.SignalDeliveries.SingleAsync(Ct))).Waits);
    }

    [Fact]
    public async Task Proctorio_is_believed_by_its_signature()
    {
        await using var portal = await StartedAsync($"--Suppliers:Proctorio:Secret={Secret}");
        using var supplier = await ASupplier.OfAsync(portal, "Proctorio", KeyScope.ProctorioWebhook);
        Assert.Equal((HttpStatusCode.Accepted, null, false), await LineAsync(supplier, "proctorio", Signed(Secret)));
        using var forged = await supplier.WebhookAsync("proctorio", Signed("guess"));
        Assert.Equal((HttpStatusCode.Forbidden, "WrongSignature"), (forged.StatusCode, await ASupplier.CodeAsync(forged)));

        await using var without = await StartedAsync();
        using var other = await ASupplier.OfAsync(without);
        using var noSecret = await other.WebhookAsync("proctorio", Signed(Secret));
        Assert.Equal((HttpStatusCode.Forbidden, "NoSecret"), (noSecret.StatusCode, await ASupplier.CodeAsync(noSecret)));
        Assert.Empty(await without.ReadAsync(db => db.SignalDeliveries.ToListAsync(Ct)));
    }

    [Fact]
    public async Task A_request_of_lti_is_a_signal_and_ends_nothing()
    {
        await using var portal = await StartedAsync();
        using var supplier = await ASupplier.OfAsync(portal, "LTI", KeyScope.LtiWebhook);
        var request = """{ "user": { "iss": "https://lms.uni.example", "sub": "1" }, "resource_link": { "id": "q" }, "attempt_number": 1, "action": "terminate", "incident_time": "2026-11-02T09:10:00Z" }""";
        Assert.Equal((HttpStatusCode.Accepted, null, false), await LineAsync(supplier, "lti", request));
        using var wrong = await supplier.WebhookAsync("lti", request.Replace("terminate", "expel", StringComparison.Ordinal));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "WrongField"), (wrong.StatusCode, await ASupplier.CodeAsync(wrong)));
    }

    [Theory]
    [InlineData("edx", "no json", HttpStatusCode.BadRequest)]
    [InlineData("edx", "", HttpStatusCode.BadRequest)]
    [InlineData("edx", "{ \"status\": ", HttpStatusCode.BadRequest)]
    [InlineData("edx", "{ \"other\": 1 }", HttpStatusCode.BadRequest)]
    [InlineData("edx", """{ "user": { "iss": "i", "sub": "1" }, "resource_link": { "id": "q" }, "action": "flag", "incident_time": "2026-11-02T09:10:00Z" }""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("lti", "[]", HttpStatusCode.UnprocessableEntity)]
    [InlineData("proctorio", "{}", HttpStatusCode.UnprocessableEntity)]
    public async Task What_is_not_understood_is_refused_in_a_sentence_and_leaves_nothing(string name, string body, HttpStatusCode expected)
    {
        await using var portal = await StartedAsync($"--Suppliers:Proctorio:Secret={Secret}");
        using var supplier = await ASupplier.OfAsync(portal);
        using var answer = await supplier.WebhookAsync(name, body);
        Assert.Equal(expected, answer.StatusCode);
        await ASupplier.CodeAsync(answer);
        Assert.Empty(await portal.ReadAsync(db => db.SignalDeliveries.ToListAsync(Ct)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_that_does_not_end_is_not_read_to_its_end(bool announced)
    {
        await using var portal = await StartedAsync();
        using var supplier = await ASupplier.OfAsync(portal);
        using var body = new StreamContent(new Endless(TooMuch));
        if (announced) body.Headers.ContentLength = TooMuch;
        using var answer = await supplier.SendAsync(HttpMethod.Post, $"{Links.ApiWebhooks}/edx", body, announced ? ("Expect", "100-continue") : ("Transfer-Encoding", "chunked"));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "TooLarge"), (answer.StatusCode, await ASupplier.CodeAsync(answer)));
    }

    /// <summary>A page on another site could send one with somebody's cookie.</summary>
    [Fact]
    public async Task A_cookie_opens_no_webhook()
    {
        await using var portal = await StartedAsync();
        using var visitor = await Visitor.AsAsync(portal, DemoAccounts.Email("coordinator"));
        using var body = new StringContent(Review("x"));
        using var answer = await visitor.SendAsync(HttpMethod.Post, $"{Links.ApiWebhooks}/edx", body);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(await portal.ReadAsync(db => db.SignalDeliveries.ToListAsync(Ct)));
    }

    private static async Task<(HttpStatusCode, string?, bool)> LineAsync(ASupplier supplier, string name, string body)
    {
        using var answer = await supplier.WebhookAsync(name, body);
        var line = Assert.Single((await answer.Content.ReadFromJsonAsync<WebhookAnswer>(Ct))!.Report);
        return (answer.StatusCode, line.Case, line.Refused);
    }

    private static string Review(string id) => $$"""{ "external_id": "{{id}}", "status": "suspicious", "comments": [{ "comment": "stem", "status": "suspicious", "start": 2, "stop": 3 }] }""";

    private static string Signed(string secret)
    {
        const string data = """{"id":"a1","attempt_id":"77","suspicion":0.4,"flags":{"speaking_detected":12.5}}""";
        using var sha1 = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        sha1.AppendData(Encoding.UTF8.GetBytes($"17:{data}:{secret}"));
        return $$"""{"type":"attempt","nonce":"17","signature":"{{Convert.ToHexStringLower(sha1.GetHashAndReset())}}","data":{{data}}}""";
    }

    private static async Task<APortal> StartedAsync(params string[] settings)
    {
        var portal = await APortal.WithDemoPeopleAsync("Development", settings);
        await portal.StartAsync();
        return portal;
    }

    /// <summary>Blanks, so many, of which nobody knows the number beforehand.</summary>
    private sealed class Endless(long left) : MemoryStream
    {
        private long _left = left;

        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer)
        {
            var count = (int)Math.Min(_left, buffer.Length);
            buffer[..count].Fill((byte)' ');
            _left -= count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => CopyAsync(destination, cancellationToken);

        private async Task CopyAsync(Stream destination, CancellationToken ct)
        {
            var buffer = new byte[64 * 1024];
            while (Read(buffer) is > 0 and var read) await destination.WriteAsync(buffer.AsMemory(0, read), ct);
        }
    }
}

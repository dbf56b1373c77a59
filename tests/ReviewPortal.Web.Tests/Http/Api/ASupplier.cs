using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Web.Features.Recordings.Api;
using ReviewPortal.Web.Features.Recordings.Keys;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Http.Api;

/// <summary>The system of a supplier: a key, and what it sends with it.</summary>
internal sealed class ASupplier : IDisposable
{
    private readonly HttpClient _http;

    private ASupplier(APortal portal, Uri address, string key, Guid id)
    {
        (Portal, Key, KeyId) = (portal, key, id);
        _http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };
    }

    public APortal Portal { get; }

    public string Key { get; }

    public Guid KeyId { get; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="name">Otherwise the one whose bundles these tests deliver.</param>
    /// <param name="scopes">None for all.</param>
    public static Task<ASupplier> OfAsync(APortal portal, string name = Agreements.Recorder, params string[] scopes) => AtAsync(portal.Address, portal, name, scopes);

    /// <summary>As <see cref="OfAsync"/>, where the data of this portal is served by another program.</summary>
    public static async Task<ASupplier> AtAsync(Uri address, APortal portal, string name = Agreements.Recorder, params string[] scopes)
    {
        var (supplier, by) = (await SupplierAsync(portal, name), portal.Who("beheer").Id);
        var (key, why) = await portal.Get<SupplierKeys>().MakeAsync(new KeyDraft(supplier, "test", scopes is [] ? KeyScope.All : [.. scopes], null), by, Ct);
        Assert.Null(why);
        return new ASupplier(portal, address, key!, (await portal.Get<SupplierKeys>().ListAsync(by, Ct)).Keys[0].Key.Id);
    }

    public static async Task<Guid> SupplierAsync(APortal portal, string name) => await portal.Dbs.ChangeAsync(
        async db =>
        {
            if (await db.Suppliers.FirstOrDefaultAsync(item => item.Key == Supplier.KeyOf(name), Ct) is { } known) return known.Id;
            var supplier = new Supplier { Id = Guid.NewGuid(), Name = name, Key = Supplier.KeyOf(name), RegisteredAt = portal.Clock.GetUtcNow(), RegisteredByName = "Els Brouwer" };
            db.Add(supplier);
            await db.SaveChangesAsync(Ct);
            return supplier.Id;
        },
        Ct);

    public Task<bool> RevokeAsync() => Portal.Get<SupplierKeys>().RevokeAsync(KeyId, Portal.Who("beheer").Id, Ct);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        foreach (var (name, value) in headers) Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        return await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, Ct);
    }

    /// <summary>With the header that the protocol asks for.</summary>
    public Task<HttpResponseMessage> TusAsync(HttpMethod method, string path, HttpContent? content = null, params (string Name, string Value)[] headers) =>
        SendAsync(method, path, content, [("Tus-Resumable", "1.0.0"), .. headers]);

    /// <returns>The address of the upload.</returns>
    public async Task<string> CreateAsync(long length, string name = "C-4701.zip", params (string Name, string Value)[] headers)
    {
        using var answer = await TusAsync(HttpMethod.Post, Links.ApiUploads, null, [("Upload-Length", $"{length}"), ("Upload-Metadata", Metadata(("filename", name))), .. headers]);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    public Task<HttpResponseMessage> PatchAsync(string upload, long offset, byte[] part, params (string Name, string Value)[] headers) =>
        TusAsync(HttpMethod.Patch, upload, Part(part), [("Upload-Offset", $"{offset}"), .. headers]);

    /// <summary>Sends a file in one part and waits for its report.</summary>
    public async Task<UploadStatus> DeliverAsync(byte[] file, string name = "C-4701.zip")
    {
        var upload = await CreateAsync(file.Length, name);
        using var answer = await PatchAsync(upload, 0, file);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        return await ReportAsync(upload);
    }

    /// <param name="seconds">How long something may become of it, at 20 looks a second.</param>
    public async Task<UploadStatus> ReportAsync(string upload, int seconds = 30)
    {
        for (var patience = 0; patience < seconds * 20; patience++)
        {
            var status = await StatusAsync(upload);
            if (status.State is not ("arriving" or "checking")) return status;
            await Task.Delay(50, Ct);
        }

        throw new TimeoutException($"Nothing became of {upload}");
    }

    public async Task<UploadStatus> StatusAsync(string upload)
    {
        using var answer = await SendAsync(HttpMethod.Get, upload);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<UploadStatus>(Ct))!;
    }

    public Task<HttpResponseMessage> WebhookAsync(string name, string json) => SendAsync(HttpMethod.Post, $"{Links.ApiWebhooks}/{name}", new StringContent(json, Encoding.UTF8, "application/json"));

    public static ByteArrayContent Part(byte[] bytes, string type = "application/offset+octet-stream")
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return content;
    }

    public static string Metadata(params (string Key, string Value)[] pairs) => string.Join(',', pairs.Select(pair => $"{pair.Key} {Convert.ToBase64String(Encoding.UTF8.GetBytes(pair.Value))}"));

    public static string Header(HttpResponseMessage answer, string name) => Assert.Single(answer.Headers.GetValues(name));

    /// <summary>The code of a refusal, which has a sentence in it too.</summary>
    public static async Task<string> CodeAsync(HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.Matches(@"^\S.{20,}\.$", problem.GetProperty("detail").GetString());
        return problem.GetProperty("code").GetString()!;
    }

    public void Dispose() => _http.Dispose();
}

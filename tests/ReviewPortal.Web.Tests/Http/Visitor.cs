using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Http;

/// <summary>A browser without a screen: it keeps cookies, fills in the forms it is shown, and goes nowhere by itself.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly HttpClient _http;
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    /// <param name="portal">A portal that has been started.</param>
    public Visitor(APortal portal)
        : this(portal.Address)
    {
    }

    public Visitor(Uri address) => _http = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };

    /// <summary>What goes with every request, such as what a proxy adds.</summary>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Cookies => _cookies;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Signed in with the button of a demo account.</summary>
    public static Task<Visitor> AsAsync(APortal portal, string email) => AsAsync(portal.Address, email);

    public static async Task<Visitor> AsAsync(Uri address, string email)
    {
        var visitor = new Visitor(address);
        var form = await visitor.FormAsync(Links.SignIn, action: Links.DemoSignIn);
        using var answer = await visitor.PostAsync(Links.DemoSignIn, [.. form, new("email", email)]);
        Assert.Equal((HttpStatusCode.Redirect, Links.Worklist), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        return visitor;
    }

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<HttpResponseMessage> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields) => SendAsync(HttpMethod.Post, path, new FormUrlEncodedContent(fields));

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in Headers) request.Headers.Add(name, value);
        if (_cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, Ct);
        foreach (var cookie in SetCookies(answer)) Keep(cookie);
        return answer;
    }

    /// <summary>Sends the form of the sign-in page.</summary>
    public async Task<HttpResponseMessage> SignInAsync(string email, string password, string query = "") => await PostAsync(Links.SignIn + query, Filled(await FormAsync(Links.SignIn + query), email, password));

    /// <summary>The hidden and the empty fields of a form on a page.</summary>
    /// <param name="action">The address the form goes to, when it is not the page itself.</param>
    public async Task<IReadOnlyList<KeyValuePair<string, string>>> FormAsync(string path, string? action = null)
    {
        using var page = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        using var document = await new HtmlParser().ParseDocumentAsync(await page.Content.ReadAsStreamAsync(Ct), Ct);
        var form = document.QuerySelectorAll("form").First(item => action is null ? item.GetAttribute("action") != Links.DemoSignIn : item.GetAttribute("action") == action);
        return [.. form.QuerySelectorAll("input[name]").Select(input => new KeyValuePair<string, string>(input.GetAttribute("name")!, input.GetAttribute("value") ?? ""))];
    }

    public static IEnumerable<KeyValuePair<string, string>> Filled(IEnumerable<KeyValuePair<string, string>> form, string email, string password) => form.Select(field =>
        field.Key.EndsWith(".Email", StringComparison.Ordinal) ? new(field.Key, email) : field.Key.EndsWith(".Password", StringComparison.Ordinal) ? new(field.Key, password) : field);

    public static string[] SetCookies(HttpResponseMessage answer) => answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies] : [];

    public void Dispose() => _http.Dispose();

    private void Keep(string cookie)
    {
        var pair = cookie.Split(';')[0].Split('=', 2);
        if (pair[1].Length is 0) _cookies.Remove(pair[0]);
        else _cookies[pair[0]] = pair[1];
    }
}

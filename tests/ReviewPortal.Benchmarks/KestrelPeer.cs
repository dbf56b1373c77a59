using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Benchmarks;

/// <summary>Kestrel with one plain file: as the framework serves it, or the way the vault serves without its seal.</summary>
internal static class KestrelPeer
{
    public const string ResultsFile = "results-file";
    public const string OwnWay = "own-way";

    private const int Step = 256 * 1024;

    public static async Task<int> ServeAsync(string peer, string file, string url)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        // A page to stand on, for a browser.
        app.MapGet("/", () => Results.Content("<!doctype html><title>Peer</title>", "text/html"));
        if (peer is ResultsFile) app.MapGet("/recording.webm", () => Results.File(file, "video/webm", enableRangeProcessing: true));
        else app.MapGet("/recording.webm", context => SendAsync(context, file));
        await app.RunAsync();
        return 0;
    }

    private static async Task SendAsync(HttpContext context, string path)
    {
        using var file = File.OpenHandle(path);
        var length = RandomAccess.GetLength(file);
        var asked = RangeRequest.Parse(context.Request.Headers.Range, context.Request.Headers.IfRange, "\"tag\"", length);
        var response = context.Response;
        (response.StatusCode, response.ContentLength, response.ContentType) = (StatusCodes.Status206PartialContent, asked.Count, "video/webm");
        response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes {asked.From}-{asked.From + asked.Count - 1}/{length}");
        await response.StartAsync(context.RequestAborted);
        for (var (at, end) = (asked.From, asked.From + asked.Count); at < end;)
        {
            var part = (int)Math.Min(Step, end - at);
            var read = RandomAccess.Read(file, response.BodyWriter.GetMemory(part).Span[..part], at);
            response.BodyWriter.Advance(read);
            at += read;
            await response.BodyWriter.FlushAsync(context.RequestAborted);
        }
    }
}

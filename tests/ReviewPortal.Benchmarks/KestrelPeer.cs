using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Win32.SafeHandles;
using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Benchmarks;

/// <summary>Kestrel with one plain file: as the framework serves it, or the way the vault serves without its seal.</summary>
internal static class KestrelPeer
{
    public const string ResultsFile = "results-file";
    public const string OwnWay = "own-way";

    /// <summary>The plainest endpoint and the cipher, and nothing else: no sign-in, no permission, no seal to begin. What serving sealed recordings from this framework can cost at best.</summary>
    public const string BareCipher = "bare-cipher";

    private const int Chunk = 16 * 1024;
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
        else app.MapGet("/recording.webm", context => SendAsync(context, file, peer is BareCipher));
        await app.RunAsync();
        return 0;
    }

    private static async Task SendAsync(HttpContext context, string path, bool ciphered)
    {
        using var file = File.OpenHandle(path);
        var length = RandomAccess.GetLength(file);
        var asked = RangeRequest.Parse(context.Request.Headers.Range, context.Request.Headers.IfRange, "\"tag\"", length);
        var response = context.Response;
        (response.StatusCode, response.ContentLength, response.ContentType) = (StatusCodes.Status206PartialContent, asked.Count, "video/webm");
        response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes {asked.From}-{asked.From + asked.Count - 1}/{length}");
        await response.StartAsync(context.RequestAborted);
        using var cipher = ciphered ? new AesGcm(new byte[32], 16) : null;
        for (var (at, end) = (asked.From, asked.From + asked.Count); at < end;)
        {
            var part = (int)Math.Min(Step - (at % Chunk), end - at);
            var (read, memory) = (0, response.BodyWriter.GetMemory(part));
            if (cipher is null) read = RandomAccess.Read(file, memory.Span[..part], at);
            else read = ReadThrough(cipher, file, memory.Span[..part], at);
            response.BodyWriter.Advance(read);
            at += read;
            await response.BodyWriter.FlushAsync(context.RequestAborted);
        }
    }

    // Whole chunks are read and go through the cipher, also where only a part of the first and the last is sent; what comes out is as much as it would be.
    private static int ReadThrough(AesGcm cipher, SafeFileHandle file, Span<byte> into, long at)
    {
        var (chunk, opened, tag, nonce) = (new byte[Chunk], new byte[Chunk], new byte[16], new byte[12]);
        var done = 0;
        for (var from = at / Chunk * Chunk; done < into.Length; from += Chunk)
        {
            var read = RandomAccess.Read(file, chunk, from);
            if (read is 0) break;
            cipher.Encrypt(nonce, chunk.AsSpan(0, read), opened.AsSpan(0, read), tag);
            var skip = (int)Math.Max(0, at - from);
            var part = Math.Min(read - skip, into.Length - done);
            opened.AsSpan(skip, part).CopyTo(into[done..]);
            done += part;
        }

        return done;
    }
}

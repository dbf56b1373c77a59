using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReviewPortal.Infrastructure.Uploads;
using ReviewPortal.Web.Features.Recordings.Uploads;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Http.Api;

/// <summary>tus 1.0.0 as its text has it, sentence by sentence, over real HTTP.</summary>
public sealed class TusTests
{
    private static readonly byte[] Sent = [.. Enumerable.Range(0, 100_000).Select(at => (byte)(at * 7))];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Options_say_what_is_spoken_here_to_anybody()
    {
        await using var portal = await StartedAsync();
        using var visitor = new Visitor(portal);
        using var answer = await visitor.SendAsync(HttpMethod.Options, Links.ApiUploads);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal("1.0.0", ASupplier.Header(answer, "Tus-Version"));
        Assert.Equal("creation,creation-with-upload,termination,expiration,checksum", ASupplier.Header(answer, "Tus-Extension"));
        Assert.Equal(portal.Get<UploadLimits>().Bytes, long.Parse(ASupplier.Header(answer, "Tus-Max-Size"), CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_file_is_announced_sent_in_parts_and_asked_for_in_between()
    {
        await using var portal = await StartedAsync();
        using var supplier = await ASupplier.OfAsync(portal);
        var upload = await supplier.CreateAsync(Sent.Length);
        foreach (var part in new[] { 0..16384, 16384..50_001, 50_001..99_999 })
        {
            using var sent = await supplier.PatchAsync(upload, part.Start.Value, Sent[part]);
            Assert.Equal((HttpStatusCode.NoContent, $"{part.End.Value}", "1.0.0"), (sent.StatusCode, ASupplier.Header(sent, "Upload-Offset"), ASupplier.Header(sent, "Tus-Resumable")));
            Assert.Equal(portal.Clock.GetUtcNow().AddDays(7), DateTimeOffset.Parse(ASupplier.Header(sent, "Upload-Expires"), CultureInfo.InvariantCulture));
            using var asked = await supplier.TusAsync(HttpMethod.Head, upload);
            Assert.Equal((HttpStatusCode.OK, $"{part.End.Value}", $"{Sent.Length}"), (asked.StatusCode, ASupplier.Header(asked, "Upload-Offset"), ASupplier.Header(asked, "Upload-Length")));
            Assert.True(asked.Headers.CacheControl!.NoStore);
            Assert.Equal(ASupplier.Metadata(("filename", "C-4701.zip")), ASupplier.Header(asked, "Upload-Metadata"));
        }

        Assert.Equal(("arriving", 99_999L), await supplier.StatusAsync(upload) is var status ? (status.State, status.Received) : default);
        using var last = await supplier.PatchAsync(upload, 99_999, Sent[99_999..]);
        Assert.Equal(HttpStatusCode.NoContent, last.StatusCode);
        Assert.False(last.Headers.Contains("Upload-Expires"));
        // It is no delivery; but it was looked at whole.
        Assert.Equal("refused", (await supplier.ReportAsync(upload)).State);
        // The answer to the last part may have been lost.
        using var lost = await supplier.TusAsync(HttpMethod.Head, upload);
        Assert.Equal($"{Sent.Length}", ASupplier.Header(lost, "Upload-Offset"));
        Assert.Empty(portal.Get<UploadStore>().All());
    }

    [Theory]
    [InlineData("PATCH")]
    [InlineData("HEAD")]
    [InlineData("POST")]
    [InlineData("DELETE")]
    public async Task Another_version_is_refused(string verb)
    {
        await using var portal = await StartedAsync();
        using var supplier = await ASupplier.OfAsync(portal);
        var upload = await supplier.CreateAsync(10);
        foreach (var headers in new (string, string)[][] { [], [("Tus-Resumable", "0.2.2")] })
        {
            using var answer = await supplier.SendAsync(new(verb), verb is "POST" ? Links.ApiUploads : upload, verb is "PATCH" ? ASupplier.Part([1]) : null, [("Upload-Offset", "0"), ("Upload-Length", "1"), .. headers]);
            Assert.Equal((HttpStatusCode.PreconditionFailed, "1.0.0"), (answer.StatusCode, ASupplier.Header(answer, "Tus-Version")));
        }

        Assert.Equal(0, (await supplier.StatusAsync(upload)).Received);
    }

    [Fact]
    public async Task A_part_that_does_not_fit_is_refused_and_changes_nothing()
    {
        await using var portal = await StartedAsync();
        using var supplier = await ASupplier.OfAsync(portal);
        var upload = await supplier.CreateAsync(1000);
        using (await supplier.PatchAsync(upload, 0, Sent[..100]))
        {
        }

        using var behind = await supplier.PatchAsync(upload, 0, Sent[..100]);
        using var beyond = await supplier.PatchAsync(upload, 200, Sent[..100]);
        Assert.All([behind, beyond], answer => Assert.Equal((HttpStatusCode.Conflict, "100"), (answer.StatusCode, ASupplier.Header(answer, "Upload-Offset"))));
        using var tooMuch = await supplier.PatchAsync(upload, 100, Sent[..901]);
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "TooMuch"), (tooMuch.StatusCode, await ASupplier.CodeAsync(tooMuch)));
        using var untyped = await supplier.TusAsync(HttpMethod.Patch, upload, ASupplier.Part(Sent[..100], "application/octet-stream"), ("Upload-Offset", "100"));
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "WrongType"), (untyped.StatusCode, await ASupplier.CodeAsync(untyped)));
        foreach (var offset in new[] { "", "-1", "1e2", "x" })
        {
            using var noOffset = await supplier.TusAsync(HttpMethod.Patch, upload, ASupplier.Part(Sent[..100]), ("Upload-Offset", offset));
            Assert.Equal((HttpStatusCode.BadRequest, "NoOffset"), (noOffset.StatusCode, await ASupplier.CodeAsync(noOffset)));
        }

        Assert.Equal(100, (await supplier.StatusAsync(upload)).Received);
    }

    [Theory]
    [InlineData("sha256")]
    [InlineData("sha1")]
    public async Task A_part_is_held_to_its_checksum(string name)
    {
        await using var portal = await StartedAsync();
        using var supplier = await ASupplier.OfAsync(portal);
        var upload = await supplier.CreateAsync(1000);
        using var hash = IncrementalHash.CreateHash(name is "sha256" ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA1);
        hash.AppendData(Sent, 0, 500);
        var right = ("Upload-Checksum", $"{name} {Convert.ToBase64String(hash.GetHashAndReset())}");
        using var wrong = await supplier.PatchAsync(upload, 0, Sent[1..501], right);
        Assert.Equal((460, "WrongChecksum", "0"), ((int)wrong.StatusCode, await ASupplier.CodeAsync(wrong), ASupplier.Header(wrong, "Upload-Offset")));
        using var unknown = await supplier.PatchAsync(upload, 0, Sent[..500], ("Upload-Checksum", "md5 xxxx"));
        Assert.Equal((HttpStatusCode.BadRequest, "UnknownChecksum"), (unknown.StatusCode, await ASupplier.CodeAsync(unknown)));
        using var good = await supplier.PatchAsync(upload, 0, Sent[..500], right);
        Assert.Equal((HttpStatusCode.NoContent, "500"), (good.StatusCode, ASupplier.Header(good, "Upload-Offset")));
    }

    [Fact]
    public async Task A_second_part_at_the_same_time_is_refused()
    {
        await using var portal = await StartedAsync();
        using var supplier = await ASupplier.OfAsync(portal);
        var upload = await supplier.CreateAsync(1000);
        using (portal.Get<UploadStore>().TryHold(Guid.Parse(upload.Split('/')[^1])))
        {
            using var busy = await supplier.PatchAsync(upload, 0, Sent[..500]);
            Assert.Equal((HttpStatusCode.Locked, "Busy", "1"), (busy.StatusCode, await ASupplier.CodeAsync(busy), ASupplier.Header(busy, "Retry-After")));
            using var cancelled = await supplier.TusAsync(HttpMethod.Delete, upload);
            Assert.Equal(HttpStatusCode.Locked, cancelled.StatusCode);
        }

        using var free = await supplier.PatchAsync(upload, 0, Sent[..500]);
        Assert.Equal(HttpStatusCode.NoContent, free.StatusCode);
    }

    [Fact]
    public async Task A_cancelled_upload_is_destroyed_and_gone()
    {
        await using var portal = await StartedAsync();
        using var supplier = await ASupplier.OfAsync(portal);
        var upload = await supplier.CreateAsync(1000);
        using var part = await supplier.PatchAsync(upload, 0, Sent[..500]);
        using var cancelled = await supplier.TusAsync(HttpMethod.Delete, upload);
        Assert.Equal(HttpStatusCode.NoContent, cancelled.StatusCode);
        foreach (var verb in new[] { HttpMethod.Head, HttpMethod.Delete, HttpMethod.Patch })
        {
            using var answer = await supplier.TusAsync(verb, upload, verb == HttpMethod.Patch ? ASupplier.Part([1]) : null, ("Upload-Offset", "500"));
            Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        }

        Assert.Empty(portal.Get<UploadStore>().All());
        Assert.Equal("cancelled", (await supplier.StatusAsync(upload)).State);
    }

    [Fact]
    public async Task Other_verbs_may_come_as_post()
    {
        await using var portal = await StartedAsync();
        using var supplier = await ASupplier.OfAsync(portal);
        var upload = await supplier.CreateAsync(1000);
        using var part = await supplier.TusAsync(HttpMethod.Post, upload, ASupplier.Part(Sent[..500]), ("X-HTTP-Method-Override", "PATCH"), ("Upload-Offset", "0"));
        Assert.Equal((HttpStatusCode.NoContent, "500"), (part.StatusCode, ASupplier.Header(part, "Upload-Offset")));
        using var nothing = await supplier.TusAsync(HttpMethod.Post, upload);
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "WrongMethod"), (nothing.StatusCode, await ASupplier.CodeAsync(nothing)));
    }

    [Fact]
    public async Task What_stands_still_expires_and_what_goes_on_does_not()
    {
        await using var portal = await StartedAsync();
        using var supplier = await ASupplier.OfAsync(portal);
        var (still, moving) = (await supplier.CreateAsync(1000), await supplier.CreateAsync(1000));
        portal.Clock.Advance(TimeSpan.FromDays(6));
        using var part = await supplier.PatchAsync(moving, 0, Sent[..500]);
        portal.Clock.Advance(TimeSpan.FromDays(2));
        Directory.CreateDirectory(Path.Combine(portal.Folder.FullName, "uploads", Guid.NewGuid().ToString()));
        await Sweep(portal).RunAsync(Ct);

        Assert.Equal(("expired", "arriving"), ((await supplier.StatusAsync(still)).State, (await supplier.StatusAsync(moving)).State));
        Assert.Equal(Guid.Parse(moving.Split('/')[^1]), Assert.Single(portal.Get<UploadStore>().All()));
        using var gone = await supplier.PatchAsync(still, 0, Sent[..500]);
        Assert.Equal((HttpStatusCode.Gone, "Gone"), (gone.StatusCode, await ASupplier.CodeAsync(gone)));

        portal.Clock.Advance(TimeSpan.FromDays(91));
        await Sweep(portal).RunAsync(Ct);
        Assert.DoesNotContain(await portal.ReadAsync(db => db.Uploads.ToListAsync(Ct)), upload => upload.Id == Guid.Parse(still.Split('/')[^1]));
    }

    private static SweepUploads Sweep(APortal portal) => portal.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<SweepUploads>().Single();

    private static async Task<APortal> StartedAsync(params string[] settings)
    {
        var portal = await APortal.WithDemoPeopleAsync("Development", ["--Uploads:KeepFree=0", .. settings]);
        await portal.StartAsync();
        return portal;
    }
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Uploads;
using ReviewPortal.Web.Features.Recordings.Api;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Http.Api;

/// <summary>The announcement of a file: what is read of it, and what is told before anything has been sent.</summary>
public sealed class TusCreationTests
{
    private static readonly byte[] Sent = [.. Enumerable.Range(0, 100_000).Select(at => (byte)(at * 7))];

    [Theory]
    [InlineData("Upload-Length", "", "NoLength")]
    [InlineData("Upload-Length", "-5", "NoLength")]
    [InlineData("Upload-Length", "9223372036854775808", "NoLength")]
    [InlineData("Upload-Metadata", "filename not-base64!", "WrongMetadata")]
    [InlineData("Upload-Metadata", "a YQ==,a YQ==", "WrongMetadata")]
    [InlineData("Upload-Metadata", "a b c", "WrongMetadata")]
    [InlineData("Upload-Metadata", "format d29yZA==", "UnknownFormat")]
    public async Task An_announcement_that_cannot_be_read_is_refused(string header, string value, string code)
    {
        await using var portal = await StartedAsync();
        using var supplier = await ASupplier.OfAsync(portal);
        using var answer = await supplier.TusAsync(HttpMethod.Post, Links.ApiUploads, null, header is "Upload-Length" ? [(header, value)] : [("Upload-Length", "10"), (header, value)]);
        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.StatusCode, await ASupplier.CodeAsync(answer)));
        Assert.Empty(portal.Get<UploadStore>().All());
    }

    [Fact]
    public async Task Too_large_too_many_and_no_room_are_told_before_anything_is_sent()
    {
        await using var portal = await StartedAsync("--Uploads:Bytes=1000", "--Uploads:Unfinished=2");
        using var supplier = await ASupplier.OfAsync(portal);
        using var tooLarge = await supplier.TusAsync(HttpMethod.Post, Links.ApiUploads, null, ("Upload-Length", "1001"));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "TooLarge"), (tooLarge.StatusCode, await ASupplier.CodeAsync(tooLarge)));
        await supplier.CreateAsync(10);
        await supplier.CreateAsync(10);
        using var tooMany = await supplier.TusAsync(HttpMethod.Post, Links.ApiUploads, null, ("Upload-Length", "10"));
        Assert.Equal((HttpStatusCode.TooManyRequests, "TooManyAtOnce"), (tooMany.StatusCode, await ASupplier.CodeAsync(tooMany)));

        await using var full = await StartedAsync($"--Uploads:KeepFree={long.MaxValue / 2}");
        using var other = await ASupplier.OfAsync(full);
        using var noRoom = await other.TusAsync(HttpMethod.Post, Links.ApiUploads, null, ("Upload-Length", "10"));
        Assert.Equal((HttpStatusCode.InsufficientStorage, "DiskFull"), (noRoom.StatusCode, await ASupplier.CodeAsync(noRoom)));
    }

    [Fact]
    public async Task The_first_part_may_come_with_the_announcement_and_an_empty_file_is_whole_at_once()
    {
        await using var portal = await StartedAsync();
        using var supplier = await ASupplier.OfAsync(portal);
        using var created = await supplier.TusAsync(HttpMethod.Post, Links.ApiUploads, ASupplier.Part(Sent[..40_000]), ("Upload-Length", $"{Sent.Length}"));
        Assert.Equal((HttpStatusCode.Created, "40000"), (created.StatusCode, ASupplier.Header(created, "Upload-Offset")));
        using var rest = await supplier.PatchAsync(created.Headers.Location!.OriginalString, 40_000, Sent[40_000..]);
        Assert.Equal(HttpStatusCode.NoContent, rest.StatusCode);

        var empty = await supplier.ReportAsync(await supplier.CreateAsync(0));
        Assert.Equal("refused", empty.State);
        Assert.True(Assert.Single(empty.Report).Refused);
    }

    /// <summary>What PATCH refuses, POST refuses too; and nothing begins of which the sender never gets the address.</summary>
    [Theory]
    [InlineData("wrong", 460, "WrongChecksum")]
    [InlineData("unreadable", 400, "UnknownChecksum")]
    [InlineData("too much", 413, "TooMuch")]
    [InlineData("too much in chunks", 413, "TooMuch")]
    [InlineData("too many pieces", 413, "TooManyPieces")]
    public async Task A_first_part_is_held_to_what_every_part_is_held_to(string what, int status, string code)
    {
        await using var portal = await StartedAsync(what is "too many pieces" ? "--Uploads:Pieces=0" : "--Uploads:Pieces=10");
        using var supplier = await ASupplier.OfAsync(portal);
        (string, string)[] headers = what switch
        {
            "wrong" => [("Upload-Length", "20"), ("Upload-Checksum", $"sha1 {Convert.ToBase64String(new byte[20])}")],
            "unreadable" => [("Upload-Length", "20"), ("Upload-Checksum", "md5 xxxx")],
            "too much" => [("Upload-Length", "5")],
            "too much in chunks" => [("Upload-Length", "5"), ("Transfer-Encoding", "chunked")],
            _ => [("Upload-Length", "20")],
        };
        using var answer = await supplier.TusAsync(HttpMethod.Post, Links.ApiUploads, ASupplier.Part(Sent[..10]), headers);
        Assert.Equal((status, code), ((int)answer.StatusCode, await ASupplier.CodeAsync(answer)));
        Assert.Null(answer.Headers.Location);
        Assert.Empty(portal.Get<UploadStore>().All());
        Assert.All(await portal.ReadAsync(db => db.Uploads.ToListAsync(TestContext.Current.CancellationToken)), upload => Assert.Equal(UploadState.Cancelled, upload.State));
    }

    [Fact]
    public async Task A_first_part_with_its_checksum_is_kept()
    {
        await using var portal = await StartedAsync();
        using var supplier = await ASupplier.OfAsync(portal);
        var checksum = $"sha256 {Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(Sent[..10]))}";
        using var answer = await supplier.TusAsync(HttpMethod.Post, Links.ApiUploads, ASupplier.Part(Sent[..10]), ("Upload-Length", "20"), ("Upload-Checksum", checksum));
        Assert.Equal((HttpStatusCode.Created, "10"), (answer.StatusCode, ASupplier.Header(answer, "Upload-Offset")));
    }

    [Theory]
    [InlineData("C-4701.zip", "C-4701.zip")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\temp\\x.zip", "x.zip")]
    [InlineData("a\nb.zip", "ab.zip")]
    [InlineData("map/", "upload")]
    [InlineData(null, "upload")]
    public void A_name_is_shown_and_never_a_path(string? sent, string shown) => Assert.Equal(shown, UploadMetadata.Name(sent));

    [Fact]
    public void What_goes_with_a_file_is_read_as_the_protocol_writes_it()
    {
        var read = UploadMetadata.Parse("filename w5hrZS56aXA=, empty,format YnVuZGxl")!;
        Assert.Equal(("Øke.zip", "", "bundle"), (read["filename"], read["empty"], read["format"]));
        Assert.Empty(UploadMetadata.Parse(null)!);
    }

    private static async Task<APortal> StartedAsync(params string[] settings)
    {
        var portal = await APortal.WithDemoPeopleAsync("Development", ["--Uploads:KeepFree=0", .. settings]);
        await portal.StartAsync();
        return portal;
    }
}

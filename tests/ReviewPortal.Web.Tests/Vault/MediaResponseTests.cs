using System.Net;
using System.Net.Http.Headers;

namespace ReviewPortal.Web.Tests.Vault;

public sealed class MediaResponseTests : IAsyncLifetime, IDisposable
{
    private readonly TempRecording _recording = new(prefix: 700, file: 9_000_000, from: 100, to: 8_999_000);
    private MediaServer _server = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await MediaServer.StartAsync(_recording);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Dispose();
    }

    public void Dispose() => _recording.Dispose();

    [Fact]
    public async Task Without_a_range_the_whole_comes_and_may_be_kept_by_this_browser_only_and_is_asked_for_again()
    {
        using var response = await SendAsync(HttpMethod.Get);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(_recording.Whole, await response.Content.ReadAsByteArrayAsync(Ct));
        Assert.Equal("bytes", Assert.Single(response.Headers.AcceptRanges));
        Assert.False(response.Headers.ETag!.IsWeak);
        Assert.Equal("video/webm", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("no-cache, private", response.Headers.CacheControl!.ToString());
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task A_range_gives_that_stretch_across_the_border_of_prefix_and_file()
    {
        using var response = await SendAsync(HttpMethod.Get, ("Range", "bytes=600-1999"));

        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal($"bytes 600-1999/{_recording.Whole.Length}", response.Content.Headers.ContentRange!.ToString());
        Assert.Equal(_recording.Whole[600..2000], await response.Content.ReadAsByteArrayAsync(Ct));
    }

    [Theory]
    [InlineData("bytes=-500", 500)]
    [InlineData("bytes=-99999999", -1)]
    public async Task The_last_bytes_can_be_asked_for(string range, int count)
    {
        using var response = await SendAsync(HttpMethod.Get, ("Range", range));

        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal(count < 0 ? _recording.Whole : _recording.Whole[^count..], await response.Content.ReadAsByteArrayAsync(Ct));
    }

    [Theory]
    [InlineData("bytes=0-9,20-29")]
    [InlineData("bytes=9-0")]
    [InlineData("seconds=0-9")]
    public async Task Several_stretches_at_once_or_something_else_give_the_whole(string range)
    {
        using var response = await SendAsync(HttpMethod.Get, ("Range", range));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(_recording.Whole, await response.Content.ReadAsByteArrayAsync(Ct));
    }

    /// <summary>What was sent before the damage is right, and the answer breaks off: it is never completed with something else.</summary>
    [Fact]
    public async Task A_byte_that_changed_at_rest_is_never_sent()
    {
        using (var file = new FileStream(_recording.Path, FileMode.Open))
        {
            file.Position = 5_000_000;
            var was = file.ReadByte();
            file.Position = 5_000_000;
            file.WriteByte((byte)(was ^ 1));
        }

        using var response = await SendAsync(HttpMethod.Get);
        await using var body = await response.Content.ReadAsStreamAsync(Ct);
        using var received = new MemoryStream();
        await Assert.ThrowsAnyAsync<Exception>(() => body.CopyToAsync(received, Ct));

        Assert.InRange(received.Length, 0, 5_000_000);
        Assert.True(received.ToArray().AsSpan().SequenceEqual(_recording.Whole.AsSpan(0, (int)received.Length)));
    }

    [Fact]
    public async Task A_range_behind_the_end_is_refused_with_the_length()
    {
        using var response = await SendAsync(HttpMethod.Get, ("Range", "bytes=99999999-"));

        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, response.StatusCode);
        Assert.Equal($"bytes */{_recording.Whole.Length}", response.Content.Headers.ContentRange!.ToString());
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Ct));
    }

    [Fact]
    public async Task Head_tells_of_the_whole_and_sends_nothing()
    {
        using var response = await SendAsync(HttpMethod.Head, ("Range", "bytes=0-9"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(_recording.Whole.Length, response.Content.Headers.ContentLength);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Ct));
    }

    [Fact]
    public async Task Who_has_it_already_gets_nothing_again()
    {
        var tag = (await SendAsync(HttpMethod.Head)).Headers.ETag!.ToString();
        foreach (var held in new[] { tag, $"W/{tag}", $"\"other\", {tag}", "*" })
        {
            using var response = await SendAsync(HttpMethod.Get, ("If-None-Match", held), ("Range", "bytes=0-9"));
            Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
            Assert.Equal(tag, response.Headers.ETag!.ToString());
        }

        using var changed = await SendAsync(HttpMethod.Head, ("If-None-Match", "\"other\""));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    [Fact]
    public async Task A_range_of_another_version_gives_the_whole()
    {
        var tag = (await SendAsync(HttpMethod.Head)).Headers.ETag!.ToString();

        Assert.Equal(HttpStatusCode.PartialContent, (await SendAsync(HttpMethod.Get, ("Range", "bytes=0-9"), ("If-Range", tag))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Get, ("Range", "bytes=0-9"), ("If-Range", "\"other\""))).StatusCode);
    }

    [Fact]
    public async Task A_viewer_who_goes_away_leaves_no_complaint()
    {
        for (var turn = 0; turn < 10; turn++)
        {
            using var response = await SendAsync(HttpMethod.Get);
            await using var body = await response.Content.ReadAsStreamAsync(Ct);
            await body.ReadExactlyAsync(new byte[1000], Ct);
        }

        await _server.DisposeAsync();
        Assert.Empty(_server.Complaints);
        await using var file = new FileStream(_recording.Path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, "/recording");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await _server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Ct);
    }
}

using System.Security.Cryptography;

namespace ReviewPortal.Web.Tests.Uploads;

/// <summary>What a killed server and a power cut leave of an upload.</summary>
public sealed class TornUploadTests : IDisposable
{
    private readonly TempUpload _upload = new();

    public void Dispose() => _upload.Dispose();

    /// <summary>A server that is killed while it writes: whatever the last piece looks like then, what is whole of it is kept and no more.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    [InlineData(56)]
    [InlineData(60)]
    [InlineData(56 + 16400)]
    [InlineData(56 + 16401)]
    [InlineData(56 + 16400 + 16399)]
    [InlineData(56 + 3 * 16400 + 100)]
    public async Task A_torn_end_is_cut_back_and_the_rest_goes_on(int left)
    {
        var sent = RandomNumberGenerator.GetBytes(200_000);
        var store = await _upload.BegunAsync();
        await _upload.AppendAsync(store, sent[..50_000], sent.Length);
        await _upload.AppendAsync(store, sent[50_000..150_000], sent.Length);
        using (var file = File.OpenWrite(_upload.Pieces[^1])) file.SetLength(left);

        var after = _upload.Store();
        var offset = (int)after.Offset(_upload.Id);
        Assert.Equal(50_000 + Math.Max(0, (left - 56) / 16400) * 16384, offset);
        await _upload.AppendAsync(after, sent[offset..], sent.Length);
        Assert.Equal(sent, await _upload.ReadAsync(after));
    }

    /// <summary>After a power cut a block in the middle may never have been written.</summary>
    [Fact]
    public async Task What_follows_a_hole_does_not_count()
    {
        var sent = RandomNumberGenerator.GetBytes(200_000);
        var store = await _upload.BegunAsync();
        await _upload.AppendAsync(store, sent, long.MaxValue);
        using (var file = File.OpenWrite(_upload.Pieces[^1]))
        {
            file.Position = 56 + 4 * 16400 + 5000;
            file.Write(new byte[4096]);
        }

        Assert.Equal(4 * 16384, _upload.Store().Offset(_upload.Id));
    }
}

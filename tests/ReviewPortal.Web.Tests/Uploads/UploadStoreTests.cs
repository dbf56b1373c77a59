using System.Security.Cryptography;
using ReviewPortal.Infrastructure.Uploads;
using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Web.Tests.Uploads;

/// <summary>What is being sent in, on the disk: what was acknowledged is there, nothing lies open, and a torn end is cut back.</summary>
public sealed class UploadStoreTests : IDisposable
{
    private readonly TempUpload _upload = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _upload.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16383)]
    [InlineData(16384)]
    [InlineData(16385)]
    [InlineData(1_000_000)]
    public async Task What_comes_in_any_number_of_parts_reads_back_as_it_was_sent(int size)
    {
        var sent = RandomNumberGenerator.GetBytes(size);
        var random = new Random(size);
        var store = await _upload.BegunAsync();
        for (var at = 0; at < size;)
        {
            var part = Math.Min(size - at, random.Next(1, 300_000));
            Assert.Equal((at + part, PartEnd.Whole), await _upload.AppendAsync(store, sent[at..(at + part)], size));
            at += part;
            // Another process finds what this one acknowledged.
            Assert.Equal(at, _upload.Store().Offset(_upload.Id));
        }

        await using var stream = store.Open(_upload.Id);
        Assert.Equal(size, stream.Length);
        Assert.Equal(sent, await _upload.ReadAsync(store));
        for (var look = 0; look < 200 && size > 0; look++)
        {
            var (from, count) = (random.Next(size), random.Next(1, 40_000));
            stream.Position = from;
            var piece = new byte[Math.Min(count, size - from)];
            await stream.ReadExactlyAsync(piece, Ct);
            Assert.Equal(sent[from..(from + piece.Length)], piece);
        }
    }

    [Fact]
    public async Task Nothing_lies_open_on_the_disk()
    {
        var store = await _upload.BegunAsync();
        await _upload.AppendAsync(store, [.. Enumerable.Repeat("geheim van een student"u8.ToArray(), 4000).SelectMany(text => text)], long.MaxValue);
        foreach (var file in new DirectoryInfo(_upload.Root).EnumerateFiles("*", SearchOption.AllDirectories))
            Assert.Equal(-1, (await File.ReadAllBytesAsync(file.FullName, Ct)).AsSpan().IndexOf("geheim"u8));
    }

    [Fact]
    public async Task What_was_changed_moved_or_taken_away_at_rest_is_never_handed_out()
    {
        var sent = RandomNumberGenerator.GetBytes(300_000);
        var store = await _upload.BegunAsync();
        foreach (var part in sent.Chunk(100_000)) await _upload.AppendAsync(store, part, sent.Length);
        var pieces = _upload.Pieces;
        var (first, second) = (await File.ReadAllBytesAsync(pieces[0], Ct), await File.ReadAllBytesAsync(pieces[1], Ct));

        await DamagedAsync(store, () => File.WriteAllBytes(pieces[1], [.. second[..20_000], (byte)(second[20_000] ^ 1), .. second[20_001..]]));
        await DamagedAsync(store, () => File.WriteAllBytes(pieces[1], first));
        await DamagedAsync(store, () => File.WriteAllBytes(pieces[1], second[..^5]));
        await DamagedAsync(store, () => File.Delete(pieces[1]));
        await File.WriteAllBytesAsync(pieces[1], second, Ct);
        Assert.Equal(sent, await _upload.ReadAsync(store));
    }

    /// <summary>A client that asks again while its old connection is not known to be lost is told what was acknowledged, and not to begin anew.</summary>
    [Fact]
    public async Task While_a_part_comes_in_what_came_before_is_still_known()
    {
        var sent = RandomNumberGenerator.GetBytes(300_000);
        var store = await _upload.BegunAsync();
        await _upload.AppendAsync(store, sent[..100_000], sent.Length);
        var coming = new System.IO.Pipelines.Pipe();
        using (store.TryHold(_upload.Id))
        {
            var part = store.AppendAsync(_upload.Id, sent.Length, coming.Reader.AsStream(), checksum: null, Ct);
            await coming.Writer.WriteAsync(sent.AsMemory(100_000, 50_000), Ct);
            Assert.Equal(100_000, store.OffsetNow(_upload.Id));
            await coming.Writer.WriteAsync(sent.AsMemory(150_000), Ct);
            await coming.Writer.CompleteAsync();
            Assert.Equal((sent.Length, PartEnd.Whole), await part);
        }

        Assert.Equal(sent.Length, store.OffsetNow(_upload.Id));
    }

    [Fact]
    public async Task A_lost_connection_keeps_what_came_and_one_with_a_checksum_nothing()
    {
        var sent = RandomNumberGenerator.GetBytes(700_000);
        var store = await _upload.BegunAsync();
        using var cut = new CutStream(sent, 600_001);
        Assert.Equal((600_001, PartEnd.Cut), await store.AppendAsync(_upload.Id, sent.Length, cut, checksum: null, Ct));
        using var again = new CutStream(sent[600_001..], 50_000);
        Assert.Equal((600_001, PartEnd.Cut), await store.AppendAsync(_upload.Id, sent.Length, again, TempUpload.Sum(sent[600_001..]), Ct));
        using var wrong = new MemoryStream(sent[600_001..]);
        Assert.Equal((600_001, PartEnd.WrongChecksum), await store.AppendAsync(_upload.Id, sent.Length, wrong, TempUpload.Sum(sent), Ct));
        Assert.Equal(600_001, _upload.Store().Offset(_upload.Id));
        using var right = new MemoryStream(sent[600_001..]);
        Assert.Equal((sent.Length, PartEnd.Whole), await store.AppendAsync(_upload.Id, sent.Length, right, TempUpload.Sum(sent[600_001..]), Ct));
        Assert.Equal(sent, await _upload.ReadAsync(store));
    }

    [Fact]
    public async Task More_than_was_announced_is_not_kept()
    {
        var store = await _upload.BegunAsync();
        await _upload.AppendAsync(store, new byte[400], 1000);
        Assert.Equal((400, PartEnd.TooMuch), await _upload.AppendAsync(store, new byte[601], 1000));
        Assert.Equal(400, _upload.Store().Offset(_upload.Id));
    }

    [Fact]
    public async Task A_disk_that_must_keep_more_room_free_takes_nothing_and_loses_nothing()
    {
        var store = await _upload.BegunAsync();
        await _upload.AppendAsync(store, new byte[100_000], 1_000_000);
        var full = _upload.Store(new UploadLimits { KeepFree = long.MaxValue / 2 });
        Assert.False(full.HasRoomFor(1));
        Assert.Equal((100_000, PartEnd.DiskFull), await _upload.AppendAsync(full, new byte[100_000], 1_000_000));
        Assert.Equal((200_000, PartEnd.Whole), await _upload.AppendAsync(_upload.Store(), new byte[100_000], 1_000_000));
    }

    [Fact]
    public async Task Too_many_small_parts_are_refused()
    {
        var store = await _upload.BegunAsync(new UploadLimits { Pieces = 3 });
        for (var part = 0; part < 3; part++) Assert.Equal(PartEnd.Whole, (await _upload.AppendAsync(store, new byte[10], 1000)).End);
        Assert.Equal((30, PartEnd.TooManyPieces), await _upload.AppendAsync(store, new byte[10], 1000));
    }

    [Fact]
    public async Task Whoever_holds_an_upload_holds_it_alone()
    {
        var store = await _upload.BegunAsync();
        using (var held = store.TryHold(_upload.Id))
        {
            Assert.NotNull(held);
            Assert.Null(store.TryHold(_upload.Id));
            Assert.Null(_upload.Store().TryHold(_upload.Id));
        }

        using var again = store.TryHold(_upload.Id);
        Assert.NotNull(again);
    }

    [Fact]
    public async Task A_destroyed_upload_leaves_neither_bytes_nor_key()
    {
        var store = await _upload.BegunAsync();
        await _upload.AppendAsync(store, new byte[100_000], 1_000_000);
        await store.DestroyAsync(_upload.Id, Ct);
        Assert.False(store.Has(_upload.Id));
        Assert.False(Directory.Exists(_upload.Folder));
        Assert.Empty(Directory.GetFiles(Path.Combine(_upload.Root, "recording-keys")));
    }

    private async Task DamagedAsync(UploadStore store, Action damage)
    {
        damage();
        await Assert.ThrowsAsync<DamagedRecordingException>(() => _upload.ReadAsync(store));
    }

    /// <summary>A body of which the connection is lost after so many bytes.</summary>
    private sealed class CutStream(byte[] bytes, int after) : MemoryStream(bytes[..after])
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is > 0 and var read ? read : throw new IOException("The connection was lost");
    }
}

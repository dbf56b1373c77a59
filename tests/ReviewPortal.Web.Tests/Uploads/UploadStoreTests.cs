using System.Security.Cryptography;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Uploads;
using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Web.Tests.Uploads;

/// <summary>What is being sent in, on the disk: what was acknowledged is there, nothing lies open, and a torn end is cut back.</summary>
public sealed class UploadStoreTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("uploads");
    private readonly Guid _id = Guid.NewGuid();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Folder => Path.Combine(_folder.FullName, "uploads", _id.ToString());

    public void Dispose() => _folder.Delete(recursive: true);

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
        var store = Store();
        await store.AddAsync(_id, Ct);
        for (var at = 0; at < size;)
        {
            var part = Math.Min(size - at, random.Next(1, 300_000));
            Assert.Equal((at + part, PartEnd.Whole), await AppendAsync(store, sent[at..(at + part)], size));
            at += part;
            // Another process finds what this one acknowledged.
            Assert.Equal(at, Store().Offset(_id));
        }

        await using var stream = store.Open(_id);
        Assert.Equal(size, stream.Length);
        Assert.Equal(sent, await ReadAsync(stream));
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
        var store = Store();
        await store.AddAsync(_id, Ct);
        await AppendAsync(store, [.. Enumerable.Repeat("geheim van een student"u8.ToArray(), 4000).SelectMany(text => text)], long.MaxValue);
        foreach (var file in _folder.EnumerateFiles("*", SearchOption.AllDirectories))
            Assert.Equal(-1, (await File.ReadAllBytesAsync(file.FullName, Ct)).AsSpan().IndexOf("geheim"u8));
    }

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
        var store = Store();
        await store.AddAsync(_id, Ct);
        await AppendAsync(store, sent[..50_000], sent.Length);
        await AppendAsync(store, sent[50_000..150_000], sent.Length);
        using (var file = File.OpenWrite(Pieces()[^1])) file.SetLength(left);

        var after = Store();
        var offset = (int)after.Offset(_id);
        Assert.Equal(50_000 + Math.Max(0, (left - 56) / 16400) * 16384, offset);
        await AppendAsync(after, sent[offset..], sent.Length);
        await using var stream = after.Open(_id);
        Assert.Equal(sent, await ReadAsync(stream));
    }

    /// <summary>After a power cut a block in the middle may never have been written.</summary>
    [Fact]
    public async Task What_follows_a_hole_does_not_count()
    {
        var sent = RandomNumberGenerator.GetBytes(200_000);
        var store = Store();
        await store.AddAsync(_id, Ct);
        await AppendAsync(store, sent, long.MaxValue);
        using (var file = File.OpenWrite(Pieces()[^1]))
        {
            file.Position = 56 + 4 * 16400 + 5000;
            file.Write(new byte[4096]);
        }

        Assert.Equal(4 * 16384, Store().Offset(_id));
    }

    [Fact]
    public async Task What_was_changed_moved_or_taken_away_at_rest_is_never_handed_out()
    {
        var sent = RandomNumberGenerator.GetBytes(300_000);
        var store = Store();
        await store.AddAsync(_id, Ct);
        foreach (var part in sent.Chunk(100_000)) await AppendAsync(store, part, sent.Length);
        var pieces = Pieces();
        var (first, second) = (await File.ReadAllBytesAsync(pieces[0], Ct), await File.ReadAllBytesAsync(pieces[1], Ct));

        await DamagedAsync(store, () => File.WriteAllBytes(pieces[1], [.. second[..20_000], (byte)(second[20_000] ^ 1), .. second[20_001..]]));
        await DamagedAsync(store, () => File.WriteAllBytes(pieces[1], first));
        await DamagedAsync(store, () => File.WriteAllBytes(pieces[1], second[..^5]));
        await DamagedAsync(store, () => File.Delete(pieces[1]));
        await File.WriteAllBytesAsync(pieces[1], second, Ct);
        await using var stream = store.Open(_id);
        Assert.Equal(sent, await ReadAsync(stream));
    }

    [Fact]
    public async Task A_lost_connection_keeps_what_came_and_one_with_a_checksum_nothing()
    {
        var sent = RandomNumberGenerator.GetBytes(700_000);
        var store = Store();
        await store.AddAsync(_id, Ct);
        using var cut = new CutStream(sent, 600_001);
        Assert.Equal((600_001, PartEnd.Cut), await store.AppendAsync(_id, sent.Length, cut, checksum: null, Ct));
        using var again = new CutStream(sent[600_001..], 50_000);
        Assert.Equal((600_001, PartEnd.Cut), await store.AppendAsync(_id, sent.Length, again, Sum(sent[600_001..]), Ct));
        using var wrong = new MemoryStream(sent[600_001..]);
        Assert.Equal((600_001, PartEnd.WrongChecksum), await store.AppendAsync(_id, sent.Length, wrong, Sum(sent), Ct));
        Assert.Equal(600_001, Store().Offset(_id));
        using var right = new MemoryStream(sent[600_001..]);
        Assert.Equal((sent.Length, PartEnd.Whole), await store.AppendAsync(_id, sent.Length, right, Sum(sent[600_001..]), Ct));
        await using var stream = store.Open(_id);
        Assert.Equal(sent, await ReadAsync(stream));
    }

    [Fact]
    public async Task More_than_was_announced_is_not_kept()
    {
        var store = Store();
        await store.AddAsync(_id, Ct);
        Assert.Equal((1000, PartEnd.TooMuch), await AppendAsync(store, new byte[1001], 1000));
        Assert.Equal(1000, store.Offset(_id));
    }

    [Fact]
    public async Task A_disk_that_must_keep_more_room_free_takes_nothing_and_loses_nothing()
    {
        var store = Store();
        await store.AddAsync(_id, Ct);
        await AppendAsync(store, new byte[100_000], 1_000_000);
        var full = Store(new UploadLimits { KeepFree = long.MaxValue / 2 });
        Assert.False(full.HasRoomFor(1));
        Assert.Equal((100_000, PartEnd.DiskFull), await AppendAsync(full, new byte[100_000], 1_000_000));
        Assert.Equal((200_000, PartEnd.Whole), await AppendAsync(Store(), new byte[100_000], 1_000_000));
    }

    [Fact]
    public async Task Too_many_small_parts_are_refused()
    {
        var store = Store(new UploadLimits { Pieces = 3 });
        await store.AddAsync(_id, Ct);
        for (var part = 0; part < 3; part++) Assert.Equal(PartEnd.Whole, (await AppendAsync(store, new byte[10], 1000)).End);
        Assert.Equal((30, PartEnd.TooManyPieces), await AppendAsync(store, new byte[10], 1000));
    }

    [Fact]
    public async Task Whoever_holds_an_upload_holds_it_alone()
    {
        var store = Store();
        await store.AddAsync(_id, Ct);
        using (var held = store.TryHold(_id))
        {
            Assert.NotNull(held);
            Assert.Null(store.TryHold(_id));
            Assert.Null(Store().TryHold(_id));
        }

        using var again = store.TryHold(_id);
        Assert.NotNull(again);
    }

    [Fact]
    public async Task A_destroyed_upload_leaves_neither_bytes_nor_key()
    {
        var store = Store();
        await store.AddAsync(_id, Ct);
        await AppendAsync(store, new byte[100_000], 1_000_000);
        await store.DestroyAsync(_id, Ct);
        Assert.False(store.Has(_id));
        Assert.False(Directory.Exists(Folder));
        Assert.Empty(Directory.GetFiles(Path.Combine(_folder.FullName, "recording-keys")));
    }

    private UploadStore Store(UploadLimits? limits = null)
    {
        var data = new DataFolder(_folder.FullName).Create();
        var keys = new RecordingKeys(data, new MasterKeys(data));
        return new UploadStore(data, keys, new RecordingVault(data, new SealedStore(data), keys, new ShredList(data)), limits ?? new UploadLimits { KeepFree = 0 });
    }

    private string[] Pieces() => [.. Directory.GetFiles(Folder, "*.piece").Order(StringComparer.Ordinal)];

    private async Task<(long Offset, PartEnd End)> AppendAsync(UploadStore store, byte[] part, long length)
    {
        using var body = new MemoryStream(part);
        return await store.AppendAsync(_id, length, body, checksum: null, Ct);
    }

    private async Task DamagedAsync(UploadStore store, Action damage)
    {
        damage();
        await Assert.ThrowsAsync<DamagedRecordingException>(async () =>
        {
            await using var stream = store.Open(_id);
            await ReadAsync(stream);
        });
    }

    private static PartChecksum Sum(byte[] part) => new(HashAlgorithmName.SHA256, SHA256.HashData(part));

    private static async Task<byte[]> ReadAsync(Stream stream)
    {
        using var all = new MemoryStream();
        await stream.CopyToAsync(all, Ct);
        return all.ToArray();
    }

    /// <summary>A body of which the connection is lost after so many bytes.</summary>
    private sealed class CutStream(byte[] bytes, int after) : MemoryStream(bytes[..after])
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is > 0 and var read ? read : throw new IOException("The connection was lost");
    }
}

using System.Security.Cryptography;
using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Web.Tests.Vault;

/// <summary>Recordings at rest (quality.md): every size, every stretch, every way to tamper.</summary>
public class SealedFileTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16383)]
    [InlineData(16384)]
    [InlineData(16385)]
    [InlineData(262144)]
    [InlineData(700_000)]
    public async Task Every_stretch_of_every_size_is_that_of_the_open_file(int length)
    {
        var plain = RandomNumberGenerator.GetBytes(length);
        using var atRest = await AtRest.OfAsync(plain);
        using var file = atRest.Open();
        Assert.Equal(length, file.Length);
        Assert.Equal(plain, await file.ReadAllAsync(Ct));
        Assert.Equal(0, await file.ReadAsync(length, new byte[10], Ct));

        var random = new Random(length);
        for (var turn = 0; turn < 60; turn++)
        {
            var from = random.Next(length + 1);
            var into = new byte[random.Next(1, 300_000)];
            var read = await file.ReadAsync(from, into, Ct);
            Assert.Equal(plain.AsSpan(from, read), into.AsSpan(0, read));
            Assert.True(read > 0 || from == length);
        }
    }

    [Fact]
    public async Task Any_single_byte_that_changes_is_noticed()
    {
        var plain = RandomNumberGenerator.GetBytes(20_000);
        using var atRest = await AtRest.OfAsync(plain);
        var whole = atRest.Bytes;
        for (var at = 0; at < whole.Length; at++)
        {
            whole[at] ^= 0x10;
            atRest.Bytes = whole;
            whole[at] ^= 0x10;
            await Assert.ThrowsAsync<DamagedRecordingException>(() => ReadAsync(atRest));
        }

        atRest.Bytes = whole;
        Assert.Equal(plain, await ReadAsync(atRest));
    }

    [Fact]
    public async Task Chunks_that_are_swapped_dropped_doubled_or_cut_off_are_noticed()
    {
        const int Chunk = ChunkCipher.SealedChunkSize;
        using var atRest = await AtRest.OfAsync(RandomNumberGenerator.GetBytes(5 * ChunkCipher.ChunkSize + 100));
        var whole = atRest.Bytes;
        var (header, one, two, rest) = (whole[..ChunkCipher.HeaderSize], Piece(0), Piece(1), whole[(ChunkCipher.HeaderSize + 2 * Chunk)..]);
        foreach (var spoilt in new byte[][]
        {
            [.. header, .. two, .. one, .. rest],
            [.. header, .. two, .. rest],
            [.. header, .. one, .. one, .. two, .. rest],
            [.. header, .. one, .. one, .. rest],
            whole[..^1],
            whole[..(ChunkCipher.HeaderSize + 3 * Chunk)],
            whole[..(ChunkCipher.HeaderSize + 3 * Chunk + 16)],
            [.. whole, 0],
            [.. whole, .. one],
            header,
            [],
        })
        {
            atRest.Bytes = spoilt;
            await Assert.ThrowsAsync<DamagedRecordingException>(() => ReadAsync(atRest));
        }

        byte[] Piece(int number) => whole[(ChunkCipher.HeaderSize + number * Chunk)..(ChunkCipher.HeaderSize + (number + 1) * Chunk)];
    }

    [Fact]
    public async Task Behind_four_gigabytes_it_reads_as_before()
    {
        // A sparse file, of which only the last three chunks were ever sealed: what lies before them is never read.
        const long Length = 5L * 1024 * 1024 * 1024 + 1234;
        const long Last = Length / ChunkCipher.ChunkSize;
        var key = RandomNumberGenerator.GetBytes(ChunkCipher.KeySize);
        var plain = RandomNumberGenerator.GetBytes(2 * ChunkCipher.ChunkSize + 1234);
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            await using (var written = File.Create(path))
            {
                var header = new byte[ChunkCipher.HeaderSize];
                using var cipher = ChunkCipher.ForSealing(key, "far", header);
                await written.WriteAsync(header, Ct);
                for (var number = 0; number < 3; number++)
                {
                    var part = plain.AsSpan(number * ChunkCipher.ChunkSize);
                    part = part[..Math.Min(part.Length, ChunkCipher.ChunkSize)];
                    var sealedChunk = new byte[part.Length + ChunkCipher.TagSize];
                    cipher.Seal(Last - 2 + number, part, sealedChunk);
                    written.Position = ChunkCipher.HeaderSize + (Last - 2 + number) * ChunkCipher.SealedChunkSize;
                    await written.WriteAsync(sealedChunk, Ct);
                }
            }

            using var file = SealedFile.Open(path, key, "far");
            Assert.Equal(Length, file.Length);
            var into = new byte[plain.Length];
            Assert.Equal(into.Length, await file.ReadAsync((Last - 2) * ChunkCipher.ChunkSize, into, Ct));
            Assert.Equal(plain, into);
            await Assert.ThrowsAsync<DamagedRecordingException>(() => file.ReadAsync(1L << 32, into, Ct).AsTask());
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<byte[]> ReadAsync(AtRest atRest)
    {
        using var file = atRest.Open();
        return await file.ReadAllAsync(Ct);
    }
}

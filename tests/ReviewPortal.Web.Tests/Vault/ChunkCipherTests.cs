using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Web.Tests.Vault;

/// <summary>Cobblestone-256 by the figures that Project Wycheproof publishes for it (c2sp_chunked_encryption_aes_256_gcm): what others seal, we open, and the other way round.</summary>
public class ChunkCipherTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("YELLOW SUBMARINE YELLOW SUBMARIN");

    [Theory]
    [InlineData(0, "78da004800b7ff43a2e39431cbae0389d3fc86adf46f7c3a24de88d9311617e53f3164cc1d5dc738a66b97f0bf786565c31799c2f463d50a7e10046011dc6fc3c939e3a5db7affb6191551669554fb010000ffff4bc124df", "cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e")]
    [InlineData(7, "78da004f00b0ffa1a1b56f6db58cd1ede0c5c9db62aef20d3f96a6c594bb9252bb38122de91236502b42a1d7fcab820ffa292940d2f86add212cfa42c38df19d3cc9139ee61a5990d3db57433514229beea49a8a72bd010000ffffdb4f2a44", "e85f32a85f1d4f7c9b2d36d20eca8435d81253e7075e9dea069eb1b6da48daf92ef1797367b520d8a46c4f72cecb85b1daff8887fcb41721d39943d1952fc180")]
    [InlineData(16384, "78daecc0ad4a0301000060c560f019c49faca0ed821ea2588c62100541cc2746413841835a7c018b20076a325dd4032d8eb5856361db2d6d6c8b2b838ded3156beeff3fce3e4eb20e9fcf5aaedb07ffb589b1f657190fee7f16f763d3bdcf9ce8aabe5d74a145e5e1cdd6fad6c2c1ebead8d8b87c60c00000000000000000000000000000030759bfb7bc7ade6dcfa69ba5abf7bff79d92e3d07e585a7ddbcbb743648a29b49000000ffff4eef2f3b", "d787e0bf39e0d2e9a707b94bc77329f665286160744507f0fac9608e33a98994b6d9dd4a43a6326287d32b2e15d76e0de6a8818689698bee2ca419bf9bbedc02")]
    [InlineData(16385, "78daecc0312b05010000e0ab33889449c9a0cb22b9ba89943f70a5fc02db1918582c6e757465a0db6eb11ad5a52e1383b2dca26c66a4647b75f55ebdf733def27d4f7ff71fd7e9db7137b778b1558707cdd27cf270d4177b2f7751f738d80e376f9ed7aaaf7c793dfa0d47ef2797b3e57ed6bf360100000000000000000000000000000030750bc9613ffc6cafd232cb57ebd3b320de5d29cedbf876a7da18ff7fffcc4c020000ffffea552abb", "db9e441f318209d02c8eaedfa94be7a08d3414057835c80ecea2deb0b16438ff97ae6dac13a749efe4a24686b01dc0dfab756703e810cc164466cd5cce99b3e8")]
    [InlineData(32768, "78daecd0bf2b05010000e057b7d8defc5296b788cda88ce495e10d4a51865726b2d09592e1ba18c8c5250bc748dde094410ccaea57ec2283888c57a6f767dcf27d7fc277bed777fc96e565eb3b5d1b7e1e8c5e6677ff3b0737ad93c7e946efd15d732359df1f5f196a4ffc66a7f5ab9db9783e9d7c2a1a5b35000000000000000000000000000000a0726998070f97f7edbf7acff2f6d8f58711000000000000000000000000000000a8dee7ebe6ed623093f49f45f1577938b2f053d49a03e1d4fb45dc590d9646bb010000ffff046e3552", "ccf53be90b5c9bc1aad1fb9b37e86fd60ca86a41401051e636c41e8ddc61b574d6767d16f035f18391c21ff24d1fa5171c5a537685e7197532884845bf7e990b")]
    public async Task What_another_implementation_sealed_is_opened_and_sealed_alike(int length, string packed, string sha512)
    {
        var sealedBytes = Unpack(packed);
        Assert.Equal(sealedBytes.Length, ChunkCipher.SealedLength(length));
        Assert.Equal(length, ChunkCipher.PlainLength(sealedBytes.Length));
        using var file = new AtRest(sealedBytes, Key, "");
        using var opened = file.Open();
        var plain = await opened.ReadAllAsync(TestContext.Current.CancellationToken);
        Assert.Equal(sha512, Convert.ToHexStringLower(SHA512.HashData(plain)));

        Assert.Equal(sealedBytes, SealAgain(sealedBytes, plain));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(55)]
    [InlineData(71)]
    [InlineData(56 + 16400)]
    [InlineData(56 + 16400 + 15)]
    public void A_length_that_nothing_sealed_can_have_is_refused(long sealedLength) =>
        Assert.Throws<DamagedRecordingException>(() => ChunkCipher.PlainLength(sealedLength));

    [Fact]
    public void Under_another_key_or_another_name_it_stays_closed_before_any_chunk_is_tried()
    {
        var header = new byte[ChunkCipher.HeaderSize];
        ChunkCipher.ForSealing(Key, "this", header).Dispose();
        ChunkCipher.ForOpening(Key, "this", header).Dispose();

        Assert.Throws<DamagedRecordingException>(() => ChunkCipher.ForOpening(Key, "that", header));
        Assert.Throws<DamagedRecordingException>(() => ChunkCipher.ForOpening(RandomNumberGenerator.GetBytes(32), "this", header));
        Assert.Throws<ArgumentException>(() => ChunkCipher.ForOpening(Key.AsSpan(1), "this", header));
    }

    [Fact]
    public void A_salt_is_never_used_twice()
    {
        var (one, other) = (new byte[ChunkCipher.HeaderSize], new byte[ChunkCipher.HeaderSize]);
        ChunkCipher.ForSealing(Key, "this", one).Dispose();
        ChunkCipher.ForSealing(Key, "this", other).Dispose();
        Assert.NotEqual(one, other);
    }

    private static byte[] SealAgain(byte[] sealedBytes, byte[] plain)
    {
        byte[] again = [.. sealedBytes.AsSpan(0, ChunkCipher.HeaderSize), .. new byte[sealedBytes.Length - ChunkCipher.HeaderSize]];
        using var cipher = ChunkCipher.ForSealingWithSalt(Key, "", again.AsSpan(0, ChunkCipher.HeaderSize));
        for (var chunk = 0; chunk <= plain.Length / ChunkCipher.ChunkSize; chunk++)
        {
            var part = plain.AsSpan(chunk * ChunkCipher.ChunkSize);
            cipher.Seal(chunk, part[..Math.Min(part.Length, ChunkCipher.ChunkSize)], again.AsSpan(ChunkCipher.HeaderSize + chunk * ChunkCipher.SealedChunkSize));
        }

        return again;
    }

    private static byte[] Unpack(string packed)
    {
        using var bytes = new MemoryStream();
        using var unpacking = new ZLibStream(new MemoryStream(Convert.FromHexString(packed)), CompressionMode.Decompress);
        unpacking.CopyTo(bytes);
        return bytes.ToArray();
    }
}

using System.Security.Cryptography;
using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Web.Tests.Vault;

/// <summary>A sealed file of random bytes with a prefix, and what the two look like as one.</summary>
internal sealed class TempRecording : IDisposable
{
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly byte[] _prefix;
    private readonly int _from;
    private readonly int _to;

    public TempRecording(int prefix, int file, int from, int to)
    {
        var random = new Random(prefix + file);
        var bytes = new byte[file];
        _prefix = new byte[prefix];
        random.NextBytes(bytes);
        random.NextBytes(_prefix);
        (_from, _to) = (from, to);
        using var content = new MemoryStream(bytes);
        Sealing.WriteAsync(Path, content, _key, "test", CancellationToken.None).GetAwaiter().GetResult();
        Whole = [.. _prefix, .. bytes[from..to]];
    }

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName());

    public byte[] Whole { get; }

    public VirtualRecording Open() => Open(_prefix);

    public VirtualRecording Open(byte[] prefix) => VirtualRecording.Over(SealedFile.Open(Path, _key, "test"), "aa11", prefix, _from, _to);

    public void Dispose() => File.Delete(Path);
}

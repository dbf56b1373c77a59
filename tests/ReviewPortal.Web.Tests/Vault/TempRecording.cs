using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Web.Tests.Vault;

/// <summary>A file of random bytes with a prefix, and what the two look like as one.</summary>
internal sealed class TempRecording : IDisposable
{
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
        File.WriteAllBytes(Path, bytes);
        Whole = [.. _prefix, .. bytes[from..to]];
    }

    public string Path { get; } = System.IO.Path.GetTempFileName();

    public byte[] Whole { get; }

    public VirtualRecording Open() => VirtualRecording.Open(Path, "aa11", _prefix, _from, _to);

    public void Dispose() => File.Delete(Path);
}

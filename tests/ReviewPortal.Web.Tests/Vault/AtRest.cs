using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Web.Tests.Vault;

/// <summary>A file at rest whose bytes a test may change.</summary>
internal sealed class AtRest : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private readonly byte[] _key;
    private readonly string _context;

    public AtRest(byte[] sealedBytes, byte[] key, string context)
    {
        (_key, _context) = (key, context);
        File.WriteAllBytes(_path, sealedBytes);
    }

    private AtRest(byte[] key) => (_key, _context) = (key, "test");

    public byte[] Bytes
    {
        get => File.ReadAllBytes(_path);
        set => File.WriteAllBytes(_path, value);
    }

    public static async Task<AtRest> OfAsync(byte[] plain)
    {
        var file = new AtRest(System.Security.Cryptography.RandomNumberGenerator.GetBytes(ChunkCipher.KeySize));
        using var content = new MemoryStream(plain);
        await Sealing.WriteAsync(file._path, content, file._key, file._context, TestContext.Current.CancellationToken);
        return file;
    }

    public SealedFile Open() => SealedFile.Open(_path, _key, _context);

    public void Dispose() => File.Delete(_path);
}

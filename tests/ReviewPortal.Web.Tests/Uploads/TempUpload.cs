using System.Security.Cryptography;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Uploads;
using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Web.Tests.Uploads;

/// <summary>One upload in a data folder of its own, as one process after the other finds it.</summary>
internal sealed class TempUpload : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("uploads");

    public Guid Id { get; } = Guid.NewGuid();

    public string Root => _folder.FullName;

    public string Folder => Path.Combine(Root, "uploads", Id.ToString());

    public string[] Pieces => [.. Directory.GetFiles(Folder, "*.piece").Order(StringComparer.Ordinal)];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>As a process that has just been started has it.</summary>
    public UploadStore Store(UploadLimits? limits = null)
    {
        var data = new DataFolder(Root).Create();
        var keys = new RecordingKeys(data, new MasterKeys(data));
        return new UploadStore(data, keys, new RecordingVault(data, new SealedStore(data), keys, new ShredList(data)), limits ?? new UploadLimits { KeepFree = 0 });
    }

    public async Task<UploadStore> BegunAsync(UploadLimits? limits = null)
    {
        var store = Store(limits);
        await store.AddAsync(Id, Ct);
        return store;
    }

    public async Task<(long Offset, PartEnd End)> AppendAsync(UploadStore store, byte[] part, long length)
    {
        using var body = new MemoryStream(part);
        return await store.AppendAsync(Id, length, body, checksum: null, Ct);
    }

    public async Task<byte[]> ReadAsync(UploadStore store)
    {
        await using var stream = store.Open(Id);
        using var all = new MemoryStream();
        await stream.CopyToAsync(all, Ct);
        return all.ToArray();
    }

    public static PartChecksum Sum(byte[] part) => new(HashAlgorithmName.SHA256, SHA256.HashData(part));

    public void Dispose() => _folder.Delete(recursive: true);
}

using ReviewPortal.Infrastructure.Media;

namespace ReviewPortal.Infrastructure.Import;

/// <summary>The files of a delivery, in a folder or in a ZIP. Nothing is ever unpacked to disk.</summary>
internal abstract class Bundle : IDisposable
{
    public const string ManifestName = "manifest.json";

    /// <summary>Bytes that a file says it has; null when there is no such file. The name has been checked.</summary>
    public abstract long? Length(string name);

    public abstract Stream Open(string name);

    public abstract void Dispose();

    /// <summary>What it is follows from its content: a folder, or a file that begins as a ZIP.</summary>
    public static Bundle Open(string path, BundleLimits limits)
    {
        if (Directory.Exists(path)) return new FolderBundle(path);
        if (!File.Exists(path)) throw RefusedDeliveryException.In(Path.GetFileName(path), RefusalReason.NotFound);
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.Asynchronous);
        try
        {
            return ZipBundle.Begins(file)
                ? new ZipBundle(file, Path.GetFileName(path), limits)
                : throw RefusedDeliveryException.In(Path.GetFileName(path), RefusalReason.NotABundle);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>A text of the delivery, whole; null when it is longer than that.</summary>
    public async Task<byte[]?> ReadAsync(string name, int most, CancellationToken ct)
    {
        if (Length(name) is 0) return [];
        await using var stream = Open(name);
        var bytes = new byte[most + 1];
        var read = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);
        return read > most ? null : bytes[..read];
    }
}

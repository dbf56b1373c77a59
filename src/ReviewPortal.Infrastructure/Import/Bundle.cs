using ReviewPortal.Infrastructure.Media;

namespace ReviewPortal.Infrastructure.Import;

/// <summary>The files of a delivery, in a folder or in a ZIP. Nothing is ever unpacked to disk.</summary>
internal abstract class Bundle : IDisposable
{
    public const string ManifestName = "manifest.json";

    /// <summary>Bytes that a file says it has; null when there is no such file. The name has been checked.</summary>
    public abstract long? Length(string name);

    public abstract Stream Open(string name);

    /// <summary>Every file in it by its checked name, for a delivery that has no manifest; no more than asked for.</summary>
    public abstract IReadOnlyList<string> Names(int most);

    public abstract void Dispose();

    /// <summary>What it is follows from its content: a folder, or a file that begins as a ZIP.</summary>
    public static Bundle Open(Incoming incoming, BundleLimits limits)
    {
        if (incoming.Path is { } path)
        {
            if (Directory.Exists(path)) return new FolderBundle(path);
            if (!File.Exists(path)) throw RefusedDeliveryException.In(incoming.Name, RefusalReason.NotFound);
        }

        var file = incoming.Open();
        try
        {
            return ZipBundle.Begins(file)
                ? new ZipBundle(file, incoming.Name, limits)
                : throw RefusedDeliveryException.In(incoming.Name, RefusalReason.NotABundle);
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

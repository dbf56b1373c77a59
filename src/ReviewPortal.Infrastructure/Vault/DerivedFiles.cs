namespace ReviewPortal.Infrastructure.Vault;

/// <summary>
/// What is made from a recording and can be made again: sealed beside it with its key, and so destroyed with it. Written aside, flushed and moved: it is there whole
/// or not at all.
/// </summary>
public sealed class DerivedFiles(SealedStore store, RecordingKeys keys)
{
    public const string Waveform = "waveform", Storyboard = "storyboard", Repaired = "repaired";

    /// <summary>What came and what is known of it, which the vault itself keeps.</summary>
    internal const string Original = "original", Index = "index";

    /// <returns>False when the recording is gone.</returns>
    public async Task<bool> WriteAsync(Guid recording, string name, Stream bytes, CancellationToken ct) =>
        keys.Find(recording) is { } key && await store.WriteBesideAsync(recording, Sealed(name), key, bytes, ct);

    /// <returns>Null when it was not made, or the recording is gone.</returns>
    /// <exception cref="DamagedRecordingException">It is not what was sealed.</exception>
    public async Task<byte[]?> ReadAsync(Guid recording, string name, CancellationToken ct)
    {
        using var file = Open(recording, name);
        return file is null ? null : await file.ReadAllAsync(ct);
    }

    /// <inheritdoc cref="ReadAsync"/>
    public SealedFile? Open(Guid recording, string name) =>
        keys.Find(recording) is { } key && store.Open(recording, Sealed(name)) is { } file ? SealedFile.Open(file, key, SealedStore.Context(recording, Sealed(name))) : null;

    internal void Delete(Guid recording, string name) => store.Delete(recording, Sealed(name));

    private static string Sealed(string name) => $"{name}.sealed";
}

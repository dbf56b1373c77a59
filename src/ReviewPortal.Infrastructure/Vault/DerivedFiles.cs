using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Infrastructure.Vault;

/// <summary>
/// What is made from a recording and can be made again: sealed beside it with its key, and so destroyed with it. Written aside, flushed and moved: it is there whole
/// or not at all.
/// </summary>
public sealed class DerivedFiles(DataFolder data, RecordingKeys keys)
{
    public const string Waveform = "waveform", Storyboard = "storyboard", Repaired = "repaired";

    /// <summary>What came and what is known of it, which the vault itself keeps.</summary>
    internal const string Original = "original", Index = "index";

    /// <returns>False when the recording is gone.</returns>
    public async Task<bool> WriteAsync(Guid recording, string name, Stream bytes, CancellationToken ct)
    {
        if (keys.Find(recording) is not { } key || Folder(recording) is not { } folder) return false;
        var (aside, place) = (Path.Combine(folder, $"{name}.new"), Path.Combine(folder, $"{name}.sealed"));
        File.Delete(aside);
        try
        {
            await Sealing.WriteAsync(aside, bytes, key, Context(recording, name), ct);
            File.Move(aside, place, overwrite: true);
            return true;
        }
        catch (DirectoryNotFoundException)
        {
            return false; // Destroyed in the meantime: nothing of it is made again.
        }
    }

    /// <returns>Null when it was not made, or the recording is gone.</returns>
    /// <exception cref="DamagedRecordingException">It is not what was sealed.</exception>
    public async Task<byte[]?> ReadAsync(Guid recording, string name, CancellationToken ct)
    {
        using var file = Open(recording, name);
        return file is null ? null : await file.ReadAllAsync(ct);
    }

    /// <inheritdoc cref="ReadAsync"/>
    public SealedFile? Open(Guid recording, string name)
    {
        if (keys.Find(recording) is not { } key || Folder(recording) is not { } folder) return null;
        var place = Path.Combine(folder, $"{name}.sealed");
        return File.Exists(place) ? SealedFile.Open(place, key, Context(recording, name)) : null;
    }

    internal void Delete(Guid recording, string name)
    {
        if (Folder(recording) is { } folder) File.Delete(Path.Combine(folder, $"{name}.sealed"));
    }

    // Between the commit and the move a recording is still where it was received.
    private string? Folder(Guid recording) =>
        new[] { Path.Combine(data.Vault, recording.ToString()), Path.Combine(data.Vault, "incoming", recording.ToString()) }.FirstOrDefault(Directory.Exists);

    private static string Context(Guid recording, string name) => $"reviewportal {recording:D} {name}.sealed";
}

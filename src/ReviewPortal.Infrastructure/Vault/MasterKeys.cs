using System.Globalization;
using System.Security.Cryptography;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Infrastructure.Vault;

/// <summary>
/// The keys that wrap the keys of recordings: a file for each version, beside the keys that protect cookies. Whoever keeps backups of the recordings
/// keeps these elsewhere. A new version is made by rotation; the older ones stay as long as something is wrapped with them.
/// </summary>
public sealed class MasterKeys(DataFolder data)
{
    private const string Extension = ".key";

    private string Folder => Path.Combine(data.Keys, "recordings");

    /// <summary>The version that wraps new keys; the first is made when there is none.</summary>
    public int Newest() => Last() is > 0 and var newest ? newest : Add(atMost: 1);

    /// <summary>Makes the next version.</summary>
    public int Add() => Add(int.MaxValue);

    // One at a time, also between processes: a key that was made twice under one name would be lost with everything it wraps.
    private int Add(int atMost)
    {
        Directory.CreateDirectory(Folder);
        using var alone = Alone();
        var version = Last() + 1;
        if (version > atMost) return Last();
        var aside = Path.Combine(Folder, Path.GetRandomFileName());
        SecretFile.Write(aside, RandomNumberGenerator.GetBytes(ChunkCipher.KeySize));
        File.Move(aside, PathOf(version), overwrite: false);
        return version;
    }

    // Another is making one; it takes a moment.
    private FileStream Alone()
    {
        FileStream? alone;
        while ((alone = LockFile.TryTake(Path.Combine(Folder, "lock"))) is null) Thread.Sleep(5);
        return alone;
    }

    private int Last() => Versions().DefaultIfEmpty(0).Max();

    /// <exception cref="DamagedRecordingException">This version is not here, or is no key.</exception>
    public byte[] Get(int version)
    {
        if (!File.Exists(PathOf(version))) throw new DamagedRecordingException($"The master key of version {version} is missing");
        var key = File.ReadAllBytes(PathOf(version));
        return key.Length is ChunkCipher.KeySize ? key : throw new DamagedRecordingException($"The master key of version {version} is damaged");
    }

    /// <summary>Destroys a version with which nothing is wrapped any more.</summary>
    public void Destroy(int version) => SecretFile.Destroy(PathOf(version));

    public IReadOnlyList<int> Versions() => !Directory.Exists(Folder) ? [] : [.. Directory.EnumerateFiles(Folder, "*" + Extension)
        .Select(path => int.TryParse(Path.GetFileNameWithoutExtension(path), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0)
        .Where(version => version > 0)
        .Order()];

    private string PathOf(int version) => Path.Combine(Folder, version.ToString(CultureInfo.InvariantCulture) + Extension);
}

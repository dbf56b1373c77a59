using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Infrastructure.Vault;

/// <summary>
/// The key of each recording, wrapped with a master key: one small file each, apart from the recordings themselves, so that their backups can be
/// short-lived. What was sealed with a key that is destroyed stays closed, also in a backup.
/// </summary>
/// <remarks>Layout: format (1), version of the master key (4, big-endian), nonce (12), wrapped key (32), tag (16).</remarks>
public sealed class RecordingKeys(DataFolder data, MasterKeys masters)
{
    private const byte Format = 1;
    private const int NonceAt = 1 + sizeof(int);
    private const int KeyAt = NonceAt + NonceSize;
    private const int NonceSize = 12;
    private const int Size = KeyAt + ChunkCipher.KeySize + ChunkCipher.TagSize;

    /// <summary>Makes the key of a new recording and keeps it.</summary>
    public byte[] Add(Guid recording)
    {
        var key = RandomNumberGenerator.GetBytes(ChunkCipher.KeySize);
        Directory.CreateDirectory(data.RecordingKeys);
        SecretFile.Write(PathOf(recording), Wrap(recording, key, masters.Newest()));
        return key;
    }

    public bool Has(Guid recording) => File.Exists(PathOf(recording));

    /// <returns>When it was wrapped; null when there is no key.</returns>
    internal DateTime? Written(Guid recording) => new FileInfo(PathOf(recording)) is { Exists: true } file ? file.LastWriteTimeUtc : null;

    /// <returns>Null when there is no key: destroyed, or never made.</returns>
    /// <exception cref="DamagedRecordingException">The key cannot be unwrapped.</exception>
    public byte[]? Find(Guid recording) => Has(recording) ? Unwrap(recording, File.ReadAllBytes(PathOf(recording))) : null;

    /// <summary>Destroys the key, and with it everything that was sealed with it.</summary>
    public void Destroy(Guid recording)
    {
        SecretFile.Destroy(PathOf(recording));
        SecretFile.Destroy(PathOf(recording) + ".new"); // Of a rotation that stopped halfway.
    }

    /// <summary>
    /// Wraps every key anew with a new master key, and destroys the older ones. What stops halfway is finished by the next rotation. A damaged key stays as it
    /// is, with the master key it names: put back from a backup it would open again.
    /// </summary>
    internal Rotation Rotate()
    {
        var version = masters.Add();
        var (count, left, needed) = (0, ImmutableArray.CreateBuilder<Guid>(), new HashSet<int> { version });
        foreach (var recording in All().ToArray())
        {
            try
            {
                Rewrap(recording, version);
                count++;
            }
            catch (DamagedRecordingException)
            {
                left.Add(recording);
                if (File.ReadAllBytes(PathOf(recording)) is { Length: Size } wrapped) needed.Add(BinaryPrimitives.ReadInt32BigEndian(wrapped.AsSpan(1)));
            }
        }

        foreach (var older in masters.Versions().Where(known => known < version && !needed.Contains(known))) masters.Destroy(older);
        return new Rotation(version, count, left.DrainToImmutable());
    }

    /// <summary>The recordings that have a key.</summary>
    public IEnumerable<Guid> All() => !Directory.Exists(data.RecordingKeys) ? [] : Directory.GetFiles(data.RecordingKeys)
        .Select(path => Guid.TryParse(Path.GetFileName(path), out var recording) ? recording : Guid.Empty)
        .Where(recording => recording != Guid.Empty);

    private void Rewrap(Guid recording, int version)
    {
        var aside = PathOf(recording) + ".new";
        SecretFile.Destroy(aside);
        SecretFile.Write(aside, Wrap(recording, Find(recording)!, version));
        File.Move(aside, PathOf(recording), overwrite: true);
    }

    private byte[] Wrap(Guid recording, ReadOnlySpan<byte> key, int version)
    {
        var wrapped = new byte[Size];
        wrapped[0] = Format;
        BinaryPrimitives.WriteInt32BigEndian(wrapped.AsSpan(1), version);
        RandomNumberGenerator.Fill(wrapped.AsSpan(NonceAt, NonceSize));
        using var master = new AesGcm(masters.Get(version), ChunkCipher.TagSize);
        master.Encrypt(wrapped.AsSpan(NonceAt, NonceSize), key, wrapped.AsSpan(KeyAt, ChunkCipher.KeySize), wrapped.AsSpan(^ChunkCipher.TagSize..), Bound(recording, version));
        return wrapped;
    }

    private byte[] Unwrap(Guid recording, ReadOnlySpan<byte> wrapped)
    {
        if (wrapped.Length is not Size || wrapped[0] is not Format) throw new DamagedRecordingException("Its key is damaged");
        var version = BinaryPrimitives.ReadInt32BigEndian(wrapped[1..]);
        var key = new byte[ChunkCipher.KeySize];
        using var master = new AesGcm(masters.Get(version), ChunkCipher.TagSize);
        try
        {
            master.Decrypt(wrapped.Slice(NonceAt, NonceSize), wrapped.Slice(KeyAt, ChunkCipher.KeySize), wrapped[^ChunkCipher.TagSize..], key, Bound(recording, version));
        }
        catch (AuthenticationTagMismatchException changed)
        {
            throw new DamagedRecordingException("Its key was changed, or belongs to another recording", changed);
        }

        return key;
    }

    // To what a wrapped key is bound: put under another recording or another version, it does not open.
    private static byte[] Bound(Guid recording, int version) => Encoding.ASCII.GetBytes($"reviewportal recording key {recording:D} master {version}");

    private string PathOf(Guid recording) => Path.Combine(data.RecordingKeys, recording.ToString());
}

/// <param name="Version">Of the new master key.</param>
/// <param name="Count">How many keys it wraps.</param>
/// <param name="Damaged">The recordings whose keys could not be unwrapped.</param>
public sealed record Rotation(int Version, int Count, ImmutableArray<Guid> Damaged);

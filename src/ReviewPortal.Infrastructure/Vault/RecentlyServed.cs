using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace ReviewPortal.Infrastructure.Vault;

/// <summary>Under what circumstances something was found out about a recording; when one of them is another, it is found out again.</summary>
/// <param name="Key">When its key was wrapped.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ServedState(string Sha256, DateTime Key, ObjectVersion Index, ObjectVersion Original);

/// <summary>
/// What was found out about the recordings that are being watched: the unwrapped key, the prefix, the tag. A player asks for hundreds of stretches, and
/// each would cost two keys, an index and a checksum. Some hundreds are remembered; a recording that is destroyed is forgotten first.
/// </summary>
internal sealed class RecentlyServed
{
    // With prefixes of some tens of kilobytes, a few megabytes.
    private const int Most = 256;

    private readonly ConcurrentDictionary<Guid, Kept> _kept = [];

    /// <returns>Null when nothing is known of it, or of another state of it. The file is then still the caller's.</returns>
    public VirtualRecording? Open(Guid recording, in ServedState state, StoredObject file) =>
        _kept.TryGetValue(recording, out var kept) && kept.State == state && kept.Cipher.Again() is { } cipher ? kept.Served.Again(SealedFile.Again(file, cipher)) : null;

    public void Keep(Guid recording, in ServedState state, VirtualRecording opened)
    {
        if (opened.Cipher() is not { } cipher) return;
        if (_kept.Count >= Most) Forget();
        var kept = new Kept(state, opened, cipher);
        _kept.AddOrUpdate(recording, kept, (_, older) =>
        {
            older.Cipher.Dispose();
            return kept;
        });
    }

    public void Forget(Guid recording)
    {
        if (_kept.TryRemove(recording, out var kept)) kept.Cipher.Dispose();
    }

    public void Forget()
    {
        foreach (var recording in _kept.Keys) Forget(recording);
    }

    /// <param name="Served">Closed long ago; only what it knows of the recording is used.</param>
    private sealed record Kept(ServedState State, VirtualRecording Served, ChunkCipher Cipher);
}

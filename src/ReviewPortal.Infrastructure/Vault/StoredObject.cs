using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ReviewPortal.Infrastructure.Vault;

/// <summary>What tells one state of an object from the next: another length or another moment of writing is another object.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ObjectVersion(long Length, DateTime Written);

/// <summary>An object of the store, opened for reading at any place.</summary>
internal sealed class StoredObject : IDisposable
{
    private readonly SafeFileHandle _file;

    private StoredObject(SafeFileHandle file) => (_file, Version) = (file, new(RandomAccess.GetLength(file), File.GetLastWriteTimeUtc(file)));

    public ObjectVersion Version { get; }

    public static StoredObject At(string path) => new(File.OpenHandle(path));

    /// <summary>Reads all that was asked for. It never waits here; one in another place would, and so do those who ask.</summary>
    /// <exception cref="EndOfStreamException">There is not so much.</exception>
    public ValueTask ReadAsync(long at, Memory<byte> into, CancellationToken ct)
    {
        // On the thread that asks: for a file the framework would take another thread of the same pool, and block that instead.
        ct.ThrowIfCancellationRequested();
        Read(at, into.Span);
        return ValueTask.CompletedTask;
    }

    public void Read(long at, Span<byte> into)
    {
        while (into.Length > 0)
        {
            var read = RandomAccess.Read(_file, into, at);
            if (read is 0) throw new EndOfStreamException("The recording has become shorter while it was read");
            into = into[read..];
            at += read;
        }
    }

    public void Dispose() => _file.Dispose();
}

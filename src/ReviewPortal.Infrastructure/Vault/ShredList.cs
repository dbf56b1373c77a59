using System.Text;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Infrastructure.Vault;

/// <summary>
/// What was destroyed, by its identity and nothing else. It stays where it is when a backup is put back, so that what the backup holds can be destroyed
/// once more before anybody is served.
/// </summary>
public sealed class ShredList(DataFolder data)
{
    private string List => Path.Combine(data.Root, "destroyed.txt");

    public IReadOnlySet<Guid> All() => !File.Exists(List) ? new HashSet<Guid>() : File.ReadLines(List)
        .Select(line => Guid.TryParse(line, out var recording) ? recording : Guid.Empty)
        .Where(recording => recording != Guid.Empty)
        .ToHashSet();

    /// <summary>Returns when the disk has it.</summary>
    internal void Add(Guid recording)
    {
        if (All().Contains(recording)) return;
        using var list = new FileStream(List, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
        // A line that a power cut left half-written must not run into this one.
        list.Write(Encoding.ASCII.GetBytes($"\n{recording:D}\n"));
        list.Flush(flushToDisk: true);
    }
}

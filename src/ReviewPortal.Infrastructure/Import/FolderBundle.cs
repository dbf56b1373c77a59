using System.Formats.Tar;

namespace ReviewPortal.Infrastructure.Import;

/// <summary>A delivery in a folder. Links in it are refused: they may point anywhere, and elsewhere tomorrow.</summary>
internal sealed class FolderBundle(string folder) : Bundle
{
    private readonly string _root = Path.GetFullPath(folder);

    public override long? Length(string name)
    {
        var path = _root;
        foreach (var part in name.Split('/'))
        {
            path = Path.Combine(path, part);
            if (new FileInfo(path).LinkTarget is not null) throw RefusedDeliveryException.In(name, RefusalReason.Link);
        }

        if (Directory.Exists(path)) throw RefusedDeliveryException.In(name, RefusalReason.NotAFile);
        if (new FileInfo(path) is not { Exists: true } file) return null;
        // Everything that is no file, such as a pipe, says that it is empty.
        return file.Length > 0 || IsRegular(path) ? file.Length : throw RefusedDeliveryException.In(name, RefusalReason.NotAFile);
    }

    public override Stream Open(string name)
    {
        if (Length(name) is not > 0) return Stream.Null;
        var path = Path.Combine([_root, .. name.Split('/')]);
        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
    }

    public override IReadOnlyList<string> Names(int most) =>
    [
        .. Directory.EnumerateFiles(_root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, MaxRecursionDepth = 3 })
            .Take(most)
            .Select(path => Path.GetRelativePath(_root, path).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(BundlePath.IsSafe),
    ];

    public override void Dispose()
    {
    }

    // Only the writer of archives asks the system what kind of file it has before it; opening a pipe would wait for ever.
    internal static bool IsRegular(string path)
    {
        using var archive = new MemoryStream();
        try
        {
            using var writer = new TarWriter(archive, leaveOpen: true);
            writer.WriteEntry(path, "file");
        }
        catch (IOException)
        {
            return false; // A socket has no kind in an archive.
        }

        archive.Position = 0;
        using var reader = new TarReader(archive);
        return reader.GetNextEntry()?.EntryType is TarEntryType.RegularFile;
    }
}

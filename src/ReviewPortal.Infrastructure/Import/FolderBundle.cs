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

        return new FileInfo(path) is { Exists: true } file ? file.Length : null;
    }

    public override Stream Open(string name)
    {
        // A pipe or a device has no length, and opening one would wait for ever.
        if (Length(name) is not > 0) return Stream.Null;
        var path = Path.Combine([_root, .. name.Split('/')]);
        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
    }

    public override void Dispose()
    {
    }
}

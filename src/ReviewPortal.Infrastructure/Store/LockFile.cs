namespace ReviewPortal.Infrastructure.Store;

/// <summary>A file that processes hold to keep each other off; its content says nothing, and it stays when it is let go.</summary>
internal static class LockFile
{
    /// <returns>Held until it is disposed of; null while others hold it in a way that does not go together with this.</returns>
    /// <exception cref="IOException">The file cannot be made.</exception>
    public static FileStream? TryTake(string path, FileAccess access = FileAccess.ReadWrite, FileShare share = FileShare.None)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, access, share, bufferSize: 0);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }
}

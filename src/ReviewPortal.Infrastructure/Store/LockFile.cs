namespace ReviewPortal.Infrastructure.Store;

/// <summary>A file that processes hold to keep each other off; its content says nothing, and it stays when it is let go.</summary>
internal static class LockFile
{
    // What the kernel says when somebody else holds it: Linux, macOS, and Windows in two ways.
    private static readonly int[] Held = [11, 35, unchecked((int)0x80070020), unchecked((int)0x80070021)];

    /// <returns>Held until it is disposed of; null while others hold it in a way that does not go together with this.</returns>
    /// <exception cref="IOException">It cannot be made or opened, for another reason than that somebody holds it: waiting does not help.</exception>
    public static FileStream? TryTake(string path, FileAccess access = FileAccess.ReadWrite, FileShare share = FileShare.None)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, access, share, bufferSize: 0);
        }
        catch (IOException taken) when (Held.Contains(taken.HResult))
        {
            return null;
        }
    }
}

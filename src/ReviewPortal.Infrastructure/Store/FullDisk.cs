namespace ReviewPortal.Infrastructure.Store;

/// <summary>Whether there was no room left: that passes, and says nothing about what was being read or written.</summary>
public static class FullDisk
{
    // Linux, its quotas, and Windows.
    private static readonly int[] Codes = [28, 122, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    public static bool Is(IOException failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return Codes.Contains(failure.HResult);
    }
}

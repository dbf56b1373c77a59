using Microsoft.Data.Sqlite;

namespace ReviewPortal.Infrastructure.Store;

/// <summary>Knows a full disk by what failed on it. It is no fault of what was being written, and it passes.</summary>
public static class FullDisk
{
    // Linux, its quotas, and Windows.
    private static readonly int[] Codes = [28, 122, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    // SQLITE_FULL.
    private const int Database = 13;

    public static bool Is(Exception? failure) => failure switch
    {
        null => false,
        IOException file when Codes.Contains(file.HResult) => true,
        SqliteException { SqliteErrorCode: Database } => true,
        AggregateException several => several.InnerExceptions.Any(Is),
        _ => Is(failure.InnerException),
    };
}

namespace ReviewPortal.Infrastructure.Uploads;

/// <summary>How much may be sent in, and how long what stands still is kept.</summary>
public sealed record UploadLimits
{
    /// <summary>Of one upload.</summary>
    public long Bytes { get; init; } = 64L * 1024 * 1024 * 1024;

    /// <summary>In how many pieces one upload may arrive.</summary>
    public int Pieces { get; init; } = 10_000;

    /// <summary>Unfinished uploads of one sender at a time.</summary>
    public int Unfinished { get; init; } = 100;

    /// <summary>Bytes that stay free on the disk, for everything else that the portal writes.</summary>
    public long KeepFree { get; init; } = 1024L * 1024 * 1024;

    /// <summary>When the disk is full, it is looked again after so long whether what has arrived can be taken in.</summary>
    public TimeSpan LookForRoom { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>An unfinished upload goes so long after its last byte came.</summary>
    public TimeSpan KeepUnfinished { get; init; } = TimeSpan.FromDays(7);

    /// <summary>What became of an upload can be read this long.</summary>
    public TimeSpan KeepReports { get; init; } = TimeSpan.FromDays(90);
}

namespace ReviewPortal.Infrastructure.Import;

/// <summary>How much a delivery may hold. Real bytes are counted; what an archive says of itself is not believed.</summary>
public sealed record BundleLimits
{
    /// <summary>Files and folders in an archive, and recordings in a manifest.</summary>
    public int Entries { get; init; } = 1000;

    /// <summary>Room for the names of a thousand files; a directory of millions would fill the memory before anyone could count it.</summary>
    public long DirectoryBytes { get; init; } = 2 * 1024 * 1024;

    public int ManifestBytes { get; init; } = 1024 * 1024;

    /// <summary>Of one line of events or chat; 256 KiB is the most that can be set.</summary>
    public int LineBytes { get; init; } = 64 * 1024;

    public int Lines { get; init; } = 500_000;

    /// <summary>Of all lines of events or chat together: they are held in memory.</summary>
    public long ListBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>Of all recordings together, uncompressed.</summary>
    public long TotalBytes { get; init; } = 64L * 1024 * 1024 * 1024;

    /// <summary>How many bytes one compressed byte may become. Video does not compress; only a bomb does.</summary>
    public int Ratio { get; init; } = 200;

    /// <summary>A small text may compress better than that.</summary>
    public long RatioFromBytes { get; init; } = 1024 * 1024;
}

namespace ReviewPortal.Infrastructure.Import.Rosters;

/// <summary>What rosters and results of the institution's own administration come in; written small, these are the names on the command line.</summary>
public enum RosterFormat
{
    /// <summary>Version 5 of the open education API, under its earlier name.</summary>
    OoApi,

    /// <summary>Version 6.</summary>
    OeApi,

    /// <summary>Lines with a header, in Dutch or English.</summary>
    Roster,
}

public static class RosterFormats
{
    public static string Name(this RosterFormat format) => format.ToString().ToLowerInvariant();

    public static RosterFormat? Named(string? name) => Enum.TryParse<RosterFormat>(name, ignoreCase: true, out var format) && Enum.IsDefined(format) ? format : null;
}

/// <summary>How much a roster may hold.</summary>
public sealed record RosterLimits
{
    public int Bytes { get; init; } = 16 * 1024 * 1024;

    public int Candidates { get; init; } = 50_000;

    /// <summary>After so many bad lines the rest is only counted.</summary>
    public int Problems { get; init; } = 500;
}

using System.Collections.Immutable;

namespace ReviewPortal.Infrastructure.Import.Rosters;

/// <summary>That a roster came in, and what became of its lines. Of the file only its fingerprint is kept.</summary>
public sealed class RosterImport
{
    public Guid Id { get; init; }

    public required string File { get; init; }

    /// <summary>By which reader it was read: "ooapi", "roster".</summary>
    public required string Format { get; init; }

    public required string Sha256 { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }

    public required string ReceivedByName { get; init; }

    public int Added { get; init; }

    public int Changed { get; init; }

    public int Same { get; init; }

    public int LeftOut { get; init; }

    public int Irregularities { get; init; }

    /// <summary>All lines that were not taken over, also those not told one by one.</summary>
    public int Refused { get; init; }

    public ImmutableArray<RosterProblem> Problems { get; init; } = [];
}

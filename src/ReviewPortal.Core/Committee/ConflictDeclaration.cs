using ReviewPortal.Core.Cases;

namespace ReviewPortal.Core.Committee;

/// <summary>A member or secretary says to have an interest in a case, and from then on takes no part in it (Awb 2:4, WHW 7.12b lid 4).</summary>
public sealed class ConflictDeclaration
{
    public Guid Id { get; init; }

    public CaseId Case { get; init; }

    public PersonId Person { get; init; }

    public required string Name { get; init; }

    public required string Reason { get; init; }

    public DateTimeOffset At { get; init; }
}

using System.Collections.Immutable;
using ReviewPortal.Core.Cases;

namespace ReviewPortal.Core.Committee;

/// <summary>The session of the board in which the case is deliberated, with the members who take part.</summary>
public sealed class BoardSession
{
    /// <summary>House rule: members without a conflict of interest needed to decide.</summary>
    public const int Quorum = 2;

    public CaseId Case { get; init; }

    public DateOnly Date { get; set; }

    public ImmutableArray<SessionMember> Members { get; set; } = [];

    public bool HasQuorum => Members.Length >= Quorum;

    /// <summary>A member steps back; whoever is left may still make a quorum.</summary>
    public void Excuse(PersonId person) => Members = [.. Members.Where(member => member.Id != person)];

    public bool Includes(PersonId person) => Members.Any(member => member.Id == person);
}

public sealed record SessionMember(PersonId Id, string Name);

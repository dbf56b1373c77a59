using ReviewPortal.Core.Cases;

namespace ReviewPortal.Core.Committee;

/// <summary>A member's proposal to close a case in which the inquiry found no ground; the chair, another person, closes it.</summary>
public sealed class Closing
{
    public CaseId Case { get; init; }

    public PersonId ProposedBy { get; set; }

    public string ProposedByName { get; set; } = "";

    public DateTimeOffset ProposedAt { get; set; }

    public string Reasons { get; set; } = "";
}

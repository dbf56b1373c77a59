using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Committee;

/// <summary>What the board itself found out about the facts (Awb 3:2, UU-EC-1).</summary>
public sealed class Investigation
{
    public CaseId Case { get; init; }

    public PersonId TakenUpBy { get; init; }

    public required string TakenUpByName { get; init; }

    public DateTimeOffset TakenUpAt { get; init; }

    /// <summary>What was examined, and that the careful making of the proces-verbaal was checked (Awb 3:9 by analogy).</summary>
    public string Findings { get; set; } = "";

    public void State(CaseFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        facts.State(Requirement.InvestigationRecorded, !Inked.IsEmpty(Findings));
    }
}

using ReviewPortal.Core.Cases;

namespace ReviewPortal.Core.Committee;

/// <summary>One cause behind many cases of an exam, named once. Every case keeps its own inquiry, view, decision and letter (Awb 3:2, 3:46).</summary>
public sealed class Incident
{
    public Guid Id { get; init; }

    public Guid Exam { get; init; }

    public required string Title { get; init; }

    /// <summary>What happened, for as far as it is the same in every case.</summary>
    public required string Description { get; init; }

    /// <summary>Who reported it, in words: the supplier, the examiner, a service desk.</summary>
    public required string ReportedBy { get; init; }

    public PersonId NamedBy { get; init; }

    public required string NamedByName { get; init; }

    public DateTimeOffset NamedAt { get; init; }
}

/// <summary>A case in which the incident plays a part.</summary>
public sealed class IncidentCase
{
    public Guid Incident { get; init; }

    public CaseId Case { get; init; }
}

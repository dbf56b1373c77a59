using ReviewPortal.Core.Cases;

namespace ReviewPortal.Core.ProcesVerbaal;

/// <summary>What is added to a signed proces-verbaal; the signed text itself stays as it is.</summary>
public sealed class Addendum
{
    public Guid Id { get; init; }

    public CaseId Case { get; init; }

    public PersonId By { get; init; }

    public required string ByName { get; init; }

    public DateTimeOffset At { get; init; }

    public required string Text { get; init; }
}

using ReviewPortal.Core.Cases;

namespace ReviewPortal.Core.ProcesVerbaal;

/// <summary>What an examiner reports to the board and the student, during the test or while marking (protocol, Examinator; UU-EXR-1).</summary>
public sealed class ExaminerReport
{
    public CaseId Case { get; init; }

    public PersonId By { get; init; }

    public required string ByName { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>What was found and how; a suspicion, never a verdict.</summary>
    public required string Text { get; init; }
}

using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;

namespace ReviewPortal.Infrastructure.Store;

/// <summary>What somebody is writing for one step of one case and has not handed in. Nobody else reads it, and it goes when the step is taken.</summary>
public sealed class StepDraft
{
    public PersonId Person { get; init; }

    public CaseId Case { get; init; }

    public CaseAction Step { get; init; }

    public string Text { get; set; } = "";

    public DateOnly Day { get; set; }

    public DateTimeOffset At { get; set; }
}

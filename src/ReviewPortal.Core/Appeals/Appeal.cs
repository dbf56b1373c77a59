using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;

namespace ReviewPortal.Core.Appeals;

/// <summary>An appeal as the appeals desk registers it, up to the ruling. Rulings are made elsewhere and recorded here.</summary>
public sealed class Appeal
{
    public Guid Id { get; init; }

    public CaseId Case { get; init; }

    public AppealBody Body { get; init; }

    /// <summary>The day of receipt at the faciliteit, which decides whether it is in time (WHW 7.59a lid 6).</summary>
    public DateOnly ReceivedOn { get; init; }

    /// <summary>Late appeals are registered too; whether the lateness is excused is for the body to say (Awb 6:11).</summary>
    public bool WasLate { get; init; }

    public string LateReason { get; init; } = "";

    /// <summary>The organ that got it first and passed it on, empty when it came to the right desk (Awb 2:3, 6:15).</summary>
    public string ForwardedFrom { get; init; } = "";

    public string Grounds { get; init; } = "";

    public DateTimeOffset RegisteredAt { get; init; }

    public required string RegisteredByName { get; init; }

    /// <summary>The last day to try a settlement (WHW 7.61 lid 3); null before the desk has passed it to the board.</summary>
    public DateOnly? SettleBy { get; set; }

    /// <summary>What the attempt to settle brought.</summary>
    public string SettlementReport { get; set; } = "";

    public string InterimMeasure { get; set; } = "";

    public DateOnly? InterimFrom { get; set; }

    /// <summary>Null while it runs.</summary>
    public DateOnly? InterimUntil { get; set; }

    public Ruling? Ruling { get; set; }

    public DateOnly? RuledOn { get; set; }

    public string RulingSummary { get; set; } = "";

    /// <summary>The body ordered a board in another composition to decide again.</summary>
    public bool OtherComposition { get; set; }

    /// <summary>By when the board has to decide again, when the ruling sets a term.</summary>
    public DateOnly? DecideBy { get; set; }

    public DateOnly? WithdrawnOn { get; set; }

    public bool IsOpen => Ruling is null && WithdrawnOn is null;

    /// <summary>The measure was granted and has not been ended.</summary>
    public bool InterimRuns => this is { InterimFrom: not null, InterimUntil: null };

    public void EndInterimMeasure(DateOnly on)
    {
        if (InterimRuns) InterimUntil = on;
    }

    /// <summary>A sanction does not run while this does (WHW 7.61 lid 6).</summary>
    public bool InterimRunsOn(DateOnly day) => InterimFrom <= day && !(InterimUntil < day);

    /// <summary>The last day to appeal against the ruling itself.</summary>
    public Deadline? NextTerm => RuledOn is { } ruled && Body is AppealBody.ExamAppealsBoard ? StatutoryTerms.FurtherAppeal(ruled) : null;
}

/// <summary>The bodies to which a student can go.</summary>
public enum AppealBody
{
    /// <summary>College van beroep voor de examens (WHW 7.61).</summary>
    ExamAppealsBoard,

    /// <summary>Afdeling bestuursrechtspraak van de Raad van State (WHW 7.64).</summary>
    CouncilOfState,
}

/// <summary>What a body rules.</summary>
public enum Ruling
{
    Dismissed,
    Inadmissible,
    Annulled,
    PartlyAnnulled,
}

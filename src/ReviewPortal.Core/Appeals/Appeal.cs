using System.Collections.Immutable;
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
    public bool WasLate { get; private set; }

    public string LateReason { get; init; } = "";

    /// <summary>The organ that got it first and passed it on, empty when it came to the right desk (Awb 2:3, 6:15).</summary>
    public string ForwardedFrom { get; init; } = "";

    public string Grounds { get; init; } = "";

    /// <summary>The letter it is against. It goes on against the decision that replaces that one (Awb 6:19). Null for one registered before this was kept.</summary>
    public Guid? Letter { get; set; }

    /// <summary>The last day to file it, from which the appeals board counts its own term (WHW 7.61 lid 4); a later decision does not move it.</summary>
    public DateOnly? FileBy { get; private set; }

    /// <summary>By when the appeals board rules: ten weeks from the term in which this appeal had to be filed (WHW 7.61 lid 4); null as long as no term has begun.</summary>
    public DateOnly? RuleBy => FileBy is { } last ? StatutoryTerms.AppealsBoardDecision(last).LastDay : null;

    public DateTimeOffset RegisteredAt { get; init; }

    public required string RegisteredByName { get; init; }

    /// <summary>The last day to try a settlement (WHW 7.61 lid 3); null before the desk has passed it to the board.</summary>
    public DateOnly? SettleBy { get; set; }

    /// <summary>What the attempt to settle brought.</summary>
    public string SettlementReport { get; set; } = "";

    /// <summary>What was agreed, when the settlement succeeded (WHW 7.61 lid 3).</summary>
    public string Agreement { get; set; } = "";

    public DateOnly? AgreedOn { get; set; }

    /// <summary>The last measure that was granted; those before it stand in <see cref="EarlierMeasures"/>.</summary>
    public string InterimMeasure { get; private set; } = "";

    public DateOnly? InterimFrom { get; private set; }

    /// <summary>Null while it runs.</summary>
    public DateOnly? InterimUntil { get; private set; }

    public ImmutableArray<InterimMeasure> EarlierMeasures { get; private set; } = [];

    public Ruling? Ruling { get; set; }

    public DateOnly? RuledOn { get; set; }

    public string RulingSummary { get; set; } = "";

    /// <summary>The body ordered a board in another composition to decide again.</summary>
    public bool OtherComposition { get; set; }

    /// <summary>By when the board has to decide again, when the ruling sets a term.</summary>
    public DateOnly? DecideBy { get; set; }

    public DateOnly? WithdrawnOn { get; set; }

    public bool IsOpen => Ruling is null && WithdrawnOn is null;

    /// <summary>Every measure, in the order in which they were granted: a second one leaves the first as it was.</summary>
    public ImmutableArray<InterimMeasure> Measures => InterimFrom is { } from ? [.. EarlierMeasures, new(InterimMeasure, from, InterimUntil)] : EarlierMeasures;

    /// <summary>A measure was granted and has not been ended.</summary>
    public bool InterimRuns => Measures.Any(measure => measure.Until is null);

    /// <summary>The term in which it had to be filed is known; of one that came before the decision was sent, only then (Awb 6:7, 6:8, 6:10).</summary>
    public void TermBegan(DateOnly fileBy) => (FileBy, WasLate) = (fileBy, ReceivedOn > fileBy);

    public void Grant(InterimMeasure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        EarlierMeasures = Measures;
        (InterimMeasure, InterimFrom, InterimUntil) = (measure.What, measure.From, measure.Until);
    }

    /// <summary>Ends one measure; a measure that was ended before keeps its day.</summary>
    public void EndMeasure(int index, DateOnly on)
    {
        if (index == EarlierMeasures.Length) InterimUntil ??= InterimFrom is null ? null : on;
        else if (index >= 0 && index < EarlierMeasures.Length && EarlierMeasures[index] is { Until: null } running) EarlierMeasures = EarlierMeasures.SetItem(index, running with { Until = on });
    }

    /// <summary>Measures are for the time of the appeal, and end with it.</summary>
    public void EndMeasures(DateOnly on)
    {
        for (var index = 0; index < Measures.Length; index++) EndMeasure(index, on);
    }

    /// <summary>A sanction does not run while one of them does (WHW 7.61 lid 6).</summary>
    public bool InterimRunsOn(DateOnly day) => Measures.Any(measure => measure.RunsOn(day));

    /// <summary>The last day to appeal against the ruling itself.</summary>
    public Deadline? NextTerm => RuledOn is { } ruled && Body is AppealBody.ExamAppealsBoard ? StatutoryTerms.FurtherAppeal(ruled) : null;
}

/// <summary>An interim measure of the chair of the appeals board (WHW 7.61 lid 6).</summary>
/// <param name="Until">Null while it runs.</param>
public sealed record InterimMeasure(string What, DateOnly From, DateOnly? Until)
{
    public bool RunsOn(DateOnly day) => From <= day && !(Until < day);
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

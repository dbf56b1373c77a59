using System.Collections.Immutable;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Necessity;

/// <summary>What a step with a request says back: done, or refused with what is missing and why that is needed.</summary>
public abstract record FacilityAnswer
{
    public bool IsDone => this is FacilityDone;
}

/// <param name="Row">The row of the table along which the request went.</param>
public sealed record FacilityDone(FacilityStep Row) : FacilityAnswer;

public sealed record FacilityRefused(FacilityAction Action, RefusalKind Kind) : FacilityAnswer
{
    public FacilityState? State { get; init; }

    /// <summary>Every unmet need, in the order of the table.</summary>
    public ImmutableArray<FacilityNeed> Unmet { get; init; } = [];

    /// <summary>The open request of the same student for the same test that stands in the way; null when none does.</summary>
    public FacilityNumber? Earlier { get; init; }

    /// <summary>What is missing, with the request that stands in the way.</summary>
    public string Of(FacilityNeed need, Language language) =>
        need is FacilityNeed.NotAskedYet && Earlier is { } earlier ? FacilityTexts.AskedIn(earlier, language) : FacilityTexts.Of(need, language);

    /// <summary>The refusal as one readable text, each need with its source.</summary>
    public string Sentence(Language language) => Kind switch
    {
        RefusalKind.Unmet => $"{FacilityTexts.Refused("Unmet", Action, null, language)} {string.Join(' ', Unmet.Select(need => $"{Of(need, language)} ({FacilitySources.InWords(need, language)})"))}",
        RefusalKind.NotFromThisState when State is { } state => FacilityTexts.Refused("NotFromThisState", Action, state, language),
        RefusalKind.NotFromThisState => FacilityTexts.Refused("NoCase", Action, null, language),
        _ => FacilityTexts.Refused(Kind.ToString(), Action, null, language),
    };
}

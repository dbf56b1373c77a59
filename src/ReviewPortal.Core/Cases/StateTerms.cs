using System.Collections.Immutable;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Lifecycle;

namespace ReviewPortal.Core.Cases;

/// <summary>How long a case may wait in a state. No seed gives these terms; they are house terms and say so (law.md 6.1, point 10).</summary>
/// <param name="Days">Working days.</param>
public sealed record StateTerm(CaseState State, int Days, string Basis);

public static class StateTerms
{
    private const string House = "huisregel";

    /// <summary>What holds unless the settings give another number of days (<see cref="HouseTerms"/>).</summary>
    public static readonly ImmutableArray<StateTerm> All =
    [
        new(CaseState.Imported, 3, House),
        new(CaseState.InReview, 10, House),
        new(CaseState.SecondReview, 5, House),
        new(CaseState.Reported, 5, House),
        new(CaseState.UnderInvestigation, 10, House),
        new(CaseState.ViewsInvited, 10, House),
        new(CaseState.HearingScheduled, 10, House),
        new(CaseState.ViewsReceived, 5, House),
        new(CaseState.Deliberation, 10, House),
        new(CaseState.Decided, 5, House),
        new(CaseState.DeliveryFailed, 2, House),
        new(CaseState.AppealLodged, 2, House),
        new(CaseState.Annulled, 10, House),
    ];

    /// <summary>The term of this house, which its settings may have changed.</summary>
    public static StateTerm? Of(CaseState state) => HouseTerms.Current.Of(state);

    /// <summary>The term that the law sets in a state; the step that leads there computes its last day.</summary>
    public static Term? StatutoryIn(CaseState state) => NameIn(state) is { } name ? StatutoryTerms.All.Single(term => term.Name == name) : null;

    private static TermName? NameIn(CaseState state) => state switch
    {
        CaseState.Notified => TermName.Appeal,
        CaseState.Settlement => TermName.Settlement,
        CaseState.AppealPending => TermName.AppealsBoardDecision,
        CaseState.Dismissed => TermName.FurtherAppeal,
        _ => null,
    };

    public static DateOnly? DueAfter(CaseState state, DateTimeOffset since) =>
        Of(state) is { } term ? WorkingDays.After(Amsterdam.DateOf(since), term.Days) : null;
}

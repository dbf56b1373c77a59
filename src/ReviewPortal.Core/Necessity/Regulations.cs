using System.Collections.Immutable;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Necessity;

/// <summary>A version of a set of rules with the days on which it holds. A case is bound to the version of its exam date (UU-GOV-1).</summary>
/// <param name="Until">The last day on which it holds; null while it is the current one.</param>
/// <param name="Confirmed">False while the university has not confirmed text and dates.</param>
public sealed record Regulation(RegulationKind Kind, string Dutch, string English, DateOnly From, DateOnly? Until, string Source, bool Confirmed)
{
    public string Name(Language language) => language is Language.English ? English : Dutch;

    public bool HoldsOn(DateOnly date) => From <= date && (Until is null || date <= Until);
}

public enum RegulationKind
{
    Protocol,
    BoardRules,
    EducationExamRegulations,
}

public static class Regulations
{
    public static readonly ImmutableArray<Regulation> All =
    [
        new(RegulationKind.Protocol, "Protocol online proctoring van 18 januari 2021", "Online proctoring protocol of 18 January 2021",
            new(2021, 1, 18), new(2021, 10, 25), "College van Bestuur, 18 januari 2021", Confirmed: true),
        new(RegulationKind.Protocol, "Protocol online proctoring van 18 januari 2021, gewijzigd op 26 oktober 2021", "Online proctoring protocol of 18 January 2021, as amended on 26 October 2021",
            new(2021, 10, 26), null, "College van Bestuur, 26 oktober 2021", Confirmed: true),
        new(RegulationKind.BoardRules, "Reglement examencommissie, artikel 4.3a", "Rules of the Board of Examiners, article 4.3a",
            new(2021, 10, 26), null, "Modelreglement examencommissies in het protocol", Confirmed: true),
        new(RegulationKind.EducationExamRegulations, "Onderwijs- en examenregeling (OER), artikel 5.14", "Education and Examination Regulations (EER), article 5.14",
            new(2021, 9, 1), null, "OER 5.14, aangehaald in het protocol", Confirmed: false),
    ];

    public static Regulation? On(DateOnly examDate, RegulationKind kind) =>
        All.FirstOrDefault(regulation => regulation.Kind == kind && regulation.HoldsOn(examDate));
}

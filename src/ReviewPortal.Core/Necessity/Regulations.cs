using System.Collections.Immutable;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Necessity;

/// <summary>A version of a set of rules with the days on which it holds. A case is bound to the version of its exam date (UU-GOV-1).</summary>
/// <param name="Until">The last day on which it holds; null while it is the current one.</param>
/// <param name="Confirmed">False while the university has not confirmed text and dates.</param>
/// <param name="Provisions">What it says, as far as a step of the procedure rests on it.</param>
public sealed record Regulation(
    RegulationKind Kind, string Dutch, string English, DateOnly From, DateOnly? Until, string Source, bool Confirmed, ImmutableArray<Provision> Provisions)
{
    public string Name(Language language) => language is Language.English ? English : Dutch;

    public bool HoldsOn(DateOnly date) => From <= date && (Until is null || date <= Until);

    public Provision? Provision(string id) => Provisions.FirstOrDefault(provision => string.Equals(provision.Id, id, StringComparison.Ordinal));
}

/// <summary>A passage of a regulation. The Dutch text is the one that counts; the English is our own translation.</summary>
/// <param name="Id">Stable within its kind, so that a step finds the passage of whichever version held.</param>
/// <param name="Dutch">What it is called, such as "artikel 4.3a, lid 1".</param>
/// <param name="IsQuoted">The Dutch text stands so in the regulation; otherwise it is our own paraphrase, because no text is public.</param>
public sealed record Provision(string Id, string Dutch, string English, string DutchText, string EnglishText, bool IsQuoted)
{
    public string Name(Language language) => language is Language.English ? English : Dutch;

    public string Text(Language language) => language is Language.English ? EnglishText : DutchText;
}

public enum RegulationKind
{
    Protocol,
    BoardRules,
    EducationExamRegulations,

    /// <summary>What students are told to do and not to do during the test.</summary>
    Instructions,
}

public static class Regulations
{
    /// <summary>The day from which art. 4.3a holds; before it no test could be invalid for an irregularity.</summary>
    public static readonly DateOnly Amended = new(2021, 10, 26);

    public static readonly ImmutableArray<Regulation> All =
    [
        new(RegulationKind.Protocol, "Protocol online proctoring van 18 januari 2021", "Online proctoring protocol of 18 January 2021",
            new(2021, 1, 18), Amended.AddDays(-1), "College van Bestuur, 18 januari 2021", Confirmed: false, Provisions.ProtocolOfJanuary),
        new(RegulationKind.Protocol, "Protocol online proctoring van 18 januari 2021, gewijzigd op 26 oktober 2021", "Online proctoring protocol of 18 January 2021, as amended on 26 October 2021",
            Amended, null, "College van Bestuur, 26 oktober 2021", Confirmed: true, Provisions.ProtocolAsAmended),
        new(RegulationKind.BoardRules, "Reglement examencommissie, artikel 4.3a", "Rules of the Board of Examiners, article 4.3a",
            Amended, null, "Modelreglement examencommissies in het protocol", Confirmed: true, Provisions.Article43a),
        new(RegulationKind.EducationExamRegulations, "Onderwijs- en examenregeling (OER), artikel 5.14", "Education and Examination Regulations (EER), article 5.14",
            new(2021, 9, 1), null, "OER 5.14, aangehaald in het protocol", Confirmed: false, Provisions.Article514),
        new(RegulationKind.Instructions, "Instructies bij de online proctored toets", "Instructions for the online proctored test",
            Amended, null, "Protocol online proctoring van 26 oktober 2021", Confirmed: true, Provisions.Instructions),
    ];

    public static Regulation? On(DateOnly examDate, RegulationKind kind) =>
        All.FirstOrDefault(regulation => regulation.Kind == kind && regulation.HoldsOn(examDate));

    /// <summary>Everything that held on a day, one version of each kind at most.</summary>
    public static IEnumerable<Regulation> On(DateOnly examDate) => All.Where(regulation => regulation.HoldsOn(examDate));
}

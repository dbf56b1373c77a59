using ReviewPortal.Core.Decisions;

namespace ReviewPortal.Web.Tests;

/// <summary>Decisions as a careful member would draft them: nothing is missing.</summary>
internal static class Drafts
{
    public static DecisionDraft Valid => DecisionDraft.Empty with { Outcome = Outcome.Valid, Reasons = "De commissie ziet niets dat doet twijfelen.", ReplyToView = "De commissie volgt uw uitleg.", DeviationReasons = "Bij nader inzien is alles te volgen." };

    public static DecisionDraft ForUniversity => Irregularity with { Attribution = Attribution.University };

    public static DecisionDraft ForceMajeure(long report) => Irregularity with { Attribution = Attribution.ForceMajeure, Report = report };

    public static DecisionDraft OwnRisk => Irregularity with { Attribution = Attribution.Student, InstructionId = "alone", Proportionality = "U verliest deze kans; de herkansing staat open." };

    public static DecisionDraft Fraud => DecisionDraft.Empty with
    {
        Outcome = Outcome.Fraud, FraudCodes = ["THIRD_PARTY_HELP"], ViolatedProvision = "Artikel 5.14 van de OER verbiedt hulp van derden.", Evidence = "- Een tweede stem noemt de antwoorden.",
        Alternatives = "Een televisie verklaart de stem niet.", Reasons = "De antwoorden zijn voorgezegd.", ReplyToView = "De opname spreekt uw uitleg tegen.",
        DeviationReasons = "Het onderzoek van de commissie toont meer dan de reviewer zag.",
    };

    public static DecisionDraft FraudWithExclusion => Fraud with
    {
        Sanction = new Sanction("EXCLUSION", ["Programmeren, hertentamen"], new DateOnly(2026, 12, 1), new DateOnly(2027, 2, 28)), Proportionality = "Eén tentamen is evenredig.",
    };

    private static DecisionDraft Irregularity => DecisionDraft.Empty with
    {
        Outcome = Outcome.Irregularity, Grounds = Grounds43a.InsufficientView, CannotEstablish = "Niet is vast te stellen wat er is gezegd.",
        Reasons = "Een ander was in de kamer.", ReplyToView = "De commissie gelooft u.",
        DeviationReasons = "Voor het geval dat de commissie anders besluit dan het proces-verbaal vermoedt.",
    };
}

using ReviewPortal.Core.Decisions;

namespace ReviewPortal.Core.Tests;

/// <summary>Decisions as a careful member would draft them: nothing is missing.</summary>
internal static class Drafts
{
    public static DecisionDraft Valid => DecisionDraft.Empty with
    {
        Outcome = Outcome.Valid, Reasons = "De commissie ziet niets dat aan een goed verloop doet twijfelen.", ReplyToView = "De commissie volgt uw uitleg.",
        DeviationReasons = "Bij nader inzien is alles te volgen.",
    };

    public static DecisionDraft ForUniversity => Irregularity with { Attribution = Attribution.University };

    public static DecisionDraft ForceMajeure => Irregularity with { Attribution = Attribution.ForceMajeure, Report = A.ReportInTheTest };

    public static DecisionDraft OwnRisk => Irregularity with
    {
        Attribution = Attribution.Student, InstructionId = "before", Proportionality = "U verliest deze kans; de gewone herkansing staat open.",
    };

    public static DecisionDraft Fraud => DecisionDraft.Empty with
    {
        Outcome = Outcome.Fraud, FraudCodes = ["THIRD_PARTY_HELP", "ANSWER_SHARING"],
        ViolatedProvision = "U hebt antwoorden van een ander gekregen; dat verbiedt artikel 5.14 van de OER.",
        Evidence = "- Een tweede stem noemt de antwoorden.\n- Het scherm toont dat u die invult.",
        Alternatives = "Een televisie verklaart de stem niet: zij noemt de nummers van uw vragen.",
        Reasons = "De antwoorden zijn voorgezegd en daarna ingevuld.", ReplyToView = "De volgorde op de opname spreekt uw uitleg tegen.",
        DeviationReasons = "Het onderzoek van de commissie toont meer dan de reviewer zag.",
    };

    public static DecisionDraft FraudWithExclusion => Fraud with
    {
        Sanction = A.Exclusion(new(2026, 12, 1), new(2027, 5, 31), "Statistiek II", "Methoden"),
        Proportionality = "Het is de eerste keer; een half jaar volstaat.",
    };

    private static DecisionDraft Irregularity => DecisionDraft.Empty with
    {
        Outcome = Outcome.Irregularity, Grounds = Grounds43a.InsufficientView,
        CannotEstablish = "Niet is vast te stellen wat er in de kamer is gezegd.",
        Reasons = "Bijna drie minuten was een ander in de kamer.", ReplyToView = "De commissie gelooft dat u dit niet wilde.",
    };
}

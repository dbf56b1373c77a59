using System.Collections.Immutable;

namespace ReviewPortal.Core.Necessity;

/// <summary>The passages on which steps of the procedure rest, as they stand in the public texts.</summary>
public static class Provisions
{
    /// <summary>Art. 4.3a lid 1 of the rules of the board: the power, and its two grounds.</summary>
    public const string Power = "43a-1";

    /// <summary>Art. 4.3a lid 2: for whose account, and which chance that gives.</summary>
    public const string Account = "43a-2";

    /// <summary>Art. 4.3a lid 3: when it is at the student's own risk.</summary>
    public const string OwnRisk = "43a-3";

    public const string Outcomes = "outcomes";
    public const string Irregularity = "irregularity";

    /// <summary>Route 1: a test on location is the rule, and why a student may ask otherwise.</summary>
    public const string FacilityCircumstances = "route1-2";

    /// <summary>Route 1: three weeks before the test, or as soon as possible.</summary>
    public const string FacilityTerm = "route1-3";

    /// <summary>Route 1: the board decides, and on which conditions it may grant.</summary>
    public const string FacilityConditions = "route1-4";
    public const string Netiquette = "netiquette";
    public const string Board = "board";

    /// <summary>What fraud is (OER 5.14).</summary>
    public const string Fraud = "514";

    /// <summary>Which sanctions there are.</summary>
    public const string Sanctions = "514-sanctions";

    public const string DosAndDonts = "dos-and-donts";
    public const string Beforehand = "beforehand";

    internal static readonly ImmutableArray<Provision> ProtocolOfJanuary =
    [
        new(Outcomes, "Fraude", "Fraud",
            "De examencommissie bepaalt of bij een online proctored toets sprake is van fraude. De tekst van deze versie is niet openbaar; over ongeldigverklaring wegens een onregelmatigheid bevatte het reglement toen nog geen artikel.",
            "The Board of Examiners decides whether there was fraud in an online proctored test. The text of this version is not public; the rules of the board had no article yet on invalidity for an irregularity.",
            IsQuoted: false),
    ];

    internal static readonly ImmutableArray<Provision> ProtocolAsAmended =
    [
        .. FacilityProvisions.All,
        new(Irregularity, "Onregelmatigheid", "Irregularity",
            "Als de condities waaronder de toetsafname heeft plaatsgevonden zodanig blijken te zijn dat de examencommissie onvoldoende zicht heeft op de situatie of de student al dan niet heeft kunnen frauderen, kan de examencommissie de toets ongeldig verklaren. Er moeten dan zodanige omstandigheden zijn dat de examencommissie niet kan vaststellen of de toetsafname correct is verlopen.",
            "If the conditions in which the test was taken prove to be such that the board has insufficient view of whether the student could have cheated, the board may declare the test invalid. The circumstances must then be such that the board cannot establish whether the test was taken correctly.",
            IsQuoted: true),
        new(Outcomes, "Onregelmatigheid, a tot en met c", "Irregularity, a to c",
            "Uiteindelijk bepaalt de examencommissie: a. of de toets geldig is, b. of sprake is van een onregelmatigheid die leidt tot ongeldigverklaring van de toets, c. of sprake is van fraude die leidt tot ongeldigverklaring van de toets en het eventuele opleggen van een sanctie. In geval de examencommissie de toets ongeldig verklaart wegens een onregelmatigheid, wordt er geen sanctie opgelegd. Dat gebeurt alleen als de examencommissie daadwerkelijk fraude vaststelt.",
            "In the end the board decides: a. whether the test is valid, b. whether there is an irregularity that makes the test invalid, c. whether there is fraud that makes the test invalid and perhaps leads to a sanction. If the board declares the test invalid for an irregularity, no sanction is imposed. That happens only if the board actually establishes fraud.",
            IsQuoted: true),
        new(Netiquette, "Nettiquette", "Netiquette",
            "Het niet houden aan de nettiquette kan niet leiden tot ongeldig verklaren van de toets of het opleggen van een sanctie.",
            "Not keeping to netiquette cannot lead to invalidity of the test or to a sanction.",
            IsQuoted: true),
        new(Board, "Examencommissie, 1 tot en met 3", "Board of Examiners, 1 to 3",
            "De examencommissie onderzoekt de meldingen over een vermoeden van onregelmatigheid/ fraude en stelt vast of er sprake is van een onregelmatigheid of fraude. De examencommissie is bevoegd de toets ongeldig te verklaren bij onregelmatigheden en bij fraude. De examencommissie bestraft fraude met toepassing van het daarover bepaalde in de onderwijs- en examenregeling.",
            "The board examines the reports of a suspicion of irregularity or fraud and establishes whether there is an irregularity or fraud. The board has the power to declare the test invalid for irregularities and for fraud. The board punishes fraud under the provisions on it in the education and examination regulations.",
            IsQuoted: true),
    ];

    internal static readonly ImmutableArray<Provision> Article43a =
    [
        new(Power, "Artikel 4.3a, lid 1", "Article 4.3a(1)",
            "De examencommissie kan een online proctored toets van een of meer studenten ongeldig verklaren als gedurende de toets onvoldoende zicht is geweest op de mogelijkheid tot frauderen of als er sprake is geweest van onvoldoende fraudebestendige omstandigheden.",
            "The board may declare an online proctored test of one or more students invalid if during the test there was insufficient view of the possibility of cheating, or if the circumstances were insufficiently fraud-resistant.",
            IsQuoted: true),
        new(Account, "Artikel 4.3a, lid 2", "Article 4.3a(2)",
            "Als de situatie bedoeld in het eerste lid het gevolg is van een onregelmatigheid die voor rekening en risico van de student komt, krijgt de student geen extra kans. Als er sprake is van overmacht die door de student tijdens de toets is gemeld, kan de student een extra kans aanvragen. Als de situatie voor rekening van de universiteit komt, wordt een nieuwe toetsgelegenheid gepland.",
            "If the situation meant in paragraph 1 results from an irregularity at the account and risk of the student, the student is given no extra chance. If there is force majeure that the student reported during the test, the student may ask for an extra chance. If the situation is for the account of the university, a new test opportunity is planned.",
            IsQuoted: true),
        new(OwnRisk, "Artikel 4.3a, lid 3", "Article 4.3a(3)",
            "Er is sprake van een onregelmatigheid die voor rekening en risico van de student komt, als de student zich niet heeft gehouden aan de instructies bij de online proctored toets.",
            "An irregularity is at the account and risk of the student if the student did not keep to the instructions for the online proctored test.",
            IsQuoted: true),
    ];

    internal static readonly ImmutableArray<Provision> Article514 =
    [
        new(Fraud, "Artikel 5.14, begrip fraude", "Article 5.14, what fraud is",
            "onder fraude en plagiaat wordt verstaan het handelen of nalaten van studenten waardoor een juist oordeel over hun kennis, inzicht en vaardigheden geheel of gedeeltelijk onmogelijk wordt.",
            "fraud and plagiarism are understood to mean acts or omissions of students that make a correct judgement of their knowledge, insight and skills wholly or partly impossible.",
            IsQuoted: true),
        new(Sanctions, "Artikel 5.14, sancties", "Article 5.14, sanctions",
            "De examencommissie kan de student berispen of uitsluiten van aangewezen tentamens, voor ten hoogste een jaar (WHW 7.12b, lid 2). De opsomming in de OER zelf is niet openbaar.",
            "The board may reprimand the student or exclude the student from designated exams, for one year at most (WHW 7.12b(2)). The list in the regulations themselves is not public.",
            IsQuoted: false),
    ];

    internal static readonly ImmutableArray<Provision> Instructions =
    [
        new(DosAndDonts, "Onregelmatigheid 3, ‘do’s and don’ts’ a tot en met k", "Irregularity 3, dos and don’ts a to k",
            "situaties die wel voor rekening en risico student komen (indien student zich niet houdt aan de instructies en ‘do’s and don’ts’): er is geen extra kans.",
            "situations that are at the account and risk of the student (if the student does not keep to the instructions and dos and don’ts): there is no extra chance.",
            IsQuoted: true),
        new(Beforehand, "Voorafgaand aan de online toets, 5", "Before the online test, 5",
            "zijn verplicht om eventuele instructies van de toetsorganisatie, surveillant en de examinator op te volgen;",
            "must follow any instructions of the test organisation, the invigilator and the examiner;",
            IsQuoted: true),
    ];
}

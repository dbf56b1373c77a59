using System.Collections.Immutable;
using static ReviewPortal.Core.Review.GroundKind;

namespace ReviewPortal.Core.Review;

/// <summary>The catalogue of the protocol as amended on 26 October 2021 and of OER 5.14.</summary>
public static class GroundCatalogue
{
    /// <summary>The day of the text from which the categories are taken. Whoever changes a category gives the catalogue a new version; a mark keeps the one it was made with.</summary>
    public const string Version = "2021-10-26";

    /// <summary>What speaks for the student, which a reviewer can mark with one key.</summary>
    public const string Favour = "EXCULPATORY";

    private const string Protocol = "Protocol online proctoring, Onregelmatigheid";
    private const string Oer = "OER 5.14";

    public static readonly ImmutableArray<Ground> All =
    [
        new("POOR_LIGHTING", Irregularity, 'a', "Slechte belichting", "Poor lighting", null, null, $"{Protocol} a"),
        new("OTHER_PERSON", Irregularity, 'b', "Anderen in de kamer", "Others in the room",
            "Heeft de student het tijdens de toets gemeld, dan wordt overmacht onderzocht.", "If the student reported it during the test, force majeure is examined.", $"{Protocol} b"),
        new("OUT_OF_VIEW", Irregularity, 'c', "Buiten beeld of niet hoorbaar", "Out of view or not audible",
            "Niet in een ingebouwde pauze of met persoonlijke toestemming.", "Not during a built-in break or with individual permission.", $"{Protocol} c"),
        new("SOUND", Irregularity, 'd', "Praten, zingen of andere geluiden", "Talking, singing or other sounds", null, null, $"{Protocol} d"),
        new("GAZE_AWAY", Irregularity, 'e', "Langdurig weg van het scherm kijken", "Looking away from the screen for a long time",
            "Noteer hoe lang; een enkele blik telt niet.", "Record how long; a single glance does not count.", $"{Protocol} e"),
        new("DESK_ITEMS", Irregularity, 'f', "Bureau niet leeg", "Desk not empty",
            "Wat op het toetsblad uitdrukkelijk is toegestaan, mag er liggen.", "What the exam sheet expressly allows may lie there.", $"{Protocol} f"),
        new("EARPHONES", Irregularity, 'g', "Oortjes of koptelefoon", "Earphones or headphones",
            "Wegwerp-oordopjes die vooraf aan de camera zijn getoond, mogen; of als de examinator het toestaat.", "Disposable earplugs shown to the camera beforehand are allowed; or if the examiner allows it.", $"{Protocol} g"),
        new("EATING_DRINKING", Irregularity, 'h', "Eten of drinken", "Eating or drinking",
            "Water uit een doorzichtig glas of flesje mag.", "Water from a transparent glass or bottle is allowed.", $"{Protocol} h"),
        new("TEXT_IN_ROOM", Irregularity, 'i', "Drukwerk of tekst in de omgeving", "Printed or written text nearby",
            "Tenzij de examinator anders heeft bepaald.", "Unless the examiner has decided otherwise.", $"{Protocol} i"),
        new("INSTRUCTION_NOT_FOLLOWED", Irregularity, 'j', "Instructie niet opgevolgd", "Instruction not followed",
            "Noem de instructie.", "Name the instruction.", $"{Protocol} j"),
        new("SCREENSHOT", Irregularity, 'k', "Schermafbeelding gemaakt", "Screenshot taken", null, null, $"{Protocol} k"),

        new("CHEATING", Fraud, null, "Spieken", "Copying or cheating during the test", null, null, Oer),
        new("ACCESSORY_CHEATING", Fraud, null, "Gelegenheid geven tot spieken", "Giving the opportunity to cheat", null, null, Oer),
        new("UNAUTHORISED_AID", Fraud, null, "Niet-toegestaan hulpmiddel in bezit", "Possession of an aid that is not allowed",
            "Wat op het toetsblad uitdrukkelijk is toegestaan, is geen verboden hulpmiddel.", "What the exam sheet expressly allows is no forbidden aid.", Oer),
        new("CONTRACT_WORK", Fraud, null, "Werk door anderen laten maken", "Having work made by others", null, null, Oer),
        new("PRIOR_ACCESS", Fraud, null, "Vooraf vragen of antwoorden in bezit", "Prior possession of questions or answers", null, null, Oer),
        new("FABRICATION", Fraud, null, "Gegevens verzinnen", "Fabricating data", null, null, Oer),
        new("ATTENDANCE_FRAUD", Fraud, null, "Presentielijst onterecht aftekenen", "Signing attendance lists wrongly", null, null, Oer),
        new("TAMPERING", Fraud, null, "Systeem ondermijnen of dat proberen", "Tampering with the system, or trying to", null, null, Oer),
        new("ANSWER_SHARING", Fraud, null, "Antwoorden delen tijdens de toets", "Sharing answers during the test", null, null, Oer),
        new("THIRD_PARTY_HELP", Fraud, null, "Hulp van derden inroepen", "Calling on help from others", null, null, Oer),
        new("OTHER_FRAUD", Fraud, null, "Andere vorm van fraude", "Another form of fraud",
            "De lijst van OER 5.14 is open: beschrijf het handelen of nalaten.", "The list of EER 5.14 is open: describe the act or omission.", Oer),

        new("RECORDING_MISSING", Technical, null, "Opname ontbreekt", "Recording missing",
            "Noem het tijdvak en, als dat blijkt, de oorzaak.", "Name the interval and, if it appears, the cause.", "Protocol online proctoring, Onregelmatigheid 1"),
        new("TECHNICAL_FAILURE", Technical, null, "Technische storing", "Technical failure",
            "Noem of de storing bij de student, de universiteit of de leverancier lag.", "Name whether the failure lay with the student, the university or the supplier.", "Protocol online proctoring, Onregelmatigheid 1"),

        new(Favour, Exculpatory, null, "Ontlastend", "In the student's favour", null, null, "Awb 3:2"),
        new("NETIQUETTE", Netiquette, null, "Nettiquette", "Netiquette",
            "Alleen een aantekening: kan nooit leiden tot ongeldigheid of een sanctie.", "A note only: can never lead to invalidity or a sanction.", "Protocol online proctoring, Nettiquette"),
    ];

    public static IEnumerable<Ground> FraudCodes => All.Where(ground => ground.Kind is Fraud);

    public static Ground? Find(string? code) => All.FirstOrDefault(ground => string.Equals(ground.Code, code, StringComparison.Ordinal));
}

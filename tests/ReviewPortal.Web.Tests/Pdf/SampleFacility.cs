using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Web.Tests.Pdf;

/// <summary>Invented requests for a special facility with everything that the letter on them can say (L9).</summary>
internal static class SampleFacility
{
    private static readonly DateTimeOffset Filed = new(2026, 11, 16, 16, 0, 0, TimeSpan.FromHours(1));

    // Before the day of either test.
    private static readonly DateTimeOffset Sent = new(2026, 11, 26, 14, 12, 0, TimeSpan.FromHours(1));

    public static Document Letter(LetterKind kind, Language language) => FacilityLetterWriter.Write(Matter(kind, language), language);

    public static FacilityMatter Matter(LetterKind kind, Language language) => new(SampleCase.Institution, Amsterdam.DateOf(Sent), new Addressee(SampleCase.Student, "0512345", []), kind is LetterKind.FacilityGranted ? Granted(language) : Refused(language))
    {
        KeptUntil = new DateOnly(2027, 12, 22),
    };

    private static FacilityRequest Granted(Language language)
    {
        var request = Request(FacilityReason.Health, "Ik kan op de dag van de toets niet naar Utrecht reizen.", "Na een operatie mag ik niet langer dan een kwartier zitten in een auto of trein.", new DateOnly(2026, 12, 22));
        request.Assessment = new(
            null, "", true, "De student kan op de dag van de toets aantoonbaar niet reizen. De studieadviseur bevestigt dat.", true, "Volgens de examinator dekt een mondeling de leerdoelen niet: het gaat om rekenvaardigheid.",
            true, "Een videogesprek geeft geen zicht op het scherm. Dat is bij deze toets nodig.") { FactsDiffer = false };
        request.Decision = Decision(granted: true, language, "De eerstvolgende gelegenheid is pas in juni. Zonder deze voorziening loopt de student een half jaar vertraging op. De commissie vindt de inbreuk die een opname maakt daarom aanvaardbaar.");
        return request;
    }

    private static FacilityRequest Refused(Language language)
    {
        var request = Request(FacilityReason.EliteSportAbroad, "Ik ben tot en met 12 december op trainingskamp.", "", new DateOnly(2026, 12, 1));
        request.Assessment = new(
            true, "Het kamp werd pas op 13 november aangekondigd.", false, "Het kamp eindigt op 28 november, drie dagen voor de toets.", false, "De examinator neemt op 3 december een mondeling af voor wie niet kan komen.",
            true, "Een videogesprek geeft geen zicht op het scherm.") { FactsDiffer = true };
        request.View = new FacilityView("De bond heeft desgevraagd laten weten dat het trainingskamp op 28 november eindigt.", new DateOnly(2026, 11, 25), Filed.AddDays(3))
        {
            Text = "Het kamp is inderdaad korter. Ik reis daarna met mijn ouders door Spanje.", GivenAt = Filed.AddDays(5),
        };
        request.Decision = Decision(granted: false, language, "Een vakantie na het trainingskamp is geen bijzondere omstandigheid als bedoeld in het protocol. Bovendien kan de student het mondeling doen.") with
        {
            ReplyToView = "De commissie begrijpt dat de reis al was geboekt. Dat maakt het niet onmogelijk om op 1 december in Utrecht te zijn.",
            Proportionality = "De student kan op 1 december op locatie komen of op 3 december het mondeling doen:\n\n- de student loopt geen vertraging op;\n- de kosten van een eerdere terugreis wegen niet op tegen het belang van een toets die voor iedereen gelijk is.",
        };
        return request;
    }

    private static FacilityRequest Request(FacilityReason reason, string explanation, string health, DateOnly on) => new()
    {
        Id = new Guid("018f9c3e-7a54-7d11-9c0e-5f1f2a3b4c6f"),
        Number = new FacilityNumber(2026, 12),
        StudentNumber = "0512345",
        StudentName = SampleCase.Student,
        Test = "Statistiek II",
        Course = "201300125",
        Programme = "Bachelor Psychologie, tweede jaar",
        TestOn = on,
        Reason = reason,
        Explanation = explanation,
        HealthDetail = health,
        FiledAt = Filed,
        Adviser = Consulted(1, "Iris Mensink") with { Agrees = null },
        Examiner = Consulted(2, "dr. R. de Vries"),
        Director = Consulted(3, "prof. dr. Þ. van Loon-Żółkiewska") with { Agrees = true },
    };

    private static Consultation Consulted(int number, string name) => new(new PersonId(new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0])), name, "Kan het anders?", Filed.AddDays(1)) { Answer = "Nee.", AnsweredAt = Filed.AddDays(2) };

    // The versions are named in the language of the letter.
    private static FacilityDecision Decision(bool granted, Language language, string reasons) => new(
        granted, reasons, "", "", Regulations.On(Amsterdam.DateOf(Filed), RegulationKind.Protocol)!.Name(language), language is Language.English ? "version of 1 September 2026" : "versie van 1 september 2026") { ByName = "mr. dr. A. Kőszegi", At = Sent.AddDays(-1) };
}

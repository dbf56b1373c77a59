using System.Collections.Immutable;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.ProcesVerbaal;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Web.Tests.Pdf;

/// <summary>An invented case with everything a letter can say, from the recording to the decision.</summary>
internal static class SampleCase
{
    public const string Student = "Þrúður Ævarsdóttir-van den Bøgelscheidt";

    private static readonly DateTimeOffset Start = new(2026, 11, 2, 9, 0, 0, TimeSpan.FromHours(1));
    private static readonly CaseId Case = new(new Guid("018f9c3e-7a54-7d11-9c0e-5f1f2a3b4c5d"));
    private static readonly SittingId SittingId = new(new Guid("018f9c3e-7a54-7d11-9c0e-5f1f2a3b4c5e"));
    private static readonly Actor Reviewer = Person(1, "Mërgim Lukáš", Role.Reviewer);
    private static readonly Actor Member = Person(2, "mr. dr. A. Kőszegi", Role.BoardMember);
    private static readonly Actor SecondMember = Person(3, "prof. dr. S.-M. Şahin-Żółkiewska", Role.BoardMember);

    public static DateTimeOffset Moment { get; } = new(2026, 12, 7, 14, 12, 0, TimeSpan.FromHours(1));

    public static Institution Institution { get; } = new()
    {
        Name = new("Universiteit Voorbeeld", "Example University"),
        Board = new("Examencommissie Sociale Wetenschappen", "Board of Examiners Social Sciences"),
        Address = ["Voorbeeldlaan 14", "3584 CS Utrecht"],
        Town = "Utrecht",
        ExecutiveBoardAddress = ["Bestuursgebouw, Voorbeeldlaan 8", "3584 CS Utrecht"],
        AppealsBoardAddress = ["Postbus 80126", "3508 TC Utrecht"],
        AppealsDesk = new("Loket rechtsbescherming, College van beroep voor de examens", "Legal Protection Desk, Examination Appeals Board"),
        AppealsDeskAddress = ["Postbus 80125", "3508 TC Utrecht"],
        Support = new(
            "Uw studieadviseur en de studentendecaan helpen u graag. De ombudsfunctionaris is onafhankelijk: ombuds@voorbeeld.example.",
            "Your study adviser and the dean of students are there for you. The ombudsperson is independent: ombuds@voorbeeld.example."),
        PrivacyStatement = "https://www.voorbeeld.example/privacy/online-toetsen-en-de-bewaring-van-opnamen",
    };

    public static Exam Exam { get; } = new()
    {
        Code = "201300125", Title = "Statistiek II", Course = "201300125", Faculty = "Sociale Wetenschappen", Examiner = "r.devries@voorbeeld.example",
        AllowedAids = ["een grafische rekenmachine", "het formuleblad", "één leeg vel kladpapier"],
        Instructions =
        [
            new("alone",
                "Zorg dat u tijdens de hele toets alleen in de kamer bent en dat niemand binnenkomt.",
                "Make sure that you are alone in the room during the whole test and that nobody enters.", Start.AddDays(-14)),
        ],
    };

    public static Sitting Sitting { get; } = new()
    {
        Id = SittingId, Pseudonym = "C-4702", StudentNumber = "0512345", Start = Start, End = Start.AddHours(2),
        Supplier = "Voorbeeld Recorder 4.2.1", DeliverySha256 = new string('a', 64), Manifest = "{}", ImportedAt = Start.AddDays(1),
    };

    public static ImmutableArray<Observation> Observations { get; } =
    [
        Mark("OTHER_PERSON", 2498, 2671.4, "De deur achter de student gaat open. Een tweede persoon komt binnen, blijft bij het bureau staan en praat; de woorden zijn niet te verstaan. De student kijkt op en antwoordt kort. Om 00:44:31 gaat de deur weer dicht."),
        Mark("SOUND", 2512.8, 2655, "Twee stemmen zijn te horen, waarvan één niet die van de student is."),
        Mark("OUT_OF_VIEW", 3720.2, 3764.9, "De student staat op en loopt naar links uit beeld; de stoel is leeg. De telefooncamera toont op dat moment alleen het bureau."),
        Mark("EXCULPATORY", 2680, 2700, "De student draait de laptop en laat met de camera de hele kamer zien; er is niemand meer."),
    ];

    public static ImmutableArray<InTestMessage> Messages { get; } =
    [
        new() { Id = 41, Sitting = SittingId, At = 2632, From = MessageFrom.Candidate, Text = "Mijn huisgenoot kwam binnen, de deur kan niet op slot. Ik heb hem weggestuurd. Wat moet ik doen?" },
        new() { Id = 42, Sitting = SittingId, At = 2660, From = MessageFrom.Support, Text = "Dank voor de melding. Ga door met de toets; uw melding wordt bewaard." },
    ];

    /// <summary>The second decision in the case, after the appeals board annulled the first.</summary>
    public static LetterMatter AfterAnnulment(LetterKind kind) => Again(kind, new(new DateOnly(2026, 12, 7), "") { AnnulledOn = new DateOnly(2027, 3, 5) });

    /// <summary>The second decision, which the board took of its own motion while an appeal was open.</summary>
    public static LetterMatter Reconsidered(LetterKind kind) => Again(kind, new(new DateOnly(2026, 12, 7), "De leverancier vond alsnog het beeld van de telefooncamera van 10.20 tot 10.26 uur. Daarop is te zien dat u alleen verder werkte.") { AppealGoesOn = true });

    public static Document Letter(LetterKind kind, Language language) => LetterWriter.Write(kind, Matter(kind), language);

    public static LetterMatter Matter(LetterKind kind) => new(
        Institution, new CaseNumber(2026, 158), DateOf(kind),
        new Addressee(Student, "0512345", ["Kapelstraat 118-bis A", "3572 CN Utrecht"]), Exam, Sitting)
    {
        Report = Report(kind),
        Review = kind is LetterKind.Valid ? null : Review,
        Closing = new() { Case = Case, ProposedBy = Member.Id, ProposedByName = Member.Name, ProposedAt = Moment.AddDays(-1), Reasons = "Op de opname is te zien dat uw huisgenoot binnenkwam en meteen weer wegging. U sprak niet met elkaar en werkte daarna alleen verder.\n\nDe commissie ziet daarin niets wat aan een goed verloop van de toets doet twijfelen." },
        Chance = Chance(kind),
        Termination = Termination(kind),
        Measure = kind.Subject() is not LetterSubject.InterimMeasure ? null : new("De uitsluiting is geschorst tot op het beroep is beslist.", new DateOnly(2026, 12, 21), kind is LetterKind.InterimMeasureEnded ? new DateOnly(2027, 1, 25) : null, Draft(kind).Sanction),
        Objection = kind.Subject() is LetterSubject.Objection ? Objection(kind) : null,
        Invited = kind is LetterKind.EnrolmentHearing ? Hearing(new(2027, 1, 11), DateOf(kind)) : null,
        Corrected = kind.Subject() is LetterSubject.Correction ? Corrected(kind) : null,
        Disclosure = kind is LetterKind.ProcesVerbaalSent ? new() { Case = Case, Ground = DisclosureGround.Requested, AskedOn = new DateOnly(2026, 12, 3), At = Moment, ByName = SecondMember.Name } : null,
        ProposedWithDecision = kind is LetterKind.FraudProposal,
        AppealRuns = kind is LetterKind.EnrolmentTerminated,
        DecisionPublished = new DateOnly(2026, 11, 20),
        DecisionSent = new DateOnly(2026, 11, 20),
        KeptUntil = new DateOnly(2027, 2, 17),
        Issuer = new(kind is LetterKind.EnrolmentHearing ? Rector : SecondMember.Name, Core.Calendar.Amsterdam.At(DateOf(kind), new TimeOnly(14, 12))),
        Observations = Observations,
        Messages = Messages,
        Tracks = [new(TrackRole.Webcam, [], 1), new(TrackRole.Phone, [new Fragment(4830, 5131.5)], 0.96), new(TrackRole.Screen, [], 1)],
        Investigation = new() { Case = Case, TakenUpBy = Member.Id, TakenUpByName = Member.Name, TakenUpAt = Start.AddDays(9), Findings = "De commissie heeft de opname van 00:38 tot 01:06 zelf bekeken en bij de leverancier nagevraagd waarom de telefooncamera vijf minuten zweeg.\n\n- De accu van de telefoon was leeg; de leverancier bevestigt dat.\n- De examinator heeft laten weten dat alle vragen op dat moment al waren beantwoord." },
        Invitation = new() { Case = Case, InvitedAt = Start.AddDays(12), ReactBy = new DateOnly(2026, 11, 25) },
        View = new() { Case = Case, Form = ViewForm.Written, ReceivedAt = Start.AddDays(20), Text = "Ik wist niet dat mijn huisgenoot thuis zou komen. Ik heb het meteen gemeld.\n\nDe deur van mijn kamer heeft geen slot; dat heb ik in september al aan de verhuurder gevraagd." },
        Session = new() { Case = Case, Date = new DateOnly(2026, 12, 2), Members = [new(Member.Id, Member.Name), new(SecondMember.Id, SecondMember.Name)] },
        Decision = Decision(kind, Moment),
    };

    /// <summary>Invited on an objection, to another day than before.</summary>
    public static LetterMatter MovedHearing(LetterKind kind) => Matter(kind) with
    {
        Date = new DateOnly(2027, 1, 15), Issuer = new(Rector, Core.Calendar.Amsterdam.At(new(2027, 1, 15), new(9, 40))),
        Objection = Objection(LetterKind.ObjectionUnfounded),
        Invited = Hearing(new(2027, 2, 1), new(2027, 1, 15), Case.Value),
        InvitedBefore = Hearing(new(2027, 1, 25), new(2027, 1, 12), Case.Value),
    };

    private const string Rector = "prof. dr. E. de Boer";

    private static EnrolmentHearing Hearing(DateOnly on, DateOnly invited, Guid? about = null) => new()
    {
        Case = Case, About = about, PlannedAt = Core.Calendar.Amsterdam.At(on, new(10, 30)), Place = "Bestuursgebouw, Voorbeeldlaan 8, kamer 2.14",
        InvitedAt = Core.Calendar.Amsterdam.At(invited, new(9, 40)), InvitedByName = Rector,
    };

    public static Document ProcesVerbaal(Language language, params ImmutableArray<ShownExhibit> stills) => ProcesVerbaalWriter.Write(
        new ProcesVerbaalMatter(new CaseNumber(2026, 158), Exam, Sitting, Report(LetterKind.IrregularityForceMajeure), Review)
        {
            Institution = Institution.Name.In(language), Board = Institution.Board.In(language),
            Recordings = [.. Enum.GetValues<TrackRole>().Select(role => File(role))],
            Observations = Observations,
            Exhibits = stills,
            Messages = Messages,
            Watched = [new(TrackRole.Webcam, 1, 0.98, []) { Heard = 0.91 }, new(TrackRole.Phone, 0.97, 0.61, [new Fragment(6900, 7100)]), new(TrackRole.Screen, 1, 0.4, [])],
            Signals = 6,
        },
        language);

    private static ReviewAssignment Review { get; } = new()
    {
        Case = Case, Reviewer = Reviewer.Id, ReviewerName = Reviewer.Name, AssignedAt = Start.AddDays(2), SecondReviewerName = "孝慈 Wong", Opinion = SecondOpinion.Supports,
        OpinionAt = Start.AddDays(7), OpinionReasons = "Ik zie hetzelfde: iemand komt binnen en spreekt met de student. Wat er wordt gezegd, is niet te verstaan.",
        ViewingNote = "De laatste drie minuten van de telefooncamera tonen een leeg bureau; de student had de toets toen al ingeleverd.",
    };

    private static ProcesVerbaalRecord Report(LetterKind kind)
    {
        var fraud = kind.IsFraud() || kind.Subject() is LetterSubject.Enrolment or LetterSubject.EnrolmentHearing or LetterSubject.Proposal or LetterSubject.InterimMeasure or LetterSubject.Objection;
        var report = ProcesVerbaalRecord.For(Case);
        report.Write(new(fraud ? Suspicion.Fraud : Suspicion.Irregularity,
            "Er is een vermoeden dat de student tussen 00:41:38 en 00:44:31 niet alleen in de kamer was, terwijl dat volgens de instructie had gemoeten.",
            "De student meldde het binnen drie minuten en liet daarna de hele kamer zien.", "alone", IdentityCheck.Confirmed, BsnVisible: false));
        report.Sign(Reviewer, Start.AddDays(5).AddHours(4));
        return report;
    }

    private static LetterMatter Again(LetterKind kind, ReplacedDecision replaced)
    {
        var later = new DateTimeOffset(2027, 3, 24, 14, 12, 0, TimeSpan.FromHours(1));
        var matter = Matter(kind);
        return matter with { Date = new DateOnly(2027, 3, 24), Replaces = replaced, Decision = Decision(kind, later), Session = new() { Case = Case, Date = new DateOnly(2027, 3, 17), Members = matter.Session!.Members } };
    }

    private static Decision Decision(LetterKind kind, DateTimeOffset published)
    {
        var decision = Core.Decisions.Decision.For(Case);
        decision.Write(Draft(kind));
        decision.Sign(Draft(kind).Outcome!.Value, Member, published.AddDays(-4));
        decision.CoSign(SecondMember, published.AddDays(-3).AddHours(1.3));
        return decision;
    }

    private static DecisionDraft Draft(LetterKind kind) => kind switch
    {
        LetterKind.IrregularityUniversity => Irregularity(Attribution.University),
        LetterKind.IrregularityForceMajeure or LetterKind.ExtraChanceGranted or LetterKind.ExtraChanceRefused or LetterKind.NewTestPlanned => Irregularity(Attribution.ForceMajeure),
        LetterKind.IrregularityOwnRisk => Irregularity(Attribution.Student),
        LetterKind.FraudInvalid or LetterKind.TerminationProposed or LetterKind.EnrolmentHearing or LetterKind.ObjectionInadmissible or LetterKind.ObjectionUnfounded or LetterKind.ObjectionFounded or LetterKind.EnrolmentTerminated or LetterKind.EnrolmentKept or LetterKind.EnrolmentRestored or LetterKind.EnrolmentUpheld => Fraud(null),
        LetterKind.FraudSanction or LetterKind.FraudProposal or LetterKind.InterimMeasureOrdered or LetterKind.InterimMeasureEnded => Fraud(new Sanction("EXCLUSION", ["Statistiek II (201300125)", "Methoden van onderzoek (201300127)"], new DateOnly(2026, 12, 8), new DateOnly(2027, 6, 7))),
        _ => DecisionDraft.Empty with { Outcome = Outcome.Valid, Reasons = "De commissie ziet op de opname niets dat aan een goed verloop doet twijfelen. De student meldde zelf dat iemand binnenkwam en bleef daarna alleen.", ReplyToView = Reply },
    };

    private static RetakeChance Chance(LetterKind kind)
    {
        var chance = RetakeChance.Of(Case, RetakeRight.OnRequest, Moment.AddDays(-17));
        chance.Ask("Mijn huisgenoot kwam binnen terwijl ik haar had gevraagd weg te blijven. Ik heb het meteen gemeld.\n\nZonder deze toets loop ik een half jaar vertraging op.", Moment.AddDays(-10));
        var granted = kind is not LetterKind.ExtraChanceRefused;
        chance.Propose(granted, granted
            ? "U hebt het voorval tijdens de toets gemeld en u kon het niet voorkomen. Dat u zonder extra kans een half jaar vertraging oploopt, weegt voor de commissie mee."
            : "U hebt de toets op 30 november 2026 bij de gewone herkansing al met een voldoende afgerond. Een extra kans dient dan geen doel meer.", Member, Moment.AddDays(-2));
        chance.Answer(SecondMember, Moment);
        if (kind is LetterKind.NewTestPlanned) (chance.On, chance.Place) = (new DateOnly(2027, 1, 18), "Educatorium, zaal Gamma, Leuvenlaan 19 in Utrecht, om 9.00 uur");
        return chance;
    }

    // What follows months later, or while an exclusion runs.
    private static DateOnly DateOf(LetterKind kind) => kind switch
    {
        LetterKind.InterimMeasureOrdered => new(2026, 12, 21),
        LetterKind.InterimMeasureEnded => new(2027, 1, 25),
        _ when kind.Subject() is LetterSubject.Objection => new(2027, 3, 15),
        _ => new(2026, 12, 7),
    };

    private static CorrectedLetter Corrected(LetterKind kind) => kind is LetterKind.CorrectionNewTerm
        ? new(LetterKind.IrregularityOwnRisk, new DateOnly(2026, 11, 20), "Uw beroepschrift moet uiterlijk op maandag 14 december 2026 zijn ontvangen.", "Uw beroepschrift moet uiterlijk op maandag 4 januari 2027 zijn ontvangen.", null)
        : new(LetterKind.IrregularityOwnRisk, new DateOnly(2026, 11, 20), "Methoden van onderzoek (201300127)", "Statistiek II (201300125)", new DateOnly(2027, 1, 4));

    private static Objection Objection(LetterKind kind) => new()
    {
        Case = Case, ReceivedOn = kind is LetterKind.ObjectionInadmissible ? new DateOnly(2027, 2, 8) : new DateOnly(2027, 1, 11), FileBy = new DateOnly(2027, 1, 18), DecideBy = new DateOnly(2027, 3, 29),
        LateReason = kind is LetterKind.ObjectionInadmissible ? "Ik was met vakantie en heb mijn post niet gelezen." : "", Grounds = "Ik vind beëindiging te zwaar. Ik heb hulp gezocht en sindsdien is er niets meer gebeurd.",
        RegisteredByName = "Loket rechtsbescherming", RegisteredAt = Moment.AddDays(35), DecidedAt = Moment.AddDays(98), DecidedByName = "prof. dr. E. de Boer",
        Hearing = kind is LetterKind.ObjectionInadmissible ? "" : "U bent op 22 februari 2027 gehoord door de geschillenadviescommissie. U liet zich bijstaan door uw advocaat.",
        Outcome = kind switch { LetterKind.ObjectionFounded => ObjectionOutcome.Founded, LetterKind.ObjectionUnfounded => ObjectionOutcome.Unfounded, _ => ObjectionOutcome.Inadmissible },
        Reasons = kind switch
        {
            LetterKind.ObjectionFounded => "De commissie adviseert uw bezwaar gegrond te verklaren. Het College volgt dat advies: u hebt laten zien dat u hulp hebt gezocht en dat die helpt. Een uitsluiting is dan voldoende.",
            LetterKind.ObjectionUnfounded => "De commissie adviseert uw bezwaar ongegrond te verklaren. Het College volgt dat advies. Dat u hulp hebt gezocht, is goed, maar het gaat om de derde keer in een jaar en eerdere uitsluitingen hebben niet geholpen.",
            _ => "Wie op vakantie gaat, kan iemand vragen op de post te letten. De overschrijding van de termijn is daarom niet te verontschuldigen (artikel 6:11 van de Algemene wet bestuursrecht).",
        },
    };

    private static TerminationProposal Termination(LetterKind kind)
    {
        var proposal = Proposed(kind);
        proposal.CoSign(Member, Moment.AddDays(-13));
        return proposal;
    }

    private static TerminationProposal Proposed(LetterKind kind) => new()
    {
        Case = Case, ProposedAt = Moment.AddDays(-14), ProposedBy = SecondMember.Id, ProposedByName = SecondMember.Name,
        Reasons = "U liet zich de antwoorden voorzeggen en deed dat ook bij twee eerdere toetsen, waarvoor u al was uitgesloten. De commissie ziet daarin ernstige fraude: minder ingrijpende maatregelen hebben niet geholpen.",
        Hearing = "U bent op 30 november 2026 gehoord door de rector, mevrouw prof. dr. E. de Boer. U liet zich bijstaan door de studentendecaan. U zei dat u onder grote druk stond en om hulp hebt gevraagd.",
        Terminated = kind is not LetterKind.EnrolmentKept, Restored = kind.Reconsiders() ? kind is LetterKind.EnrolmentRestored : null,
        ReconsideredReasons = "De vaststelling waarop de beëindiging rustte, is opnieuw bezien.", ReconsideredAt = Moment, ReconsideredByName = "prof. dr. E. de Boer",
        DecisionReasons = kind is LetterKind.EnrolmentTerminated
            ? "Het gaat om de derde keer in een jaar, telkens met hulp van een ander. Twee uitsluitingen hebben daar geen verandering in gebracht.\n\nHet College heeft gewogen dat u in uw derde jaar zit en dat u onder druk stond. Dat weegt niet op tegen het belang dat op een diploma van deze universiteit te vertrouwen is. Uw behaalde studiepunten blijven staan, zodat u elders verder kunt studeren."
            : "U hebt uitgelegd onder welke druk u stond en hebt hulp gezocht. Een uitsluiting van een jaar, die de examencommissie zelf kan opleggen, is nog niet geprobeerd. Het College vindt beëindiging daarom nu te zwaar.",
        DecidedAt = Moment, DecidedByName = "prof. dr. E. de Boer",
    };

    private const string Reply = "De commissie neemt aan dat u niet wist dat uw huisgenoot thuis zou komen. Dat u het meteen hebt gemeld, is op de opname te zien en telt in uw voordeel mee.";

    private static DecisionDraft Irregularity(Attribution attribution) => DecisionDraft.Empty with
    {
        Outcome = Outcome.Irregularity, Attribution = attribution, Grounds = Grounds43a.InsufficientView | Grounds43a.InsufficientFraudResistance, Report = 41, InstructionId = "alone",
        CannotEstablish = "Niet is vast te stellen wat de huisgenoot heeft gezegd. Het geluid is daarvoor te zacht, en de student zat met de rug naar de telefoon.",
        Reasons = "Gedurende bijna drie minuten was een ander in de kamer die met u sprak. De commissie kan niet nagaan of daarbij over de toets is gesproken. Zij gelooft dat u dit niet hebt gewild.\n\nDe toets laat zich na die onderbreking niet meer beoordelen als een toets die u alleen hebt gemaakt: drie van de twaalf vragen, goed voor 30 van de 100 punten, zijn in deze minuten beantwoord.",
        Proportionality = "Het gevolg is dat u de toets opnieuw moet maken. Dat is vervelend, maar de gewone herkansing is op 18 januari 2027 en uw studievoortgang loopt daardoor geen vertraging op.",
        ReplyToView = Reply,
    };

    private static DecisionDraft Fraud(Sanction? sanction) => DecisionDraft.Empty with
    {
        Outcome = Outcome.Fraud, FraudCodes = ["THIRD_PARTY_HELP", "ANSWER_SHARING"], Sanction = sanction,
        ViolatedProvision = "U hebt tijdens de toets antwoorden van een ander gekregen. Dat is verboden in artikel 5.14, eerste lid, onder c, van de Onderwijs- en examenregeling.",
        Evidence = "- Het geluid van 00:42:11 tot 00:43:05, waarop een tweede stem de antwoorden op de vragen 7 tot en met 9 noemt.\n- Het scherm, waarop u die antwoorden binnen tien seconden invult.",
        Alternatives = "U zegt dat de televisie aanstond. Dat past niet bij de opname: de stem noemt de nummers van uw vragen.",
        Proportionality = sanction is null ? "" : "De commissie heeft gewogen dat u eerstejaars bent en dat dit de eerste keer is. Een uitsluiting van een half jaar voor twee tentamens is dan passend; zij raakt niet aan uw andere vakken.",
        Reasons = "De antwoorden zijn hoorbaar voorgezegd en daarna ingevuld. Een juist oordeel over uw eigen kennis en inzicht is daardoor niet mogelijk.",
        ReplyToView = "U schrijft dat u de antwoorden zelf al wist. De volgorde op de opname, eerst de stem en dan pas het antwoord, is bij drie vragen dezelfde.",
    };

    private static Observation Mark(string ground, double from, double to, string seen) =>
        new() { Id = new Guid((int)from, 0, 0, Case.Value.ToByteArray()[8..]), Case = Case, By = Reviewer.Id, Ground = ground, From = from, To = to, Seen = seen };

    public static Recording File(TrackRole role) => new()
    {
        Id = new Guid("018f9c3e-7a54-7d11-9c0e-5f1f2a3b4c61"), Sitting = SittingId, Role = role, File = $"{role.ToString().ToUpperInvariant()}-part1.webm", Bytes = 123_456_789,
        Sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", DurationSeconds = 7201.3, ContentType = "video/webm",
    };

    private static Actor Person(int number, string name, Role role) =>
        new(new PersonId(new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0])), name, $"p{number}@voorbeeld.example", [role]);
}
